#pragma once

#include "fly/simulator/response.h"
#include "fly/simulator/world.h"

#include <optional>

namespace swarm::simulator {

// Whether the organization may have one more, by World::limits(): nothing, or the answer that refuses it.

std::optional<Response> machineAllowance(World &world, const App &app, const QJsonObject &config,
                                         const QString &region);
std::optional<Response> volumeAllowance(World &world, int moreGb);
std::optional<Response> addressAllowance(World &world, const QString &type);

} // namespace swarm::simulator
