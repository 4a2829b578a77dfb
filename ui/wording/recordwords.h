#pragma once

#include "model/instancefiles.h"

#include <QString>

namespace swarm {

//! What was not as it should be with records on disk, in one sentence; empty when all was well.
[[nodiscard]] QString recordSentence(const std::vector<InstanceFiles::Problem> &problems);
//! A line for each of them: the file, what it is, where it went.
[[nodiscard]] QString recordDetails(const std::vector<InstanceFiles::Problem> &problems);

} // namespace swarm
