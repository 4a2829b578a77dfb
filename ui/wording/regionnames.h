#pragma once

#include <QStringList>

namespace swarm {

//! The codes that are offered when Fly.io's own list cannot be had.
[[nodiscard]] const QStringList &fallbackRegions();

} // namespace swarm
