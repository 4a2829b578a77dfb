// Snapshots, restores and forks; room and limits; what goes wrong with machines by itself.
#include "fly/simulator/simulator.h"
#include "tests/plainclient.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm::simulator;

class SimulatorStorageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(100); }
    void cleanup();
    void takesASnapshotInItsOwnTime();
    void takesOneSnapshotAtATime();
    void restoresTheFiles();
    void forksIntoAnotherRegion();
    void refusesVolumesSmallerThanTheirSource();
    void refusesAnUnknownSource_data();
    void refusesAnUnknownSource();
    void keepsSnapshotsOfADeletedVolumeForADay();
    void forgetsSnapshotsWithTheirApp();
    void keepsTheRetentionOfItsTime();
    void takesASnapshotEachDay();
    void dropsExpiredSnapshots();
    void saysWhenGrowthNeedsARestart();
    void refusesWhatDoesNotFitOnAHost();
    void refusesVolumesWhereNoHostTakesThem();
    void holdsToTheQuotaOfMemory();
    void wantsAPaymentMethod();
    void endsMachinesOfATrialAfterFiveMinutes();
    void endsMachinesThatRanBeforeTheTrial();
    void takesAnUpdateBack();
    void destroysWhatCouldNotBeLaunched();
    void keepsAllOfItInItsState();

private:
    void open(double timeScale);
    QString makeVolume(const QJsonObject &more = {});
    PlainReply makeMachine(const QString &volume, const QJsonObject &guest = {});
    bool reaches(const QString &machine, const QString &state);
    QString snapshotOf(const QString &volume);
    QString fileOf(const QString &volume) const
    {
        return m_folder->filePath(u"volumes/"_s + volume + u"/project/note"_s);
    }
    static void write(const QString &path, const QByteArray &text);
    static QByteArray read(const QString &path);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<PlainClient> m_client;
};

void SimulatorStorageTest::open(double timeScale)
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_client.reset();
    m_simulator = std::make_unique<Simulator>(
        Options{.timeScale = timeScale, .folder = m_folder->path(), .newAppUnsettled = 0ms, .rateLimits = false});
    m_simulator->setAutostopAfter(0ms);
    QVERIFY(m_simulator->listen());
    m_client = std::make_unique<PlainClient>(m_simulator->apiUrl());
    QCOMPARE(m_client->post(u"/v1/apps"_s, {{u"name"_s, u"box"_s}, {u"org_slug"_s, u"personal"_s}}).status, 201);
}

void SimulatorStorageTest::cleanup()
{
    m_client.reset();
    m_simulator.reset();
}

QString SimulatorStorageTest::makeVolume(const QJsonObject &more)
{
    QJsonObject body{{u"name"_s, u"data"_s}, {u"region"_s, u"ams"_s}, {u"size_gb"_s, 4}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return m_client->post(u"/v1/apps/box/volumes"_s, body).object()[u"id"].toString();
}

PlainReply SimulatorStorageTest::makeMachine(const QString &volume, const QJsonObject &guest)
{
    const QJsonObject small{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 1}, {u"memory_mb"_s, 1024}};
    QJsonObject config{{u"image"_s, u"codercom/code-server:latest"_s},
                       {u"guest"_s, guest.isEmpty() ? small : guest},
                       {u"restart"_s, QJsonObject{{u"policy"_s, u"no"_s}}}};
    if (!volume.isEmpty())
        config.insert(u"mounts"_s, QJsonArray{QJsonObject{{u"volume"_s, volume}, {u"path"_s, u"/home/coder"_s}}});
    return m_client->post(u"/v1/apps/box/machines"_s, {{u"region"_s, u"ams"_s}, {u"config"_s, config}});
}

bool SimulatorStorageTest::reaches(const QString &machine, const QString &state)
{
    return QTest::qWaitFor(
        [&] { return m_client->get(u"/v1/apps/box/machines/"_s + machine).object()[u"state"].toString() == state; },
        8000);
}

