#include "fly/orphanfinder.h"

#include "fly/flyerror.h"
#include "fly/machineconfig.h"
#include "model/async/both.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto pauseBetween = 500ms;
constexpr std::chrono::milliseconds removalPatience = 60s; //!< a volume stays bound for a while after its machine
constexpr std::chrono::milliseconds lagPatience = 15s; //!< by then the organization's lists have caught up
constexpr int mostFailures = 3; //!< that may pass, of requests that were repeated each, before we give up

bool isAbsent(const Error &error)
{
    return error.kind() == Error::Kind::NotFound;
}

//! Whether to go on without what could not be read.
bool endsEverything(const Error &error)
{
    return error.code == ErrorCode::Cancelled || error.isTokenRefused();
}

std::unexpected<Error> refused(ErrorCode code, const QString &detail)
{
    return std::unexpected(Error{.code = code, .detail = detail});
}

bool isMachine(Orphan::Kind kind)
{
    using enum Orphan::Kind;
    return kind == Candidate || kind == Previous || kind == MachineWithoutDisk;
}

bool hasAddress(const std::vector<IpAssignment> &addresses, const QString &ip)
{
    return std::ranges::find(addresses, ip, &IpAssignment::ip) != addresses.end();
}

bool isHeld(const Orphan &orphan, const Holdings &held)
{
    return held.apps.contains(orphan.app) || held.machines.contains(orphan.id) || held.volumes.contains(orphan.id)
        || (!orphan.disk.isEmpty() && held.volumes.contains(orphan.disk));
}

//! Whether it is there at all, in whatever state.
bool isAmong(const Orphan &orphan, const AppSurvey &app)
{
    const auto isIt = [&orphan](const auto &thing) { return thing.id == orphan.id; };
    switch (orphan.kind) {
    case Orphan::Kind::Disk:
        return std::ranges::any_of(app.volumes,
                                   [&](const Volume &volume) { return isIt(volume) && !volume.isDying(); });
    case Orphan::Kind::Address:
        // Only what has no machines was asked for its addresses.
        return hasMachines(app) || hasAddress(app.addresses, orphan.id);
    case Orphan::Kind::EmptyApp:
    case Orphan::Kind::KeptSnapshot:
        return true;
    case Orphan::Kind::Candidate:
    case Orphan::Kind::Previous:
    case Orphan::Kind::MachineWithoutDisk:
        return std::ranges::any_of(app.machines,
                                   [&](const Machine &machine) { return isIt(machine) && !isGone(machine); });
    }
    Q_UNREACHABLE();
}

const Volume *diskOf(const Orphan &orphan, const AppSurvey &app)
{
    const auto isIt = [&orphan](const Volume &volume) { return volume.id == orphan.disk && !volume.isDying(); };
    const auto found = std::ranges::find_if(app.volumes, isIt);
    return isMachine(orphan.kind) && found != app.volumes.end() ? &*found : nullptr;
}

//! Whether an earlier attempt ended halfway: the machine is gone, and the disk that it certainly had is still there.
bool isDiskLeft(const Orphan &orphan, const AppSurvey &app)
{
    const auto *disk = diskOf(orphan, app);
    if (!disk || (!disk->attachedMachine.isEmpty() && disk->attachedMachine != orphan.id))
        return false;
    const auto hadIt = [&orphan](const Machine &machine) {
        const auto mounted = mountedVolume(machine);
        return machine.id == orphan.id && isGone(machine) && isOurs(machine) && mounted == orphan.disk;
    };
    return std::ranges::any_of(app.machines, hadIt);
}

} // namespace

OrphanFinder::OrphanFinder(FlyConnection &connection, const Clock &clock)
    : m_connection(connection)
    , m_fly(connection, Urgency::User)
    , m_clock(clock)
    , m_wait(m_fly, clock)
{
}

