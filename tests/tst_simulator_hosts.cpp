// Which host a volume is on, hosts that are away, full or old, and machines that move.
#include "tests/simulatorworld.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace swarm::simulator;

class SimulatorHostsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }
    void keepsVolumesOfOneNameOnHostsOfTheirOwn();
    void letsOtherNamesShareAHost();
    void keepsAllVolumesOfAnAppApart();
    void forksToAnotherHost();
    void avoidsFullHosts();
    void tellsOfAVolumeWhoseHostIsAway();
    void knowsAHostByItsVolumeToo();
    void listsVolumesInShort();
    void movesAMachineThatRuns();
    void movesASuspendedMachineWithoutItsMemory();
    void hidesWhatHasMovedAway();
    void movesOnlyWhatIsThere();
    void keepsHostsInItsState();

private:
    QSet<QString> zonesOf(int count, const QJsonObject &more);
    QString makeVolume(const QJsonObject &more = {}) { return m_world->makeVolume(more).object()[u"id"].toString(); }
    // Const, because [] on an object of its own would refer into what is gone.
    const QJsonObject volume(const QString &id)
    {
        return m_world->client->get(u"/v1/apps/box/volumes/"_s + id).object();
    }

    std::unique_ptr<SimulatorWorld> m_world;
};

constexpr int hostsInARegion = 16;

void SimulatorHostsTest::init()
{
    m_world = std::make_unique<SimulatorWorld>();
    QVERIFY(m_world->isReady);
}

QSet<QString> SimulatorHostsTest::zonesOf(int count, const QJsonObject &more)
{
    QSet<QString> zones;
    for (int i = 0; i < count; ++i) {
        auto body = more;
        if (more[u"name"].toString() == u"any"_s)
            body.insert(u"name"_s, u"any%1"_s.arg(i));
        zones << m_world->makeVolume(body).object()[u"zone"].toString();
    }
    return zones;
}

void SimulatorHostsTest::keepsVolumesOfOneNameOnHostsOfTheirOwn()
{
    QCOMPARE(zonesOf(hostsInARegion, {}).size(), hostsInARegion);

    const auto refused = m_world->makeVolume();

    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.object()[u"status"].toString(), u"volume_placement_capacity"_s);
    QCOMPARE(m_world->makeVolume({{u"require_unique_zone"_s, false}}).status, 200);
    QCOMPARE(m_world->makeVolume({{u"region"_s, u"fra"_s}}).status, 200);
    QCOMPARE(m_world->makeApp(u"other"_s).status, 201);
    QCOMPARE(m_world->makeVolume({}, u"other"_s).status, 200);
}

void SimulatorHostsTest::letsOtherNamesShareAHost()
{
    QVERIFY(zonesOf(hostsInARegion + 1, {{u"name"_s, u"any"_s}}).size() <= hostsInARegion);
    QCOMPARE(m_world->makeVolume().status, 200);
}

void SimulatorHostsTest::keepsAllVolumesOfAnAppApart()
{
    const QJsonObject apart{{u"name"_s, u"any"_s}, {u"unique_zone_app_wide"_s, true}};

    QCOMPARE(zonesOf(hostsInARegion, apart).size(), hostsInARegion);
    QCOMPARE(m_world->makeVolume(apart).status, 422);
}

void SimulatorHostsTest::forksToAnotherHost()
{
    const auto source = makeVolume();
    for (int i = 0; i < 40; ++i) {
        const auto fork = m_world->makeVolume({{u"source_volume_id"_s, source}, {u"require_unique_zone"_s, false}});
        QCOMPARE(fork.status, 200);
        QVERIFY(fork.object()[u"zone"] != volume(source)[u"zone"]);
    }
}

void SimulatorHostsTest::avoidsFullHosts()
{
    const auto full = makeVolume();
    QVERIFY(m_world->simulator.setHostFull(full, true));

    for (int i = 0; i < 40; ++i)
        QVERIFY(m_world->makeVolume({{u"name"_s, u"other"_s}, {u"require_unique_zone"_s, false}}).object()[u"zone"]
                != volume(full)[u"zone"]);
}

void SimulatorHostsTest::tellsOfAVolumeWhoseHostIsAway()
{
    const auto id = makeVolume();
    const auto path = u"/v1/apps/box/volumes/"_s + id;
    m_world->client->post(u"/_sim/host"_s, {{u"volume"_s, id}, {u"reachable"_s, false}});

    QCOMPARE(volume(id)[u"host_status"].toString(), u"unreachable"_s);
    QCOMPARE(m_world->client->call("PUT"_ba, path + u"/extend"_s, R"({"size_gb":9})"_ba).status, 503);
    QCOMPARE(m_world->client->post(path + u"/snapshots"_s).status, 503);
    QCOMPARE(m_world->makeMachine({{u"config"_s, SimulatorWorld::config(id)}}).status, 503);
    m_world->client->post(u"/_sim/host"_s, {{u"volume"_s, id}, {u"reachable"_s, true}});
    QCOMPARE(volume(id)[u"host_status"].toString(), u"ok"_s);
    QCOMPARE(m_world->makeMachine({{u"config"_s, SimulatorWorld::config(id)}}).status, 200);
}

