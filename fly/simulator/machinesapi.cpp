#include "fly/simulator/allowance.h"
#include "fly/simulator/ids.h"
#include "fly/simulator/machineconfig.h"
#include "fly/simulator/machinelife.h"
#include "fly/simulator/machineview.h"
#include "fly/simulator/regions.h"
#include "fly/simulator/routes.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static std::optional<Response> nameProblem(World &world, const App &app, const QString &name)
{
    for (const auto *other : world.machinesOf(app)) {
        if (!other->isDestroyed() && other->name == name) {
            return errorAnswer(
                409,
                u"already_exists: unique machine name violation, machine ID %1 already exists with name \"%2\""_s.arg(
                    other->id, name));
        }
    }
    return {};
}

static std::optional<Response> mountProblem(World &world, const App &app, const QJsonObject &config,
                                            const QString &region)
{
    const auto mounts = config[u"mounts"].toArray();
    if (mounts.isEmpty())
        return {};
    const auto id = mounts[0].toObject()[u"volume"].toString();
    const auto *volume = world.volume(id);
    // The id is wanted: a volume's name is not looked up.
    if (!volume || volume->appNumber != app.number || !volume->isMountable())
        return errorAnswer(404, u"volume %1 not found"_s.arg(id));
    if (!volume->isHostReachable)
        return errorAnswer(503, u"unavailable: the volume's host is unreachable"_s);
    if (!volume->machine.isEmpty())
        return errorAnswer(412, u"failed_precondition: volume is currently bound to machine: "_s + volume->machine);
    if (volume->region != region || volume->isHostFull || !world.hasRoom(region)) {
        return errorAnswer(412, u"insufficient resources to create new machine with existing volume '%1'"_s.arg(id),
                           u"volume_placement_capacity"_s);
    }
    return {};
}

//! A volume decides; otherwise the first region wished for that has room.
static QString chooseRegion(World &world, const Call &call)
{
    const auto wish = call.json[u"region"].toString();
    const auto wanted = wish.isEmpty() ? QStringList{nearestRegion()} : regionsOf(wish);
    const auto mount = call.json[u"config"][u"mounts"].toArray().at(0);
    if (const auto *volume = world.volume(mount[u"volume"].toString()); volume && wanted.contains(volume->region))
        return volume->region;
    const auto withRoom =
        std::ranges::find_if(wanted, [&world](const QString &region) { return world.hasRoom(region); });
    return withRoom == wanted.end() ? wanted.value(0) : *withRoom;
}

static std::optional<Response> secretsProblem(const Call &call)
{
    const int wanted = call.json[u"min_secrets_version"].toInt();
    if (wanted <= call.app->secretsVersion)
        return {};
    return errorAnswer(412, u"failed_precondition: secrets version %1 is not available yet"_s.arg(wanted));
}

//! Completes each mount with what Fly knows about the volume.
static QJsonObject withMounts(World &world, QJsonObject config)
{
    auto mounts = config.value(u"mounts").toArray();
    for (auto &&value : mounts) {
        auto mount = value.toObject();
        if (const auto *volume = world.volume(mount[u"volume"].toString())) {
            mount.insert(u"name"_s, volume->name);
            mount.insert(u"size_gb"_s, volume->sizeGb);
            mount.insert(u"encrypted"_s, volume->isEncrypted);
        }
        value = mount;
    }
    if (!mounts.isEmpty())
        config.insert(u"mounts"_s, mounts);
    return config;
}

static std::optional<Response> createProblem(World &world, const Call &call, const QString &region)
{
    const auto config = call.json[u"config"].toObject();
    if (auto problem = configProblem(config))
        return problem;
    if (region.isEmpty())
        return errorAnswer(422, u"region %1 not found"_s.arg(call.json[u"region"].toString()));
    if (auto problem = nameProblem(world, *call.app, call.json[u"name"].toString()))
        return problem;
    if (auto problem = secretsProblem(call))
        return problem;
    if (auto problem = machineAllowance(world, *call.app, config, region))
        return problem;
    if (auto problem = mountProblem(world, *call.app, config, region))
        return problem;
    if (!world.hasRoom(region))
        return errorAnswer(422, u"could not find a candidate host"_s, u"insufficient_capacity"_s);
    return {};
}

//! Gives the machine the lease that comes with a change of it, and its nonce; neither, when none is asked for.
static QString leaseWith(World &world, const Call &call, Machine &machine)
{
    const int seconds = call.json[u"lease_ttl"].toInt();
    if (seconds <= 0)
        return {};
    const auto nonce = machine.lease ? machine.lease->nonce : newNonce();
    machine.lease =
        Lease{.nonce = nonce, .owner = World::viewerEmail(), .expiresAt = world.clock().now() + seconds * 1000LL};
    return nonce;
}

static QJsonObject viewWith(const QString &nonce, const Machine &machine, qint64 now)
{
    auto view = machineView(machine, now);
    if (!nonce.isEmpty())
        view.insert(u"nonce"_s, nonce);
    return view;
}

