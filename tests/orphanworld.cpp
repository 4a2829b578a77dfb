#include "tests/orphanworld.h"

#include "fly/machineconfig.h"
#include "tests/waitfor.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

//! Moves all times in a saved state, which it gives in milliseconds.
QJsonValue aged(const QJsonValue &value, qint64 age)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const auto &item : value.toArray())
            list.append(aged(item, age));
        return list;
    }
    if (!value.isObject())
        return value;
    auto object = value.toObject();
    for (auto item = object.begin(); item != object.end(); ++item) {
        const bool isTime = item.key().endsWith("_at"_L1) && item.value().toInteger() > 0;
        item.value() = isTime ? QJsonValue(item.value().toInteger() - age) : aged(item.value(), age);
    }
    return object;
}

} // namespace

QJsonObject ourMetadata(const QString &id, const QString &role)
{
    return {{u"remote_swarm_schema"_s, u"1"_s},
            {u"remote_swarm_id"_s, id},
            {u"remote_swarm_name"_s, u"box"_s},
            {u"remote_swarm_role"_s, role},
            {u"remote_swarm_version"_s, QLatin1StringView(SWARM_VERSION)}};
}

QStringList livingThings(const simulator::Simulator &simulator)
{
    static const QStringList gone{u"destroyed"_s, u"destroying"_s, u"pending_destroy"_s};
    const auto state = simulator.state();
    QStringList things;
    for (const auto &value : state["apps"_L1].toArray()) {
        const auto app = value.toObject();
        things << u"app "_s + app["name"_L1].toString();
        for (const auto &address : app["addresses"_L1].toArray())
            things << u"address "_s + address[u"ip"_s].toString();
    }
    for (const auto &value : state["machines"_L1].toArray()) {
        const auto machine = value.toObject();
        if (!gone.contains(machine["state"_L1].toString()))
            things << u"machine %1 %2 %3"_s.arg(machine["id"_L1].toString(), machine["state"_L1].toString(),
                                                machine["instance_id"_L1].toString());
    }
    for (const auto &value : state["volumes"_L1].toArray()) {
        const auto volume = value.toObject();
        if (!gone.contains(volume["state"_L1].toString()))
            things << u"volume "_s + volume["id"_L1].toString();
    }
    things.sort();
    return things;
}

simulator::Options OrphanWorld::options()
{
    // The limiter has tests of its own; here it would only blur which fault did what.
    return {.timeScale = FlyFixture::speed, .newAppUnsettled = std::chrono::milliseconds(0), .rateLimits = false};
}

OrphanWorld::OrphanWorld()
    : m_fly(options())
{
    m_fly.simulator.setAutostopAfter(std::chrono::milliseconds(0));
    makeInstance();
    makeCopies();
    makeLeftovers();
    makeEmptyApps();
    makeStrangers();
}

QJsonObject OrphanWorld::state(std::chrono::milliseconds age) const
{
    return aged(m_fly.simulator.state(), age.count()).toObject();
}

void OrphanWorld::await(const std::function<bool()> &isSo)
{
    expect(QTest::qWaitFor(isSo, 8000));
}

void OrphanWorld::makeApp(const QString &name, const QString &network)
{
    expect(waitFor(m_fly.client->apps.create(name, u"personal"_s, network, {})).has_value());
}

QString OrphanWorld::makeVolume(const QString &app, const QString &name, int sizeGb)
{
    const VolumeRequest request{.name = name, .region = u"ams"_s, .sizeGb = sizeGb};
    const auto made = waitFor(m_fly.client->volumes.create(app, request, {}));
    expect(made.has_value());
    return made ? made->id : QString();
}

QString OrphanWorld::makeMachine(const QString &app, const QString &name, const QString &volume,
                                 const QJsonObject &metadata)
{
    QJsonObject config{
        {u"image"_s, u"codercom/code-server:latest"_s}, {u"guest"_s, guestOf({})}, {u"metadata"_s, metadata}};
    if (!volume.isEmpty())
        config.insert(u"mounts"_s, QJsonArray{QJsonObject{{u"volume"_s, volume}, {u"path"_s, u"/home/coder"_s}}});
    const QJsonObject body{{u"name"_s, name},
                           {u"region"_s, u"ams"_s},
                           {u"config"_s, config},
                           {u"skip_launch"_s, true},
                           {u"skip_service_registration"_s, true}};
    const auto made = waitFor(m_fly.client->machines.create(app, body, {}));
    expect(made.has_value());
    if (!made)
        return {};
    await([&] {
        const auto seen = waitFor(m_fly.client->machines.get(app, made->id, {}));
        return seen && seen->state == "stopped"_L1;
    });
    return made->id;
}

