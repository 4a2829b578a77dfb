// Machines that others made and that run code-server are found without touching them, and become instances only when
// somebody asks for it.
//
// By default a seeded sample of the fault matrix runs; with SWARM_WHOLE_MATRIX set, all of it.
#include "fly/adoption.h"
#include "fly/machineconfig.h"
#include "model/compatibility.h"
#include "tests/everyfault.h"
#include "tests/flyfixture.h"
#include "tests/waitfor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using simulator::Fault;

namespace {

constexpr std::size_t sampleSize = 30;
constexpr unsigned seed = 20261124;

simulator::Options options()
{
    return {.timeScale = FlyFixture::speed, .newAppUnsettled = 0ms, .rateLimits = false};
}

QJsonObject configWith(const QString &image, const QJsonObject &more = {})
{
    QJsonObject config{{u"image"_s, image}, {u"guest"_s, guestOf({.cpus = 2, .memoryMb = 4096})}};
    for (auto item = more.begin(); item != more.end(); ++item)
        config.insert(item.key(), item.value());
    return config;
}

QJsonObject service(int port)
{
    return {{u"protocol"_s, u"tcp"_s},
            {u"internal_port"_s, port},
            {u"autostop"_s, u"stop"_s},
            {u"autostart"_s, true},
            {u"ports"_s, QJsonArray{QJsonObject{{u"port"_s, 443}, {u"handlers"_s, QJsonArray{u"tls"_s, u"http"_s}}}}}};
}

QJsonObject check(const QString &path, int port)
{
    return {{u"type"_s, u"http"_s},
            {u"port"_s, port},
            {u"path"_s, path},
            {u"interval"_s, u"30s"_s},
            {u"timeout"_s, u"5s"_s}};
}

} // namespace

class AdoptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findsByWhatSpeaksForIt_data();
    void findsByWhatSpeaksForIt();
    void tellsWhatTheMachineIs();
    void tellsWhenOthersShareTheAddress();
    void leavesOutInstancesAndWhatIsGone();
    void changesNothingWhileItLooks();
    void writesOurMetadataAndNoMore();
    void makesAnInstanceThatTheProviderLists();
    void refusesWhatIsAnInstanceAlready();
    void refusesWhatHasBeenChangedSince();
    void refusesWhatIsGoneOrAway();
    void refusesWhatIsLeased();
    void canBeAskedTwice();
    void endsCleanWithEveryFault_data();
    void endsCleanWithEveryFault();

private:
    //! A machine in the app `app`, which is made when it is not there; running.
    QString makeMachine(const QString &app, const QString &name, const QJsonObject &config);
    [[nodiscard]] std::vector<AdoptionCandidate> candidates();
    [[nodiscard]] Result<Instance> adopt(const AdoptionCandidate &candidate, const QString &id = u"id-of-pad"_s)
    {
        return waitFor(m_adoption->adopt(candidate, u"pad"_s, id, QLatin1StringView(SWARM_VERSION), {}));
    }
    [[nodiscard]] QJsonObject machine(const QString &id) const;

    std::unique_ptr<FlyFixture> m_fly;
    std::unique_ptr<Adoption> m_adoption;
};

void AdoptionTest::init()
{
    QLoggingCategory::setFilterRules(u"remoteswarm.*=false"_s);
    m_fly = std::make_unique<FlyFixture>(options());
    m_fly->simulator.setAutostopAfter(0ms);
    m_adoption = std::make_unique<Adoption>(*m_fly->connection);
}

void AdoptionTest::cleanup()
{
    m_adoption.reset();
    m_fly.reset();
}

QString AdoptionTest::makeMachine(const QString &app, const QString &name, const QJsonObject &config)
{
    auto &fly = *m_fly->client;
    if (!waitFor(fly.apps.get(app, {})) && !waitFor(fly.apps.create(app, u"personal"_s, u"default"_s, {})))
        return {};
    const QJsonObject body{{u"name"_s, name}, {u"region"_s, u"ams"_s}, {u"config"_s, config}};
    const auto made = waitFor(fly.machines.create(app, body, {}));
    if (!made)
        return {};
    const auto hasStarted = [&] {
        const auto seen = waitFor(fly.machines.get(app, made->id, {}));
        return seen && seen->state == "started"_L1;
    };
    if (!QTest::qWaitFor(hasStarted, 8000))
        return {};
    QTest::qWait(20); // until the organization's list has caught up
    return made->id;
}

