#include "fly/machinecommands.h"

#include "fly/flyerror.h"
#include "fly/machineconfig.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::chrono::milliseconds conflictPatience = 60s;
constexpr std::chrono::milliseconds destroyPatience = 60s;
constexpr std::chrono::milliseconds releasePatience = 60s; //!< a volume stays bound for a while after its machine
constexpr std::chrono::milliseconds checkPatience = 3min;
constexpr auto shortestLook = 100ms;
constexpr auto longestLook = 2s;
constexpr auto lookAgain = 500ms;
constexpr int mostLost = 3; //!< answers that got lost before we say so

Step stepTo(Status wanted)
{
    if (wanted == Status::Stopped)
        return Step::StoppingMachine;
    return wanted == Status::Suspended ? Step::SuspendingMachine : Step::StartingMachine;
}

} // namespace

MachineCommands::Command MachineCommands::commandFor(const QString &app, const QString &machine, Status wanted,
                                                     StopManner manner, const QString &lease,
                                                     const std::stop_token &stop)
{
    auto &machines = m_tools.fly.machines;
    if (wanted == Status::Running)
        return [=, &machines] { return machines.start(app, machine, lease, stop); };
    if (wanted == Status::Suspended)
        return [=, &machines] { return machines.suspend(app, machine, lease, stop); };
    return [=, &machines] { return machines.stop(app, machine, manner == StopManner::Kill, lease, stop); };
}

Task<Result<MachineCommands::Reached>> MachineCommands::bring(QString app, QString machine, Status wanted,
                                                              StopManner manner, QString lease, Progress progress)
{
    const auto before = co_await m_tools.fly.machines.get(app, machine, progress.stop);
    if (!before)
        co_return std::unexpected(before.error());
    if (statusOf(before->state) == wanted)
        co_return Reached{.machine = *before, .wasAlreadySo = true};
    progress.entered(stepTo(wanted));
    const auto sent =
        co_await insist(app, *before, commandFor(app, machine, wanted, manner, lease, progress.stop), progress.stop);
    if (!sent)
        co_return std::unexpected(sent.error());
    progress.entered(Step::WaitingForMachine);
    const auto after = co_await m_tools.wait.until(app, *before, wanted, progress.stop);
    if (!after)
        co_return std::unexpected(after.error());
    co_return Reached{.machine = *after};
}

Task<Result<Machine>> MachineCommands::restart(QString app, QString machine, Progress progress)
{
    const auto before = co_await m_tools.fly.machines.get(app, machine, progress.stop);
    if (!before)
        co_return before;
    progress.entered(Step::RestartingMachine);
    Command command = [=, this] { return m_tools.fly.machines.restart(app, machine, {}, progress.stop); };
    const auto sent = co_await insist(app, *before, std::move(command), progress.stop);
    if (!sent)
        co_return std::unexpected(sent.error());
    progress.entered(Step::WaitingForMachine);
    co_return co_await m_tools.wait.until(app, *before, Status::Running, progress.stop);
}

Task<Result<void>> MachineCommands::destroy(QString app, QString machine, QString lease)
{
    const auto deleted = co_await m_tools.fly.machines.remove(app, machine, lease, {});
    if (!deleted && deleted.error().kind() != Error::Kind::NotFound)
        co_return deleted;
    int lost = 0;
    for (std::chrono::milliseconds waited{0}; waited < destroyPatience; waited += lookAgain) {
        const auto seen = co_await m_tools.fly.machines.get(app, machine, {});
        if (!seen && seen.error().kind() == Error::Kind::NotFound)
            co_return Result<void>();
        if (!seen && ++lost > mostLost)
            co_return std::unexpected(seen.error());
        if (seen && statusOf(seen->state) == Status::Deleted)
            co_return Result<void>();
        co_await m_tools.clock.sleepFor(lookAgain);
    }
    co_return std::unexpected(Error{.code = ErrorCode::NetworkTimeout, .detail = u"the machine is still there"_s});
}

