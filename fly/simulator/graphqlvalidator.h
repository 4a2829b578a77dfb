#pragma once

#include "fly/simulator/graphqlselection.h"

#include <QJsonArray>

namespace swarm::simulator {

//! What an operation asks for that Fly's schema does not have; one GraphQL error for each, none if all is well.
QJsonArray undefinedFields(const GraphQlOperation &operation);

} // namespace swarm::simulator
