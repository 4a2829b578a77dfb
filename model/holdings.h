#pragma once

#include "model/async/task.h"
#include "model/orphan.h"

namespace swarm {

class Journal;
class Receipts;

//! What journals and receipts of this computer hold, so that nobody takes it for an orphan. Either may be missing.
[[nodiscard]] Task<Holdings> holdings(Journal *journal, const Receipts *receipts);

} // namespace swarm