std::vector<AdoptionCandidate> AdoptionTest::candidates()
{
    const auto found = waitFor(m_adoption->candidates(u"personal"_s, {}));
    return found.value_or(std::vector<AdoptionCandidate>());
}

QJsonObject AdoptionTest::machine(const QString &id) const
{
    const auto state = m_fly->simulator.state();
    for (const auto &value : state["machines"_L1].toArray()) {
        if (value[u"id"_s].toString() == id)
            return value.toObject();
    }
    return {};
}

void AdoptionTest::findsByWhatSpeaksForIt_data()
{
    using Evidence = AdoptionCandidate::Evidence;
    QTest::addColumn<QJsonObject>("config");
    QTest::addColumn<bool>("isImage");
    QTest::addColumn<bool>("isServing");
    QTest::addColumn<bool>("isMetadata");
    const auto row = [](const char *name, const QJsonObject &config, Evidence evidence) {
        QTest::newRow(name) << config << evidence.isImage << evidence.isServing << evidence.isMetadata;
    };
    const auto plain = u"example/editor:1"_s;
    const auto serving = [&](int port, const QJsonObject &itsCheck) {
        return configWith(
            plain, {{u"services"_s, QJsonArray{service(port)}}, {u"checks"_s, QJsonObject{{u"up"_s, itsCheck}}}});
    };
    auto checked = service(8080);
    checked.insert(u"checks"_s, QJsonArray{check(u"/healthz"_s, 8080)});

    row("the image", configWith(u"codercom/code-server:4.133.0"_s), {.isImage = true});
    row("somebody's image of it", configWith(u"ghcr.io/team/my-Code-Server:2"_s), {.isImage = true});
    row("port and check", serving(8080, check(u"/healthz"_s, 8080)), {.isServing = true});
    row("a check of the service", configWith(plain, {{u"services"_s, QJsonArray{checked}}}), {.isServing = true});
    row("metadata", configWith(plain, {{u"metadata"_s, QJsonObject{{u"kind"_s, u"code-server"_s}}}}),
        {.isMetadata = true});
    row("a key of the metadata", configWith(plain, {{u"metadata"_s, QJsonObject{{u"code-server"_s, u"1"_s}}}}),
        {.isMetadata = true});
    row("nothing", configWith(u"nginx:1"_s), {});
    row("the port alone", configWith(plain, {{u"services"_s, QJsonArray{service(8080)}}}), {});
    row("another port", serving(3000, check(u"/healthz"_s, 3000)), {});
    row("the check of something else", serving(8080, check(u"/healthz"_s, 9090)), {});
    row("another check", serving(8080, check(u"/up"_s, 8080)), {});
}

void AdoptionTest::findsByWhatSpeaksForIt()
{
    QFETCH(QJsonObject, config);
    QFETCH(bool, isImage);
    QFETCH(bool, isServing);
    QFETCH(bool, isMetadata);
    const AdoptionCandidate::Evidence evidence{.isImage = isImage, .isServing = isServing, .isMetadata = isMetadata};
    const auto id = makeMachine(u"pad"_s, u"m"_s, config);
    QVERIFY(!id.isEmpty());

    const auto found = candidates();

    QCOMPARE(found.size(), evidence.isAny() ? 1U : 0U);
    if (evidence.isAny()) {
        QCOMPARE(found.front().machine, id);
        QVERIFY(found.front().evidence == evidence);
    }
}