static void createMachine(World &world, MachineLife &life, const Call &call, const Answer &answer)
{
    const auto region = chooseRegion(world, call);
    if (const auto problem = createProblem(world, call, region)) {
        answer(*problem);
        return;
    }
    const auto now = world.clock().stamp();
    const auto name = call.json[u"name"].toString();
    auto &machine = world.addMachine(
        {.id = newMachineId(),
         .name = name.isEmpty() ? newMachineName() : name,
         .appNumber = call.app->number,
         .app = call.app->name,
         .region = region,
         .instanceId = newUlid(now),
         .config = withMounts(world, storedConfig(call.json[u"config"].toObject())),
         .privateIp =
             u"fdaa:0:%1:a7b:%2:%3:%4:2"_s.arg(call.app->number, 0, 16).arg(randomHex(3), randomHex(4), randomHex(4)),
         .createdAt = now,
         .isCordoned = call.json[u"skip_service_registration"].toBool(),
         .keepsStopped = call.json[u"skip_launch"].toBool()});
    if (!call.json[u"skip_secrets"].toBool())
        machine.secrets = call.app->secretValues();
    if (auto *volume = world.volume(machine.mountedVolume())) {
        volume->machine = machine.id;
        world.changed(*volume);
    }
    const auto nonce = leaseWith(world, call, machine);
    call.app->hadMachine = true;
    life.begin(machine);
    // Fly answers when the record is made, not when it is asked to.
    world.clock().after(MachineLife::creating + std::chrono::milliseconds(20), &world,
                        [&world, id = machine.id, nonce, answer] {
                            const auto *made = world.machine(id);
                            answer(jsonAnswer(viewWith(nonce, *made, world.clock().now())));
                        });
}

static bool isInCsv(const QString &csv, const QString &word)
{
    return csv.isEmpty() || csv.split(u',').contains(word);
}

static Response listMachines(World &world, const Call &call)
{
    const auto regionCsv = call.request.queryValue(u"region"_s);
    const auto stateCsv = call.request.queryValue(u"state"_s);
    const bool showsGone = call.request.queryFlag(u"include_deleted"_s);
    const bool isSummary = call.request.queryFlag(u"summary"_s);
    const bool showsLeases = call.request.queryFlag(u"include_leases"_s);
    QMap<QString, QString> metadata;
    for (const auto &[key, value] : call.request.query().queryItems(QUrl::FullyDecoded)) {
        if (key.startsWith("metadata."_L1))
            metadata.insert(key.mid(9), value);
    }
    QJsonArray list;
    for (const auto *machine : world.machinesOf(*call.app)) {
        if ((machine->isDestroyed() && !showsGone) || !isInCsv(regionCsv, machine->region)
            || !isInCsv(stateCsv, machine->state))
            continue;
        const bool matches =
            std::all_of(metadata.keyBegin(), metadata.keyEnd(), [&metadata, machine](const QString &key) {
                return machine->metadata()[key].toString() == metadata[key];
            });
        if (!matches)
            continue;
        auto view = machineView(*machine, world.clock().now());
        if (isSummary && view[u"config"].isObject()) {
            view.remove(u"events"_s);
            view.insert(u"config"_s, machineInOrgList(*machine)[u"config"]);
        }
        const bool hasLease = machine->lease && machine->lease->expiresAt > world.clock().now();
        if (showsLeases && hasLease)
            view.insert(u"lease"_s, leaseView(*machine));
        list.append(view);
    }
    return jsonAnswer(list);
}

static Response updateMachine(World &world, MachineLife &life, const Call &call)
{
    auto &machine = *call.machine;
    const auto config = call.json[u"config"].toObject();
    if (auto problem = configProblem(config))
        return *problem;
    if (!machine.isHostReachable)
        return errorAnswer(503, u"unavailable: the machine's host is unreachable"_s);
    const auto current = call.json[u"current_version"].toString();
    if (!current.isEmpty() && current != machine.instanceId) {
        return errorAnswer(
            412, u"failed_precondition: current machine version is %1, expected %2"_s.arg(machine.instanceId, current));
    }
    const auto volume = config[u"mounts"].toArray().at(0).toObject()[u"volume"].toString();
    if (volume != machine.mountedVolume())
        return errorAnswer(400, u"invalid_argument: volume of an existing machine can't be changed"_s);
    if (auto problem = secretsProblem(call))
        return *problem;
    const bool isBigger = config[u"guest"].toObject()[u"memory_mb"].toInt() > machine.guest()[u"memory_mb"].toInt()
        || config[u"guest"].toObject()[u"cpus"].toInt() > machine.guest()[u"cpus"].toInt();
    if (isBigger && (machine.isHostFull || !world.hasRoom(machine.region))) {
        return errorAnswer(409,
                           u"aborted: could not reserve resource for machine: insufficient CPUs available to fulfill "
                           "request on the current host"_s,
                           u"insufficient_capacity"_s);
    }
    if (auto problem = machineAllowance(world, *call.app, config, machine.region, &machine))
        return *problem;
    if (auto refusal = life.update(machine, withMounts(world, config), call.json[u"skip_secrets"].toBool()))
        return *refusal;
    machine.keepsStopped = call.json[u"skip_launch"].toBool();
    const auto nonce = leaseWith(world, call, machine);
    return jsonAnswer(viewWith(nonce, machine, world.clock().now()));
}

void addMachineRoutes(Router &router, World &world, MachineLife &life)
{
    const auto all = u"/v1/apps/{app}/machines"_s;
    const auto one = all + u"/{id}"_s;
    router.addLater("POST"_ba, all, Router::Kind::Write,
                    [&](const Call &call, const Answer &answer) { createMachine(world, life, call, answer); });
    router.add("GET"_ba, all, Router::Kind::Listing, [&](const Call &call) { return listMachines(world, call); });
    router.add("GET"_ba, one, Router::Kind::GetMachine,
               [&](const Call &call) { return jsonAnswer(machineView(*call.machine, world.clock().now())); });
    router.add("POST"_ba, one, Router::Kind::Write, [&](const Call &call) { return updateMachine(world, life, call); });
    router.add("DELETE"_ba, one, Router::Kind::Write, [&](const Call &call) {
        const bool isForced = call.request.queryFlag(u"force"_s) || call.request.queryFlag(u"kill"_s);
        const auto refusal = life.destroy(*call.machine, isForced);
        return refusal ? *refusal : okAnswer();
    });
}

} // namespace swarm::simulator
