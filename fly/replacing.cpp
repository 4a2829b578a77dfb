#include "fly/replacing.h"

#include "fly/configchange.h"
#include "fly/machineconfig.h"
#include "fly/reconfiguration.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto lookAgain = 1s;
constexpr int mostAgain = 2; //!< times that the old machine is put aside once more

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const auto &item : value.toArray())
        list << item.toString();
    return list;
}

//! Fly.io cannot fork everywhere; a snapshot and a restore do the same, only later.
bool mayNeedSnapshot(const Error &error)
{
    return error.code == ErrorCode::ApiInvalidRequest || error.code == ErrorCode::ApiUnsupportedOperation;
}

//! A machine that runs although it is to sleep.
Error withAwake(Error error, const QString &machine)
{
    error.leftBehind.push_back({.kind = Resource::Kind::Machine, .name = machine});
    return error;
}

} // namespace

Replacing::Replacing(FlyTools tools, Instance instance, Progress progress)
    : m_tools(tools)
    , m_commands(tools)
    , m_instance(std::move(instance))
    , m_progress(std::move(progress))
    , m_lease(tools, m_instance.app, m_instance.machine, m_progress)
    , m_provisioner(tools, m_instance.app, m_progress)
    , m_roles(tools, m_instance.app)
{
}

Task<Result<Outcome>> Replacing::run(Replacement replacement)
{
    const auto reserved = co_await reserve();
    if (!reserved)
        co_return std::unexpected(reserved.error());
    if (!m_isHostReachable && replacement.source == DataSource::Disk)
        co_return std::unexpected(Error{.code = ErrorCode::ResourceWrongState,
                                        .detail = u"the disk's host cannot be reached: only a snapshot can be used"_s});
    auto outcome = co_await replaced(std::move(replacement));
    co_await m_lease.release();
    if (!outcome || m_wasRunning)
        co_return outcome;
    const auto asleep = co_await m_commands.bring(m_instance.app, outcome->instance.machine, Status::Stopped,
                                                  StopManner::Graceful, {}, m_progress); // as it was found
    if (!asleep)
        co_return std::unexpected(withAwake(asleep.error(), outcome->instance.machine));
    outcome->instance = instanceFrom(asleep->machine, outcome->instance);
    co_return outcome;
}

Task<Result<Outcome>> Replacing::replaced(Replacement replacement)
{
    const auto volume = co_await copyDisk(replacement);
    if (!volume) {
        const auto error = co_await undone(volume.error());
        co_return std::unexpected(error);
    }
    const auto candidate = co_await makeCandidate(*volume);
    if (!candidate) {
        const auto error = co_await undone(candidate.error());
        co_return std::unexpected(error);
    }
    const auto switched = co_await switchTo(candidate->id);
    if (!switched) {
        const auto error = co_await undone(switched.error());
        co_return std::unexpected(error);
    }
    auto now = m_instance;
    now.volume = volume->id;
    now.diskGb = volume->sizeGb;
    now = instanceFrom(*switched, now);
    co_return Outcome{.instance = now, .previous = oldOnes()};
}

Task<Result<void>> Replacing::reserve()
{
    m_progress.entered(Step::LookingAround);
    const auto seen = co_await look();
    if (!seen)
        co_return seen;
    if (!m_isHostReachable)
        co_return co_await noteWhatThereIs();
    m_progress.entered(Step::ReservingMachine);
    const auto taken = co_await m_lease.take();
    if (!taken)
        co_return taken;
    auto still = co_await look(); // whoever held the lease may have replaced the machine
    if (still)
        still = co_await noteWhatThereIs();
    if (!still)
        co_await m_lease.release();
    co_return still;
}