void AdoptionTest::tellsWhatTheMachineIs()
{
    auto &fly = *m_fly->client;
    QVERIFY(waitFor(fly.apps.create(u"pad"_s, u"personal"_s, u"default"_s, {})));
    const auto volume = waitFor(fly.volumes.create(u"pad"_s, {.name = u"home"_s, .region = u"ams"_s}, {}));
    QVERIFY(volume);
    const QJsonArray mounts{QJsonObject{{u"volume"_s, volume->id}, {u"path"_s, u"/home/coder"_s}}};
    const QJsonObject metadata{{u"fly_platform_version"_s, u"v2"_s}};
    const auto id =
        makeMachine(u"pad"_s, u"cs"_s,
                    configWith(u"codercom/code-server:4.133.0"_s, {{u"mounts"_s, mounts}, {u"metadata"_s, metadata}}));

    const auto found = candidates();

    QCOMPARE(found.size(), 1U);
    const auto &pad = found.front();
    QCOMPARE(pad.app, u"pad"_s);
    QCOMPARE(pad.machine, id);
    QCOMPARE(pad.version, machine(id)["instance_id"_L1].toString());
    QCOMPARE(pad.name, u"cs"_s);
    QCOMPARE(pad.image, u"codercom/code-server:4.133.0"_s);
    QCOMPARE(pad.region, u"ams"_s);
    QCOMPARE(pad.state, u"started"_s);
    QCOMPARE(pad.size, (Size{.cpus = 2, .memoryMb = 4096}));
    QCOMPARE(pad.disk, volume->id);
    QVERIFY(pad.isDeployed);
    QVERIFY(!pad.sharesApp);
}

void AdoptionTest::tellsWhenOthersShareTheAddress()
{
    QVERIFY(!makeMachine(u"pad"_s, u"one"_s, configWith(u"codercom/code-server:latest"_s)).isEmpty());
    QVERIFY(!makeMachine(u"pad"_s, u"two"_s, configWith(u"nginx:1"_s)).isEmpty());
    const auto found = candidates();
    QCOMPARE(found.size(), 1U);
    QVERIFY(found.front().sharesApp);
    QVERIFY(!found.front().isDeployed);
    QVERIFY(found.front().disk.isEmpty());
}

void AdoptionTest::leavesOutInstancesAndWhatIsGone()
{
    QVERIFY(waitFor(m_fly->provider->create(FlyFixture::spec(u"box"_s), {})));
    const auto gone = makeMachine(u"pad"_s, u"gone"_s, configWith(u"codercom/code-server:latest"_s));
    QVERIFY(m_fly->simulator.destroyMachine(gone));
    const auto away = makeMachine(u"pad"_s, u"away"_s, configWith(u"codercom/code-server:latest"_s));
    QVERIFY(m_fly->simulator.setHostReachable(away, false)); // whose it is cannot be read

    QVERIFY(candidates().empty());
}

void AdoptionTest::changesNothingWhileItLooks()
{
    QVERIFY(!makeMachine(u"pad"_s, u"m"_s, configWith(u"codercom/code-server:latest"_s)).isEmpty());
    QVERIFY(waitFor(m_fly->provider->create(FlyFixture::spec(u"box"_s), {})));
    m_fly->simulator.forgetRequests();

    QCOMPARE(candidates().size(), 1U);

    // One list for all, and one for each app with machines that are not ours.
    QCOMPARE(m_fly->simulator.calls(), (QByteArrayList{"GET /v1/orgs/personal/machines", "GET /v1/apps/pad/machines"}));
}

