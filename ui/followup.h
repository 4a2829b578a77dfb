#pragma once

#include "model/operation.h"
#include "model/operationrequest.h"

#include <optional>

namespace swarm {

//! What takes back an operation that has succeeded, where that is possible.
struct FollowUp {
    QString word = {}; //!< "Undo", "Restore", "Go back…"
    OperationRequest request = {};
    bool asksFirst = false; //!< by the dialog of the request's verb, since it interrupts somebody or takes time
};

[[nodiscard]] std::optional<FollowUp> followUpOf(const Operation &operation);

} // namespace swarm