Task<Result<std::vector<Orphan>>> OrphanFinder::find(QString organization, Holdings held, std::stop_token stop)
{
    const auto all = co_await surveyAll(organization, stop);
    if (!all)
        co_return std::unexpected(all.error());

    std::vector<Orphan> orphans;
    for (const auto &app : suspiciousApps(**all, held)) {
        const auto seen = co_await survey(app, *all, stop);
        if (!seen)
            co_return std::unexpected(seen.error());
        if (*seen)
            std::ranges::move(orphansIn(**seen, **all, held), std::back_inserter(orphans));
    }
    co_return orphans;
}

Task<Result<OrphanFinder::AllSurveyed>> OrphanFinder::surveyAll(QString organization, std::stop_token stop)
{
    const auto [machines, volumes] = co_await both(m_fly.organizations.allMachines(organization, {}, stop),
                                                   m_fly.organizations.allVolumes(organization, {}, stop));
    if (!machines)
        co_return std::unexpected(machines.error());
    if (!volumes)
        co_return std::unexpected(volumes.error());
    const auto apps = co_await m_fly.apps.list(organization, stop);
    if (!apps)
        co_return std::unexpected(apps.error());

    auto silent = machines->errorRegions + volumes->errorRegions;
    silent.removeDuplicates();
    const auto now = m_connection.serverTime();
    co_return std::make_shared<const OrganizationSurvey>(
        OrganizationSurvey{.organization = organization,
                           .apps = *apps,
                           .machines = machines->rows,
                           .volumes = volumes->rows,
                           .silentRegions = silent,
                           .now = now.isValid() ? now : m_clock.now()});
}

Task<Result<std::optional<AppSurvey>>> OrphanFinder::survey(QString app, AllSurveyed all, std::stop_token stop)
{
    auto seen = surveyOf(app, *all);
    const MachineFilter everything{.includesDeleted = true};
    const auto [machines, volumes] =
        co_await both(m_fly.machines.list(app, everything, stop), m_fly.volumes.list(app, stop));
    if (machines && volumes) {
        seen.machines = *machines;
        seen.volumes = *volumes;
        seen.isConfirmed = agree(seen, *all);
        const auto detailed = co_await withDetails(std::move(seen), all, stop);
        if (!detailed)
            co_return std::unexpected(detailed.error());
        co_return *detailed;
    }
    const auto error = machines ? volumes.error() : machines.error();
    if (endsEverything(error))
        co_return std::unexpected(error);
    if (isAbsent(error)) {
        const auto found = co_await m_fly.apps.get(app, stop);
        if (!found && isAbsent(found.error()))
            co_return std::nullopt;
    }
    co_return seen;
}

Task<Result<AppSurvey>> OrphanFinder::withDetails(AppSurvey seen, AllSurveyed all, std::stop_token stop)
{
    auto detailed = co_await withLeases(std::move(seen), stop);
    if (detailed)
        detailed = co_await withSuccessors(std::move(*detailed), all, stop);
    if (detailed && !hasMachines(*detailed))
        detailed = co_await withAddresses(std::move(*detailed), stop);
    if (detailed && isEmpty(*detailed))
        detailed = co_await withLeftovers(std::move(*detailed), stop);
    co_return detailed;
}

Task<Result<bool>> OrphanFinder::isLeased(QString app, QString machine, std::stop_token stop)
{
    const auto lease = co_await m_fly.machines.lease(app, machine, stop);
    if (!lease && !isAbsent(lease.error()))
        co_return std::unexpected(lease.error());
    co_return lease.has_value();
}

Task<Result<AppSurvey>> OrphanFinder::withLeases(AppSurvey seen, std::stop_token stop)
{
    for (const auto &machine : seen.machines) {
        if (isGone(machine) || !isOurs(machine))
            continue;
        const auto leased = co_await isLeased(seen.app.name, machine.id, stop);
        if (!leased && endsEverything(leased.error()))
            co_return std::unexpected(leased.error());
        seen.isConfirmed = seen.isConfirmed && leased;
        seen.isLeased = seen.isLeased || leased.value_or(false);
    }
    co_return seen;
}

