#include "model/instance.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! Fly.io calls an update stuck after ten minutes, every other change after five.
bool isStuck(const Instance &instance, const QDateTime &now)
{
    if (statusOf(instance.state) != instance.status || !instance.updatedAt.isValid())
        return false; // an operation of ours says so before the machine does
    const int patienceSeconds = instance.status == Status::Updating ? 600 : 300;
    return isChanging(instance.status) && instance.updatedAt.secsTo(now) > patienceSeconds;
}

} // namespace

Health healthOf(const Instance &instance, const QDateTime &now)
{
    constexpr int graceSeconds = 60; // an editor that has just been started may fail its first checks
    if (!instance.isHostReachable)
        return Health::Unhealthy;
    switch (instance.status) {
    case Status::Running:
        if (instance.checks == CheckState::None || instance.checks == CheckState::Passing)
            return Health::Healthy;
        if (instance.checks == CheckState::Warning || instance.startedAt.secsTo(now) < graceSeconds)
            return Health::Recovering;
        return Health::Unhealthy;
    case Status::Stopped:
        return instance.ending.cause == Ending::Cause::OutOfMemory || instance.ending.cause == Ending::Cause::Crashed
            ? Health::Unhealthy
            : Health::Asleep;
    case Status::Suspended:
        return Health::Asleep;
    case Status::Failed:
    case Status::Missing:
    case Status::Unknown:
        return Health::Unhealthy;
    default:
        return isStuck(instance, now) ? Health::Unhealthy : Health::Recovering;
    }
}

} // namespace swarm
