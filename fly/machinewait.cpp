#include "fly/machinewait.h"

#include <QScopeGuard>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr int mostLongWaits = 2;
constexpr int mostLooks = 3;
constexpr std::chrono::milliseconds patience = 5min; //!< after which Fly.io calls a start or stop stuck
constexpr std::chrono::milliseconds commandLag = 15s; //!< by then a machine has left the state it was in
constexpr auto lookAgain = 1s;

QString wordOf(Status wanted)
{
    switch (wanted) {
    case Status::Stopped:
        return u"stopped"_s;
    case Status::Suspended:
        return u"suspended"_s;
    default:
        return u"started"_s;
    }
}

//! Whether a machine that is to reach another state never will by itself.
bool isDeadEnd(Status now, bool isLate)
{
    if (now == Status::Failed || now == Status::Deleted)
        return true;
    // At first the state may still be the one before the command.
    return isLate && isAsleep(now);
}

} // namespace

Task<Result<Machine>> MachineWait::until(QString app, Machine machine, Status wanted, std::stop_token stop)
{
    const auto started = m_clock.now();
    while (true) {
        co_await oneTurn(app, machine, wanted, stop);
        if (stop.stop_requested())
            co_return cancelled();
        const auto seen = co_await look(app, machine.id, stop);
        if (!seen)
            co_return seen;
        const auto now = statusOf(seen->state);
        if (now == wanted)
            co_return *seen;
        const auto waited = started.msecsTo(m_clock.now());
        if (isDeadEnd(now, waited >= m_clock.scaled(commandLag).count()))
            co_return std::unexpected(
                Error{.code = ErrorCode::ResourceWrongState, .detail = u"the machine is "_s + seen->state});
        if (waited >= m_clock.scaled(patience).count())
            co_return std::unexpected(
                Error{.code = ErrorCode::NetworkTimeout, .detail = u"the machine is still "_s + seen->state});
        machine.instanceId = seen->instanceId;
    }
}

Task<Result<Machine>> MachineWait::look(QString app, QString machine, std::stop_token stop)
{
    for (int looks = 1;; ++looks) {
        const auto seen = co_await m_fly.machines.get(app, machine, stop);
        if (seen || seen.error().code == ErrorCode::Cancelled || looks == mostLooks)
            co_return seen;
        co_await m_clock.sleepFor(lookAgain, stop);
    }
}

Task<> MachineWait::oneTurn(QString app, Machine machine, Status wanted, std::stop_token stop)
{
    if (m_longWaits < mostLongWaits) {
        ++m_longWaits;
        const auto leave = qScopeGuard([this] { --m_longWaits; });
        const auto reached = co_await m_fly.machines.wait(app, machine.id, machine.instanceId, wordOf(wanted), stop);
        if (reached || reached.error().httpStatus == 408)
            co_return;
    }
    co_await m_clock.sleepFor(lookAgain, stop);
}

} // namespace swarm
