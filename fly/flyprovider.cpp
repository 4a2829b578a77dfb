#include "fly/flyprovider.h"

#include "fly/creation.h"
#include "fly/flyerror.h"
#include "fly/machineconfig.h"
#include "fly/teardown.h"
#include "model/async/both.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto replicaLag = 60s; //!< a change this much older than the last answer may still turn up
constexpr std::chrono::milliseconds conflictPatience = 60s;
constexpr std::chrono::milliseconds editorPatience = 3min;
constexpr auto shortestLook = 100ms;
constexpr auto longestLook = 2s;
constexpr int mostLost = 3; //!< answers that got lost before we say so

Disk diskFrom(const Volume &volume)
{
    return {.app = volume.app,
            .volume = volume.id,
            .machine = volume.attachedMachine,
            .region = volume.region,
            .sizeGb = volume.sizeGb,
            .isDying = volume.isDying()};
}

//! An app's own lists leave out which app it is.
template <typename T> std::vector<T> inApp(std::vector<T> things, const QString &app)
{
    for (auto &thing : things)
        thing.app = app;
    return things;
}

} // namespace

FlyProvider::FlyProvider(FlyConnection &connection, const Clock &clock)
    : m_endpoints(connection.endpoints())
    , m_fly(connection, Urgency::User)
    , m_polls(connection, Urgency::Poll)
    , m_clock(clock)
    , m_wait(m_fly, clock)
    , m_visitor(clock)
{
}

void FlyProvider::setReach(const QString &organization, const QStringList &apps)
{
    m_organization = organization;
    m_apps = apps;
}

Task<Result<FleetReply>> FlyProvider::list(FleetQuery query)
{
    if (!m_apps.isEmpty())
        co_return co_await listApps();

    const auto after =
        query.since.isValid() ? query.since.addSecs(-std::chrono::seconds(replicaLag).count()) : QDateTime();
    const auto [machines, volumes] = co_await both(m_polls.organizations.allMachines(m_organization, after, {}),
                                                   m_polls.organizations.allVolumes(m_organization, after, {}));
    if (!machines)
        co_return std::unexpected(machines.error());
    if (!volumes)
        co_return std::unexpected(volumes.error());

    FleetReply reply{.isComplete = !query.since.isValid() && machines->errorRegions.isEmpty(),
                     .silentRegions = machines->errorRegions,
                     .nextSince = machines->lastUpdatedAt.isValid() ? machines->lastUpdatedAt : query.since};
    reply = co_await withMachines(std::move(reply), machines->rows);
    std::ranges::transform(volumes->rows, std::back_inserter(reply.disks), diskFrom);
    co_return reply;
}

Task<Result<FleetReply>> FlyProvider::listApps()
{
    // A token for some apps gets no list of the organization; each app's own list is whole and does not lag.
    FleetReply reply{.isComplete = true};
    for (const auto &app : std::as_const(m_apps)) {
        const auto [machines, volumes] =
            co_await both(m_polls.machines.list(app, {}, {}), m_polls.volumes.list(app, {}));
        const bool isGone = !machines && machines.error().kind() == Error::Kind::NotFound;
        if (isGone)
            continue;
        if (!machines)
            co_return std::unexpected(machines.error());
        if (!volumes)
            co_return std::unexpected(volumes.error());
        reply = co_await withMachines(std::move(reply), inApp(*machines, app));
        std::ranges::transform(inApp(*volumes, app), std::back_inserter(reply.disks), diskFrom);
    }
    co_return reply;
}

Task<FleetReply> FlyProvider::withMachines(FleetReply reply, std::vector<Machine> machines)
{
    for (const auto &machine : machines) {
        if (statusOf(machine.state) == Status::Deleted) {
            reply.gone << machine.id;
            continue;
        }
        if (!isInstance(machine))
            continue;
        const auto instance = co_await completed(machine, {});
        reply.instances.push_back(instance);
    }
    co_return reply;
}

Task<Instance> FlyProvider::completed(Machine machine, Instance known)
{
    auto instance = instanceFrom(machine, known);
    const auto address = co_await addressOf(instance.app);
    if (address)
        instance.url = *address;
    co_return instance;
}

Task<Result<QUrl>> FlyProvider::addressOf(QString app)
{
    if (m_addresses.contains(app))
        co_return m_addresses.value(app);
    auto pattern = m_endpoints.appTemplate;
    if (pattern.isEmpty() && m_endpoints.isFlyItself())
        pattern = u"https://{app}.fly.dev"_s;
    if (!pattern.isEmpty()) {
        m_addresses.insert(app, QUrl(pattern.replace("{app}"_L1, app)));
        co_return m_addresses.value(app);
    }
    const auto told = co_await m_fly.account.appUrl(app, {});
    if (!told)
        co_return told;
    m_addresses.insert(app, *told);
    co_return told;
}

Task<Result<Instance>> FlyProvider::inspect(Instance known)
{
    const auto machine = co_await m_polls.machines.get(known.app, known.machine, {});
    if (!machine)
        co_return std::unexpected(machine.error());
    co_return co_await completed(*machine, known);
}

Task<Result<RegionList>> FlyProvider::regions()
{
    co_return co_await m_fly.platform.regions({});
}

Task<Result<Instance>> FlyProvider::create(InstanceSpec spec, Progress progress)
{
    Creation creation(m_fly, m_wait, m_clock, m_organization, spec, progress);
    const auto machine = co_await creation.run();
    if (!machine) {
        const auto error = co_await creation.undone(machine.error());
        co_return std::unexpected(error);
    }
    Instance known{.id = spec.id, .name = spec.name, .app = creation.app(), .diskGb = spec.diskGb, .image = spec.image};
    const auto instance = co_await completed(*machine, std::move(known));
    if (spec.address == AddressKind::Private) // cannot be visited from here; the machine's own check tells
        co_return instance;
    const auto answers = co_await waitForEditor(instance, progress);
    if (!answers) {
        const auto error = co_await creation.undone(answers.error());
        co_return std::unexpected(error);
    }
    // Its checks and events have gone on since; when that cannot be read, what we know is good enough.
    const auto ready = co_await inspect(instance);
    co_return ready.value_or(instance);
}