Task<Result<AppSurvey>> OrphanFinder::withSuccessors(AppSurvey seen, AllSurveyed all, std::stop_token stop)
{
    QSet<QString> instances;
    for (const auto &machine : seen.machines) {
        if (needsSuccessor(machine, seen.volumes))
            instances.insert(instanceIdOf(machine));
    }
    for (const auto &other : all->machines) {
        if (other.app == seen.app.name || !isInstance(other) || !instances.contains(instanceIdOf(other)))
            continue;
        const auto successor = co_await m_fly.machines.get(other.app, other.id, stop);
        if (!successor && endsEverything(successor.error()))
            co_return std::unexpected(successor.error());
        const auto leased = co_await isLeased(other.app, other.id, stop);
        if (!leased && endsEverything(leased.error()))
            co_return std::unexpected(leased.error());
        seen.isConfirmed = seen.isConfirmed && successor && leased;
        seen.isLeased = seen.isLeased || leased.value_or(false);
        if (successor)
            seen.elsewhere.push_back(*successor);
    }
    co_return seen;
}

Task<Result<AppSurvey>> OrphanFinder::withAddresses(AppSurvey seen, std::stop_token stop)
{
    const auto addresses = co_await m_fly.addresses.list(seen.app.name, stop);
    if (!addresses && endsEverything(addresses.error()))
        co_return std::unexpected(addresses.error());
    seen.isConfirmed = seen.isConfirmed && addresses;
    seen.addresses = addresses.value_or(std::vector<IpAssignment>());
    co_return seen;
}

Task<Result<AppSurvey>> OrphanFinder::withLeftovers(AppSurvey seen, std::stop_token stop)
{
    // Its age is in GraphQL only, which not every token may ask; the oldest thing in it is the next best.
    const auto createdAt = co_await m_fly.account.appCreatedAt(seen.app.name, stop);
    if (!createdAt && endsEverything(createdAt.error()))
        co_return std::unexpected(createdAt.error());
    seen.createdAt = createdAt.value_or(QDateTime());

    const auto secrets = co_await m_fly.secrets.list(seen.app.name, false, stop);
    if (!secrets && endsEverything(secrets.error()))
        co_return std::unexpected(secrets.error());
    seen.isConfirmed = seen.isConfirmed && secrets;
    if (secrets)
        std::ranges::transform(*secrets, std::back_inserter(seen.secrets), &AppSecret::name);

    for (const auto &volume : seen.volumes) {
        const auto snapshots = co_await m_fly.volumes.snapshots(seen.app.name, volume.id, stop);
        if (!snapshots && endsEverything(snapshots.error()))
            co_return std::unexpected(snapshots.error());
        for (const auto &snapshot : snapshots.value_or(std::vector<Snapshot>())) {
            seen.hasSnapshots = seen.hasSnapshots || snapshot.state != Snapshot::State::Failed;
            seen.snapshotBytes += snapshot.bytes;
        }
    }
    co_return seen;
}

Task<Result<void>> OrphanFinder::remove(Orphan orphan, Holdings held, std::stop_token stop)
{
    const auto sight = co_await lookAgain(orphan, held, stop);
    if (!sight)
        co_return std::unexpected(sight.error());
    if (*sight == Sight::Gone)
        co_return Result<void>();
    m_log.info(u"removing an orphan"_s, {{u"app"_s, orphan.app}, {u"id"_s, orphan.id}});
    switch (orphan.kind) {
    case Orphan::Kind::Disk:
        co_return co_await removeDisk(orphan.app, orphan.id, WrongState::Ends, stop);
    case Orphan::Kind::Address:
        co_return co_await releaseAddress(orphan.app, orphan.id, stop);
    case Orphan::Kind::EmptyApp:
    case Orphan::Kind::KeptSnapshot:
        co_return co_await removeApp(orphan.app, stop);
    case Orphan::Kind::Candidate:
    case Orphan::Kind::Previous:
    case Orphan::Kind::MachineWithoutDisk:
        co_return co_await removeMachine(orphan, stop);
    }
    Q_UNREACHABLE();
}

