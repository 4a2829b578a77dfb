#include "fly/flyprovider.h"

#include "fly/backup.h"
#include "fly/configchange.h"
#include "fly/creation.h"
#include "fly/flyrecovery.h"
#include "fly/instanceconfiguration.h"
#include "fly/instancedisk.h"
#include "fly/keeping.h"
#include "fly/logfollower.h"
#include "fly/machinecommands.h"
#include "fly/machineconfig.h"
#include "fly/metricexpression.h"
#include "fly/previouscopies.h"
#include "fly/recreation.h"
#include "fly/replacing.h"
#include "fly/teardown.h"
#include "model/async/both.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::chrono::milliseconds editorPatience = 3min;
constexpr auto shortestLook = 100ms;
constexpr auto longestLook = 2s;

} // namespace

FlyProvider::FlyProvider(FlyConnection &connection, const Clock &clock)
    : m_fly(connection, Urgency::User)
    , m_polls(connection, Urgency::Poll)
    , m_clock(clock)
    , m_wait(m_fly, clock)
    , m_reader(connection)
    , m_network(m_fly, clock)
    , m_orphans(connection, clock)
    , m_adoption(connection)
    , m_visitor(clock)
{
}

void FlyProvider::setReach(const QString &organization, const QStringList &apps)
{
    m_organization = organization;
    m_reader.setReach(organization, apps);
}

Task<Result<FleetReply>> FlyProvider::list(FleetQuery query)
{
    return m_reader.list(std::move(query));
}

Task<Result<Instance>> FlyProvider::inspect(Instance known)
{
    return m_reader.inspect(std::move(known));
}

Task<Result<RegionList>> FlyProvider::regions()
{
    co_return co_await m_fly.platform.regions({});
}

Task<Result<Instance>> FlyProvider::create(InstanceSpec spec, Progress progress)
{
    Creation creation(tools(), spec, progress);
    const auto machine = co_await creation.run();
    if (machine)
        co_return co_await opened(&creation, *machine, std::move(spec), std::move(progress));
    auto error = co_await creation.undone(machine.error());
    error = co_await withRegion(std::move(error), std::move(spec));
    co_return std::unexpected(error);
}

Task<Result<Instance>> FlyProvider::clone(Instance source, InstanceSpec spec, Progress progress)
{
    const auto machine = co_await m_reader.wholeMachine(source, progress.stop);
    if (!machine)
        co_return std::unexpected(machine.error());
    if (spec.snapshot.isEmpty()) {
        const auto snapshot = co_await takeSnapshot(source, 0, progress);
        if (!snapshot)
            co_return std::unexpected(snapshot.error());
        spec.snapshot = snapshot->id;
    }
    spec.size = source.size;
    spec.diskGb = std::max(spec.diskGb, source.diskGb);
    spec.idle = source.idle;
    spec.image = source.image;
    if (spec.region.isEmpty())
        spec.region = machine->region;
    Creation creation(tools(), spec, progress);
    creation.setConfig(pinnedConfig(*machine));
    const auto made = co_await creation.run();
    if (made)
        co_return co_await opened(&creation, *made, std::move(spec), std::move(progress));
    auto error = co_await creation.undone(made.error());
    error = co_await withRegion(std::move(error), std::move(spec));
    co_return std::unexpected(error);
}

Task<Result<Instance>> FlyProvider::opened(Creation *creation, Machine machine, InstanceSpec spec, Progress progress)
{
    Instance known{
        .id = spec.id, .name = spec.name, .app = creation->app(), .diskGb = spec.diskGb, .image = spec.image};
    const auto instance = co_await m_reader.completed(std::move(machine), std::move(known));
    if (spec.address == AddressKind::Private) // cannot be visited from here; the machine's own check tells
        co_return instance;
    const auto answers = co_await waitForEditor(instance, std::move(progress));
    if (!answers) {
        const auto error = co_await creation->undone(answers.error());
        co_return std::unexpected(error);
    }
    // Its checks and events have gone on since; when that cannot be read, what we know is good enough.
    const auto ready = co_await inspect(instance);
    co_return ready.value_or(instance);
}

Task<Error> FlyProvider::withRegion(Error error, InstanceSpec spec)
{
    if (error.code != ErrorCode::CapacityRegion && error.code != ErrorCode::CapacityHost
        && error.code != ErrorCode::CapacityVolume)
        co_return error;
    const auto regions = co_await regionsWithRoom({.near = spec.region, .size = spec.size, .diskGb = spec.diskGb});
    if (!regions)
        co_return error;
    // The one that has just refused may say by now that it has room: that is no advice.
    const auto other = std::ranges::find_if(*regions, [&spec](const QString &code) { return code != spec.region; });
    if (other != regions->end())
        error.regionWithRoom = *other;
    co_return error;
}

