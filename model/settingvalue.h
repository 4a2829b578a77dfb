#pragma once

#include "model/configurationlayer.h"

#include <optional>

namespace swarm {

inline constexpr int mostRetries = 20;
inline constexpr int longestPauseMs = 600'000;
inline constexpr double largestFactor = 10;

//! Reads `text` into the setting's place, or says why it cannot be used and changes nothing.
[[nodiscard]] std::optional<ConfigurationProblem::Kind> assign(Configuration &configuration, Setting setting,
                                                               const QString &text);

} // namespace swarm