QString SimulatorStorageTest::snapshotOf(const QString &volume)
{
    const auto begun = m_client->post(u"/v1/apps/box/volumes/%1/snapshots"_s.arg(volume));
    const auto id = begun.object()[u"Msg"][u"backup"][u"graph_id"].toString();
    const bool isDone = QTest::qWaitFor([&] {
        const auto list = m_client->get(u"/v1/apps/box/volumes/%1/snapshots"_s.arg(volume)).array();
        return list.at(0)[u"id"].toString() == id && list.at(0)[u"status"].toString() == u"created"_s;
    });
    return isDone ? id : QString();
}

void SimulatorStorageTest::write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray SimulatorStorageTest::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void SimulatorStorageTest::takesASnapshotInItsOwnTime()
{
    const auto volume = makeVolume();
    const auto route = u"/v1/apps/box/volumes/%1/snapshots"_s.arg(volume);

    const auto begun = m_client->post(route);

    QCOMPARE(begun.status, 200);
    QVERIFY(begun.object()[u"Msg"][u"backup"][u"graph_id"].toString().startsWith("vs_"_L1));
    const auto early = m_client->get(route).array().at(0).toObject();
    QVERIFY(early[u"status"] == u"waiting"_s || early[u"status"] == u"running"_s);
    QCOMPARE(early[u"size"].toInt(), 0);
    QCOMPARE(early[u"created_at"].toString(), u"0001-01-01T00:00:00Z"_s);
    QTRY_COMPARE(m_client->get(route).array().at(0)[u"status"].toString(), u"created"_s);
    QVERIFY(!m_client->get(route).array().at(0)[u"created_at"].toString().startsWith("0001"_L1));
}

void SimulatorStorageTest::takesOneSnapshotAtATime()
{
    const auto volume = makeVolume();
    const auto route = u"/v1/apps/box/volumes/%1/snapshots"_s.arg(volume);
    QCOMPARE(m_client->post(route).status, 200);
    QCOMPARE(m_client->post(route).status, 412);
}

void SimulatorStorageTest::restoresTheFiles()
{
    const auto volume = makeVolume();
    write(fileOf(volume), "before");
    const auto snapshot = snapshotOf(volume);
    write(fileOf(volume), "after");

    const auto restored = makeVolume({{u"snapshot_id"_s, snapshot}});

    QCOMPARE(read(fileOf(restored)), "before"_ba);
    QCOMPARE(read(fileOf(volume)), "after"_ba);
    const auto state = [&] {
        return m_client->get(u"/v1/apps/box/volumes/"_s + restored).object()[u"state"].toString();
    };
    QCOMPARE(state(), u"restoring"_s);
    QCOMPARE(makeMachine(restored).status, 404); // not yet
    QTRY_COMPARE(state(), u"created"_s);
    QCOMPARE(makeMachine(restored).status, 200);
}

void SimulatorStorageTest::forksIntoAnotherRegion()
{
    const auto volume = makeVolume();
    write(fileOf(volume), "here");

    const auto fork = makeVolume({{u"source_volume_id"_s, volume}, {u"region"_s, u"fra"_s}});

    const auto shown = m_client->get(u"/v1/apps/box/volumes/"_s + fork).object();
    QCOMPARE(shown[u"state"].toString(), u"hydrating"_s);
    QCOMPARE(shown[u"region"].toString(), u"fra"_s);
    QCOMPARE(read(fileOf(fork)), "here"_ba);
}

void SimulatorStorageTest::refusesVolumesSmallerThanTheirSource()
{
    const auto volume = makeVolume();
    const QJsonObject smaller{
        {u"name"_s, u"data"_s}, {u"region"_s, u"ams"_s}, {u"size_gb"_s, 3}, {u"source_volume_id"_s, volume}};
    QCOMPARE(m_client->post(u"/v1/apps/box/volumes"_s, smaller).status, 422);
}

void SimulatorStorageTest::refusesAnUnknownSource_data()
{
    QTest::addColumn<QString>("member");
    QTest::newRow("snapshot") << u"snapshot_id"_s;
    QTest::newRow("volume") << u"source_volume_id"_s;
}

void SimulatorStorageTest::refusesAnUnknownSource()
{
    QFETCH(QString, member);
    const QJsonObject body{{u"name"_s, u"data"_s}, {u"region"_s, u"ams"_s}, {member, u"nothing"_s}};
    QCOMPARE(m_client->post(u"/v1/apps/box/volumes"_s, body).status, 404);
}

