#pragma once

#include "model/instance.h"

#include <vector>

namespace swarm {

//! How an instance is, why, and what helps. From the machine's state and checks alone: nobody visits its address, which
//! would wake it.
struct HealthReport {
    enum class Reason {
        Fine,
        Asleep,
        Changing,
        ChecksPending, //!< the editor has just been started
        ChecksFailing,
        Stuck, //!< in a change for longer than it ever takes
        HostUnreachable,
        RegionSilent, //!< what is known of it is old
        OutOfMemory,
        Crashed,
        FailedState,
        Missing,
        UnknownState,
    };
    enum class Remedy { Wait, Start, Restart, StopByForce, Resize, Recreate, RestoreSnapshot, Forget };

    Health health = Health::Healthy;
    Reason reason = Reason::Fine;
    CheckState checks = CheckState::None;
    qint64 uptimeSeconds = -1; //!< since the last start; -1: it does not run, or nobody knows
    qint64 changingSeconds = -1; //!< in a change for so long; -1: in none
    std::vector<Remedy> remedies = {}; //!< what helps most first

    bool operator==(const HealthReport &) const = default;
};

[[nodiscard]] HealthReport healthReport(const Instance &instance, const QDateTime &now);

} // namespace swarm