void SimulatorHostsTest::knowsAHostByItsVolumeToo()
{
    const auto id = makeVolume();
    const auto machine = m_world->startedMachine({{u"config"_s, SimulatorWorld::config(id)}});

    QVERIFY(m_world->simulator.setHostReachable(id, false));

    QCOMPARE(m_world->machine(machine)[u"host_status"].toString(), u"unreachable"_s);
    QVERIFY(m_world->machine(machine)[u"config"].isNull());
    QCOMPARE(m_world->machine(machine)[u"incomplete_config"][u"image"].toString(), u"codercom/code-server:latest"_s);
    QVERIFY(m_world->simulator.setHostReachable(machine, true));
    QCOMPARE(volume(id)[u"host_status"].toString(), u"ok"_s);
    QVERIFY(!m_world->simulator.setHostReachable(u"nobody"_s, false));
}

void SimulatorHostsTest::listsVolumesInShort()
{
    makeVolume();
    const auto all = u"/v1/apps/box/volumes"_s;

    QVERIFY(m_world->client->get(all).array()[0].toObject().contains(u"blocks"_s));
    const auto row = m_world->client->get(all + u"?summary=true"_s).array()[0].toObject();
    QVERIFY(!row.contains(u"blocks"_s));
    QCOMPARE(row[u"size_gb"].toInt(), 1);
}

void SimulatorHostsTest::movesAMachineThatRuns()
{
    const auto id = makeVolume();
    const auto zone = volume(id)[u"zone"];
    const auto old = m_world->startedMachine({{u"name"_s, u"editor"_s}, {u"config"_s, SimulatorWorld::config(id)}});
    m_world->simulator.setHostFull(old, true);

    const auto moved = m_world->client->post(u"/_sim/machines/%1/migrate"_s.arg(old));

    const auto successor = moved.object()[u"id"].toString();
    QVERIFY(m_world->reaches(successor, u"started"_s));
    QCOMPARE(m_world->machine(successor)[u"name"].toString(), u"editor"_s);
    QCOMPARE(m_world->machine(successor)[u"config"], m_world->machine(old)[u"config"]);
    QCOMPARE(volume(id)[u"attached_machine_id"].toString(), successor);
    QVERIFY(volume(id)[u"zone"] != zone);
    QCOMPARE(m_world->machine(old)[u"state"].toString(), u"migrated"_s);
    QCOMPARE(m_world->client->post(SimulatorWorld::machinePath(old, u"/start"_s)).status, 404);
    // The new host has room, and the volume goes with the successor.
    auto bigger = SimulatorWorld::config(id);
    bigger.insert(u"guest"_s, SimulatorWorld::guest(2, 2048));
    QCOMPARE(m_world->client->post(SimulatorWorld::machinePath(successor), {{u"config"_s, bigger}}).status, 200);
}

void SimulatorHostsTest::movesASuspendedMachineWithoutItsMemory()
{
    const auto old = m_world->startedMachine();
    QCOMPARE(m_world->client->post(SimulatorWorld::machinePath(old, u"/suspend"_s)).status, 200);
    QVERIFY(m_world->reaches(old, u"suspended"_s));

    const auto successor = m_world->simulator.migrateMachine(old);

    QVERIFY(m_world->reaches(successor, u"stopped"_s));
}

void SimulatorHostsTest::hidesWhatHasMovedAway()
{
    const auto old = m_world->startedMachine();
    const auto successor = m_world->simulator.migrateMachine(old);
    const auto ids = [this](const QString &path) {
        const auto reply = m_world->client->get(path);
        const auto list = path.contains(u"/orgs/"_s) ? reply.object()[u"machines"].toArray() : reply.array();
        QStringList found;
        for (const auto &row : list)
            found << row[u"id"].toString();
        return found;
    };

    QCOMPARE(ids(u"/v1/apps/box/machines"_s), QStringList{successor});
    QCOMPARE(ids(u"/v1/apps/box/machines?include_deleted=true"_s).size(), 2);
    QTRY_COMPARE(ids(u"/v1/orgs/personal/machines"_s), QStringList{successor});
}

void SimulatorHostsTest::movesOnlyWhatIsThere()
{
    QCOMPARE(m_world->client->post(u"/_sim/machines/nobody/migrate"_s).status, 404);
    const auto id = m_world->startedMachine();
    m_world->simulator.destroyMachine(id);
    QCOMPARE(m_world->simulator.migrateMachine(id), QString());
}

void SimulatorHostsTest::keepsHostsInItsState()
{
    const auto id = makeVolume();
    const auto machine = m_world->startedMachine({{u"config"_s, SimulatorWorld::config(id)}});
    m_world->simulator.setHostReachable(id, false);
    m_world->simulator.setHostFull(id, true);
    m_world->simulator.setHostOld(id, true);
    m_world->client->call("PUT"_ba, SimulatorWorld::machinePath(machine, u"/memory"_s), R"({"limit_mb":512})"_ba);
    m_world->simulator.migrateMachine(m_world->startedMachine());
    const auto state = m_world->simulator.state();

    Simulator other;
    QString error;
    QVERIFY2(other.load(state, &error), qPrintable(error));

    QCOMPARE(other.state()[u"volumes"], state[u"volumes"]);
    const auto kept = [&machine](const QJsonObject &from) {
        for (const auto &row : from[u"machines"].toArray()) {
            if (row[u"id"].toString() == machine)
                return row.toObject();
        }
        return QJsonObject();
    };
    QCOMPARE(kept(other.state()), kept(state));
    QVERIFY(!kept(state)[u"host_reachable"].toBool(true));
}

QTEST_GUILESS_MAIN(SimulatorHostsTest)
#include "tst_simulator_hosts.moc"