void SimulatorStorageTest::keepsSnapshotsOfADeletedVolumeForADay()
{
    const auto volume = makeVolume();
    write(fileOf(volume), "kept");
    const auto snapshot = snapshotOf(volume);
    QCOMPARE(m_client->call("DELETE"_ba, u"/v1/apps/box/volumes/"_s + volume).status, 200);

    QCOMPARE(m_client->get(u"/v1/apps/box/volumes/%1/snapshots"_s.arg(volume)).array().size(), 1);
    QCOMPARE(read(fileOf(makeVolume({{u"snapshot_id"_s, snapshot}}))), "kept"_ba);

    auto state = m_simulator->state(); // a day later
    auto volumes = state[u"volumes"].toArray();
    for (auto &&value : volumes) {
        auto row = value.toObject();
        if (row[u"id"].toString() == volume)
            row.insert(u"destroyed_at"_s, row[u"destroyed_at"].toInteger() - 25 * 3'600'000LL);
        value = row;
    }
    state.insert(u"volumes"_s, volumes);
    QString error;
    QVERIFY(m_simulator->load(state, &error));
    QCOMPARE(m_client->get(u"/v1/apps/box/volumes/%1/snapshots"_s.arg(volume)).status, 404);
    QVERIFY(!makeVolume({{u"snapshot_id"_s, snapshot}}).isEmpty()); // to who kept its id
}

void SimulatorStorageTest::forgetsSnapshotsWithTheirApp()
{
    const auto snapshot = snapshotOf(makeVolume());
    m_client->call("DELETE"_ba, u"/v1/apps/box?force=true"_s);
    m_client->post(u"/v1/apps"_s, {{u"name"_s, u"box"_s}, {u"org_slug"_s, u"personal"_s}});

    QVERIFY(makeVolume({{u"snapshot_id"_s, snapshot}}).isEmpty());
    QVERIFY(QDir(m_folder->filePath(u"snapshots"_s)).isEmpty());
}

void SimulatorStorageTest::keepsTheRetentionOfItsTime()
{
    const auto volume = makeVolume({{u"snapshot_retention"_s, 7}});
    snapshotOf(volume);
    m_client->call("PUT"_ba, u"/v1/apps/box/volumes/"_s + volume, R"({"snapshot_retention": 30})");
    const auto list = m_client->get(u"/v1/apps/box/volumes/%1/snapshots"_s.arg(volume)).array();
    QCOMPARE(list.at(0)[u"retention_days"].toInt(), 7);
    QCOMPARE(m_client->call("PUT"_ba, u"/v1/apps/box/volumes/"_s + volume, R"({"snapshot_retention": 61})").status,
             422);
}