Task<Result<QStringList>> FlyProvider::regionsWithRoom(RoomRequest request)
{
    PlacementRequest wanted{
        .organization = m_organization, .guest = guestOf(request.size), .volumeBytes = qint64(request.diskGb) << 30};
    const auto [places, list] = co_await both(m_fly.platform.placements(std::move(wanted), {}), regions());
    if (!places)
        co_return std::unexpected(places.error());
    if (!list)
        co_return std::unexpected(list.error());
    QSet<QString> withRoom;
    for (const auto &place : *places)
        withRoom.insert(place.region);
    QStringList codes;
    for (const auto &region : byDistance(list->regions, request.near)) {
        if (!region.isDeprecated && withRoom.contains(region.code))
            codes << region.code;
    }
    co_return codes;
}

Task<Result<Outcome>> FlyProvider::start(Instance instance, Progress progress)
{
    co_return co_await bring(std::move(instance), Status::Running, StopManner::Graceful, std::move(progress));
}

Task<Result<Outcome>> FlyProvider::stop(Instance instance, StopManner manner, Progress progress)
{
    co_return co_await bring(std::move(instance), Status::Stopped, manner, std::move(progress));
}

Task<Result<Outcome>> FlyProvider::suspend(Instance instance, Progress progress)
{
    co_return co_await bring(std::move(instance), Status::Suspended, StopManner::Graceful, std::move(progress));
}

Task<Result<Outcome>> FlyProvider::restart(Instance instance, Progress progress)
{
    MachineCommands commands(tools());
    const auto running = co_await commands.restart(instance.app, instance.machine, std::move(progress));
    if (!running)
        co_return std::unexpected(running.error());
    const auto now = co_await m_reader.completed(*running, std::move(instance));
    co_return Outcome{.instance = now};
}

Task<Result<Outcome>> FlyProvider::bring(Instance instance, Status wanted, StopManner manner, Progress progress)
{
    MachineCommands commands(tools());
    const auto reached =
        co_await commands.bring(instance.app, instance.machine, wanted, manner, {}, std::move(progress));
    if (!reached)
        co_return std::unexpected(reached.error());
    const auto now = co_await m_reader.completed(reached->machine, std::move(instance));
    co_return Outcome{.instance = now, .wasAlreadySo = reached->wasAlreadySo};
}

Task<Result<Outcome>> FlyProvider::change(Instance instance, InstanceChange change, Progress progress)
{
    InstanceConfiguration setup(tools(), m_reader, m_network);
    co_return co_await setup.change(std::move(instance), std::move(change), std::move(progress));
}

Task<Result<Outcome>> FlyProvider::rollBack(Instance instance, QString version, RollBackManner manner,
                                            Progress progress)
{
    InstanceConfiguration setup(tools(), m_reader, m_network);
    co_return co_await setup.rollBack(std::move(instance), std::move(version), manner, std::move(progress));
}

Task<Result<std::vector<EarlierVersion>>> FlyProvider::earlierVersions(Instance instance)
{
    InstanceConfiguration setup(tools(), m_reader, m_network);
    co_return co_await setup.earlierVersions(std::move(instance));
}

Task<Result<Outcome>> FlyProvider::rename(Instance instance, QString name, Progress progress)
{
    InstanceConfiguration setup(tools(), m_reader, m_network);
    co_return co_await setup.rename(std::move(instance), std::move(name), std::move(progress));
}

Task<Result<Outcome>> FlyProvider::setPassword(Instance instance, QString password, Progress progress)
{
    InstanceConfiguration setup(tools(), m_reader, m_network);
    co_return co_await setup.setPassword(std::move(instance), std::move(password), std::move(progress));
}

Task<Result<QMap<QString, QString>>> FlyProvider::environment(Instance instance)
{
    InstanceConfiguration setup(tools(), m_reader, m_network);
    co_return co_await setup.environment(std::move(instance));
}

Task<Result<std::vector<ServicePort>>> FlyProvider::ports(Instance instance)
{
    InstanceConfiguration setup(tools(), m_reader, m_network);
    co_return co_await setup.ports(std::move(instance));
}

