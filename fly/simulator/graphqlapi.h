#pragma once

#include "fly/simulator/graphqlschema.h"
#include "fly/simulator/router.h"

namespace swarm::simulator {

//! `POST /graphql`: failures come with HTTP 200, a bad token included.
void addGraphQlRoute(Router &router, World &world, GraphQlSchema::AppUrl appUrl);

} // namespace swarm::simulator
