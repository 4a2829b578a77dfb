#pragma once

#include "fly/simulator/promql.h"

#include <optional>
#include <span>

namespace swarm::simulator::promql {

//! Of those that take a range.
bool isKnownFunction(const QString &name);

//! The value of a function over the samples from `start` (left out) to `end`; nothing when they are too few.
std::optional<double> callFunction(const QString &name, std::span<const Sample> samples, qint64 start, qint64 end);

} // namespace swarm::simulator::promql
