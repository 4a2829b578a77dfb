#include "fly/simulator/simulator.h"

#include "fly/simulator/controlapi.h"
#include "fly/simulator/demo.h"
#include "fly/simulator/frontdoor.h"
#include "fly/simulator/graphqlapi.h"
#include "fly/simulator/loginsessions.h"
#include "fly/simulator/lifelog.h"
#include "fly/simulator/machinelife.h"
#include "fly/simulator/migration.h"
#include "fly/simulator/metricstore.h"
#include "fly/simulator/orgreplica.h"
#include "fly/simulator/proxy.h"
#include "fly/simulator/routes.h"
#include "fly/simulator/snapshots.h"
#include "fly/simulator/transcript.h"
#include "fly/simulator/waits.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

//! Everything inside. The objects are children of the simulator as well, so that they move between threads with it.
struct Simulator::Parts {
    Parts(const Options &wanted, Simulator *owner)
        : options(wanted)
        , clock(options.timeScale)
        , world(clock, options.folder, owner)
        , life(world, owner)
        , waits(world, owner)
        , replica(world, owner)
        , snapshots(world, owner)
        , logins(world)
        , door(world, router, options, owner)
        , log(world)
        , lifeLog(world, log, CodeServers::programFor(options.editor).isEmpty(), owner)
        , history(world, owner)
        , metrics(world, history)
        , proxy(world, life, log, options.editor, owner)
    {
        addAppRoutes(router, world, life, options.newAppUnsettled);
        addMachineRoutes(router, world, life);
        addMachineActionRoutes(router, world, life, waits);
        addMetadataRoutes(router, world);
        addLeaseRoutes(router, world);
        addVolumeRoutes(router, world, snapshots);
        addExecRoutes(router, world);
        addProcessRoutes(router, world);
        addMemoryRoutes(router, world);
        addAddressRoutes(router, world);
        addSecretRoutes(router, world, showsSecrets);
        addCertificateRoutes(router, world);
        addOrgRoutes(router, world, replica);
        addPlatformRoutes(router, world);
        addTokenRoutes(router, world);
        addLoginRoutes(router, logins);
        addWebRoutes(router, world);
        addLogRoutes(router, world, log);
        addMetricRoutes(router, world, metrics);
        addGraphQlRoute(router, world, [owner](const QString &app) { return owner->appUrl(app).toString(); });
        addControlRoutes(router, *owner);
        world.setEditors(
            [this](const Machine &machine, const Request &request) { return proxy.visitInside(machine, request); });
        connect(&proxy, &Proxy::visited, &history, &MachineHistory::noteTraffic);
        connect(&door, &FrontDoor::answered, owner, &Simulator::answered);
    }

    Options options;
    bool showsSecrets = false;
    Clock clock;
    World world;
    MachineLife life;
    Waits waits;
    OrgReplica replica;
    Snapshots snapshots;
    LoginSessions logins;
    Router router;
    FrontDoor door;
    LogBook log;
    LifeLog lifeLog;
    MachineHistory history;
    MetricStore metrics;
    Proxy proxy;
};

Simulator::Simulator(Options options, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(options, this))
{
}

Simulator::~Simulator() = default;

bool Simulator::listen()
{
    return m_parts->door.listen(m_parts->options.port) && m_parts->proxy.listen();
}

QString Simulator::errorString() const
{
    return m_parts->door.port() == 0 ? m_parts->door.errorString() : m_parts->proxy.errorString();
}

QUrl Simulator::apiUrl() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_parts->door.port()));
}

QUrl Simulator::graphqlUrl() const
{
    return QUrl(u"http://127.0.0.1:%1/graphql"_s.arg(m_parts->door.port()));
}

QString Simulator::appUrlTemplate() const
{
    return u"http://{app}.localhost:%1"_s.arg(m_parts->proxy.port());
}

QUrl Simulator::appUrl(const QString &app) const
{
    return QUrl(appUrlTemplate().replace("{app}"_L1, app));
}

void Simulator::addFault(const Fault &fault)
{
    m_parts->door.faults().add(fault);
}

void Simulator::clearFaults()
{
    m_parts->door.faults().clear();
}

QList<SeenRequest> Simulator::requests() const
{
    return m_parts->door.seen();
}

QByteArrayList Simulator::calls() const
{
    QByteArrayList lines;
    for (const auto &seen : m_parts->door.seen())
        lines << seen.method + ' ' + seen.path.split('?').first();
    return lines;
}

QByteArray Simulator::transcript() const
{
    QByteArray lines;
    for (const auto &seen : m_parts->door.seen())
        lines += transcriptLine(seen);
    return lines;
}

void Simulator::forgetRequests()
{
    m_parts->door.forget();
}