Task<Result<Outcome>> FlyProvider::start(Instance instance, Progress progress)
{
    Command command = [this, instance, progress] {
        return m_fly.machines.start(instance.app, instance.machine, {}, progress.stop);
    };
    co_return co_await bring(instance, Status::Running, Step::StartingMachine, std::move(command), progress);
}

Task<Result<Outcome>> FlyProvider::stop(Instance instance, StopManner manner, Progress progress)
{
    Command command = [this, instance, manner, progress] {
        return m_fly.machines.stop(instance.app, instance.machine, manner == StopManner::Kill, {}, progress.stop);
    };
    co_return co_await bring(instance, Status::Stopped, Step::StoppingMachine, std::move(command), progress);
}

Task<Result<Outcome>> FlyProvider::suspend(Instance instance, Progress progress)
{
    Command command = [this, instance, progress] {
        return m_fly.machines.suspend(instance.app, instance.machine, {}, progress.stop);
    };
    co_return co_await bring(instance, Status::Suspended, Step::SuspendingMachine, std::move(command), progress);
}

Task<Result<Outcome>> FlyProvider::restart(Instance instance, Progress progress)
{
    const auto before = co_await m_fly.machines.get(instance.app, instance.machine, progress.stop);
    if (!before)
        co_return std::unexpected(before.error());
    progress.entered(Step::RestartingMachine);
    Command command = [this, instance, progress] {
        return m_fly.machines.restart(instance.app, instance.machine, {}, progress.stop);
    };
    const auto sent = co_await insist(instance.app, *before, std::move(command), progress.stop);
    if (!sent)
        co_return std::unexpected(sent.error());
    progress.entered(Step::WaitingForMachine);
    const auto running = co_await m_wait.until(instance.app, *before, Status::Running, progress.stop);
    if (!running)
        co_return std::unexpected(running.error());
    const auto now = co_await completed(*running, instance);
    co_return Outcome{.instance = now};
}

Task<Result<Outcome>> FlyProvider::bring(Instance instance, Status wanted, Step step, Command command,
                                         Progress progress)
{
    const auto before = co_await m_fly.machines.get(instance.app, instance.machine, progress.stop);
    if (!before)
        co_return std::unexpected(before.error());
    if (statusOf(before->state) == wanted) {
        const auto now = co_await completed(*before, instance);
        co_return Outcome{.instance = now, .wasAlreadySo = true};
    }
    progress.entered(step);
    const auto sent = co_await insist(instance.app, *before, std::move(command), progress.stop);
    if (!sent)
        co_return std::unexpected(sent.error());
    progress.entered(Step::WaitingForMachine);
    const auto after = co_await m_wait.until(instance.app, *before, wanted, progress.stop);
    if (!after)
        co_return std::unexpected(after.error());
    const auto now = co_await completed(*after, instance);
    co_return Outcome{.instance = now};
}

Task<Result<void>> FlyProvider::insist(QString app, Machine before, Command command, std::stop_token stop)
{
    // A machine that is just created, replaced or stopped refuses for some seconds, and so does one under a lease.
    const auto began = m_clock.now();
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
        if (!isLost && (!isPassing || began.msecsTo(m_clock.now()) >= m_clock.scaled(conflictPatience).count()))
            co_return done;
        co_await m_clock.sleepFor(pause, stop);
        pause = std::min<std::chrono::milliseconds>(pause * 2, longestLook);
    }
}

Task<Result<bool>> FlyProvider::hasMoved(QString app, Machine before, std::stop_token stop)
{
    const auto now = co_await m_fly.machines.get(app, before.id, stop);
    if (!now)
        co_return std::unexpected(now.error());
    const auto newest = [](const Machine &machine) { return machine.events[0]["id"_L1].toString(); };
    co_return now->state != before.state || newest(*now) != newest(before);
}

Task<Result<void>> FlyProvider::waitForEditor(Instance instance, Progress progress)
{
    progress.entered(Step::WaitingForEditor);
    const auto began = m_clock.now();
    auto pause = std::chrono::milliseconds(shortestLook);
    QString lastWord;
    while (began.msecsTo(m_clock.now()) < m_clock.scaled(editorPatience).count()) {
        HttpRequest request{.url = instance.url.resolved(QUrl(u"/healthz"_s)), .stop = progress.stop};
        const auto reply = co_await m_visitor.send(std::move(request));
        if (reply && reply->status == 200)
            co_return Result<void>();
        if (progress.stop.stop_requested())
            co_return std::unexpected(Error{.code = ErrorCode::Cancelled});
        lastWord = reply ? u"HTTP status %1"_s.arg(reply->status) : reply.error().detail;
        co_await m_clock.sleepFor(pause, progress.stop);
        pause = std::min<std::chrono::milliseconds>(pause * 3 / 2, longestLook); // a person is waiting
    }
    co_return std::unexpected(Error{.code = ErrorCode::NetworkTimeout,
                                    .detail = u"the editor does not answer: "_s + lastWord,
                                    .step = Step::WaitingForEditor});
}

Task<Result<std::vector<Resource>>> FlyProvider::remove(Instance instance, Progress progress)
{
    Teardown teardown(m_fly, m_clock, instance, progress.entered);
    co_return co_await teardown.run();
}

} // namespace swarm
