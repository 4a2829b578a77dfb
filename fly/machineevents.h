#pragma once

#include "model/machineevent.h"

#include <QJsonArray>

namespace swarm {

//! The events of a machine, in the order in which Fly.io tells them: newest first.
[[nodiscard]] MachineEvents machineEventsFrom(const QJsonArray &events);

} // namespace swarm