Task<Result<void>> Replacing::look()
{
    const auto machines = co_await m_tools.fly.machines.list(m_instance.app, {}, m_progress.stop);
    if (!machines)
        co_return std::unexpected(machines.error());
    const auto volumes = co_await m_tools.fly.volumes.list(m_instance.app, m_progress.stop);
    if (!volumes)
        co_return std::unexpected(volumes.error());
    m_volumesBefore.clear();
    for (const auto &volume : *volumes)
        m_volumesBefore << volume.id;
    m_machinesBefore.clear();
    for (const auto &machine : *machines)
        m_machinesBefore << machine.id;
    const auto old = std::ranges::find(*machines, m_instance.machine, &Machine::id);
    if (old == machines->end())
        co_return std::unexpected(
            Error{.code = ErrorCode::ResourceNotFound, .detail = u"its machine is gone: recreate it first"_s});
    m_old = *old;
    if (roleOf(m_old) != QLatin1StringView(role::current))
        co_return std::unexpected(
            Error{.code = ErrorCode::ResourceBusy, .detail = u"its machine has been replaced meanwhile"_s});
    m_instance.name = instanceFrom(m_old, m_instance).name; // somebody may have renamed it
    const auto disk = std::ranges::find(*volumes, mountedVolume(m_old), &Volume::id);
    if (disk == volumes->end())
        co_return std::unexpected(Error{.code = ErrorCode::ResourceNotFound, .detail = u"it has no disk"_s});
    m_oldVolume = *disk;
    m_isHostReachable = !m_old.config.isEmpty();
    m_wasRunning = isUp(statusOf(m_old.state));
    m_provisioner.setKnownVolumes(m_volumesBefore);

    co_return Result<void>();
}

Task<Result<void>> Replacing::noteWhatThereIs()
{
    QJsonObject facts{{u"app"_s, m_instance.app},
                      {u"old_machine"_s, m_old.id},
                      {u"old_volume"_s, m_oldVolume.id},
                      {u"was_running"_s, m_wasRunning},
                      {u"machines_before"_s, QJsonArray::fromStringList(m_machinesBefore)},
                      {u"volumes_before"_s, QJsonArray::fromStringList(m_volumesBefore)}};
    co_return co_await m_progress.note(std::move(facts));
}

Task<Result<Volume>> Replacing::copyDisk(Replacement replacement)
{
    if (m_isHostReachable) { // so that nothing is written that the copy does not have
        const auto stopped = co_await m_commands.bring(m_instance.app, m_old.id, Status::Stopped, StopManner::Graceful,
                                                       m_lease.nonce(), m_progress);
        if (!stopped)
            co_return std::unexpected(stopped.error());
    }
    m_progress.entered(Step::CopyingDisk);
    VolumeRequest wanted{.name = m_oldVolume.name,
                         .region = replacement.region.isEmpty() ? m_old.region : replacement.region,
                         .sizeGb = m_oldVolume.sizeGb,
                         .guest = knownConfig(m_old)["guest"_L1].toObject()};
    if (replacement.source == DataSource::Snapshot)
        wanted.snapshot = replacement.snapshot;
    else
        wanted.source = m_oldVolume.id;
    const auto made = co_await m_provisioner.makeVolume(wanted);
    if (made || replacement.source == DataSource::Snapshot || !mayNeedSnapshot(made.error()))
        co_return made;
    const auto snapshot = co_await m_provisioner.makeSnapshot(m_oldVolume.id);
    if (!snapshot)
        co_return std::unexpected(snapshot.error());
    wanted.source.clear();
    wanted.snapshot = snapshot->id;
    co_return co_await m_provisioner.makeVolume(wanted);
}

Task<Result<Machine>> Replacing::makeCandidate(Volume volume)
{
    m_progress.entered(Step::CreatingMachine);
    const auto kept = co_await m_lease.keep();
    if (!kept)
        co_return std::unexpected(kept.error());
    auto source = m_old;
    source.config = knownConfig(m_old);
    auto config = withVolume(pinnedConfig(source), volume.id);
    config = withMetadata(config,
                          {{QString::fromLatin1(metadata::role), QString::fromLatin1(role::candidate)},
                           {QString::fromLatin1(metadata::id), m_instance.id},
                           {QString::fromLatin1(metadata::name), m_instance.name},
                           {QString::fromLatin1(metadata::schema), u"1"_s}});
    auto body = machineBody(u"editor-"_s + randomSuffix(), volume.region, config, 0);
    body.insert(u"skip_service_registration"_s, true);
    const auto made = co_await m_provisioner.makeMachine(std::move(body));
    if (!made)
        co_return made;
    m_progress.entered(Step::WaitingForMachine);
    const auto running = co_await m_tools.wait.until(m_instance.app, *made, Status::Running, m_progress.stop);
    if (!running)
        co_return running;
    const auto checked = co_await m_commands.untilChecked(m_instance.app, made->id, m_progress);
    if (!checked)
        co_return checked;
    m_progress.entered(Step::CopyingDisk);
    const auto whole = co_await m_provisioner.untilWhole(std::move(volume));
    if (!whole)
        co_return std::unexpected(whole.error());
    co_return checked;
}

