#include "fly/flyprovider.h"

#include "fly/backup.h"
#include "fly/configchange.h"
#include "fly/creation.h"
#include "fly/earlierversions.h"
#include "fly/flyerror.h"
#include "fly/flyrecovery.h"
#include "fly/keeping.h"
#include "fly/machinecommands.h"
#include "fly/logfollower.h"
#include "fly/machineconfig.h"
#include "fly/metricexpression.h"
#include "fly/previouscopies.h"
#include "fly/recreation.h"
#include "fly/replacing.h"
#include "fly/serviceconfig.h"
#include "fly/teardown.h"
#include "model/scrubbed.h"
#include "model/async/both.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto replicaLag = 60s; //!< a change this much older than the last answer may still turn up
constexpr std::chrono::milliseconds editorPatience = 3min;
constexpr auto shortestLook = 100ms;
constexpr auto longestLook = 2s;

Disk diskFrom(const Volume &volume)
{
    return {.app = volume.app,
            .volume = volume.id,
            .machine = volume.attachedMachine,
            .region = volume.region,
            .sizeGb = volume.sizeGb,
            .isDying = volume.isDying()};
}

DiskSnapshot diskSnapshot(const Snapshot &snapshot, const QString &volume)
{
    using State = DiskSnapshot::State;
    const auto state = snapshot.state == Snapshot::State::Created ? State::Ready
        : snapshot.state == Snapshot::State::Failed               ? State::Failed
        : snapshot.state == Snapshot::State::Unknown              ? State::Unknown
                                                                  : State::UnderWay;
    return {.id = snapshot.id,
            .volume = volume,
            .state = state,
            .bytes = snapshot.bytes,
            .sizeGb = static_cast<int>(snapshot.volumeBytes >> 30),
            .keptDays = snapshot.retentionDays,
            .createdAt = snapshot.createdAt};
}

//! Ports can be refused; nothing else can.
Result<QJsonObject> changedConfig(const QJsonObject &config, const InstanceChange &change)
{
    auto closed = withoutPorts(withChange(config, change), change.closePorts);
    auto opened = closed ? withPorts(std::move(*closed), change.openPorts) : closed;
    if (opened)
        return std::move(*opened);
    return std::unexpected(Error{.code = ErrorCode::ApiInvalidRequest, .refusal = opened.error()});
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
    , m_network(m_fly, clock)
    , m_orphans(connection, clock)
    , m_adoption(connection)
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
        if (machine.config.isEmpty()) { // whose it is stands in what its host does not tell
            reply.dark << machine.id;
            continue;
        }
        if (roleOf(machine) == QLatin1StringView(role::previous))
            reply.copies.push_back({.instance = instanceIdOf(machine),
                                    .copy = {.machine = machine.id,
                                             .volume = mountedVolume(machine),
                                             .region = machine.region,
                                             .since = machine.updatedAt}});
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
    if (roleOf(*machine) == QLatin1StringView(role::previous)) // asleep beside another one, or beside none any more
        co_return std::unexpected(
            Error{.code = ErrorCode::ResourceNotFound, .detail = u"its machine no longer stands for it"_s});
    co_return co_await completed(*machine, known);
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
        co_return co_await opened(creation, *machine, std::move(spec), std::move(progress));
    auto error = co_await creation.undone(machine.error());
    error = co_await withRegion(std::move(error), std::move(spec));
    co_return std::unexpected(error);
}

Task<Result<Instance>> FlyProvider::clone(Instance source, InstanceSpec spec, Progress progress)
{
    const auto machine = co_await wholeMachine(source, progress.stop);
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
        co_return co_await opened(creation, *made, std::move(spec), std::move(progress));
    auto error = co_await creation.undone(made.error());
    error = co_await withRegion(std::move(error), std::move(spec));
    co_return std::unexpected(error);
}

