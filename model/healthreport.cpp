#include "model/healthreport.h"

namespace swarm {
namespace {

using Reason = HealthReport::Reason;
using Remedy = HealthReport::Remedy;

Reason reasonOf(const Instance &instance, Health health)
{
    if (!instance.isHostReachable)
        return Reason::HostUnreachable;
    if (instance.isSilent)
        return Reason::RegionSilent;
    switch (instance.status) {
    case Status::Running:
        if (health == Health::Healthy)
            return Reason::Fine;
        return health == Health::Recovering ? Reason::ChecksPending : Reason::ChecksFailing;
    case Status::Stopped:
        if (instance.ending.cause == Ending::Cause::OutOfMemory)
            return Reason::OutOfMemory;
        return instance.ending.cause == Ending::Cause::Crashed ? Reason::Crashed : Reason::Asleep;
    case Status::Suspended:
        return Reason::Asleep;
    case Status::Failed:
        return Reason::FailedState;
    case Status::Missing:
    case Status::Deleted:
        return Reason::Missing;
    case Status::Unknown:
        return Reason::UnknownState;
    default:
        return health == Health::Unhealthy ? Reason::Stuck : Reason::Changing;
    }
}

std::vector<Remedy> remediesFor(Reason reason, Status status)
{
    switch (reason) {
    case Reason::Fine:
    case Reason::Asleep:
        return {};
    case Reason::Changing:
    case Reason::ChecksPending:
    case Reason::RegionSilent:
    case Reason::UnknownState:
        return {Remedy::Wait};
    case Reason::ChecksFailing:
        return {Remedy::Restart, Remedy::Recreate};
    case Reason::Stuck:
        if (status == Status::Stopping || status == Status::Restarting)
            return {Remedy::StopByForce, Remedy::Recreate};
        return {Remedy::Recreate};
    case Reason::HostUnreachable:
        return {Remedy::Wait, Remedy::RestoreSnapshot};
    case Reason::OutOfMemory:
        return {Remedy::Resize, Remedy::Start};
    case Reason::Crashed:
        return {Remedy::Start, Remedy::Recreate};
    case Reason::FailedState:
        return {Remedy::Recreate};
    case Reason::Missing:
        return {Remedy::Recreate, Remedy::Forget};
    }
    Q_UNREACHABLE();
}

} // namespace

HealthReport healthReport(const Instance &instance, const QDateTime &now)
{
    HealthReport report{.health = healthOf(instance, now), .checks = instance.checks};
    report.reason = reasonOf(instance, report.health);
    report.remedies = remediesFor(report.reason, instance.status);
    if (instance.status == Status::Running && instance.startedAt.isValid())
        report.uptimeSeconds = std::max<qint64>(0, instance.startedAt.secsTo(now));
    if (isChanging(instance.status) && instance.updatedAt.isValid())
        report.changingSeconds = std::max<qint64>(0, instance.updatedAt.secsTo(now));
    return report;
}

} // namespace swarm
