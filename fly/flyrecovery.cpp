#include "fly/flyrecovery.h"

#include "fly/creation.h"
#include "fly/keeping.h"
#include "fly/machinecommands.h"
#include "fly/machineconfig.h"
#include "fly/machinelease.h"
#include "fly/reconfiguration.h"
#include "fly/previouscopies.h"
#include "fly/recreation.h"
#include "fly/replacing.h"
#include "fly/teardown.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::chrono::milliseconds settlingTime = 2min; //!< of a new app, from when its operation began
constexpr auto lookAgain = 200ms;

bool isGone(const Error &error)
{
    return error.kind() == Error::Kind::NotFound;
}

bool isAlive(const Machine &machine)
{
    const auto status = statusOf(machine.state);
    return status != Status::Deleted && status != Status::Deleting && status != Status::Failed;
}

} // namespace

FlyRecovery::FlyRecovery(FlyTools tools, JournalEntry entry, Progress progress)
    : m_tools(std::move(tools))
    , m_entry(std::move(entry))
    , m_progress(std::move(progress))
{
}

Task<Result<Recovery>> FlyRecovery::run()
{
    m_progress.entered(Step::LookingAround);
    switch (m_entry.verb) {
    case Verb::Create:
    case Verb::Clone:
        co_return co_await ofCreation();
    case Verb::Open:
    case Verb::Start:
    case Verb::Restart:
        co_return co_await ofCommand(Status::Running);
    case Verb::Stop:
        co_return co_await ofCommand(Status::Stopped);
    case Verb::Suspend:
        co_return co_await ofCommand(Status::Suspended);
    case Verb::Resize:
    case Verb::ChangeImage:
    case Verb::ChangeEnvironment:
    case Verb::ChangeIdleRule:
    case Verb::ChangePorts:
    case Verb::Configure:
    case Verb::RollBack:
    case Verb::Rename:
    case Verb::Extend:
        co_return co_await ofChange();
    case Verb::RotatePassword:
        co_return co_await ofRotation();
    case Verb::Snapshot:
        co_return co_await ofSnapshot();
    case Verb::Move:
    case Verb::RollBackData:
    case Verb::GoBack:
        co_return co_await ofReplacement();
    case Verb::Recreate:
        co_return co_await ofRecreation();
    case Verb::Delete:
    case Verb::Erase:
        co_return co_await ofRemoval();
    case Verb::Restore:
        co_return co_await ofRestore();
    case Verb::DropPrevious:
        co_return co_await ofDrop();
    case Verb::Adopt:
    case Verb::Forget:
    case Verb::AddAddress:
    case Verb::RemoveAddress:
    case Verb::AddDomain:
    case Verb::RemoveDomain:
    case Verb::BackUp:
    case Verb::RemoveOrphan:
        co_return Recovery(); // nothing is half done; single requests are asked for again by the model
    }
    Q_UNREACHABLE();
}

Task<Result<std::optional<Machine>>> FlyRecovery::livingMachine(QString app)
{
    const auto machines = co_await m_tools.fly.machines.list(app, {}, {});
    if (!machines && !isGone(machines.error()))
        co_return std::unexpected(machines.error());
    if (!machines)
        co_return std::optional<Machine>();
    const auto found = std::ranges::find_if(*machines, [this](const Machine &machine) {
        return instanceIdOf(machine) == m_entry.instance && isInstance(machine) && isAlive(machine);
    });
    co_return found == machines->end() ? std::optional<Machine>() : *found;
}

Task<Result<Recovery>> FlyRecovery::ofCreation()
{
    const auto app = m_entry.fact(u"app"_s);
    if (app.isEmpty())
        co_return Recovery();
    auto machine = co_await livingMachine(app);
    while (!machine && machine.error().httpStatus == 401 && isAppNew()) {
        co_await m_tools.clock.sleepFor(lookAgain);
        machine = co_await livingMachine(app);
    }
    if (!machine)
        co_return std::unexpected(machine.error());
    if (*machine) { // in everybody's list since it was made: somebody may work in it
        Instance known{.id = m_entry.instance, .name = m_entry.name, .app = app};
        co_return Recovery{.end = Recovery::End::Finished, .instance = instanceFrom(**machine, known)};
    }
    const InstanceSpec spec{.id = m_entry.instance, .name = m_entry.name};
    Creation creation(m_tools, spec, m_progress);
    creation.resume(app, m_entry.facts["app_made"_L1].toBool(), m_tools.clock.now());
    const auto undone = co_await creation.undone({});
    if (!undone.leftBehind.empty())
        co_return std::unexpected(undone);
    co_return Recovery{.end = undone.undone.empty() ? Recovery::End::Nothing : Recovery::End::Undone,
                       .removed = undone.undone};
}

bool FlyRecovery::isAppNew() const
{
    return m_entry.startedAt.msecsTo(m_tools.clock.now()) < m_tools.clock.scaled(settlingTime).count();
}

Task<Result<Recovery>> FlyRecovery::ofCommand(Status wanted)
{
    const auto machine = co_await m_tools.fly.machines.get(m_entry.before.app, m_entry.before.machine, {});
    if (!machine && !isGone(machine.error()))
        co_return std::unexpected(machine.error());
    if (!machine)
        co_return Recovery();
    const bool isThere = statusOf(machine->state) == wanted;
    co_return Recovery{.end = isThere ? Recovery::End::Finished : Recovery::End::Nothing,
                       .instance = instanceFrom(*machine, m_entry.before)};
}