Task<Result<InstanceSpec>> FlyProvider::describe(Instance instance)
{
    InstanceConfiguration setup(tools(), m_reader, m_network);
    co_return co_await setup.describe(std::move(instance));
}

Task<Result<QString>> FlyProvider::findPassword(Instance instance)
{
    InstanceConfiguration setup(tools(), m_reader, m_network);
    co_return co_await setup.findPassword(std::move(instance));
}

Task<Result<QJsonObject>> FlyProvider::configuration(Instance instance)
{
    InstanceConfiguration setup(tools(), m_reader, m_network);
    co_return co_await setup.shown(std::move(instance));
}

Task<Result<Outcome>> FlyProvider::extendDisk(Instance instance, int sizeGb, Progress progress)
{
    InstanceDisk disk(tools(), m_reader);
    co_return co_await disk.extend(std::move(instance), sizeGb, std::move(progress));
}

Task<Result<std::vector<DiskSnapshot>>> FlyProvider::snapshots(Instance instance)
{
    InstanceDisk disk(tools(), m_reader);
    co_return co_await disk.snapshots(std::move(instance));
}

Task<Result<DiskSnapshot>> FlyProvider::takeSnapshot(Instance instance, int keptDays, Progress progress)
{
    InstanceDisk disk(tools(), m_reader);
    co_return co_await disk.takeSnapshot(std::move(instance), keptDays, std::move(progress));
}

Task<Result<Outcome>> FlyProvider::replace(Instance instance, Replacement replacement, Progress progress)
{
    Replacing replacing(tools(), std::move(instance), std::move(progress));
    co_return co_await replacing.run(std::move(replacement));
}

Task<Result<Outcome>> FlyProvider::recreate(Instance instance, Progress progress)
{
    Recreation recreation(tools(), instance, std::move(progress));
    const auto made = co_await recreation.run();
    if (!made)
        co_return std::unexpected(made.error());
    const auto now = co_await m_reader.completed(*made, std::move(instance));
    co_return Outcome{.instance = now};
}

Task<Result<std::vector<PreviousCopy>>> FlyProvider::previousCopies(Instance instance)
{
    PreviousCopies copies(tools(), std::move(instance), {});
    co_return co_await copies.list();
}

Task<Result<Outcome>> FlyProvider::goBack(Instance instance, Progress progress)
{
    PreviousCopies previous(tools(), instance, progress);
    const auto copies = co_await previous.list();
    if (!copies)
        co_return std::unexpected(copies.error());
    if (copies->empty())
        co_return std::unexpected(
            Error{.code = ErrorCode::ResourceNotFound, .detail = u"there is no earlier copy to go back to"_s});
    Replacing replacing(tools(), std::move(instance), std::move(progress));
    co_return co_await replacing.goBack(copies->front());
}

Task<Result<std::vector<Resource>>> FlyProvider::dropPrevious(Instance instance, Progress progress)
{
    PreviousCopies copies(tools(), std::move(instance), std::move(progress));
    co_return co_await copies.drop();
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
            co_return cancelled();
        lastWord = reply ? u"HTTP status %1"_s.arg(reply->status) : reply.error().detail;
        co_await m_clock.sleepFor(pause, progress.stop);
        pause = std::min<std::chrono::milliseconds>(pause * 3 / 2, longestLook); // a person is waiting
    }
    co_return std::unexpected(Error{.code = ErrorCode::NetworkTimeout,
                                    .detail = u"the editor does not answer: "_s + lastWord,
                                    .step = Step::WaitingForEditor});
}

Task<Result<std::vector<Resource>>> FlyProvider::torn(Instance instance, bool keepsApp, Progress progress)
{
    const auto noted = co_await progress.note({{u"keeps_app"_s, keepsApp}, {u"removing"_s, true}});
    if (!noted)
        co_return std::unexpected(noted.error());
    Teardown teardown(tools(), instance, progress.entered);
    if (keepsApp)
        teardown.keepApp();
    co_return co_await teardown.run();
}

Task<Result<std::vector<Resource>>> FlyProvider::remove(Instance instance, Progress progress)
{
    co_return co_await torn(std::move(instance), false, std::move(progress));
}

Task<Result<Keepsake>> FlyProvider::takeKeepsake(Instance instance, int days, Progress progress)
{
    Keeping keeping(tools(), std::move(progress));
    co_return co_await keeping.take(std::move(instance), days);
}

Task<Result<std::vector<Resource>>> FlyProvider::removeAllBut(Keepsake keepsake, Instance instance, Progress progress)
{
    instance.app = keepsake.app;
    co_return co_await torn(std::move(instance), true, std::move(progress));
}