Task<Result<OrphanFinder::Sight>> OrphanFinder::lookAgain(Orphan orphan, Holdings held, std::stop_token stop)
{
    const auto began = m_clock.now();
    while (true) {
        const auto all = co_await surveyAll(orphan.organization, stop);
        if (!all)
            co_return std::unexpected(all.error());
        const auto app = co_await survey(orphan.app, *all, stop);
        if (!app)
            co_return std::unexpected(app.error());
        if (!*app)
            co_return Sight::Gone;
        const auto &seen = **app;
        if (seen.isConfirmed && !isAmong(orphan, seen) && !diskOf(orphan, seen))
            co_return Sight::Gone;
        if (isHeld(orphan, held) || seen.isLeased)
            co_return refused(ErrorCode::ResourceBusy, u"somebody is working on it"_s);
        const bool isSilent = (*all)->silentRegions.contains(orphan.region);
        if (seen.isConfirmed && !isSilent && isDiskLeft(orphan, seen))
            co_return Sight::AsTold;

        const auto orphans = orphansIn(seen, **all, held);
        const auto isIt = [&](const Orphan &other) { return other.kind == orphan.kind && other.id == orphan.id; };
        const auto found = std::ranges::find_if(orphans, isIt);
        const bool isStillThere = found != orphans.end();
        const bool isAsTold = isStillThere
            && (found->isSafe() || (found->safety() == Orphan::Safety::Choice && found->reason == orphan.reason));
        if (isAsTold && found->disk == orphan.disk && found->createdAt == orphan.createdAt)
            co_return Sight::AsTold;
        const bool mayPass = !seen.isConfirmed && orphan.safety() != Orphan::Safety::Never;
        if (!mayPass || began.msecsTo(m_clock.now()) >= m_clock.scaled(lagPatience).count())
            co_return refused(ErrorCode::ResourceWrongState, u"it is not what it was found to be"_s);
        co_await m_clock.sleepFor(pauseBetween, stop);
    }
}

Task<Result<void>> OrphanFinder::removeMachine(Orphan orphan, std::stop_token stop)
{
    const auto stopped = co_await stopMachine(orphan, stop);
    if (!stopped)
        co_return stopped;
    // Without force: should somebody start it right now, Fly.io refuses.
    Request send = [this, orphan, stop] { return m_fly.machines.removeQuiet(orphan.app, orphan.id, {}, stop); };
    Look look = [this, orphan] { return presenceOfMachine(orphan.app, orphan.id); };
    const auto removed = co_await takeAway(std::move(send), std::move(look), WrongState::Ends);
    if (!removed || orphan.disk.isEmpty())
        co_return removed;

    const auto freed = co_await removeDisk(orphan.app, orphan.disk, WrongState::Passes, {});
    if (freed)
        co_return freed;
    auto error = freed.error();
    error.undone = {{.kind = Resource::Kind::Machine, .name = orphan.id}};
    error.leftBehind = {{.kind = Resource::Kind::Volume, .name = orphan.disk}};
    co_return std::unexpected(error);
}

Task<Result<void>> OrphanFinder::stopMachine(Orphan orphan, std::stop_token stop)
{
    for (int attempt = 1;; ++attempt) {
        const auto machine = co_await m_fly.machines.get(orphan.app, orphan.id, stop);
        if (!machine && isAbsent(machine.error())) // whether that is so, the removal will see
            co_return Result<void>();
        if (!machine)
            co_return std::unexpected(machine.error());
        if (statusOf(machine->state) != Status::Running)
            co_return Result<void>();
        const auto sent = co_await m_fly.machines.stop(orphan.app, orphan.id, false, {}, stop);
        if (sent) {
            const auto asleep = co_await m_wait.until(orphan.app, *machine, Status::Stopped, stop);
            if (!asleep)
                co_return std::unexpected(asleep.error());
            co_return Result<void>();
        }
        if (!mayHaveHappened(sent.error()) || sent.error().code == ErrorCode::Cancelled || attempt == mostFailures)
            co_return sent;
        co_await m_clock.sleepFor(pauseBetween, stop);
    }
}