Task<Result<Recovery>> FlyRecovery::ofChange()
{
    // Each is one request: Fly.io has carried it out as a whole, or not.
    co_await releaseLease();
    const auto machine = co_await m_tools.fly.machines.get(m_entry.before.app, m_entry.before.machine, {});
    if (!machine && !isGone(machine.error()))
        co_return std::unexpected(machine.error());
    if (!machine)
        co_return Recovery();
    const auto before = m_entry.fact(u"version_before"_s);
    auto isDone = !before.isEmpty() && machine->instanceId != before;
    auto now = instanceFrom(*machine, m_entry.before);
    if (m_entry.verb == Verb::Rename)
        isDone = now.name != m_entry.before.name;
    if (m_entry.verb == Verb::Extend) {
        const auto volume = co_await m_tools.fly.volumes.get(now.app, now.volume, {});
        if (!volume)
            co_return std::unexpected(volume.error());
        isDone = volume->sizeGb > m_entry.before.diskGb;
        now.diskGb = volume->sizeGb;
    }
    co_return Recovery{.end = isDone ? Recovery::End::Finished : Recovery::End::Nothing, .instance = now};
}

Task<Result<Recovery>> FlyRecovery::ofRotation()
{
    auto recovery = co_await ofChange();
    const bool isHalf = recovery && recovery->instance && recovery->end == Recovery::End::Nothing
        && !m_entry.fact(u"making_secret"_s).isEmpty();
    if (!isHalf)
        co_return recovery;
    // The app may have the new password while its machine goes on with the old one.
    constexpr qint64 whatTheAppHas = 1;
    Reconfiguration reconfiguration(m_tools, m_entry.before.app, m_entry.before.machine, m_progress);
    const auto changed = co_await reconfiguration.run(
        [](const QJsonObject &config) { return Result<QJsonObject>(config); }, whatTheAppHas);
    if (!changed)
        co_return std::unexpected(changed.error());
    co_return Recovery{.end = Recovery::End::Finished, .instance = instanceFrom(changed->machine, m_entry.before)};
}

Task<Result<Recovery>> FlyRecovery::ofSnapshot()
{
    const bool isBegun = !m_entry.fact(u"snapshot"_s).isEmpty();
    co_return Recovery{.end = isBegun ? Recovery::End::Finished : Recovery::End::Nothing, .instance = m_entry.before};
}

Task<Result<Recovery>> FlyRecovery::ofReplacement()
{
    Replacing replacing(m_tools, m_entry.before, m_progress);
    co_return co_await replacing.recover(m_entry);
}

Task<Result<Recovery>> FlyRecovery::ofRecreation()
{
    Recreation recreation(m_tools, m_entry.before, m_progress);
    co_return co_await recreation.recover(m_entry);
}

Task<Result<Recovery>> FlyRecovery::ofRemoval()
{
    if (!m_entry.facts["removing"_L1].toBool())
        co_return co_await ofRemovalNotBegun();
    Teardown teardown(m_tools, m_entry.before, m_progress.entered);
    if (m_entry.facts["keeps_app"_L1].toBool())
        teardown.keepApp();
    const auto removed = co_await teardown.run();
    if (!removed)
        co_return std::unexpected(removed.error());
    co_return Recovery{.end = Recovery::End::Finished, .removed = *removed};
}

Task<Result<Recovery>> FlyRecovery::ofRemovalNotBegun()
{
    const auto app = m_entry.before.app;
    const auto id = m_entry.before.machine;
    if (id.isEmpty()) // an erase: nothing of it was ever stopped
        co_return Recovery();
    const auto machine = co_await m_tools.fly.machines.get(app, id, {});
    if (!machine && !isGone(machine.error()))
        co_return std::unexpected(machine.error());
    if (!machine)
        co_return Recovery();
    const bool wasStopped = m_entry.facts["was_running"_L1].toBool() && statusOf(machine->state) != Status::Running;
    if (!wasStopped)
        co_return Recovery{.instance = instanceFrom(*machine, m_entry.before)};
    MachineCommands commands(m_tools);
    Progress quiet;
    const auto awake = co_await commands.bring(app, id, Status::Running, StopManner::Graceful, {}, quiet);
    if (!awake)
        co_return std::unexpected(awake.error());
    co_return Recovery{.end = Recovery::End::Undone, .instance = instanceFrom(awake->machine, m_entry.before)};
}

Task<Result<Recovery>> FlyRecovery::ofRestore()
{
    const auto app = m_entry.before.app;
    const auto machine = co_await livingMachine(app);
    if (!machine)
        co_return std::unexpected(machine.error());
    if (*machine)
        co_return Recovery{.end = Recovery::End::Finished, .instance = instanceFrom(**machine, m_entry.before)};
    Keeping keeping(m_tools, m_progress);
    const auto removed = co_await keeping.takeBackRestore({.instance = m_entry.instance, .app = app});
    if (!removed)
        co_return std::unexpected(removed.error());
    co_return Recovery{.end = removed->empty() ? Recovery::End::Nothing : Recovery::End::Undone, .removed = *removed};
}

Task<Result<Recovery>> FlyRecovery::ofDrop()
{
    PreviousCopies copies(m_tools, m_entry.before, m_progress);
    const auto dropped = co_await copies.drop();
    if (!dropped)
        co_return std::unexpected(dropped.error());
    const auto disk = co_await copies.dropVolume(m_entry.fact(u"dropping_volume"_s)); // its machine may be gone
    if (!disk)
        co_return std::unexpected(disk.error());
    co_return Recovery{.end = Recovery::End::Finished, .instance = m_entry.before, .removed = *dropped};
}

Task<void> FlyRecovery::releaseLease()
{
    MachineLease lease(m_tools, m_entry.before.app, m_entry.before.machine, m_progress);
    co_await lease.resume(m_entry);
    co_await lease.release();
}

} // namespace swarm