Task<Result<Instance>> FlyProvider::opened(Creation &creation, Machine machine, InstanceSpec spec, Progress progress)
{
    Instance known{.id = spec.id, .name = spec.name, .app = creation.app(), .diskGb = spec.diskGb, .image = spec.image};
    const auto instance = co_await completed(std::move(machine), std::move(known));
    if (spec.address == AddressKind::Private) // cannot be visited from here; the machine's own check tells
        co_return instance;
    const auto answers = co_await waitForEditor(instance, std::move(progress));
    if (!answers) {
        const auto error = co_await creation.undone(answers.error());
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
    const auto now = co_await completed(*running, std::move(instance));
    co_return Outcome{.instance = now};
}

Task<Result<Outcome>> FlyProvider::bring(Instance instance, Status wanted, StopManner manner, Progress progress)
{
    MachineCommands commands(tools());
    const auto reached =
        co_await commands.bring(instance.app, instance.machine, wanted, manner, {}, std::move(progress));
    if (!reached)
        co_return std::unexpected(reached.error());
    const auto now = co_await completed(reached->machine, std::move(instance));
    co_return Outcome{.instance = now, .wasAlreadySo = reached->wasAlreadySo};
}

Task<Result<Machine>> FlyProvider::wholeMachine(Instance instance, std::stop_token stop)
{
    auto machine = co_await m_fly.machines.get(instance.app, instance.machine, std::move(stop));
    if (!machine || !machine->config.isEmpty())
        co_return machine;
    co_return std::unexpected(
        Error{.code = ErrorCode::ResourceWrongState, .detail = u"the machine's host cannot be reached"_s});
}

Task<Result<Outcome>> FlyProvider::reconfigured(Instance instance, Reconfiguration::Change change,
                                                qint64 minSecretsVersion, Progress progress)
{
    Reconfiguration reconfiguration(tools(), instance.app, instance.machine, std::move(progress));
    const auto changed = co_await reconfiguration.run(std::move(change), minSecretsVersion);
    if (!changed)
        co_return std::unexpected(changed.error());
    const auto now = co_await completed(changed->machine, std::move(instance));
    co_return Outcome{.instance = now, .wasAlreadySo = changed->wasAlreadySo};
}

Task<Result<Outcome>> FlyProvider::change(Instance instance, InstanceChange change, Progress progress)
{
    co_return co_await reconfigured(
        std::move(instance), [change](const QJsonObject &config) { return changedConfig(config, change); }, 0,
        std::move(progress));
}

Task<Result<Outcome>> FlyProvider::rollBack(Instance instance, QString version, RollBackManner manner,
                                            Progress progress)
{
    const auto earlier = co_await earlierConfig(instance, std::move(version), manner, progress.stop);
    if (!earlier)
        co_return std::unexpected(earlier.error());
    co_return co_await reconfigured(
        std::move(instance),
        [earlier = *earlier, manner](const QJsonObject &config) {
            return Result<QJsonObject>(rolledBack(config, earlier, manner));
        },
        0, std::move(progress));
}

Task<Result<QJsonObject>> FlyProvider::earlierConfig(Instance instance, QString version, RollBackManner manner,
                                                     std::stop_token stop)
{
    const auto machine = co_await wholeMachine(instance, stop);
    if (!machine)
        co_return std::unexpected(machine.error());
    const auto versions = co_await m_fly.machines.versions(instance.app, instance.machine, stop);
    if (!versions)
        co_return std::unexpected(versions.error());
    if (const auto found = earlierConfigIn(*versions, *machine, version, manner))
        co_return *found;
    co_return std::unexpected(Error{.code = ErrorCode::ResourceNotFound,
                                    .detail = version.isEmpty() ? u"there is no earlier version"_s
                                                                : u"there is no version %1"_s.arg(version)});
}

Task<Result<std::vector<EarlierVersion>>> FlyProvider::earlierVersions(Instance instance)
{
    const auto versions = co_await m_fly.machines.versions(instance.app, instance.machine, {});
    if (!versions)
        co_return std::unexpected(versions.error());
    co_return earlierVersionsFrom(*versions, instance.version);
}

Task<Result<Outcome>> FlyProvider::rename(Instance instance, QString name, Progress progress)
{
    progress.entered(Step::Renaming);
    const auto noted = co_await progress.note(u"name"_s, name);
    if (!noted)
        co_return std::unexpected(noted.error());
    QMap<QString, QString> values{{QString::fromLatin1(metadata::name), name}};
    const auto changed =
        co_await m_fly.machines.changeMetadata(instance.app, instance.machine, std::move(values), {}, progress.stop);
    if (!changed)
        co_return std::unexpected(changed.error());
    const auto now = co_await m_fly.machines.get(instance.app, instance.machine, {});
    instance.name = name;
    if (now)
        instance = co_await completed(*now, std::move(instance));
    co_return Outcome{.instance = instance};
}

Task<Result<Outcome>> FlyProvider::setPassword(Instance instance, QString password, Progress progress)
{
    progress.entered(Step::SettingPassword);
    Provisioner provisioner(tools(), instance.app, progress);
    const Resource secret{.kind = Resource::Kind::Secret, .name = u"PASSWORD"_s};
    const auto version = co_await provisioner.setSecret(u"PASSWORD"_s, std::move(password));
    if (!version) {
        auto error = version.error();
        if (mayHaveHappened(error))
            error.leftBehind.push_back(secret);
        co_return std::unexpected(error);
    }
    // A new version of the machine, or it would go on with the old password until somebody changes it.
    auto outcome = co_await reconfigured(
        std::move(instance), [](const QJsonObject &config) { return Result<QJsonObject>(config); },
        std::max<qint64>(*version, 1), std::move(progress));
    if (!outcome) // the machine's next version will have it, whoever makes that
        outcome.error().leftBehind.push_back(secret);
    co_return outcome;
}

Task<Result<QMap<QString, QString>>> FlyProvider::environment(Instance instance)
{
    const auto machine = co_await wholeMachine(std::move(instance), {});
    if (!machine)
        co_return std::unexpected(machine.error());
    QMap<QString, QString> variables;
    const auto env = machine->config["env"_L1].toObject();
    for (auto variable = env.begin(); variable != env.end(); ++variable)
        variables.insert(variable.key(), variable->toString());
    co_return variables;
}

Task<Result<std::vector<ServicePort>>> FlyProvider::ports(Instance instance)
{
    const auto machine = co_await wholeMachine(std::move(instance), {});
    if (!machine)
        co_return std::unexpected(machine.error());
    co_return extraPorts(machine->config);
}

Task<Result<InstanceSpec>> FlyProvider::describe(Instance instance)
{
    const auto machine = co_await wholeMachine(instance, {});
    if (!machine)
        co_return std::unexpected(machine.error());
    auto spec = specFrom(*machine, instance);
    const auto addresses = co_await m_network.addresses(instance.app, {});
    if (!addresses)
        co_return std::unexpected(addresses.error());
    spec.address = addressKindOf(*addresses);
    co_return spec;
}

Task<Result<QString>> FlyProvider::findPassword(Instance instance)
{
    const auto secrets = co_await m_fly.secrets.list(instance.app, true, {});
    if (!secrets)
        co_return std::unexpected(secrets.error());
    for (const auto &secret : *secrets) {
        if (secret.name == "PASSWORD"_L1 && !secret.value.isEmpty())
            co_return secret.value;
    }
    const auto machine = co_await m_fly.machines.get(instance.app, instance.machine, {});
    if (!machine)
        co_return std::unexpected(machine.error());
    const Error unknown{.code = ErrorCode::ResourceNotFound, .detail = u"Fly.io does not tell the password"_s};
    if (statusOf(machine->state) != Status::Running)
        co_return std::unexpected(unknown);
    const auto printed =
        co_await m_fly.machines.exec(instance.app, instance.machine, {u"printenv"_s, u"PASSWORD"_s}, 10s, {});
    if (!printed)
        co_return std::unexpected(printed.error());
    const auto password = QString::fromUtf8(printed->output).trimmed();
    if (printed->exitCode != 0 || password.isEmpty())
        co_return std::unexpected(unknown);
    co_return password;
}

Task<Result<Outcome>> FlyProvider::extendDisk(Instance instance, int sizeGb, Progress progress)
{
    const auto machine = co_await wholeMachine(instance, progress.stop);
    if (!machine)
        co_return std::unexpected(machine.error());
    instance = co_await completed(*machine, std::move(instance));
    const auto disk = co_await m_fly.volumes.get(instance.app, instance.volume, progress.stop);
    if (!disk)
        co_return std::unexpected(disk.error());
    instance.diskGb = disk->sizeGb;
    if (disk->sizeGb == sizeGb)
        co_return Outcome{.instance = instance, .wasAlreadySo = true};
    if (disk->sizeGb > sizeGb)
        co_return std::unexpected(Error{.code = ErrorCode::ApiInvalidRequest,
                                        .detail = u"the disk has %1 GB"_s.arg(disk->sizeGb),
                                        .refusal = Refusal::DiskOnlyGrows});
    const auto noted = co_await progress.note(u"size_gb"_s, sizeGb);
    if (!noted)
        co_return std::unexpected(noted.error());
    progress.entered(Step::ExtendingDisk);
    const auto extended = co_await m_fly.volumes.extend(instance.app, instance.volume, sizeGb, progress.stop);
    if (!extended)
        co_return std::unexpected(extended.error());
    instance.diskGb = extended->volume.sizeGb;
    if (!extended->needsRestart || instance.status != Status::Running)
        co_return Outcome{.instance = instance};
    co_return co_await restart(std::move(instance), std::move(progress));
}

Task<Result<std::vector<DiskSnapshot>>> FlyProvider::snapshots(Instance instance)
{
    const auto machine = co_await m_fly.machines.get(instance.app, instance.machine, {});
    if (machine)
        instance = instanceFrom(*machine, instance);
    else if (machine.error().kind() != Error::Kind::NotFound)
        co_return std::unexpected(machine.error());
    const auto found = co_await m_fly.volumes.snapshots(instance.app, instance.volume, {});
    if (!found)
        co_return std::unexpected(found.error());
    std::vector<DiskSnapshot> list;
    std::ranges::transform(*found, std::back_inserter(list),
                           [&](const Snapshot &snapshot) { return diskSnapshot(snapshot, instance.volume); });
    co_return list;
}

Task<Result<DiskSnapshot>> FlyProvider::takeSnapshot(Instance instance, int keptDays, Progress progress)
{
    const auto machine = co_await wholeMachine(instance, progress.stop);
    if (!machine)
        co_return std::unexpected(machine.error());
    instance = instanceFrom(*machine, instance);
    if (keptDays > 0) {
        const auto kept =
            co_await m_fly.volumes.setRetention(instance.app, instance.volume, keptDays, true, progress.stop);
        if (!kept)
            co_return std::unexpected(kept.error());
    }
    Provisioner provisioner(tools(), instance.app, std::move(progress));
    const auto taken = co_await provisioner.makeSnapshot(instance.volume);
    if (!taken)
        co_return std::unexpected(taken.error());
    co_return diskSnapshot(*taken, instance.volume);
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
    const auto now = co_await completed(*made, std::move(instance));
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
    co_return co_await completed(*machine, known);
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
    const auto address = co_await addressOf(adopted->app);
    if (address)
        adopted->url = *address;
    co_return adopted;
}

Task<Result<std::vector<Series>>> FlyProvider::measure(Instance instance, Metric metric, TimeRange range)
{
    co_return co_await m_fly.metrics.range(m_organization, metricExpression(metric, instance.app), range, {});
}

Task<Result<QJsonObject>> FlyProvider::configuration(Instance instance)
{
    const auto machine = co_await wholeMachine(std::move(instance), {});
    if (!machine)
        co_return std::unexpected(machine.error());
    auto config = machine->config;
    auto env = config["env"_L1].toObject();
    for (const auto &name : env.keys()) {
        const auto value = env[name].toString();
        if (namesSecret(name) || scrubbed(value) != value)
            env[name] = secretMark();
    }
    if (!env.isEmpty())
        config["env"_L1] = env;
    co_return config;
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
        const auto address = co_await addressOf(result->instance->app);
        if (address)
            result->instance->url = *address;
    }
    co_return result;
}

} // namespace swarm
