#pragma once

#include "model/fileproblem.h"

#include <QString>

namespace swarm {

//! What was not as it should be with records on disk, in one sentence; empty when all was well.
[[nodiscard]] QString recordSentence(const FileProblems &problems);
//! A line for each of them: the file, what it is, where it went.
[[nodiscard]] QString recordDetails(const FileProblems &problems);

} // namespace swarm
