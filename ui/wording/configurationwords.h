#pragma once

#include "model/configurationlayer.h"

#include <QString>

namespace swarm {

//! Where something was set that cannot be used, and what would be right.
[[nodiscard]] QString sentence(const ConfigurationProblem &problem);
//! That there are such problems, in one sentence; empty when there are none.
[[nodiscard]] QString configurationSentence(const std::vector<ConfigurationProblem> &problems);
//! A line for each of them.
[[nodiscard]] QString configurationDetails(const std::vector<ConfigurationProblem> &problems);

} // namespace swarm
