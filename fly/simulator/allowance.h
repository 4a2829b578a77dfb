#pragma once

#include "fly/simulator/response.h"
#include "fly/simulator/world.h"

#include <optional>

namespace swarm::simulator {

// Whether the organization may have one more, by World::limits(): nothing, or the answer that refuses it.

//! For a machine that is made, or for one that takes the place of `before`.
std::optional<Response> machineAllowance(World &world, const App &app, const QJsonObject &config, const QString &region,
                                         const Machine *before = nullptr);
std::optional<Response> volumeAllowance(World &world, int moreGb);
std::optional<Response> addressAllowance(World &world, const QString &type);

//! How many machines of that size the organization may still have in a region.
int machinesAllowed(World &world, const QJsonObject &guest, const QString &region);

} // namespace swarm::simulator