Task<Result<Machine>> Replacing::switchTo(QString machine)
{
    m_progress.entered(Step::Switching);
    const auto kept = co_await m_lease.keep();
    if (!kept)
        co_return std::unexpected(kept.error());
    const auto noted = co_await m_progress.note(u"switching_to"_s, machine);
    if (!noted)
        co_return std::unexpected(noted.error());
    m_switchingTo = machine;
    const auto promoted = co_await m_roles.promote(machine, {});
    if (!promoted)
        co_return std::unexpected(promoted.error());
    m_switchedTo = machine;
    auto alone = co_await demoteOthers(machine);
    for (int again = 0; !alone && again < mostAgain; ++again) { // until then visitors may wake any of them
        co_await m_tools.clock.sleepFor(lookAgain);
        alone = co_await demoteOthers(machine);
    }
    if (!alone)
        co_return std::unexpected(alone.error());
    co_return co_await m_tools.wait.look(m_instance.app, machine, {});
}

Task<Result<void>> Replacing::demoteOthers(QString machine)
{
    const auto machines = co_await m_tools.fly.machines.list(m_instance.app, {}, {});
    if (!machines)
        co_return std::unexpected(machines.error());
    for (const auto &other : *machines) {
        const auto status = statusOf(other.state);
        const bool isThere = status != Status::Deleted && status != Status::Deleting;
        const bool isPut = roleOf(other) == QLatin1StringView(role::previous);
        if (other.id == machine || !isThere || isPut || instanceIdOf(other) != m_instance.id)
            continue;
        const auto nonce = other.id == m_old.id ? m_lease.nonce() : QString();
        const auto demoted = co_await m_roles.demote(other.id, nonce);
        if (!demoted)
            co_return demoted;
        if (!isUp(status))
            continue;
        const auto asleep = co_await m_commands.bring(m_instance.app, other.id, Status::Stopped, StopManner::Graceful,
                                                      nonce, m_progress);
        if (!asleep)
            co_return std::unexpected(withAwake(asleep.error(), other.id));
    }
    co_return Result<void>();
}

Task<Error> Replacing::undone(Error cause)
{
    if (!m_switchedTo.isEmpty()) // the new one is the instance's by now: the rest is finished at the next start
        co_return halfSwitched(std::move(cause));
    m_progress.entered(Step::Undoing);
    const auto removed = co_await removeCandidates();
    cause.undone = removed ? *removed : removed.error().undone;
    cause.leftBehind = removed ? std::vector<Resource>() : removed.error().leftBehind;
    co_return co_await withOldAwake(std::move(cause));
}

Task<Error> Replacing::withOldAwake(Error cause)
{
    if (!m_wasRunning || !m_isHostReachable)
        co_return cause;
    Progress quiet;
    const auto awake = co_await m_commands.bring(m_instance.app, m_old.id, Status::Running, StopManner::Graceful,
                                                 m_lease.nonce(), quiet);
    if (!awake)
        cause.leftBehind.push_back({.kind = Resource::Kind::Machine, .name = m_old.id});
    co_return cause;
}

Task<Result<std::vector<Resource>>> Replacing::removeCandidates()
{
    // What there is decides, not what we remember: an answer that got lost must not leave anything behind.
    std::vector<Resource> removed;
    std::vector<Resource> left;
    std::optional<Error> trouble;
    const auto note = [&](const Result<void> &result, Resource resource) {
        (result ? removed : left).push_back(resource);
        if (!result && !trouble)
            trouble = result.error();
    };
    const auto machines = co_await m_tools.fly.machines.list(m_instance.app, {}, {});
    const auto volumes = co_await m_tools.fly.volumes.list(m_instance.app, {});
    if (!machines || !volumes) {
        auto error = machines ? volumes.error() : machines.error();
        error.leftBehind.push_back({.kind = Resource::Kind::App, .name = m_instance.app});
        co_return std::unexpected(error);
    }
    QStringList kept;
    for (const auto &machine : *machines) {
        // One that is current is another computer's work, unless it is what we could not switch to.
        const bool isCandidate = roleOf(machine) == QLatin1StringView(role::candidate) || machine.id == m_switchingTo;
        const bool isOurs = instanceIdOf(machine) == m_instance.id && !m_machinesBefore.contains(machine.id);
        if (!isOurs || !isCandidate) {
            kept << machine.id;
            continue;
        }
        const auto gone = co_await m_commands.destroy(m_instance.app, machine.id, {});
        note(gone, {.kind = Resource::Kind::Machine, .name = machine.id});
    }
    for (const auto &volume : *volumes) {
        if (volume.isDying() || m_volumesBefore.contains(volume.id) || kept.contains(volume.attachedMachine))
            continue;
        const auto gone = co_await m_commands.removeVolume(m_instance.app, volume.id);
        note(gone, {.kind = Resource::Kind::Volume, .name = volume.id});
    }
    if (!trouble)
        co_return removed;
    trouble->undone = removed;
    trouble->leftBehind = left;
    co_return std::unexpected(*trouble);
}

