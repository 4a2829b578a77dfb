#pragma once

#include "model/journalentry.h"
#include "model/operationrequest.h"

namespace swarm {

//! Whether an operation is a single request to the provider. Nobody knows whether one that was cut off was done, but
//! its journal says what was asked, and asking once more does no harm.
[[nodiscard]] bool isSingleRequest(Verb verb);
//! What such an operation asks for, as its journal keeps it.
[[nodiscard]] QJsonObject factsOf(const OperationRequest &request);
//! The same again. Without facts about it the request is empty but for verb and instance.
[[nodiscard]] OperationRequest requestFrom(const JournalEntry &entry);

//! Where they stand among the facts of a journal.
inline constexpr auto askedFact = "asked";

} // namespace swarm