Task<Result<void>> OrphanFinder::removeDisk(QString app, QString id, WrongState wrongState, std::stop_token stop)
{
    Request send = [this, app, id, stop] { return m_fly.volumes.remove(app, id, stop); };
    Look look = [this, app, id] { return presenceOfDisk(app, id); };
    co_return co_await takeAway(std::move(send), std::move(look), wrongState);
}

Task<Result<void>> OrphanFinder::releaseAddress(QString app, QString ip, std::stop_token stop)
{
    Request send = [this, app, ip, stop] { return m_fly.addresses.release(app, ip, stop); };
    Look look = [this, app, ip] { return presenceOfAddress(app, ip); };
    co_return co_await takeAway(std::move(send), std::move(look), WrongState::Ends);
}

Task<Result<void>> OrphanFinder::removeApp(QString app, std::stop_token stop)
{
    Request send = [this, app, stop] { return m_fly.apps.removeQuiet(app, stop); };
    Look look = [this, app] { return presenceOfApp(app); };
    co_return co_await takeAway(std::move(send), std::move(look), WrongState::Ends);
}

Task<Result<void>> OrphanFinder::takeAway(Request send, Look look, WrongState wrongState)
{
    Result<void> sent;
    auto presence = Presence::There;
    int failures = 0;
    for (std::chrono::milliseconds waited{0}; waited < removalPatience; waited += pauseBetween) {
        if (presence == Presence::There)
            sent = co_await send();
        const auto seen = co_await look();
        const bool isLost = !sent && mayHaveHappened(sent.error());
        const bool isGone = seen && *seen == Presence::Gone;
        if (isGone && (sent || isLost || isAbsent(sent.error()))) // what is refused is there, whatever a look says
            co_return Result<void>();
        const bool isRefused = !sent && !isLost && !isAbsent(sent.error())
            && !(wrongState == WrongState::Passes && sent.error().code == ErrorCode::ResourceWrongState);
        failures += isLost || !seen ? 1 : 0;
        const bool isEnough = failures == mostFailures || (!sent && sent.error().code == ErrorCode::Cancelled);
        if (isRefused || isEnough)
            co_return sent ? std::unexpected(seen.error()) : sent;
        presence = seen && *seen == Presence::Going ? Presence::Going : Presence::There;
        co_await m_clock.sleepFor(pauseBetween);
    }
    co_return sent ? refused(ErrorCode::NetworkTimeout, u"it is still there"_s) : sent;
}

Task<Result<OrphanFinder::Presence>> OrphanFinder::presenceOfMachine(QString app, QString id)
{
    const auto machine = co_await m_fly.machines.get(app, id, {});
    if (!machine && isAbsent(machine.error()))
        co_return Presence::Gone;
    if (!machine)
        co_return std::unexpected(machine.error());
    if (isGone(*machine))
        co_return Presence::Gone;
    co_return statusOf(machine->state) == Status::Deleting ? Presence::Going : Presence::There;
}

Task<Result<OrphanFinder::Presence>> OrphanFinder::presenceOfDisk(QString app, QString id)
{
    const auto volume = co_await m_fly.volumes.get(app, id, {});
    if (!volume && isAbsent(volume.error()))
        co_return Presence::Gone;
    if (!volume)
        co_return std::unexpected(volume.error());
    co_return volume->isDying() ? Presence::Gone : Presence::There;
}

Task<Result<OrphanFinder::Presence>> OrphanFinder::presenceOfAddress(QString app, QString ip)
{
    const auto addresses = co_await m_fly.addresses.list(app, {});
    if (!addresses && isAbsent(addresses.error()))
        co_return co_await presenceOfApp(app); // gone with it, if it is
    if (!addresses)
        co_return std::unexpected(addresses.error());
    co_return hasAddress(*addresses, ip) ? Presence::There : Presence::Gone;
}

Task<Result<OrphanFinder::Presence>> OrphanFinder::presenceOfApp(QString app)
{
    const auto found = co_await m_fly.apps.get(app, {});
    if (!found && isAbsent(found.error()))
        co_return Presence::Gone;
    if (!found)
        co_return std::unexpected(found.error());
    co_return Presence::There;
}

} // namespace swarm
