#include "fly/simulator/world.h"

#include "fly/simulator/ids.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

World::World(Clock &clock, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_tokens(clock)
    , m_foreignApps{u"taken"_s}
{
    if (folder.isEmpty()) {
        m_temporary = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/flysim-XXXXXX"_s);
        m_folder = QDir(m_temporary->path());
    } else {
        QDir().mkpath(folder);
        m_folder = QDir(folder);
    }
}

App *World::app(const QString &name)
{
    const auto it = m_apps.find(name);
    return it == m_apps.end() ? nullptr : &it->second;
}

Machine *World::machine(const QString &id)
{
    const auto it = m_machines.find(id);
    return it == m_machines.end() ? nullptr : &it->second;
}

Volume *World::volume(const QString &id)
{
    constexpr qint64 shownAfterEndMs = 24 * 60 * 60 * 1000LL;
    const auto it = m_volumes.find(id);
    const bool isForgotten =
        it != m_volumes.end() && it->second.destroyedAt > 0 && m_clock.now() > it->second.destroyedAt + shownAfterEndMs;
    return it == m_volumes.end() || isForgotten ? nullptr : &it->second;
}

Snapshot *World::snapshot(const QString &id)
{
    const auto it = m_snapshots.find(id);
    return it == m_snapshots.end() ? nullptr : &it->second;
}

QList<Machine *> World::machinesOf(const App &app)
{
    QList<Machine *> found;
    for (auto &[id, machine] : m_machines) {
        if (machine.appNumber == app.number)
            found.append(&machine);
    }
    return found;
}

QList<Volume *> World::volumesOf(const App &app)
{
    QList<Volume *> found;
    for (auto &[id, volume] : m_volumes) {
        if (volume.appNumber == app.number && this->volume(id))
            found.append(&volume);
    }
    return found;
}

App &World::addApp(App app)
{
    const auto name = app.name;
    return m_apps.insert_or_assign(name, std::move(app)).first->second;
}

Snapshot &World::addSnapshot(Snapshot snapshot)
{
    const auto id = snapshot.id;
    return m_snapshots.insert_or_assign(id, std::move(snapshot)).first->second;
}

void World::removeSnapshot(const QString &id)
{
    QDir(m_folder.filePath(u"snapshots/"_s + id)).removeRecursively();
    m_snapshots.erase(id);
}

void World::removeApp(const QString &name)
{
    const auto *gone = app(name);
    QStringList snapshotsOfIt;
    for (const auto &[id, snapshot] : m_snapshots) {
        if (gone && snapshot.appNumber == gone->number)
            snapshotsOfIt << id;
    }
    for (const auto &id : std::as_const(snapshotsOfIt))
        removeSnapshot(id);
    m_apps.erase(name);
}

Machine &World::addMachine(Machine machine)
{
    const auto id = machine.id;
    return m_machines.insert_or_assign(id, std::move(machine)).first->second;
}

Volume &World::addVolume(Volume volume)
{
    const auto id = volume.id;
    return m_volumes.insert_or_assign(id, std::move(volume)).first->second;
}

void World::setRoom(const QString &region, bool hasRoom)
{
    if (hasRoom)
        m_fullRegions.remove(region);
    else
        m_fullRegions.insert(region);
}

void World::setSilent(const QString &region, bool isSilent)
{
    if (isSilent)
        m_silentRegions.insert(region);
    else
        m_silentRegions.remove(region);
}

void World::setDns(const QString &hostname, bool pointsHere)
{
    const auto name = hostname.toLower();
    if (!pointsHere)
        m_dns.remove(name);
    else if (!m_dns.contains(name))
        m_dns.insert(name, m_clock.now());
}

App *World::appServing(const QString &host)
{
    for (const auto &hostname : {host, u"*."_s + host.section(u'.', 1)}) {
        for (auto &[name, app] : m_apps) {
            const auto found = app.certificates.find(hostname);
            if (found == app.certificates.end())
                continue;
            found->look(pointsHereSince(hostname), m_clock.now(), false);
            if (found->isServed())
                return &app;
        }
    }
    return nullptr;
}

void World::changed(Machine &machine)
{
    machine.updatedAt = m_clock.stamp();
    Q_EMIT machineChanged(machine.id);
}

void World::changed(Volume &volume)
{
    volume.updatedAt = m_clock.stamp();
    Q_EMIT volumeChanged(volume.id);
}

void World::addEvent(Machine &machine, const QString &type, const QString &status, const QString &source,
                     const QJsonObject &request)
{
    constexpr qsizetype mostEvents = 50;
    const auto stamp = m_clock.stamp();
    QJsonObject event{{u"id"_s, newUlid(stamp)},
                      {u"type"_s, type},
                      {u"status"_s, status},
                      {u"source"_s, source},
                      {u"timestamp"_s, stamp}};
    if (!request.isEmpty())
        event.insert(u"request"_s, request);
    machine.events.prepend(event);
    while (machine.events.size() > mostEvents)
        machine.events.removeLast();
}

QDir World::homeOf(const Machine &machine) const
{
    const auto volume = machine.mountedVolume();
    const auto path = volume.isEmpty() ? u"machines/"_s + machine.id : u"volumes/"_s + volume;
    m_folder.mkpath(path + u"/project"_s);
    return QDir(m_folder.filePath(path));
}

QDir World::tmpOf(const Machine &machine) const
{
    const auto path = u"tmp/"_s + machine.id;
    m_folder.mkpath(path);
    return QDir(m_folder.filePath(path));
}

void World::wipeScratch(const Machine &machine) const
{
    QDir(m_folder.filePath(u"tmp/"_s + machine.id)).removeRecursively();
    QDir(m_folder.filePath(u"machines/"_s + machine.id)).removeRecursively();
}

bool World::isEmpty() const
{
    for (const auto &[id, machine] : m_machines) {
        if (!machine.isDestroyed())
            return false;
    }
    for (const auto &[id, volume] : m_volumes) {
        if (volume.isLive())
            return false;
    }
    return m_apps.empty();
}

QJsonObject World::toJson() const
{
    QJsonArray appList;
    for (const auto &[name, app] : m_apps)
        appList.append(app.toJson());
    QJsonArray machineList;
    for (const auto &[id, machine] : m_machines)
        machineList.append(machine.toJson());
    QJsonArray volumeList;
    for (const auto &[id, volume] : m_volumes)
        volumeList.append(volume.toJson());
    QJsonArray snapshotList;
    for (const auto &[id, snapshot] : m_snapshots)
        snapshotList.append(snapshot.toJson());
    QJsonObject dns;
    for (auto it = m_dns.cbegin(); it != m_dns.cend(); ++it)
        dns.insert(it.key(), *it);
    return {{u"flysim"_s, 1},
            {u"last_number"_s, m_lastNumber},
            {u"apps"_s, appList},
            {u"machines"_s, machineList},
            {u"volumes"_s, volumeList},
            {u"snapshots"_s, snapshotList},
            {u"limits"_s, m_limits.toJson()},
            {u"tokens"_s, m_tokens.toJson()},
            {u"dns"_s, dns}};
}

bool World::load(const QJsonObject &json, QString *error)
{
    if (json[u"flysim"].toInt() != 1) {
        if (error)
            *error = u"this is not a saved state of the simulator (\"flysim\": 1 is missing)"_s;
        return false;
    }
    m_apps.clear();
    m_machines.clear();
    m_volumes.clear();
    m_snapshots.clear();
    m_limits = Limits::fromJson(json[u"limits"].toObject());
    m_tokens.load(json[u"tokens"].toArray());
    m_lastNumber = json[u"last_number"].toInteger(1000);
    m_dns.clear();
    const auto dns = json[u"dns"].toObject();
    for (auto it = dns.begin(); it != dns.end(); ++it)
        m_dns.insert(it.key(), it->toInteger());
    for (const auto &value : json[u"apps"].toArray())
        addApp(App::fromJson(value.toObject()));
    for (const auto &value : json[u"snapshots"].toArray()) {
        auto &snapshot = addSnapshot(Snapshot::fromJson(value.toObject()));
        if (snapshot.isUnderWay()) {
            snapshot.status = u"created"_s;
            snapshot.createdAt = m_clock.stamp();
        }
    }
    for (const auto &value : json[u"volumes"].toArray()) {
        auto &volume = addVolume(Volume::fromJson(value.toObject()));
        if (volume.isLive())
            volume.state = u"created"_s;
        Q_EMIT volumeChanged(volume.id);
    }
    for (const auto &value : json[u"machines"].toArray()) {
        auto &machine = addMachine(Machine::fromJson(value.toObject()));
        // Whatever was on its way has arrived meanwhile.
        static const QMap<QString, QString> ends{
            {u"creating"_s, u"stopped"_s},     {u"created"_s, u"stopped"_s},      {u"starting"_s, u"started"_s},
            {u"stopping"_s, u"stopped"_s},     {u"restarting"_s, u"started"_s},   {u"replacing"_s, u"started"_s},
            {u"suspending"_s, u"suspended"_s}, {u"destroying"_s, u"destroyed"_s},
        };
        machine.state = ends.value(machine.state, machine.state);
        Q_EMIT machineChanged(machine.id);
    }
    for (auto &[id, volume] : m_volumes) {
        const auto *holder = machine(volume.machine);
        if (!holder || holder->isDestroyed())
            volume.machine.clear();
    }
    return true;
}

} // namespace swarm::simulator
