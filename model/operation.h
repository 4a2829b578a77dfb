#pragma once

#include "model/error.h"
#include "model/instance.h"

#include <QMetaType>

#include <optional>
#include <vector>

namespace swarm {

using OperationId = int;

enum class Verb { Create, Open, Start, Stop, Suspend, Restart, Delete };

//! One thing the user asked for, and how far it is. A value: copies are snapshots.
struct Operation {
    enum class State { Running, Succeeded, Failed, Cancelled };

    OperationId id = 0;
    Verb verb = Verb::Open;
    InstanceId instance = {};
    QString name = {}; //!< the instance's, kept for when it is gone
    State state = State::Running;
    Step step = Step::Validating; //!< the one it is in, or ended in
    int stepNumber = 0; //!< from 1; 0 before the first
    int stepCount = 0;
    bool isCancelling = false;
    bool wasAlreadySo = false; //!< there was nothing to do
    std::optional<Error> error = {};
    std::vector<Resource> removed = {}; //!< by a delete
    int freedGb = 0; //!< by a delete
    QDateTime startedAt = {};
    QDateTime endedAt = {};

    bool operator==(const Operation &) const = default;

    [[nodiscard]] bool isRunning() const { return state == State::Running; }
};

//! The steps a verb goes through when nothing goes wrong, in order.
[[nodiscard]] const std::vector<Step> &stepsOf(Verb verb);
//! Whether asking it to stop makes sense in its present step.
[[nodiscard]] bool canCancel(const Operation &operation);

} // namespace swarm