void OrphanWorld::destroyMachine(const QString &app, const QString &id)
{
    expect(waitFor(m_fly.client->machines.remove(app, id, {}, {})).has_value());
    await([&] {
        const auto volumes = waitFor(m_fly.client->volumes.list(app, {}));
        const auto isHeld = [&id](const Volume &volume) { return volume.attachedMachine == id; };
        return volumes && std::ranges::none_of(*volumes, isHeld);
    });
}

void OrphanWorld::removeVolume(const QString &app, const QString &id)
{
    expect(waitFor(m_fly.client->volumes.remove(app, id, {})).has_value());
}

void OrphanWorld::makeInstance()
{
    const auto box = waitFor(m_fly.provider->create(FlyFixture::spec(u"box"_s), {}));
    expect(box.has_value());
    if (!box)
        return;
    m_ids.insert(u"box"_s, box->machine);
    m_ids.insert(u"box disk"_s, box->volume);
}

void OrphanWorld::makeCopies()
{
    const auto candidate = makeVolume(u"box"_s, u"box_data"_s, 5);
    m_ids.insert(u"candidate disk"_s, candidate);
    m_ids.insert(u"candidate"_s,
                 makeMachine(u"box"_s, u"next"_s, candidate, ourMetadata(u"id-of-box"_s, u"candidate"_s)));
    const auto previous = makeVolume(u"box"_s, u"box_data"_s, 3);
    m_ids.insert(u"previous disk"_s, previous);
    m_ids.insert(u"previous"_s,
                 makeMachine(u"box"_s, u"before"_s, previous, ourMetadata(u"id-of-box"_s, u"previous"_s)));
    m_ids.insert(u"twin"_s, makeMachine(u"box"_s, u"twin"_s, {}, ourMetadata(u"id-of-box"_s, u"current"_s)));
    m_ids.insert(u"spare disk"_s, makeVolume(u"box"_s, u"box_data"_s, 7));
}

void OrphanWorld::makeLeftovers()
{
    // A machine that somebody destroyed, and what it left.
    makeApp(u"lost"_s, u"lost"_s);
    const auto disk = makeVolume(u"lost"_s, u"lost_data"_s, 10);
    const auto machine = makeMachine(u"lost"_s, u"editor"_s, disk, ourMetadata(u"id-of-lost"_s, u"current"_s));
    const auto addresses = waitFor(m_fly.client->addresses.assign(u"lost"_s, AddressType::V4, {}, {}));
    expect(addresses.has_value());
    destroyMachine(u"lost"_s, machine);
    m_ids.insert(u"lost disk"_s, disk);
    m_ids.insert(u"lost address"_s, addresses ? addresses->front().ip : QString());

    // A create that ended before it had a machine.
    makeApp(u"half-made"_s, u"half-made"_s);
    expect(waitFor(m_fly.client->secrets.set(u"half-made"_s, {{u"PASSWORD"_s, u"x"_s}}, {})).has_value());
    m_ids.insert(u"half disk"_s, makeVolume(u"half-made"_s, u"half_made_data"_s, 1));
}

void OrphanWorld::makeEmptyApps()
{
    makeApp(u"empty"_s, u"empty"_s);
    expect(waitFor(m_fly.client->secrets.set(u"empty"_s, {{u"PASSWORD"_s, u"x"_s}}, {})).has_value());

    for (const auto &name : {u"emptied"_s, u"kept"_s}) {
        makeApp(name, name);
        const auto disk = makeVolume(name, name + u"_data"_s, 2);
        const auto machine = makeMachine(name, u"editor"_s, disk, ourMetadata(u"id-of-"_s + name, u"current"_s));
        if (name == "kept"_L1) {
            expect(waitFor(m_fly.client->volumes.createSnapshot(name, disk, {})).has_value());
            await([&] {
                const auto snapshots = waitFor(m_fly.client->volumes.snapshots(name, disk, {}));
                return snapshots && !snapshots->empty() && snapshots->front().state == Snapshot::State::Created;
            });
        }
        destroyMachine(name, machine);
        removeVolume(name, disk);
    }
}

void OrphanWorld::makeStrangers()
{
    makeApp(u"web"_s, u"default"_s);
    m_ids.insert(u"stranger"_s, makeMachine(u"web"_s, u"web"_s, {}, {}));
    m_ids.insert(u"stranger disk"_s, makeVolume(u"web"_s, u"pgdata"_s, 4));
    makeApp(u"web-empty"_s, u"default"_s);
    const auto addresses = waitFor(m_fly.client->addresses.assign(u"web-empty"_s, AddressType::V4, {}, {}));
    expect(addresses.has_value());
    m_ids.insert(u"stranger address"_s, addresses ? addresses->front().ip : QString());
    // In an app of ours, too.
    m_ids.insert(u"guest disk"_s, makeVolume(u"box"_s, u"pgdata"_s, 6));
}