void AdoptionTest::writesOurMetadataAndNoMore()
{
    const QJsonObject theirs{{u"team"_s, u"red"_s}};
    const auto id =
        makeMachine(u"pad"_s, u"m"_s, configWith(u"codercom/code-server:4.133.0"_s, {{u"metadata"_s, theirs}}));
    const auto before = machine(id);
    const auto found = candidates();
    QCOMPARE(found.size(), 1U);

    const auto adopted = adopt(found.front());

    QVERIFY2(adopted, adopted ? "" : qPrintable(adopted.error().detail));
    auto after = machine(id);
    const auto metadata = after["config"_L1]["metadata"_L1].toObject();
    QCOMPARE(metadata["team"_L1].toString(), u"red"_s);
    QCOMPARE(metadata["remote_swarm_schema"_L1].toString(), u"1"_s);
    QCOMPARE(metadata["remote_swarm_id"_L1].toString(), u"id-of-pad"_s);
    QCOMPARE(metadata["remote_swarm_name"_L1].toString(), u"pad"_s);
    QCOMPARE(metadata["remote_swarm_role"_L1].toString(), u"current"_s);
    QCOMPARE(metadata["remote_swarm_version"_L1].toString(), QLatin1StringView(SWARM_VERSION));
    const auto images = QJsonDocument::fromJson(metadata["remote_swarm_images"_L1].toString().toUtf8()).array();
    QCOMPARE(images.size(), 1);
    QVERIFY(images[0].toString().startsWith("codercom/code-server:4.133.0@sha256:"_L1));
    QCOMPARE(metadata.size(), 7);
    // No new version, no restart, and the rest of its configuration as it was.
    QCOMPARE(after["instance_id"_L1], before["instance_id"_L1]);
    QCOMPARE(after["state"_L1], before["state"_L1]);
    QCOMPARE(after["events"_L1], before["events"_L1]);
    auto config = after["config"_L1].toObject();
    config.insert(u"metadata"_s, theirs);
    QCOMPARE(config, before["config"_L1].toObject());
}

void AdoptionTest::makesAnInstanceThatTheProviderLists()
{
    const auto id = makeMachine(
        u"pad"_s, u"m"_s, configWith(u"codercom/code-server:4.133.0"_s, {{u"services"_s, QJsonArray{service(8080)}}}));
    const auto adopted = adopt(candidates().front());
    QVERIFY(adopted);
    QCOMPARE(adopted->id, u"id-of-pad"_s);
    QCOMPARE(adopted->name, u"pad"_s);
    QCOMPARE(adopted->app, u"pad"_s);
    QCOMPARE(adopted->machine, id);
    QCOMPARE(adopted->status, Status::Running);
    QCOMPARE(adopted->idle.action, IdleRule::Action::Stop);
    QVERIFY(isCompatible(*adopted));
    QTest::qWait(20); // until the organization's list has caught up

    const auto fleet = waitFor(m_fly->provider->list({}));

    QVERIFY(fleet);
    QCOMPARE(fleet->instances.size(), 1U);
    QCOMPARE(fleet->instances.front().id, u"id-of-pad"_s);
    QCOMPARE(fleet->instances.front().name, u"pad"_s);
    QVERIFY(candidates().empty());
}

void AdoptionTest::refusesWhatIsAnInstanceAlready()
{
    QVERIFY(!makeMachine(u"pad"_s, u"m"_s, configWith(u"codercom/code-server:latest"_s)).isEmpty());
    const auto found = candidates();
    QVERIFY(adopt(found.front(), u"id-of-another"_s)); // by another computer
    const auto before = machine(found.front().machine);

    const auto adopted = adopt(found.front());

    QVERIFY(!adopted);
    QCOMPARE(adopted.error().code, ErrorCode::ResourceAlreadyExists);
    QCOMPARE(machine(found.front().machine), before);
}

void AdoptionTest::refusesWhatHasBeenChangedSince()
{
    const auto id = makeMachine(u"pad"_s, u"m"_s, configWith(u"codercom/code-server:latest"_s));
    const auto found = candidates();
    MachineUpdate update{.config = configWith(u"nginx:1"_s)};
    QVERIFY(waitFor(m_fly->client->machines.update(u"pad"_s, id, update, {}, {})));
    QTRY_COMPARE(machine(id)["state"_L1].toString(), u"started"_s);
    const auto before = machine(id);

    const auto adopted = adopt(found.front());

    QVERIFY(!adopted);
    QCOMPARE(adopted.error().code, ErrorCode::ResourceWrongState);
    QCOMPARE(machine(id), before);
}