void SimulatorStorageTest::takesASnapshotEachDay()
{
    open(100'000);
    const auto wanted = makeVolume();
    const auto unwanted = makeVolume({{u"auto_backup_enabled"_s, false}});
    write(fileOf(wanted), "daily"_ba);
    const auto snapshotsOf = [this](const QString &volume) {
        return m_client->get(u"/v1/apps/box/volumes/%1/snapshots"_s.arg(volume)).array();
    };

    QTRY_COMPARE_WITH_TIMEOUT(snapshotsOf(wanted).size(), 2, 8000);

    const auto between = QDateTime::fromString(snapshotsOf(wanted)[1][u"created_at"].toString(), Qt::ISODateWithMs)
                             .secsTo(QDateTime::fromMSecsSinceEpoch(m_simulator->now()));
    QVERIFY2(between > 24 * 3600, qPrintable(QString::number(between)));
    const auto restored = makeVolume({{u"snapshot_id"_s, snapshotsOf(wanted)[1][u"id"]}});
    QCOMPARE(read(fileOf(restored)), "daily"_ba);
    QCOMPARE(snapshotsOf(unwanted).size(), 0);
}

void SimulatorStorageTest::dropsExpiredSnapshots()
{
    open(100'000);
    const auto volume = makeVolume({{u"snapshot_retention"_s, 1}, {u"auto_backup_enabled"_s, false}});
    const auto id = snapshotOf(volume);
    const QDir files(m_folder->filePath(u"snapshots/"_s + id));
    QVERIFY(files.exists());

    QTRY_VERIFY_WITH_TIMEOUT(!files.exists(), 8000);

    QCOMPARE(m_client->get(u"/v1/apps/box/volumes/%1/snapshots"_s.arg(volume)).array().size(), 0);
    QCOMPARE(m_client
                 ->post(u"/v1/apps/box/volumes"_s,
                        {{u"name"_s, u"again"_s}, {u"region"_s, u"ams"_s}, {u"snapshot_id"_s, id}})
                 .status,
             404);
}

void SimulatorStorageTest::saysWhenGrowthNeedsARestart()
{
    const auto volume = makeVolume();
    const auto grown = m_client->call("PUT"_ba, u"/v1/apps/box/volumes/%1/extend"_s.arg(volume), R"({"size_gb": 5})");
    QCOMPARE(grown.object()[u"volume"][u"state"].toString(), u"extending"_s);
    QCOMPARE(grown.object()[u"needs_restart"].toBool(), false);
    QTRY_COMPARE(m_client->get(u"/v1/apps/box/volumes/"_s + volume).object()[u"state"].toString(), u"created"_s);

    m_client->post(u"/_sim/host"_s, {{u"volume"_s, volume}, {u"old"_s, true}});
    QVERIFY(reaches(makeMachine(volume).object()[u"id"].toString(), u"started"_s));
    const auto more = m_client->call("PUT"_ba, u"/v1/apps/box/volumes/%1/extend"_s.arg(volume), R"({"size_gb": 6})");
    QCOMPARE(more.object()[u"needs_restart"].toBool(), true);
}

void SimulatorStorageTest::refusesWhatDoesNotFitOnAHost()
{
    const auto volume = makeVolume();
    const auto id = makeMachine(volume).object()[u"id"].toString();
    QVERIFY(reaches(id, u"started"_s));
    QCOMPARE(m_client->post(u"/_sim/host"_s, {{u"machine"_s, id}, {u"full"_s, true}}).status, 200);

    auto config = m_client->get(u"/v1/apps/box/machines/"_s + id).object()[u"config"].toObject();
    config.insert(u"guest"_s, QJsonObject{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 2}, {u"memory_mb"_s, 4096}});
    const auto bigger = m_client->post(u"/v1/apps/box/machines/"_s + id, {{u"config"_s, config}});
    QCOMPARE(bigger.status, 409);
    QVERIFY(bigger.errorText().contains("could not reserve resource"_L1));

    m_client->post(u"/v1/apps/box/machines/%1/stop"_s.arg(id));
    QVERIFY(reaches(id, u"stopped"_s));
    QTRY_COMPARE(m_client->post(u"/v1/apps/box/machines/%1/start"_s.arg(id)).status, 409);

    m_client->call("DELETE"_ba, u"/v1/apps/box/machines/"_s + id);
    QTRY_VERIFY(m_client->get(u"/v1/apps/box/volumes/"_s + volume).object()[u"attached_machine_id"].isNull());
    const auto another = makeMachine(volume);
    QCOMPARE(another.status, 412);
    QVERIFY(another.errorText().startsWith("insufficient resources to create new machine with existing volume"_L1));
}

void SimulatorStorageTest::refusesVolumesWhereNoHostTakesThem()
{
    m_simulator->limits().hasVolumeRoom.insert(u"ams"_s, false);
    const QJsonObject body{{u"name"_s, u"data"_s}, {u"region"_s, u"ams"_s}};
    const auto refused = m_client->post(u"/v1/apps/box/volumes"_s, body);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.object()[u"status"].toString(), u"volume_placement_capacity"_s);
}

void SimulatorStorageTest::holdsToTheQuotaOfMemory()
{
    m_client->post(u"/_sim/limits"_s, {{u"memory_mb_per_region"_s, 1500}});
    QCOMPARE(makeMachine({}).status, 200);
    const auto refused = makeMachine({});
    QCOMPARE(refused.status, 403);
    QVERIFY(refused.errorText().contains("is using 1024 MB of memory in ams which is over the allowed quota"_L1));
}

void SimulatorStorageTest::wantsAPaymentMethod()
{
    m_client->post(u"/_sim/limits"_s, {{u"machines_per_app"_s, 1}});
    QCOMPARE(makeMachine({}).status, 200);
    const auto refused = makeMachine({});
    QCOMPARE(refused.status, 422);
    QVERIFY(refused.errorText().startsWith("To create more than 1 machine per app please add a payment method"_L1));
}

