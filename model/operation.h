#pragma once

#include "model/backup.h"
#include "model/copies.h"
#include "model/error.h"
#include "model/instance.h"
#include "model/journalentry.h"
#include "model/network.h"
#include "model/verb.h"

#include <QMetaType>

#include <chrono>
#include <optional>
#include <vector>

namespace swarm {

using OperationId = int;

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
    bool isRecovery = false; //!< takes up one that was cut off
    std::optional<Recovery::End> recovered = {}; //!< what that came to
    bool wasAlreadySo = false; //!< there was nothing to do
    std::optional<Error> error = {};
    std::vector<Resource> removed = {}; //!< by a delete and the like
    int freedGb = 0; //!< by a delete
    std::optional<DiskSnapshot> snapshot = {}; //!< that it took
    std::optional<PreviousCopy> previous = {}; //!< that it left standing
    std::optional<Keepsake> keepsake = {}; //!< from which what it deleted can be restored
    std::vector<Address> addresses = {}; //!< that it added
    std::optional<Domain> domain = {}; //!< that it added
    std::optional<BackupResult> backup = {};
    qint64 doneBytes = 0; //!< of a backup
    qint64 allBytes = 0; //!< 0: not known yet
    QDateTime startedAt = {};
    QDateTime deadline = {}; //!< then it is asked to stop
    QDateTime endedAt = {};

    bool operator==(const Operation &) const = default;

    [[nodiscard]] bool isRunning() const { return state == State::Running; }
};

//! The steps a verb goes through when nothing goes wrong, in order.
[[nodiscard]] const std::vector<Step> &stepsOf(Verb verb);
//! How long it may take before it is asked to stop; its own waits end earlier.
[[nodiscard]] std::chrono::minutes patienceFor(Verb verb);
//! Whether asking it to stop makes sense in its present step.
[[nodiscard]] bool canCancel(const Operation &operation);
//! Whether it restarts an editor that runs, and so ends what is open in it.
[[nodiscard]] bool restartsEditor(Verb verb);

} // namespace swarm