Task<Result<Outcome>> Replacing::goBack(PreviousCopy copy)
{
    const auto noted = co_await m_progress.note(u"copy_machine"_s, copy.machine);
    if (!noted)
        co_return std::unexpected(noted.error());
    const auto reserved = co_await reserve();
    if (!reserved)
        co_return std::unexpected(reserved.error());
    const auto back = co_await broughtBack(copy);
    co_await m_lease.release();
    if (!back)
        co_return std::unexpected(back.error());

    auto now = m_instance;
    now.volume = copy.volume;
    now.diskGb = copy.diskGb;
    now = instanceFrom(*back, now);
    if (!m_wasRunning) {
        const auto asleep = co_await m_commands.bring(m_instance.app, copy.machine, Status::Stopped,
                                                      StopManner::Graceful, {}, m_progress);
        if (!asleep)
            co_return std::unexpected(withAwake(asleep.error(), copy.machine));
        now = instanceFrom(asleep->machine, now);
    }
    co_return Outcome{.instance = now, .previous = oldOnes()};
}

Task<Result<Machine>> Replacing::broughtBack(PreviousCopy copy)
{
    const auto awake = co_await awoken(copy.machine);
    if (!awake) {
        const auto error = co_await putAsleep(copy.machine, awake.error());
        co_return std::unexpected(error);
    }
    const auto switched = co_await switchTo(copy.machine);
    if (switched)
        co_return switched;
    if (!m_switchedTo.isEmpty())
        co_return std::unexpected(halfSwitched(switched.error()));
    const auto error = co_await putAsleep(copy.machine, switched.error());
    co_return std::unexpected(error);
}

Error Replacing::halfSwitched(Error cause) const
{
    cause.leftBehind.push_back({.kind = Resource::Kind::Machine, .name = m_old.id});
    return m_wasRunning ? cause : withAwake(std::move(cause), m_switchedTo);
}

Task<Result<void>> Replacing::awoken(QString machine)
{
    const auto stopped = co_await m_commands.bring(m_instance.app, m_old.id, Status::Stopped, StopManner::Graceful,
                                                   m_lease.nonce(), m_progress);
    if (!stopped)
        co_return std::unexpected(stopped.error());
    Reconfiguration reconfiguration(m_tools, m_instance.app, machine, {});
    const auto armed = co_await reconfiguration.runUnder(
        {}, [](const QJsonObject &config) { return Result<QJsonObject>(withAutostart(config, true)); });
    if (!armed)
        co_return std::unexpected(armed.error());
    const auto running =
        co_await m_commands.bring(m_instance.app, machine, Status::Running, StopManner::Graceful, {}, m_progress);
    if (!running)
        co_return std::unexpected(running.error());
    const auto checked = co_await m_commands.untilChecked(m_instance.app, machine, m_progress);
    co_return checked ? Result<void>() : std::unexpected(checked.error());
}

Task<Error> Replacing::putAsleep(QString machine, Error cause)
{
    m_progress.entered(Step::Undoing);
    Progress quiet;
    const auto asleep =
        co_await m_commands.bring(m_instance.app, machine, Status::Stopped, StopManner::Graceful, {}, quiet);
    const auto demoted = co_await m_roles.demote(machine, {});
    if (!asleep || !demoted)
        cause.leftBehind.push_back({.kind = Resource::Kind::Machine, .name = machine});
    co_return co_await withOldAwake(std::move(cause));
}

PreviousCopy Replacing::oldOnes() const
{
    return {.machine = m_old.id,
            .volume = m_oldVolume.id,
            .region = m_old.region,
            .diskGb = m_oldVolume.sizeGb,
            .since = m_tools.clock.now()};
}