void SimulatorStorageTest::endsMachinesOfATrialAfterFiveMinutes()
{
    m_client->post(u"/_sim/limits"_s, {{u"trial"_s, true}});
    const QJsonObject big{{u"cpu_kind"_s, u"performance"_s}, {u"cpus"_s, 1}, {u"memory_mb"_s, 2048}};
    QCOMPARE(makeMachine({}, big).status, 422);
    const auto id = makeMachine({}).object()[u"id"].toString();
    QVERIFY(reaches(id, u"started"_s));

    QVERIFY(reaches(id, u"stopped"_s));

    const auto events = m_client->get(u"/v1/apps/box/machines/"_s + id).object()[u"events"].toArray();
    const auto exit = events.at(0).toObject();
    QCOMPARE(exit[u"type"].toString(), u"exit"_s);
    QVERIFY(exit[u"request"][u"exit_event"][u"requested_stop"].toBool());
    const auto started = events.at(2)[u"timestamp"].toInteger();
    const auto ran = exit[u"timestamp"].toInteger() - started;
    QVERIFY2(ran >= 300'000 && ran < 330'000, qPrintable(QString::number(ran)));
}

void SimulatorStorageTest::endsMachinesThatRanBeforeTheTrial()
{
    const auto id = makeMachine({}).object()[u"id"].toString();
    QVERIFY(reaches(id, u"started"_s));

    m_simulator->limits().isTrial = true;

    QVERIFY(reaches(id, u"stopped"_s));
}

void SimulatorStorageTest::takesAnUpdateBack()
{
    const auto id = makeMachine({}).object()[u"id"].toString();
    QVERIFY(reaches(id, u"started"_s));
    const auto before = m_client->get(u"/v1/apps/box/machines/"_s + id).object()[u"config"].toObject();
    auto config = before;
    config.insert(u"guest"_s, QJsonObject{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 2}, {u"memory_mb"_s, 4096}});
    QCOMPARE(m_client->post(u"/_sim/machines/%1/revert"_s.arg(id)).status, 200);

    const auto accepted = m_client->post(u"/v1/apps/box/machines/"_s + id, {{u"config"_s, config}});

    QCOMPARE(accepted.status, 200);
    QCOMPARE(accepted.object()[u"config"][u"guest"][u"cpus"].toInt(), 2);
    QVERIFY(reaches(id, u"started"_s));
    const auto after = m_client->get(u"/v1/apps/box/machines/"_s + id).object();
    QCOMPARE(after[u"config"].toObject(), before);
    const auto events = after[u"events"].toArray();
    const bool isTold = std::any_of(events.begin(), events.end(), [](const QJsonValue &event) {
        return event[u"type"] == u"revert"_s && event[u"source"] == u"flyd"_s;
    });
    QVERIFY(isTold);
}

void SimulatorStorageTest::destroysWhatCouldNotBeLaunched()
{
    m_client->post(u"/_sim/fail-launch"_s);
    const auto id = makeMachine({}).object()[u"id"].toString();
    QVERIFY(reaches(id, u"destroyed"_s));
    const auto events = m_client->get(u"/v1/apps/box/machines/"_s + id).object()[u"events"].toArray();
    const bool isTold = std::any_of(events.begin(), events.end(),
                                    [](const QJsonValue &event) { return event[u"status"] == u"launch_failed"_s; });
    QVERIFY(isTold);
}

void SimulatorStorageTest::keepsAllOfItInItsState()
{
    const auto volume = makeVolume();
    snapshotOf(volume);
    m_simulator->setHostFull(volume, true);
    m_simulator->limits() = {.memoryMbPerRegion = 1, .volumesGb = 2, .machinesPerApp = 3, .isTrial = true};
    const auto state = m_simulator->state();

    Simulator other;
    QString error;
    QVERIFY(other.load(state, &error));

    QCOMPARE(other.state()[u"snapshots"], state[u"snapshots"]);
    QCOMPARE(other.state()[u"limits"], state[u"limits"]);
    QCOMPARE(other.state()[u"volumes"], state[u"volumes"]);
}

QTEST_GUILESS_MAIN(SimulatorStorageTest)
#include "tst_simulator_storage.moc"