Task<Result<Instance>> FlyProvider::restore(Keepsake keepsake, Progress progress)
{
    Keeping keeping(tools(), std::move(progress));
    const auto machine = co_await keeping.restore(keepsake);
    if (!machine)
        co_return std::unexpected(machine.error());
    const Instance known{
        .id = keepsake.instance, .name = keepsake.name, .app = keepsake.app, .diskGb = keepsake.diskGb};
    co_return co_await m_reader.completed(*machine, known);
}

Task<Result<std::vector<Resource>>> FlyProvider::erase(Keepsake keepsake, Progress progress)
{
    const Instance erased{.id = keepsake.instance, .name = keepsake.name, .app = keepsake.app};
    co_return co_await torn(erased, false, std::move(progress));
}

Task<Result<std::vector<Address>>> FlyProvider::addresses(Instance instance)
{
    co_return co_await m_network.addresses(instance.app, {});
}

Task<Result<AddressesAdded>> FlyProvider::addAddress(Instance instance, AddressRequest wanted, Progress progress)
{
    co_return co_await m_network.addAddress(instance.app, std::move(wanted), progress.stop);
}

Task<Result<void>> FlyProvider::removeAddress(Instance instance, QString ip, AddressRemoval manner, Progress progress)
{
    co_return co_await m_network.removeAddress(instance.app, std::move(ip), manner, progress.stop);
}

Task<Result<std::vector<Domain>>> FlyProvider::domains(Instance instance)
{
    co_return co_await m_network.domains(instance.app, {});
}

Task<Result<Domain>> FlyProvider::addDomain(Instance instance, QString hostname, Progress progress)
{
    co_return co_await m_network.addDomain(instance.app, std::move(hostname), progress.stop);
}

Task<Result<Domain>> FlyProvider::checkDomain(Instance instance, QString hostname, Progress progress)
{
    co_return co_await m_network.checkDomain(instance.app, std::move(hostname), progress.stop);
}

Task<Result<void>> FlyProvider::removeDomain(Instance instance, QString hostname, Progress progress)
{
    co_return co_await m_network.removeDomain(instance.app, std::move(hostname), progress.stop);
}

Task<Result<BackupResult>> FlyProvider::backUp(Instance instance, BackupTarget target, Progress progress, Copied copied)
{
    Backup backup(m_fly, m_wait, m_clock, instance, std::move(target), std::move(progress), std::move(copied));
    co_return co_await backup.run();
}

Task<Result<std::vector<Orphan>>> FlyProvider::orphans(Holdings held)
{
    co_return co_await m_orphans.find(m_organization, std::move(held), {});
}

Task<Result<void>> FlyProvider::removeOrphan(Orphan orphan, Holdings held, Progress progress)
{
    co_return co_await m_orphans.remove(std::move(orphan), std::move(held), progress.stop);
}

Task<Result<std::vector<AdoptionCandidate>>> FlyProvider::adoptionCandidates()
{
    co_return co_await m_adoption.candidates(m_organization, {});
}

Task<Result<Instance>> FlyProvider::adopt(AdoptionCandidate candidate, QString name, InstanceId id, Progress progress)
{
    auto adopted = co_await m_adoption.adopt(std::move(candidate), std::move(name), std::move(id),
                                             QStringLiteral(SWARM_VERSION), progress.stop);
    if (!adopted)
        co_return adopted;
    const auto address = co_await m_reader.addressOf(adopted->app);
    if (address)
        adopted->url = *address;
    co_return adopted;
}

Task<Result<std::vector<Series>>> FlyProvider::measure(Instance instance, Metric metric, TimeRange range)
{
    co_return co_await m_fly.metrics.range(m_organization, metricExpression(metric, instance.app), range, {});
}

Task<Result<void>> FlyProvider::followLog(Instance instance, LogDelivery deliver, std::stop_token stop)
{
    LogFollower follower(m_polls.logs, m_clock, instance.app, instance.machine);
    co_return co_await follower.follow(std::move(deliver), std::move(stop));
}

Task<Result<Recovery>> FlyProvider::recover(JournalEntry entry, Progress progress)
{
    FlyRecovery recovery(tools(), std::move(entry), std::move(progress));
    auto result = co_await recovery.run();
    if (result && result->instance) {
        const auto address = co_await m_reader.addressOf(result->instance->app);
        if (address)
            result->instance->url = *address;
    }
    co_return result;
}

} // namespace swarm