Task<Result<Recovery>> Replacing::recover(JournalEntry entry)
{
    if (!entry.facts.contains("volumes_before"_L1)) { // nothing was begun but the lease
        co_await m_lease.resume(entry);
        co_await m_lease.release();
        co_return Recovery();
    }
    m_wasRunning = entry.facts["was_running"_L1].toBool();
    m_machinesBefore = strings(entry.facts["machines_before"_L1]);
    m_volumesBefore = strings(entry.facts["volumes_before"_L1]);
    co_await m_lease.resume(entry);
    const auto old = co_await m_tools.fly.machines.get(m_instance.app, entry.fact(u"old_machine"_s), {});
    const bool isOldGone = !old && old.error().kind() == Error::Kind::NotFound;
    if (!old && !isOldGone)
        co_return std::unexpected(old.error());
    m_old = old.value_or(Machine());
    m_isHostReachable = !m_old.config.isEmpty();
    if (m_isHostReachable && statusOf(m_old.state) != Status::Deleted && statusOf(m_old.state) != Status::Deleting) {
        const auto taken = co_await m_lease.take(); // another computer may be at it by now
        if (!taken)
            co_return std::unexpected(taken.error());
    }

    const auto target = entry.fact(u"switching_to"_s);
    if (!target.isEmpty()) {
        const auto there = co_await m_tools.fly.machines.get(m_instance.app, target, {});
        if (there && statusOf(there->state) != Status::Deleted) {
            const auto standing = co_await overtaker(target);
            if (!standing)
                co_return std::unexpected(standing.error());
            if (standing->id.isEmpty())
                co_return co_await finished(*there);
            co_return co_await leftTo(*standing);
        }
        if (!there && there.error().kind() != Error::Kind::NotFound)
            co_return std::unexpected(there.error());
    }
    m_wasRunning = m_wasRunning && roleOf(m_old) != QLatin1StringView(role::previous); // else it is to stay asleep
    co_return co_await takenBack(entry.fact(u"copy_machine"_s));
}

Task<Result<Machine>> Replacing::overtaker(QString target)
{
    const auto machines = co_await m_tools.fly.machines.list(m_instance.app, {}, {});
    if (!machines)
        co_return std::unexpected(machines.error());
    for (const auto &machine : *machines) {
        const bool isOthers = machine.id != target && !m_machinesBefore.contains(machine.id);
        const auto status = statusOf(machine.state);
        const bool isThere = status != Status::Deleted && status != Status::Deleting;
        if (isOthers && isThere && instanceIdOf(machine) == m_instance.id
            && roleOf(machine) == QLatin1StringView(role::current))
            co_return machine;
    }
    co_return Machine();
}

Task<Result<Recovery>> Replacing::leftTo(Machine standing)
{
    // Somebody may have worked in ours meanwhile, so it is kept as an earlier copy, not removed.
    const auto alone = co_await demoteOthers(standing.id);
    if (!alone)
        co_return std::unexpected(alone.error());
    co_await m_lease.release();
    co_return Recovery{.end = Recovery::End::Undone, .instance = instanceFrom(standing, m_instance)};
}

Task<Result<Recovery>> Replacing::finished(Machine target)
{
    const auto promoted = co_await m_roles.promote(target.id, {});
    if (!promoted)
        co_return std::unexpected(promoted.error());
    const auto alone = co_await demoteOthers(target.id);
    if (!alone)
        co_return std::unexpected(alone.error());
    if (!m_wasRunning) { // as it was found
        const auto asleep =
            co_await m_commands.bring(m_instance.app, target.id, Status::Stopped, StopManner::Graceful, {}, m_progress);
        if (!asleep)
            co_return std::unexpected(withAwake(asleep.error(), target.id));
    }
    co_await m_lease.release();
    const auto now = co_await m_tools.fly.machines.get(m_instance.app, target.id, {});
    if (!now)
        co_return std::unexpected(now.error());
    co_return Recovery{.end = Recovery::End::Finished, .instance = instanceFrom(*now, m_instance)};
}

Task<Result<Recovery>> Replacing::takenBack(QString copy)
{
    const auto removed = co_await removeCandidates();
    if (!removed)
        co_return std::unexpected(removed.error());
    auto trouble = Error();
    if (copy.isEmpty())
        trouble = co_await withOldAwake({});
    else
        trouble = co_await putAsleep(copy, {});
    if (!trouble.leftBehind.empty())
        co_return std::unexpected(trouble);
    co_await m_lease.release();
    const auto now = co_await m_tools.fly.machines.get(m_instance.app, m_instance.machine, {});
    Recovery recovery{.end = Recovery::End::Undone, .removed = *removed};
    if (now)
        recovery.instance = instanceFrom(*now, m_instance);
    co_return recovery;
}

} // namespace swarm