Task<Result<void>> MachineCommands::removeVolume(QString app, QString volume)
{
    for (std::chrono::milliseconds waited{0};; waited += lookAgain) {
        const auto deleted = co_await m_tools.fly.volumes.remove(app, volume, {});
        if (deleted)
            co_return deleted;
        const bool isAbsent = deleted.error().kind() == Error::Kind::NotFound;
        if (isAbsent) { // an answer is not yet a fact: as long as the volume can be found, it bills
            const auto seen = co_await m_tools.fly.volumes.get(app, volume, {});
            if (seen ? seen->isDying() : seen.error().kind() == Error::Kind::NotFound)
                co_return Result<void>();
        }
        const bool isPassing = isAbsent || deleted.error().code == ErrorCode::ResourceWrongState;
        if (!isPassing || waited >= releasePatience)
            co_return deleted;
        co_await m_tools.clock.sleepFor(lookAgain);
    }
}

Task<Result<Machine>> MachineCommands::untilChecked(QString app, QString machine, Progress progress)
{
    progress.entered(Step::CheckingEditor);
    const auto began = m_tools.clock.now();
    auto pause = std::chrono::milliseconds(shortestLook * 3);
    while (true) {
        const auto seen = co_await m_tools.wait.look(app, machine, progress.stop);
        if (!seen)
            co_return seen;
        const auto checks = instanceFrom(*seen, {}).checks;
        if (statusOf(seen->state) == Status::Running && (checks == CheckState::None || checks == CheckState::Passing))
            co_return seen;
        const auto status = statusOf(seen->state);
        if (isAsleep(status) || status == Status::Failed || status == Status::Deleted)
            co_return std::unexpected(Error{.code = ErrorCode::ResourceWrongState,
                                            .detail = u"the machine is "_s + seen->state,
                                            .step = Step::CheckingEditor});
        if (began.msecsTo(m_tools.clock.now()) >= m_tools.clock.scaled(checkPatience).count())
            co_return std::unexpected(Error{.code = ErrorCode::NetworkTimeout,
                                            .detail = u"the check of the editor does not pass"_s,
                                            .step = Step::WaitingForEditor});
        co_await m_tools.clock.sleepFor(pause, progress.stop);
        if (progress.isStopped())
            co_return cancelled();
        pause = std::min<std::chrono::milliseconds>(pause * 3 / 2, longestLook);
    }
}

Task<Result<void>> MachineCommands::insist(QString app, Machine before, Command command, std::stop_token stop)
{
    // A machine that is just created, replaced or stopped refuses for some seconds, and so does one under a lease.
    const auto began = m_tools.clock.now();
    auto pause = std::chrono::milliseconds(shortestLook);
    int lost = 0;
    while (true) {
        const auto done = co_await command();
        if (done || done.error().code == ErrorCode::Cancelled)
            co_return done;
        const bool isLost = mayHaveHappened(done.error());
        if (isLost) {
            const auto moved = co_await hasMoved(app, before, stop);
            if (!moved || ++lost > mostLost)
                co_return done;
            if (*moved)
                co_return Result<void>();
        }
        const bool isPassing =
            done.error().code == ErrorCode::ResourceWrongState || done.error().code == ErrorCode::ResourceBusy;
        if (!isLost
            && (!isPassing || began.msecsTo(m_tools.clock.now()) >= m_tools.clock.scaled(conflictPatience).count()))
            co_return done;
        if (done.error().code == ErrorCode::ResourceBusy) {
            const auto now = co_await m_tools.fly.machines.get(app, before.id, stop);
            if (now && roleOf(*now) != roleOf(before)) // whoever holds the lease is replacing it
                co_return done;
        }
        co_await m_tools.clock.sleepFor(pause, stop);
        pause = std::min<std::chrono::milliseconds>(pause * 2, longestLook);
    }
}

Task<Result<bool>> MachineCommands::hasMoved(QString app, Machine before, std::stop_token stop)
{
    const auto now = co_await m_tools.fly.machines.get(app, before.id, stop);
    if (!now)
        co_return std::unexpected(now.error());
    const auto newest = [](const Machine &machine) { return machine.events[0]["id"_L1].toString(); };
    co_return now->state != before.state || newest(*now) != newest(before);
}

} // namespace swarm
