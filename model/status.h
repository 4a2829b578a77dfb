#pragma once

#include <QString>

namespace swarm {

//! What an instance is doing, for every state that Fly.io has or may come to have.
enum class Status {
    Creating,
    Starting,
    Running,
    Restarting,
    Stopping,
    Stopped,
    Suspending,
    Suspended,
    Updating,
    Deleting,
    Deleted,
    Failed,
    Missing, //!< absent from two complete lists and not found by id
    Unknown, //!< a word we do not know: shown as itself, never as running
};

//! Whether an instance is well, judged by more than its state.
enum class Health { Healthy, Recovering, Unhealthy, Asleep };

//! The worst of the machine's checks.
enum class CheckState { None, Passing, Warning, Critical };

[[nodiscard]] Status statusOf(const QString &machineState);
//! Moving from one resting state to another: worth looking at more often.
[[nodiscard]] bool isChanging(Status status);
//! Running, or on its way there: somebody may be in it.
[[nodiscard]] bool isUp(Status status);
//! Stopped or suspended: costs no compute, and starting brings it back.
[[nodiscard]] bool isAsleep(Status status);
//! "running" and the like: the stable word that JSON carries.
[[nodiscard]] QString statusName(Status status);

} // namespace swarm