void AdoptionTest::refusesWhatIsGoneOrAway()
{
    const auto id = makeMachine(u"pad"_s, u"m"_s, configWith(u"codercom/code-server:latest"_s));
    const auto found = candidates();

    QVERIFY(m_fly->simulator.setHostReachable(id, false));
    const auto away = adopt(found.front());
    QVERIFY(!away);
    QCOMPARE(away.error().code, ErrorCode::ResourceWrongState);

    QVERIFY(m_fly->simulator.setHostReachable(id, true));
    QVERIFY(m_fly->simulator.destroyMachine(id));
    const auto gone = adopt(found.front());
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, ErrorCode::ResourceNotFound);
}

void AdoptionTest::refusesWhatIsLeased()
{
    const auto id = makeMachine(u"pad"_s, u"m"_s, configWith(u"codercom/code-server:latest"_s));
    const auto found = candidates();
    QVERIFY(waitFor(m_fly->client->machines.acquireLease(u"pad"_s, id, 3600s, u"deploy"_s, {}, {})));
    const auto adopted = adopt(found.front());
    QVERIFY(!adopted);
    QCOMPARE(adopted.error().code, ErrorCode::ResourceBusy);
}

void AdoptionTest::canBeAskedTwice()
{
    QVERIFY(!makeMachine(u"pad"_s, u"m"_s, configWith(u"codercom/code-server:latest"_s)).isEmpty());
    const auto found = candidates();
    QVERIFY(adopt(found.front()));
    const auto before = machine(found.front().machine);

    const auto again = adopt(found.front());

    QVERIFY(again);
    QCOMPARE(again->id, u"id-of-pad"_s);
    QCOMPARE(machine(found.front().machine), before);
}

void AdoptionTest::endsCleanWithEveryFault_data()
{
    QTest::addColumn<Fault>("fault");
    auto faults = everyFault();
    faults.emplace_back("done, but not", Fault{.status = 204});
    const std::vector<std::pair<QByteArray, QString>> places{{"GET", u"/v1/apps/{app}/machines/{id}"_s},
                                                             {"PATCH", u"/v1/apps/{app}/machines/{id}/metadata"_s}};
    std::vector<std::pair<QByteArray, Fault>> rows;
    for (const auto &[method, route] : places) {
        for (const auto &[name, fault] : faults) {
            for (const int times : {1, -1}) {
                for (const int skip : {0, 1}) {
                    auto placed = fault;
                    placed.method = method;
                    placed.route = route;
                    placed.times = times;
                    placed.skip = skip;
                    rows.emplace_back(name + (times == 1 ? " once: " : " for ever: ") + method + " #"
                                          + QByteArray::number(skip + 1),
                                      placed);
                }
            }
        }
    }
    if (!qEnvironmentVariableIsSet("SWARM_WHOLE_MATRIX")) {
        std::mt19937 random(seed);
        std::ranges::shuffle(rows, random);
        rows.resize(std::min(rows.size(), sampleSize));
    }
    for (const auto &[name, fault] : rows)
        QTest::newRow(name.constData()) << fault;
}

void AdoptionTest::endsCleanWithEveryFault()
{
    QFETCH(Fault, fault);
    const auto id = makeMachine(u"pad"_s, u"m"_s, configWith(u"codercom/code-server:latest"_s));
    const auto found = candidates();
    QCOMPARE(found.size(), 1U);
    const auto before = machine(id);
    m_fly->simulator.addFault(fault);

    const auto adopted = adopt(found.front());

    m_fly->simulator.clearFaults();
    const auto after = machine(id);
    const auto ours = after["config"_L1]["metadata"_L1]["remote_swarm_id"_L1].toString();
    QCOMPARE(after["instance_id"_L1], before["instance_id"_L1]);
    if (adopted)
        QCOMPARE(ours, u"id-of-pad"_s);
    // Whatever came of it, asking again makes it what was wanted.
    const auto again = adopt(found.front());
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    QCOMPARE(machine(id)["config"_L1]["metadata"_L1]["remote_swarm_id"_L1].toString(), u"id-of-pad"_s);
    QCOMPARE(machine(id)["config"_L1]["metadata"_L1].toObject().size(), 6);
}

QTEST_GUILESS_MAIN(AdoptionTest)
#include "tst_adoption.moc"