bool Simulator::isEmpty() const
{
    return m_parts->world.isEmpty();
}

QJsonObject Simulator::state() const
{
    auto state = m_parts->world.toJson();
    state.insert(u"logs"_s, m_parts->log.toJson());
    state.insert(u"history"_s, m_parts->history.toJson());
    return state;
}

bool Simulator::load(const QJsonObject &state, QString *error)
{
    const bool isLoaded = m_parts->world.load(state, error);
    if (isLoaded && state.contains(u"logs"_s))
        m_parts->log.load(state[u"logs"].toObject());
    if (isLoaded && state.contains(u"history"_s))
        m_parts->history.load(state[u"history"].toObject());
    m_parts->replica.copyAll();
    return isLoaded;
}

void Simulator::populateDemo()
{
    addDemo(m_parts->world, m_parts->life);
    m_parts->replica.copyAll();
}

qint64 Simulator::now() const
{
    return m_parts->clock.now();
}

bool Simulator::setMachineState(const QString &machineId, const QString &state)
{
    auto *machine = m_parts->world.machine(machineId);
    if (machine)
        m_parts->life.force(*machine, state);
    return machine;
}

bool Simulator::exitMachine(const QString &machineId, int exitCode, bool oomKilled)
{
    auto *machine = m_parts->world.machine(machineId);
    if (machine)
        m_parts->life.exit(*machine, exitCode, oomKilled);
    return machine;
}

bool Simulator::destroyMachine(const QString &machineId)
{
    auto *machine = m_parts->world.machine(machineId);
    if (machine)
        m_parts->life.vanish(*machine);
    return machine;
}

bool Simulator::setHostReachable(const QString &id, bool isReachable)
{
    return changeHost(
        id, [isReachable](Machine &machine) { machine.isHostReachable = isReachable; },
        [isReachable](Volume &volume) { volume.isHostReachable = isReachable; });
}

void Simulator::setRegionSilent(const QString &region, bool isSilent)
{
    m_parts->world.setSilent(region, isSilent);
}

void Simulator::setRegionCapacity(const QString &region, bool hasRoom)
{
    m_parts->world.setRoom(region, hasRoom);
}

bool Simulator::setHostFull(const QString &id, bool isFull)
{
    return changeHost(
        id, [isFull](Machine &machine) { machine.isHostFull = isFull; },
        [isFull](Volume &volume) { volume.isHostFull = isFull; });
}

bool Simulator::setHostOld(const QString &id, bool isOld)
{
    return changeHost(id, [](Machine &) {}, [isOld](Volume &volume) { volume.isHostOld = isOld; });
}

//! A machine and its volume are on one host, whichever of them is named.
bool Simulator::changeHost(const QString &id, const std::function<void(Machine &)> &ofMachine,
                           const std::function<void(Volume &)> &ofVolume)
{
    auto &world = m_parts->world;
    auto *machine = world.machine(id);
    auto *volume = world.volume(machine ? machine->mountedVolume() : id);
    if (volume && !machine)
        machine = world.machine(volume->machine);
    if (machine) {
        ofMachine(*machine);
        world.changed(*machine);
    }
    if (volume) {
        ofVolume(*volume);
        world.changed(*volume);
    }
    return machine || volume;
}

QString Simulator::migrateMachine(const QString &machineId)
{
    auto *machine = m_parts->world.machine(machineId);
    return machine ? migrate(m_parts->world, m_parts->life, *machine) : QString();
}

Limits &Simulator::limits()
{
    return m_parts->world.limits();
}

bool Simulator::revertNextUpdate(const QString &machineId)
{
    auto *machine = m_parts->world.machine(machineId);
    if (machine)
        machine->revertsNextUpdate = true;
    return machine;
}

void Simulator::failNextLaunch()
{
    m_parts->life.failNextLaunch();
}

void Simulator::setOldLogin(bool isOld)
{
    m_parts->logins.setOld(isOld);
}

void Simulator::setOrgListLag(std::chrono::milliseconds lag)
{
    m_parts->replica.setLag(lag);
}

void Simulator::setOrgListPage(int rows)
{
    m_parts->replica.setLongestPage(rows);
}

void Simulator::setAutostopAfter(std::chrono::milliseconds time)
{
    m_parts->proxy.setAutostopAfter(time);
}

void Simulator::setDns(const QString &hostname, bool pointsHere)
{
    m_parts->world.setDns(hostname, pointsHere);
}

void Simulator::addForeignApp(const QString &name)
{
    m_parts->world.addForeignApp(name);
}

void Simulator::setShowsSecrets(bool doesShow)
{
    m_parts->showsSecrets = doesShow;
}

} // namespace swarm::simulator
