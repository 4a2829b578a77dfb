#include "fly/simulator/simulator.h"
#include "tests/plainclient.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace swarm::simulator;

namespace {

using Reply = PlainReply;
using Client = PlainClient;

QJsonObject editorConfig(const QString &volume)
{
    return {{u"image"_s, u"codercom/code-server:latest"_s},
            {u"guest"_s, QJsonObject{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 1}, {u"memory_mb"_s, 1024}}},
            {u"env"_s, QJsonObject{{u"A"_s, u"b"_s}}},
            {u"mounts"_s, QJsonArray{QJsonObject{{u"volume"_s, volume}, {u"path"_s, u"/home/coder"_s}}}},
            {u"services"_s,
             QJsonArray{QJsonObject{{u"internal_port"_s, 8080}, {u"autostop"_s, u"stop"_s}, {u"autostart"_s, true}}}},
            {u"checks"_s, QJsonObject{{u"healthz"_s, QJsonObject{{u"type"_s, u"http"_s}, {u"port"_s, 8080}}}}},
            {u"metadata"_s, QJsonObject{{u"remote_swarm_name"_s, u"box"_s}}}};
}

QString appPath(const QString &app, const QString &rest = {})
{
    return u"/v1/apps/"_s + app + rest;
}

} // namespace

class SimulatorTest : public QObject
{
    Q_OBJECT

private:
    struct Made {
        QString volume;
        QString machine;
    };

    Options quick() const
    {
        return {.timeScale = 50, .newAppUnsettled = std::chrono::milliseconds(0), .rateLimits = false};
    }

    //! A simulator that listens, and a client for it.
    void open(const Options &options)
    {
        m_client.reset();
        m_simulator = std::make_unique<Simulator>(options);
        m_simulator->setAutostopAfter(std::chrono::milliseconds(0));
        QVERIFY2(m_simulator->listen(), qPrintable(m_simulator->errorString()));
        m_client = std::make_unique<Client>(m_simulator->apiUrl());
    }

    Reply makeApp(const QString &name)
    {
        return m_client->post(u"/v1/apps"_s, {{u"name"_s, name}, {u"org_slug"_s, u"personal"_s}, {u"network"_s, name}});
    }

    QString makeVolume(const QString &app)
    {
        return m_client
            ->post(appPath(app, u"/volumes"_s), {{u"name"_s, u"data"_s}, {u"region"_s, u"ams"_s}, {u"size_gb"_s, 5}})
            .object()[u"id"]
            .toString();
    }

    Reply makeMachine(const QString &app, const QJsonObject &config, const QString &name = u"editor"_s)
    {
        return m_client->post(appPath(app, u"/machines"_s),
                              {{u"name"_s, name}, {u"region"_s, u"ams"_s}, {u"config"_s, config}});
    }

    //! An app with address, password, volume and a machine that has started.
    Made makeAll(const QString &app, const QString &password = u"geheim"_s)
    {
        makeApp(app);
        m_client->post(appPath(app, u"/ip_assignments"_s), {{u"type"_s, u"shared_v4"_s}});
        m_client->post(appPath(app, u"/secrets"_s), {{u"values"_s, QJsonObject{{u"PASSWORD"_s, password}}}});
        Made made{.volume = makeVolume(app), .machine = {}};
        made.machine = makeMachine(app, editorConfig(made.volume)).object()[u"id"].toString();
        waitFor(app, made.machine, u"started"_s);
        return made;
    }

    QString machinePath(const QString &app, const QString &machine, const QString &rest = {}) const
    {
        return appPath(app, u"/machines/"_s + machine + rest);
    }

    Reply waitFor(const QString &app, const QString &machine, const QString &state)
    {
        const auto version = m_client->get(machinePath(app, machine)).object()[u"instance_id"].toString();
        return m_client->get(
            machinePath(app, machine, u"/wait?timeout=60&state=%1&instance_id=%2"_s.arg(state, version)));
    }

    QString stateOf(const QString &app, const QString &machine)
    {
        return m_client->get(machinePath(app, machine)).object()[u"state"].toString();
    }

    //! Stops it and waits until it could be started again.
    void stop(const QString &app, const QString &machine)
    {
        QCOMPARE(m_client->post(machinePath(app, machine, u"/stop"_s)).status, 200);
        QCOMPARE(waitFor(app, machine, u"stopped"_s).status, 200);
    }

    Reply graphQl(const QString &query, const QJsonObject &variables = {}, const QString &operation = {})
    {
        QJsonObject body{{u"query"_s, query}, {u"variables"_s, variables}};
        if (!operation.isEmpty())
            body.insert(u"operationName"_s, operation);
        return m_client->post(u"/graphql"_s, body);
    }

    //! A visit to an app's address; the proxy goes by the Host header alone.
    Reply visit(const QString &app, const QByteArray &verb, const QString &path, const QByteArray &body = {},
                const QByteArray &cookie = {})
    {
        auto url = m_simulator->appUrl(app);
        const auto host = url.authority().toUtf8();
        url.setHost(u"127.0.0.1"_s);
        Client client(url);
        client.token.clear();
        return client.call(
            verb, path, body,
            {{"Host"_ba, host}, {"Cookie"_ba, cookie}, {"Content-Type"_ba, "application/x-www-form-urlencoded"_ba}});
    }

    QByteArray logIn(const QString &app, const QByteArray &password)
    {
        const auto answer = visit(app, "POST"_ba, u"/login"_s, "password="_ba + password);
        return answer.header("Set-Cookie"_ba).split(';').first();
    }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<Client> m_client;

private Q_SLOTS:
    void init() { open(quick()); }
    void cleanup()
    {
        m_client.reset();
        m_simulator.reset();
    }

    void answersUnknownRoutesInPlainTextBeforeTheToken();
    void readsTokensBySchemeAndPrefix_data();
    void readsTokensBySchemeAndPrefix();
    void refusesWritesOfAReadOnlyToken();
    void tellsMacaroonsAboutThemselves();
    void listsRegionsWithCapitalKeysAndNoToken();
    void hidesANewAppForAWhile();
    void refusesTakenAndBadAppNames();
    void wantsAnOrganizationForTheListOfApps();
    void createsAMachineThatStarts();
    void readsBackAConfigWithDefaults();
    void refusesWhatAMachineCannotBe_data();
    void refusesWhatAMachineCannotBe();
    void namesTheMachineThatHasTheName();
    void answers408WhenAWaitRunsOut();
    void wantsTheVersionWhenWaitingForStopped();
    void refusesToStartRightAfterAStop();
    void keepsStoppedWhatIsNotLaunched();
    void suspendsSmallMachinesOnly();
    void replacesTheConfigOnUpdate();
    void restartsAfterACrash();
    void tellsOfAnOutOfMemoryExit();
    void refusesToDeleteARunningMachine();
    void keepsAVolumeBoundUntilItsMachineIsGone();
    void growsVolumesButNeverShrinksThem();
    void refusesVolumeNamesWithHyphens();
    void givesTheSharedAddressOnce();
    void keepsSecretsToItself();
    void changesMetadataWithoutANewVersion();
    void holdsOthersOffByALease();
    void limitsTheRateOfChanges();
    void deletesAnAppWithAllThatHangsOnIt();
    void listsTheOrganizationWithFewFields();
    void listsTheOrganizationPageByPage();
    void decidesHowLongAPageIs();
    void letsTheOrganizationListLag();
    void leavesSilentRegionsOut();
    void hidesTheConfigOfAnUnreachableHost();
    void hasNoRoomInAFullRegion();
    void refusesByFault();
    void answersLateByFault();
    void cutsAnAnswerByFault();
    void resetsByFault();
    void fallsSilentByFault();
    void losesTheReplyByFault();
    void countsFaults();
    void readsFaultsFromText();
    void answersGraphQlWithAliasesAndFragments();
    void failsGraphQlWithStatus200();
    void pagesAppsInGraphQl();
    void serves502WithoutAnAddress();
    void logsInAndSavesAcrossAStop();
    void endsSessionsWithANewPassword();
    void limitsWrongPasswords();
    void keepsFilesInsideTheProject();
    void startsAStoppedMachineOnAVisit();
    void leavesCordonedMachinesAlone();
    void stopsIdleMachines();
    void tunnelsToARealProgram();
    void worksInAThreadOfItsOwn();
    void savesAndLoadsItsState();
    void forgetsTheWorldBeforeTheLoadedOne();
    void isControlledOverHttp();
    void showsADemo();
    void readsChunkedBodiesAndKeepsConnections();
};

void SimulatorTest::answersUnknownRoutesInPlainTextBeforeTheToken()
{
    m_client->token.clear();

    const auto answer = m_client->get(u"/v1/nothing"_s);

    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.body.trimmed(), "404 page not found"_ba);
    QVERIFY(answer.header("Content-Type"_ba).startsWith("text/plain"_ba));
    QVERIFY(!answer.header("fly-request-id"_ba).isEmpty());
    QCOMPARE(m_client->call("PATCH"_ba, u"/v1/apps"_s).status, 404);
}

void SimulatorTest::readsTokensBySchemeAndPrefix_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QByteArray() << 401;
    QTest::newRow("oauth") << "Bearer fo1_abc"_ba << 200;
    QTest::newRow("macaroon") << "FlyV1 fm2_abc"_ba << 200;
    QTest::newRow("macaroon as bearer") << "Bearer fm2_abc"_ba << 200;
    QTest::newRow("two schemes") << "Bearer FlyV1 fm2_abc"_ba << 200;
    QTest::newRow("list") << "FlyV1 fm2_abc,fm1r_d,fm1a_e,fo1_f"_ba << 200;
    QTest::newRow("lost space") << "FlyV1fm2_abc"_ba << 401;
    QTest::newRow("unknown prefix") << "Bearer abc"_ba << 401;
    QTest::newRow("one bad part") << "FlyV1 fm2_abc,xyz"_ba << 401;
    QTest::newRow("basic") << "Basic Zm86YmFy"_ba << 401;
    QTest::newRow("expired") << "Bearer fo1_expired"_ba << 401;
}

void SimulatorTest::readsTokensBySchemeAndPrefix()
{
    QFETCH(QByteArray, header);
    QFETCH(int, status);
    m_client->token = header;

    const auto answer = m_client->get(u"/v1/apps?org_slug=personal"_s);

    QCOMPARE(answer.status, status);
    if (status == 401)
        QCOMPARE(answer.header("www-authenticate"_ba), "Basic realm=\"api.machines.dev\""_ba);
    if (header.contains("expired"_ba))
        QCOMPARE(answer.errorText(), u"Authenticate: token validation error"_s);
}

void SimulatorTest::refusesWritesOfAReadOnlyToken()
{
    m_client->token = "FlyV1 fm2_readonly"_ba;

    QCOMPARE(makeApp(u"box"_s).status, 403);
    QCOMPARE(m_client->get(u"/v1/apps?org_slug=personal"_s).status, 200);
}

void SimulatorTest::tellsMacaroonsAboutThemselves()
{
    QCOMPARE(m_client->get(u"/v1/tokens/current"_s).status, 401);

    m_client->token = "FlyV1 fm2_a"_ba;
    const auto answer = m_client->get(u"/v1/tokens/current"_s);

    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.object()[u"tokens"][0][u"org_slug"].toString(), u"personal"_s);
}

void SimulatorTest::listsRegionsWithCapitalKeysAndNoToken()
{
    m_client->token.clear();

    const auto answer = m_client->get(u"/v1/platform/regions"_s);

    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.object()[u"Nearest"].toString(), u"ams"_s);
    int live = 0;
    for (const auto &region : answer.object()[u"Regions"].toArray())
        live += region[u"deprecated"].toBool() ? 0 : 1;
    QCOMPARE(live, 18);
}

void SimulatorTest::hidesANewAppForAWhile()
{
    auto options = quick();
    options.timeScale = 1;
    options.newAppUnsettled = std::chrono::milliseconds(600);
    open(options);
    QCOMPARE(makeApp(u"box"_s).status, 201);

    QCOMPARE(m_client->get(appPath(u"box"_s)).status, 404);
    QTRY_COMPARE_WITH_TIMEOUT(m_client->get(appPath(u"box"_s, u"/volumes"_s)).status, 401, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(m_client->get(appPath(u"box"_s)).status, 200, 5000);
}

void SimulatorTest::refusesTakenAndBadAppNames()
{
    m_simulator->addForeignApp(u"theirs"_s);
    QCOMPARE(makeApp(u"box"_s).object()[u"name"].toString(), u"box"_s);

    for (const auto &name : {u"box"_s, u"theirs"_s}) {
        const auto taken = makeApp(name);
        QCOMPARE(taken.status, 422);
        QCOMPARE(taken.errorText(), u"Validation failed: Name has already been taken"_s);
        QCOMPARE(taken.object()[u"status"].toString(), u"name_taken"_s);
    }
    QCOMPARE(makeApp(u"with_underscore"_s).status, 422);
    QCOMPARE(m_client->get(appPath(u"theirs"_s)).status, 403);
    QCOMPARE(m_client->get(appPath(u"nobodys"_s)).status, 404);
    QVERIFY(m_client->get(appPath(u"nobodys"_s)).errorText().contains("Could not find App"_L1));
    QCOMPARE(m_client->post(u"/v1/apps"_s, {{u"app_name"_s, u"older"_s}, {u"org_slug"_s, u"personal"_s}}).status, 201);
}

void SimulatorTest::wantsAnOrganizationForTheListOfApps()
{
    makeApp(u"box"_s);

    QCOMPARE(m_client->get(u"/v1/apps"_s).body.trimmed(), "404 page not found"_ba);
    QCOMPARE(m_client->get(u"/v1/apps?org_slug=other"_s).status, 404);
    QCOMPARE(m_client->get(u"/v1/apps?org_slug=personal"_s).object()[u"total_apps"].toInt(), 1);
}

void SimulatorTest::createsAMachineThatStarts()
{
    makeApp(u"box"_s);
    const auto volume = makeVolume(u"box"_s);

    const auto made = makeMachine(u"box"_s, editorConfig(volume));

    QCOMPARE(made.status, 200);
    const auto id = made.object()[u"id"].toString();
    QCOMPARE(id.size(), 14);
    QVERIFY(made.object()[u"private_ip"].toString().startsWith("fdaa:"_L1));
    QVERIFY(made.object()[u"image_ref"][u"digest"].toString().startsWith("sha256:"_L1));
    const auto waited = waitFor(u"box"_s, id, u"started"_s);
    QCOMPARE(waited.status, 200);
    QCOMPARE(waited.object()[u"state"].toString(), u"started"_s);
    QTRY_COMPARE(m_client->get(machinePath(u"box"_s, id)).object()[u"checks"][0][u"status"].toString(), u"passing"_s);
    const auto events = m_client->get(machinePath(u"box"_s, id, u"/events"_s)).array();
    QCOMPARE(events.first()[u"status"].toString(), u"started"_s);
    QCOMPARE(events.last()[u"type"].toString(), u"launch"_s);
    QVERIFY(events.first()[u"timestamp"].toDouble() > events.last()[u"timestamp"].toDouble());
    QVERIFY(m_client->get(appPath(u"box"_s, u"/volumes/"_s + volume)).object()[u"blocks"].toDouble() > 0);
    QCOMPARE(m_client->get(appPath(u"box"_s)).object()[u"status"].toString(), u"deployed"_s);
}

void SimulatorTest::readsBackAConfigWithDefaults()
{
    const auto made = makeAll(u"box"_s);

    const auto config = m_client->get(machinePath(u"box"_s, made.machine)).object()[u"config"];

    QVERIFY(config[u"init"].isObject());
    QVERIFY(config[u"dns"].isObject());
    QCOMPARE(config[u"restart"][u"policy"].toString(), u"on-failure"_s);
    QCOMPARE(config[u"restart"][u"max_retries"].toInt(), 10);
    QCOMPARE(config[u"services"][0][u"autostop"], QJsonValue(true));
    QCOMPARE(config[u"mounts"][0][u"name"].toString(), u"data"_s);
}

void SimulatorTest::refusesWhatAMachineCannotBe_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");
    const auto guest = [](const QString &kind, int cpus, int memory) {
        return QJsonValue(QJsonObject{{u"cpu_kind"_s, kind}, {u"cpus"_s, cpus}, {u"memory_mb"_s, memory}});
    };
    QTest::newRow("no image") << u"image"_s << QJsonValue(QString()) << 400 << u"image"_s;
    QTest::newRow("three cpus") << u"guest"_s << guest(u"shared"_s, 3, 1024) << 422 << u"config.guest.cpus"_s;
    QTest::newRow("too little") << u"guest"_s << guest(u"performance"_s, 2, 2048) << 422
                                << u"minimum required 4096 MiB"_s;
    QTest::newRow("too much") << u"guest"_s << guest(u"shared"_s, 1, 4096) << 422 << u"memory_mb"_s;
    QTest::newRow("odd step") << u"guest"_s << guest(u"shared"_s, 1, 300) << 422 << u"increments"_s;
    QTest::newRow("unknown kind") << u"guest"_s << guest(u"fast"_s, 1, 256) << 422 << u"cpu_kind"_s;
    QTest::newRow("number in env") << u"env"_s << QJsonValue(QJsonObject{{u"A"_s, 1}}) << 400
                                   << u"json: cannot unmarshal"_s;
    QTest::newRow("checks as list") << u"checks"_s << QJsonValue(QJsonArray{1}) << 400 << u"json: cannot unmarshal"_s;
    QTest::newRow("autostart as text") << u"services"_s
                                       << QJsonValue(QJsonArray{QJsonObject{{u"autostart"_s, u"true"_s}}}) << 400
                                       << u"autostart"_s;
    QTest::newRow("volume by name") << u"mounts"_s
                                    << QJsonValue(QJsonArray{
                                           QJsonObject{{u"volume"_s, u"data"_s}, {u"path"_s, u"/home/coder"_s}}})
                                    << 404 << u"volume"_s;
    QTest::newRow("mount at root") << u"mounts"_s
                                   << QJsonValue(QJsonArray{QJsonObject{{u"volume"_s, u"x"_s}, {u"path"_s, u"/"_s}}})
                                   << 400 << u"path"_s;
}

void SimulatorTest::refusesWhatAMachineCannotBe()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(int, status);
    QFETCH(QString, text);
    makeApp(u"box"_s);
    auto config = editorConfig(makeVolume(u"box"_s));
    config.insert(key, value);

    const auto answer = makeMachine(u"box"_s, config);

    QCOMPARE(answer.status, status);
    QVERIFY2(answer.errorText().contains(text), qPrintable(answer.errorText()));
    QVERIFY(m_client->get(appPath(u"box"_s, u"/machines"_s)).array().isEmpty());
}

void SimulatorTest::namesTheMachineThatHasTheName()
{
    const auto made = makeAll(u"box"_s);

    const auto answer = makeMachine(u"box"_s, editorConfig(makeVolume(u"box"_s)));

    QCOMPARE(answer.status, 409);
    QCOMPARE(answer.errorText(),
             u"already_exists: unique machine name violation, machine ID %1 already exists with name \"editor\""_s.arg(
                 made.machine));
}

void SimulatorTest::answers408WhenAWaitRunsOut()
{
    const auto made = makeAll(u"box"_s);

    const auto answer = m_client->get(machinePath(u"box"_s, made.machine, u"/wait?state=suspended&timeout=1s"_s));

    QCOMPARE(answer.status, 408);
    QCOMPARE(answer.errorText(),
             u"deadline_exceeded: machine failed to reach desired state, suspended, currently started"_s);
    QCOMPARE(m_client->get(machinePath(u"box"_s, made.machine, u"/wait?timeout=61"_s)).status, 400);
    QCOMPARE(m_client->get(machinePath(u"box"_s, made.machine, u"/wait?state=nonsense"_s)).status, 400);
    QCOMPARE(m_client->get(machinePath(u"box"_s, made.machine, u"/wait?state=stopped,started&instance_id="_s)).status,
             400);
    QCOMPARE(m_client->get(machinePath(u"box"_s, made.machine, u"/wait?state=suspended&state=settled"_s)).status, 200);
}

void SimulatorTest::wantsTheVersionWhenWaitingForStopped()
{
    const auto made = makeAll(u"box"_s);

    QCOMPARE(m_client->get(machinePath(u"box"_s, made.machine, u"/wait?state=stopped"_s)).status, 400);
    QCOMPARE(m_client->get(machinePath(u"box"_s, made.machine, u"/wait?state=stopped&instance_id=other"_s)).status,
             400);
}

void SimulatorTest::refusesToStartRightAfterAStop()
{
    const auto made = makeAll(u"box"_s);
    QCOMPARE(m_client->call("POST"_ba, machinePath(u"box"_s, made.machine, u"/stop"_s), "[]"_ba).errorText(),
             u"json: cannot unmarshal array into Go value of type main.stopRequest"_s);
    QCOMPARE(m_client->post(machinePath(u"box"_s, made.machine, u"/stop"_s), {{u"timeout"_s, u"10s"_s}}).status, 200);

    const auto answer = m_client->post(machinePath(u"box"_s, made.machine, u"/start"_s));

    QCOMPARE(answer.status, 412);
    QVERIFY(answer.errorText().contains("machine still active, refusing to start"_L1));
    QTRY_COMPARE(m_client->post(machinePath(u"box"_s, made.machine, u"/start"_s)).status, 200);
    QCOMPARE(waitFor(u"box"_s, made.machine, u"started"_s).status, 200);
    QCOMPARE(m_client->post(machinePath(u"box"_s, made.machine, u"/start"_s)).object()[u"previous_state"].toString(),
             u"started"_s);
}

void SimulatorTest::keepsStoppedWhatIsNotLaunched()
{
    makeApp(u"box"_s);
    const auto made =
        m_client->post(appPath(u"box"_s, u"/machines"_s),
                       {{u"skip_launch"_s, true},
                        {u"skip_service_registration"_s, true},
                        {u"config"_s, QJsonObject{{u"image"_s, u"x"_s}, {u"size"_s, u"shared-cpu-2x"_s}}}});
    const auto id = made.object()[u"id"].toString();

    QCOMPARE(made.object()[u"state"].toString(), u"created"_s);
    QCOMPARE(made.object()[u"config"][u"guest"][u"memory_mb"].toInt(), 512);
    QCOMPARE(made.object()[u"cordoned"].toBool(), true);
    QVERIFY(!made.object()[u"name"].toString().isEmpty());
    QCOMPARE(m_client->post(machinePath(u"box"_s, id, u"/start"_s)).errorText(),
             u"failed_precondition: unable to start machine from current state: 'created'"_s);
    QTRY_COMPARE(stateOf(u"box"_s, id), u"stopped"_s);
}

void SimulatorTest::suspendsSmallMachinesOnly()
{
    const auto made = makeAll(u"box"_s);
    QCOMPARE(m_client->post(machinePath(u"box"_s, made.machine, u"/suspend"_s)).status, 200);
    QCOMPARE(waitFor(u"box"_s, made.machine, u"suspended"_s).status, 200);
    QCOMPARE(m_client->post(machinePath(u"box"_s, made.machine, u"/start"_s)).object()[u"previous_state"].toString(),
             u"suspended"_s);

    auto big = editorConfig(makeVolume(u"box"_s));
    big.insert(u"guest"_s, QJsonObject{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 2}, {u"memory_mb"_s, 4096}});
    const auto id = makeMachine(u"box"_s, big, u"big"_s).object()[u"id"].toString();
    waitFor(u"box"_s, id, u"started"_s);

    QCOMPARE(m_client->post(machinePath(u"box"_s, id, u"/suspend"_s)).status, 412);
}

void SimulatorTest::replacesTheConfigOnUpdate()
{
    const auto made = makeAll(u"box"_s);
    const auto before = m_client->get(machinePath(u"box"_s, made.machine)).object();
    auto config = before[u"config"].toObject();
    config.remove(u"env"_s);
    config.insert(u"unknown_member"_s, 7);

    const auto answer = m_client->post(machinePath(u"box"_s, made.machine),
                                       {{u"config"_s, config}, {u"current_version"_s, before[u"instance_id"]}});

    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.object()[u"state"].toString(), u"replacing"_s);
    QVERIFY(answer.object()[u"instance_id"] != before[u"instance_id"]);
    QVERIFY(!answer.object()[u"config"].toObject().contains(u"env"_s));
    QCOMPARE(answer.object()[u"config"][u"unknown_member"].toInt(), 7);
    QCOMPARE(m_client->post(machinePath(u"box"_s, made.machine), {{u"config"_s, config}}).status, 409);
    QCOMPARE(waitFor(u"box"_s, made.machine, u"started"_s).status, 200);
    QCOMPARE(m_client->get(machinePath(u"box"_s, made.machine, u"/versions"_s)).array().size(), 2);
    QCOMPARE(
        m_client->post(machinePath(u"box"_s, made.machine), {{u"config"_s, config}, {u"current_version"_s, u"old"_s}})
            .status,
        412);
}

void SimulatorTest::restartsAfterACrash()
{
    const auto made = makeAll(u"box"_s);

    QVERIFY(m_simulator->exitMachine(made.machine, 1, false));

    QCOMPARE(stateOf(u"box"_s, made.machine), u"starting"_s);
    QCOMPARE(waitFor(u"box"_s, made.machine, u"started"_s).status, 200);
    QVERIFY(m_simulator->exitMachine(made.machine, 0, false));
    QCOMPARE(stateOf(u"box"_s, made.machine), u"stopped"_s);
}

void SimulatorTest::tellsOfAnOutOfMemoryExit()
{
    makeApp(u"box"_s);
    auto config = editorConfig(makeVolume(u"box"_s));
    config.insert(u"restart"_s, QJsonObject{{u"policy"_s, u"no"_s}});
    const auto id = makeMachine(u"box"_s, config).object()[u"id"].toString();
    waitFor(u"box"_s, id, u"started"_s);

    QVERIFY(m_simulator->exitMachine(id, 137, true));

    const auto event = m_client->get(machinePath(u"box"_s, id)).object()[u"events"][0];
    QCOMPARE(event[u"type"].toString(), u"exit"_s);
    QCOMPARE(event[u"request"][u"exit_event"][u"oom_killed"].toBool(), true);
    QCOMPARE(event[u"request"][u"exit_event"][u"exit_code"].toInt(), 137);
    QCOMPARE(stateOf(u"box"_s, id), u"stopped"_s);
}

void SimulatorTest::refusesToDeleteARunningMachine()
{
    const auto made = makeAll(u"box"_s);

    const auto refused = m_client->call("DELETE"_ba, machinePath(u"box"_s, made.machine));

    QCOMPARE(refused.status, 412);
    QCOMPARE(refused.errorText(),
             u"failed_precondition: unable to destroy machine, not currently stopped, suspended, failed or created"_s);
    QCOMPARE(m_client->call("DELETE"_ba, machinePath(u"box"_s, made.machine, u"?kill=true"_s)).status, 200);
    QCOMPARE(waitFor(u"box"_s, made.machine, u"destroyed"_s).status, 200);
    QVERIFY(m_client->get(appPath(u"box"_s, u"/machines"_s)).array().isEmpty());
    QCOMPARE(m_client->get(appPath(u"box"_s, u"/machines?include_deleted=true"_s)).array().size(), 1);
    QCOMPARE(stateOf(u"box"_s, made.machine), u"destroyed"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_client->get(machinePath(u"box"_s, made.machine)).status, 404, 8000);
}

void SimulatorTest::keepsAVolumeBoundUntilItsMachineIsGone()
{
    const auto made = makeAll(u"box"_s);
    const auto volume = appPath(u"box"_s, u"/volumes/"_s + made.volume);
    stop(u"box"_s, made.machine);

    const auto bound = m_client->call("DELETE"_ba, volume);

    QCOMPARE(bound.status, 412);
    QCOMPARE(bound.errorText(), u"failed_precondition: volume is currently bound to machine: "_s + made.machine);
    QCOMPARE(makeMachine(u"box"_s, editorConfig(made.volume), u"second"_s).status, 412);
    QCOMPARE(m_client->call("DELETE"_ba, machinePath(u"box"_s, made.machine)).status, 200);
    QTRY_COMPARE(stateOf(u"box"_s, made.machine), u"destroyed"_s);
    QTRY_VERIFY(m_client->get(volume).object()[u"attached_machine_id"].isNull());
    QCOMPARE(m_client->call("DELETE"_ba, volume).object()[u"state"].toString(), u"pending_destroy"_s);
    QCOMPARE(m_client->get(appPath(u"box"_s, u"/volumes"_s)).array().size(), 1);
}

void SimulatorTest::growsVolumesButNeverShrinksThem()
{
    makeApp(u"box"_s);
    const auto volume = appPath(u"box"_s, u"/volumes/"_s + makeVolume(u"box"_s));
    QCOMPARE(m_client->get(volume).object()[u"bytes_total"].toInt(), 0);

    const auto grown = m_client->call("PUT"_ba, volume + u"/extend"_s, R"({"size_gb": 8})"_ba);

    QCOMPARE(grown.object()[u"volume"][u"size_gb"].toInt(), 8);
    QVERIFY(grown.object()[u"needs_restart"].isBool());
    QCOMPARE(m_client->call("PUT"_ba, volume + u"/extend"_s, R"({"size_gb": 4})"_ba).status, 422);
    QCOMPARE(
        m_client->call("PUT"_ba, volume, R"({"snapshot_retention": 9})"_ba).object()[u"snapshot_retention"].toInt(), 9);
}

void SimulatorTest::refusesVolumeNamesWithHyphens()
{
    makeApp(u"box"_s);
    const auto tryIt = [this](const QString &name, int size) {
        return m_client
            ->post(appPath(u"box"_s, u"/volumes"_s), {{u"name"_s, name}, {u"region"_s, u"ams"_s}, {u"size_gb"_s, size}})
            .status;
    };

    QCOMPARE(tryIt(u"box-data"_s, 3), 422);
    QCOMPARE(tryIt(u"a_name_that_is_longer_than_thirty"_s, 3), 422);
    QCOMPARE(tryIt(u"box_data"_s, 0), 422);
    QCOMPARE(tryIt(u"box_data"_s, 501), 422);
    QCOMPARE(tryIt(u"box_data"_s, 500), 200);
}

void SimulatorTest::givesTheSharedAddressOnce()
{
    makeApp(u"box"_s);
    const auto path = appPath(u"box"_s, u"/ip_assignments"_s);

    const auto first = m_client->post(path, {{u"type"_s, u"shared_v4"_s}});
    const auto second = m_client->post(path, {{u"type"_s, u"shared_v4"_s}});
    m_client->post(path, {{u"type"_s, u"v6"_s}});

    QCOMPARE(first.object()[u"ip"], second.object()[u"ip"]);
    QCOMPARE(first.object()[u"shared"].toBool(), true);
    QCOMPARE(m_client->get(path).object()[u"ips"].toArray().size(), 2);
    const auto removed = m_client->call("DELETE"_ba, path + u'/' + first.object()[u"ip"].toString());
    QCOMPARE(removed.status, 204);
    QCOMPARE(m_client->get(path).object()[u"ips"].toArray().size(), 1);
    QCOMPARE(m_client->post(path, {{u"type"_s, u"v5"_s}}).status, 422);
}

void SimulatorTest::keepsSecretsToItself()
{
    makeApp(u"box"_s);
    const auto path = appPath(u"box"_s, u"/secrets"_s);

    const auto set = m_client->post(path, {{u"values"_s, QJsonObject{{u"A"_s, u"hidden-value"_s}, {u"B"_s, u"2"_s}}}});
    const auto second = m_client->post(path, {{u"values"_s, QJsonObject{{u"B"_s, QJsonValue()}}}});

    QCOMPARE(set.object()[u"version"].toInt(), 1);
    QCOMPARE(second.object()[u"version"].toInt(), 2);
    const auto listed = m_client->get(path + u"?show_secrets=true"_s);
    QVERIFY(!listed.body.contains("hidden-value"_ba));
    QCOMPARE(listed.object()[u"secrets"].toArray().size(), 1);
    QVERIFY(!listed.object()[u"secrets"][0][u"digest"].toString().isEmpty());
    QCOMPARE(m_client
                 ->post(appPath(u"box"_s, u"/machines"_s),
                        {{u"min_secrets_version"_s, 3}, {u"config"_s, QJsonObject{{u"image"_s, u"x"_s}}}})
                 .status,
             412);
    m_simulator->setShowsSecrets(true);
    QVERIFY(m_client->get(path + u"?show_secrets=true"_s).body.contains("hidden-value"_ba));
    QCOMPARE(m_client->call("DELETE"_ba, path + u"/A"_s).status, 200);
    QCOMPARE(m_client->call("DELETE"_ba, path + u"/A"_s).status, 404);
}

void SimulatorTest::changesMetadataWithoutANewVersion()
{
    const auto made = makeAll(u"box"_s);
    const auto path = machinePath(u"box"_s, made.machine, u"/metadata"_s);
    const auto version = m_client->get(machinePath(u"box"_s, made.machine)).object()[u"instance_id"];

    QCOMPARE(m_client->post(path + u"/role"_s, {{u"value"_s, u"current"_s}}).status, 204);
    QCOMPARE(m_client->call("PATCH"_ba, path, R"({"metadata":{"note":"x","remote_swarm_name":null}})"_ba).status, 204);

    QCOMPARE(m_client->get(path).object(), (QJsonObject{{u"role"_s, u"current"_s}, {u"note"_s, u"x"_s}}));
    QCOMPARE(m_client->get(path + u"/role"_s).object()[u"value"].toString(), u"current"_s);
    QCOMPARE(m_client->get(appPath(u"box"_s, u"/machines?metadata.role=current"_s)).array().size(), 1);
    QCOMPARE(m_client->get(appPath(u"box"_s, u"/machines?metadata.role=previous"_s)).array().size(), 0);
    QCOMPARE(m_client->call("DELETE"_ba, path + u"/role"_s).status, 204);
    QCOMPARE(m_client->get(path + u"/role"_s).status, 404);
    QCOMPARE(m_client->call("PUT"_ba, path, R"({"metadata":{"only":"this"},"machine_version":"old"})"_ba).status, 412);
    QCOMPARE(m_client->get(machinePath(u"box"_s, made.machine)).object()[u"instance_id"], version);
}

void SimulatorTest::holdsOthersOffByALease()
{
    const auto made = makeAll(u"box"_s);
    const auto lease = machinePath(u"box"_s, made.machine, u"/lease"_s);
    QCOMPARE(m_client->get(lease).status, 404);
    const auto taken = m_client->post(lease + u"?ttl=120"_s);
    QCOMPARE(taken.status, 201);
    QCOMPARE(taken.object()[u"status"].toString(), u"success"_s);
    const auto nonce = taken.object()[u"data"][u"nonce"].toString().toUtf8();

    const auto refused = m_client->post(machinePath(u"box"_s, made.machine, u"/stop"_s));

    QCOMPARE(refused.status, 409);
    QVERIFY(refused.object()[u"message"].toString().contains("lease currently held by ada@example.org"_L1));
    QCOMPARE(m_client->post(lease).status, 409);
    const QList<QNetworkReply::RawHeaderPair> header{{"fly-machine-lease-nonce"_ba, nonce}};
    QCOMPARE(
        m_client->call("POST"_ba, lease, R"({"ttl":60})"_ba, header).object()[u"data"][u"nonce"].toString().toUtf8(),
        nonce);
    QCOMPARE(m_client->call("POST"_ba, machinePath(u"box"_s, made.machine, u"/cordon"_s), {}, header).status, 200);
    QCOMPARE(m_client->call("DELETE"_ba, lease, {}, header).object()[u"status"].toString(), u"success"_s);
    QCOMPARE(m_client->post(machinePath(u"box"_s, made.machine, u"/uncordon"_s)).status, 200);

    m_client->post(lease + u"?ttl=20"_s);
    QTRY_COMPARE(m_client->post(machinePath(u"box"_s, made.machine, u"/cordon"_s)).status, 200);
}

void SimulatorTest::limitsTheRateOfChanges()
{
    auto options = quick();
    options.timeScale = 1;
    options.rateLimits = true;
    open(options);
    makeApp(u"box"_s);
    const auto statuses = [this](const QString &path, int count) {
        QList<QNetworkReply *> replies;
        for (int i = 0; i < count; ++i)
            replies << m_client->send("GET"_ba, path);
        QMap<int, int> counts;
        for (auto *reply : replies)
            ++counts[Client::wait(reply).status];
        return counts;
    };

    QCOMPARE(statuses(appPath(u"box"_s, u"/machines"_s), 5), (QMap<int, int>{{200, 3}, {429, 2}}));
    QCOMPARE(statuses(appPath(u"box"_s, u"/volumes"_s), 3), (QMap<int, int>{{200, 3}}));
    QCOMPARE(statuses(u"/v1/orgs/personal/machines"_s, 8), (QMap<int, int>{{200, 8}}));
    const auto limited = m_client->get(appPath(u"box"_s, u"/machines"_s));
    QCOMPARE(limited.status, 429);
    QVERIFY(!limited.errorText().isEmpty());
    QVERIFY(limited.header("Retry-After"_ba).isEmpty());
    // Not QTRY_COMPARE, which asks once more when it has what it wants.
    QVERIFY(QTest::qWaitFor([this] { return m_client->get(appPath(u"box"_s, u"/machines"_s)).status == 200; }));
}

void SimulatorTest::deletesAnAppWithAllThatHangsOnIt()
{
    const auto made = makeAll(u"box"_s);
    QVERIFY(!m_simulator->isEmpty());

    QCOMPARE(m_client->call("DELETE"_ba, appPath(u"box"_s)).status, 412);
    QCOMPARE(m_client->call("DELETE"_ba, appPath(u"box"_s, u"?force=true"_s)).status, 202);

    QVERIFY(m_simulator->isEmpty());
    QCOMPARE(m_client->get(appPath(u"box"_s)).status, 404);
    QTRY_COMPARE(m_client->get(u"/v1/orgs/personal/machines?include_deleted=true"_s)
                     .object()[u"machines"][0][u"state"]
                     .toString(),
                 u"destroyed"_s);
    QCOMPARE(makeApp(u"box"_s).status, 201);
    QVERIFY(m_client->get(appPath(u"box"_s, u"/machines?include_deleted=true"_s)).array().isEmpty());
}

void SimulatorTest::listsTheOrganizationWithFewFields()
{
    const auto made = makeAll(u"box"_s);
    m_simulator->setOrgListLag(std::chrono::milliseconds(0));
    QTRY_COMPARE(m_client->get(u"/v1/orgs/personal/machines"_s).object()[u"machines"][0][u"state"].toString(),
                 u"started"_s);

    const auto list = m_client->get(u"/v1/orgs/personal/machines"_s).object();

    const auto row = list[u"machines"][0].toObject();
    QCOMPARE(row.keys(),
             (QStringList{u"app_name"_s, u"config"_s, u"created_at"_s, u"id"_s, u"name"_s, u"private_ip"_s, u"region"_s,
                          u"state"_s, u"updated_at"_s, u"version"_s}));
    QCOMPARE(row[u"config"].toObject().keys(), (QStringList{u"guest"_s, u"image"_s, u"metadata"_s}));
    QCOMPARE(list[u"last_machine_id"].toString(), made.machine);
    QCOMPARE(list[u"last_updated_at"], row[u"updated_at"]);
    QVERIFY(row[u"updated_at"].toString().contains(u'.'));
    const auto after = QString::fromLatin1(QUrl::toPercentEncoding(row[u"updated_at"].toString()));
    QVERIFY(m_client->get(u"/v1/orgs/personal/machines?updated_after="_s + after)
                .object()[u"machines"]
                .toArray()
                .isEmpty());
    QVERIFY(m_client->get(u"/v1/orgs/personal/machines?state=stopped"_s).object()[u"machines"].toArray().isEmpty());
    QCOMPARE(m_client->get(u"/v1/orgs/personal/volumes"_s).object()[u"volumes"][0][u"app_name"].toString(), u"box"_s);
    QCOMPARE(m_client->get(u"/v1/orgs/other/machines"_s).status, 404);
}

void SimulatorTest::listsTheOrganizationPageByPage()
{
    m_simulator->populateDemo();
    QStringList found;
    QString cursor;

    do {
        const auto page = m_client->get(u"/v1/orgs/personal/machines?limit=3&cursor="_s + cursor).object();
        QVERIFY(page[u"machines"].toArray().size() <= 3);
        for (const auto &row : page[u"machines"].toArray())
            found << row[u"app_name"].toString();
        cursor = QString::fromLatin1(QUrl::toPercentEncoding(page[u"next_cursor"].toString()));
    } while (!cursor.isEmpty());

    found.removeDuplicates();
    QCOMPARE(found.size(), 7);
}

void SimulatorTest::decidesHowLongAPageIs()
{
    m_simulator->populateDemo();
    m_simulator->setOrgListPage(2);

    const auto page = m_client->get(u"/v1/orgs/personal/machines?limit=1000"_s).object();

    QCOMPARE(page[u"machines"].toArray().size(), 2);
    QVERIFY(!page[u"next_cursor"].toString().isEmpty());
}

void SimulatorTest::letsTheOrganizationListLag()
{
    m_simulator->setOrgListLag(std::chrono::seconds(20));
    makeAll(u"box"_s);

    QVERIFY(m_client->get(u"/v1/orgs/personal/machines"_s).object()[u"machines"].toArray().isEmpty());
    QTRY_COMPARE(m_client->get(u"/v1/orgs/personal/machines"_s).object()[u"machines"].toArray().size(), 1);
}

void SimulatorTest::leavesSilentRegionsOut()
{
    m_simulator->populateDemo();

    m_simulator->setRegionSilent(u"ams"_s, true);

    const auto list = m_client->get(u"/v1/orgs/personal/machines"_s).object();
    QCOMPARE(list[u"error_regions"].toArray(), (QJsonArray{u"ams"_s}));
    QCOMPARE(list[u"machines"].toArray().size(), 5);
    m_simulator->setRegionSilent(u"ams"_s, false);
    QCOMPARE(m_client->get(u"/v1/orgs/personal/machines"_s).object()[u"machines"].toArray().size(), 7);
}

void SimulatorTest::hidesTheConfigOfAnUnreachableHost()
{
    const auto made = makeAll(u"box"_s);

    QVERIFY(m_simulator->setHostReachable(made.machine, false));

    const auto machine = m_client->get(machinePath(u"box"_s, made.machine)).object();
    QVERIFY(machine[u"config"].isNull());
    QCOMPARE(machine[u"host_status"].toString(), u"unreachable"_s);
    QCOMPARE(m_client->post(machinePath(u"box"_s, made.machine, u"/stop"_s)).status, 503);
    QVERIFY(!m_simulator->setHostReachable(u"nothing"_s, true));
}

void SimulatorTest::hasNoRoomInAFullRegion()
{
    const auto made = makeAll(u"box"_s);
    stop(u"box"_s, made.machine);
    const auto volume = makeVolume(u"box"_s);

    m_simulator->setRegionCapacity(u"ams"_s, false);

    QTRY_COMPARE(m_client->post(machinePath(u"box"_s, made.machine, u"/start"_s)).status, 409);
    QCOMPARE(makeMachine(u"box"_s, editorConfig(volume), u"two"_s).status, 412);
    const auto plain = makeMachine(u"box"_s, {{u"image"_s, u"x"_s}}, u"three"_s);
    QCOMPARE(plain.status, 422);
    QCOMPARE(plain.object()[u"status"].toString(), u"insufficient_capacity"_s);
    const auto noVolume =
        m_client->post(appPath(u"box"_s, u"/volumes"_s), {{u"name"_s, u"data"_s}, {u"region"_s, u"ams"_s}});
    QCOMPARE(noVolume.status, 400);
    const auto places = m_client->post(u"/v1/platform/placements"_s, {{u"org_slug"_s, u"personal"_s}}).object();
    QCOMPARE(places[u"Regions"].toArray().size(), 17);
}

void SimulatorTest::refusesByFault()
{
    m_simulator->addFault({.kind = Fault::Kind::Status,
                           .method = "POST"_ba,
                           .route = u"/v1/apps"_s,
                           .status = 502,
                           .body = "<html>"_ba,
                           .contentType = "text/html"_ba,
                           .headers = {{"Retry-After"_ba, "7"_ba}}});

    const auto answer = makeApp(u"box"_s);

    QCOMPARE(answer.status, 502);
    QCOMPARE(answer.body, "<html>"_ba);
    QCOMPARE(answer.header("Retry-After"_ba), "7"_ba);
    QVERIFY(m_simulator->isEmpty());
    QCOMPARE(makeApp(u"box"_s).status, 201);
}

void SimulatorTest::answersLateByFault()
{
    m_simulator->addFault({.kind = Fault::Kind::Delay, .route = u"/v1/apps"_s, .delay = std::chrono::seconds(20)});
    QElapsedTimer timer;
    timer.start();

    QCOMPARE(makeApp(u"box"_s).status, 201);

    QVERIFY(timer.elapsed() >= 350);
}

void SimulatorTest::cutsAnAnswerByFault()
{
    m_simulator->addFault({.kind = Fault::Kind::Cut, .method = "GET"_ba, .route = u"/v1/platform/regions"_s});

    const auto answer = m_client->get(u"/v1/platform/regions"_s);

    QCOMPARE(answer.error, QNetworkReply::RemoteHostClosedError);
    QVERIFY(QJsonDocument::fromJson(answer.body).isNull());
}

void SimulatorTest::resetsByFault()
{
    m_simulator->addFault({.kind = Fault::Kind::Reset, .route = u"*"_s, .times = -1});

    const auto answer = makeApp(u"box"_s);

    QVERIFY(answer.error != QNetworkReply::NoError);
    QCOMPARE(answer.status, 0);
    QVERIFY(m_simulator->isEmpty());
    m_simulator->clearFaults();
    QCOMPARE(makeApp(u"box"_s).status, 201);
}

void SimulatorTest::fallsSilentByFault()
{
    m_simulator->addFault({.kind = Fault::Kind::Silence, .route = u"/v1/apps"_s});
    auto *reply = m_client->send("POST"_ba, u"/v1/apps"_s, R"({"name":"box","org_slug":"personal"})"_ba);
    QTRY_COMPARE(m_simulator->requests().size(), 1);

    QCOMPARE(m_client->get(u"/v1/apps?org_slug=personal"_s).object()[u"total_apps"].toInt(), 0);

    QVERIFY(!reply->isFinished());
    reply->abort();
    delete reply;
}

void SimulatorTest::losesTheReplyByFault()
{
    m_simulator->addFault({.kind = Fault::Kind::LostReply, .method = "POST"_ba, .route = u"/v1/apps"_s});
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(m_simulator->apiUrl().port()));

    socket.write("POST /v1/apps HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer fo1_a\r\nContent-Length: 36\r\n\r\n"
                 R"({"name":"box","org_slug":"personal"})"_ba);

    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().isEmpty());
    QCOMPARE(m_client->get(appPath(u"box"_s)).status, 200);
    QCOMPARE(m_simulator->requests().first().status, 0);
}

void SimulatorTest::countsFaults()
{
    makeAll(u"box"_s);
    m_simulator->forgetRequests();
    m_simulator->addFault(
        {.method = "GET"_ba, .route = u"/v1/apps/{app}/machines"_s, .times = 2, .skip = 1, .status = 503});

    QList<int> statuses;
    for (int i = 0; i < 4; ++i)
        statuses << m_client->get(appPath(u"box"_s, u"/machines"_s)).status;

    QCOMPARE(statuses, (QList<int>{200, 503, 503, 200}));
    QCOMPARE(m_simulator->calls(), QByteArrayList(4, "GET /v1/apps/box/machines"_ba));
    QCOMPARE(m_simulator->requests().at(1).status, 503);
    QCOMPARE(m_simulator->requests().at(1).route, u"/v1/apps/{app}/machines"_s);
}

void SimulatorTest::readsFaultsFromText()
{
    QString error;
    const auto status = Fault::fromText(u"post /v1/apps status:503 x3"_s, &error);
    const auto lost = Fault::fromText(u"* * lost_reply"_s, &error);
    const auto late = Fault::fromText(u"GET /graphql delay:900"_s, &error);

    QVERIFY(status && lost && late);
    QCOMPARE(status->method, "POST"_ba);
    QCOMPARE(status->status, 503);
    QCOMPARE(status->times, 3);
    QVERIFY(lost->method.isEmpty());
    QCOMPARE(lost->kind, Fault::Kind::LostReply);
    QCOMPARE(late->delay, std::chrono::milliseconds(900));
    QVERIFY(!Fault::fromText(u"GET /v1/apps nonsense"_s, &error));
    QVERIFY(!error.isEmpty());
}

void SimulatorTest::answersGraphQlWithAliasesAndFragments()
{
    makeAll(u"box"_s);
    m_client->post(appPath(u"box"_s, u"/ip_assignments"_s), {{u"type"_s, u"v6"_s}});

    const auto answer = graphQl(uR"(
        query Other { nearestRegion { code } }
        query One($name: String!, $free: String = "free-name") { # with a comment
            viewer { __typename ... on User { id email } ... on Macaroon { email } }
            appcompact: app(name: $name) { ...Facts ipAddresses { nodes { address type } } sharedIpAddress vmSize { name } }
            appNameAvailable(name: $free)
            platform { requestRegion regions { code deprecated } }
        }
        fragment Facts on App { id appUrl hostname organization { slug } machines { nodes { state } } })"_s,
                                {{u"name"_s, u"box"_s}}, u"One"_s);

    QCOMPARE(answer.status, 200);
    QVERIFY2(!answer.object().contains(u"errors"_s), answer.body.constData());
    const auto data = answer.object()[u"data"];
    QCOMPARE(data[u"viewer"].toObject(),
             (QJsonObject{{u"__typename"_s, u"User"_s}, {u"id"_s, u"user-ada"_s}, {u"email"_s, u"ada@example.org"_s}}));
    const auto app = data[u"appcompact"];
    QCOMPARE(app[u"appUrl"].toString(), m_simulator->appUrl(u"box"_s).toString());
    QCOMPARE(app[u"hostname"].toString(), u"box.fly.dev"_s);
    QCOMPARE(app[u"organization"][u"slug"].toString(), u"personal"_s);
    QCOMPARE(app[u"ipAddresses"][u"nodes"].toArray().size(), 1);
    QVERIFY(app[u"sharedIpAddress"].isString());
    QVERIFY(app[u"vmSize"].isNull()); // in the schema, and not served
    QCOMPARE(app[u"machines"][u"nodes"][0][u"state"].toString(), u"started"_s);
    QCOMPARE(data[u"appNameAvailable"].toBool(), true);
    QVERIFY(data[u"platform"][u"regions"].toArray().size() > 18);
    m_client->token = "FlyV1 fm2_a"_ba;
    QCOMPARE(graphQl(u"{viewer{__typename}}"_s).object()[u"data"][u"viewer"][u"__typename"].toString(), u"Macaroon"_s);
}

void SimulatorTest::failsGraphQlWithStatus200()
{
    const auto missing = graphQl(u"{ app(name: \"none\") { id } }"_s);
    const auto nonsense = graphQl(u"{ app(name: "_s);
    m_client->token = "Bearer nonsense"_ba;
    const auto refused = graphQl(u"{ viewer { email } }"_s);

    QCOMPARE(missing.status, 200);
    QCOMPARE(missing.object()[u"data"].toObject(), (QJsonObject{{u"app"_s, QJsonValue()}}));
    QCOMPARE(missing.object()[u"errors"][0][u"extensions"][u"code"].toString(), u"NOT_FOUND"_s);
    QCOMPARE(missing.object()[u"errors"][0][u"path"].toArray(), (QJsonArray{u"app"_s}));
    QVERIFY(missing.object()[u"errors"][0][u"message"].toString().startsWith("Could not find App"_L1));
    QCOMPARE(nonsense.status, 200);
    QVERIFY(nonsense.object().contains(u"errors"_s));
    QCOMPARE(refused.status, 200);
    QCOMPARE(refused.object()[u"errors"][0][u"extensions"][u"code"].toString(), u"UNAUTHORIZED"_s);
}

void SimulatorTest::pagesAppsInGraphQl()
{
    m_simulator->populateDemo();
    QStringList names;
    QJsonValue cursor;

    for (bool hasMore = true; hasMore;) {
        const auto page = graphQl(u"query($after: String) { apps(type: \"container\", first: 3, after: $after) "
                                  "{ pageInfo { hasNextPage endCursor } nodes { name status } } }"_s,
                                  {{u"after"_s, cursor}})
                              .object()[u"data"][u"apps"];
        for (const auto &node : page[u"nodes"].toArray())
            names << node[u"name"].toString();
        hasMore = page[u"pageInfo"][u"hasNextPage"].toBool();
        cursor = page[u"pageInfo"][u"endCursor"];
    }

    QCOMPARE(names.size(), 7);
}

void SimulatorTest::serves502WithoutAnAddress()
{
    const auto made = makeAll(u"box"_s);
    const auto ips = m_client->get(appPath(u"box"_s, u"/ip_assignments"_s)).object()[u"ips"];
    m_client->call("DELETE"_ba, appPath(u"box"_s, u"/ip_assignments/"_s + ips[0][u"ip"].toString()));

    QCOMPARE(visit(u"box"_s, "GET"_ba, u"/healthz"_s).status, 502);
    QCOMPARE(visit(u"nobody"_s, "GET"_ba, u"/"_s).status, 502);
}

void SimulatorTest::logsInAndSavesAcrossAStop()
{
    const auto made = makeAll(u"box"_s);
    const auto health = visit(u"box"_s, "GET"_ba, u"/healthz"_s);
    QCOMPARE(health.object(), (QJsonObject{{u"status"_s, u"expired"_s}, {u"lastHeartbeat"_s, 0}}));
    QCOMPARE(visit(u"box"_s, "GET"_ba, u"/"_s).header("Location"_ba), "./login"_ba);
    QVERIFY(visit(u"box"_s, "GET"_ba, u"/login"_s).body.contains("type=\"password\""_ba));
    const auto wrong = visit(u"box"_s, "POST"_ba, u"/login"_s, "password=nope"_ba);
    QCOMPARE(wrong.status, 200);
    QVERIFY(wrong.body.contains("Incorrect password"_ba));

    const auto cookie = logIn(u"box"_s, "geheim"_ba);
    QVERIFY(cookie.startsWith("code-server-session="_ba));
    const auto saved =
        visit(u"box"_s, "POST"_ba, u"/save"_s, "file=a%2Fb.txt&content=one+two%0D%0A%25+%3Cthree%3E"_ba, cookie);
    QCOMPARE(saved.status, 303);
    const auto page = visit(u"box"_s, "GET"_ba, QString::fromUtf8(saved.header("Location"_ba).mid(1)), {}, cookie);
    QVERIFY(page.body.contains("Saved"_ba));
    QVERIFY(page.body.contains("<title>a/b.txt - box</title>"_ba));
    QVERIFY(page.body.contains("one two\n% &lt;three&gt;"_ba));
    QCOMPARE(visit(u"box"_s, "GET"_ba, u"/healthz"_s).object()[u"status"].toString(), u"alive"_s);

    stop(u"box"_s, made.machine);
    QTRY_COMPARE(m_client->post(machinePath(u"box"_s, made.machine, u"/start"_s)).status, 200);

    QCOMPARE(visit(u"box"_s, "GET"_ba, u"/files/a/b.txt"_s, {}, cookie).body, "one two\n% <three>"_ba);
}

void SimulatorTest::endsSessionsWithANewPassword()
{
    const auto made = makeAll(u"box"_s);
    const auto cookie = logIn(u"box"_s, "geheim"_ba);
    QCOMPARE(visit(u"box"_s, "GET"_ba, u"/"_s, {}, cookie).status, 200);
    m_client->post(appPath(u"box"_s, u"/secrets"_s), {{u"values"_s, QJsonObject{{u"PASSWORD"_s, u"new"_s}}}});

    m_client->post(machinePath(u"box"_s, made.machine, u"/restart"_s));
    waitFor(u"box"_s, made.machine, u"started"_s);
    QCOMPARE(visit(u"box"_s, "GET"_ba, u"/"_s, {}, cookie).status, 200); // a restart keeps the version and its secrets
    const auto config = m_client->get(machinePath(u"box"_s, made.machine)).object()[u"config"];
    m_client->post(machinePath(u"box"_s, made.machine), {{u"config"_s, config}});
    waitFor(u"box"_s, made.machine, u"started"_s);

    QCOMPARE(visit(u"box"_s, "GET"_ba, u"/"_s, {}, cookie).status, 302);
    QVERIFY(!logIn(u"box"_s, "new"_ba).isEmpty());
}

void SimulatorTest::limitsWrongPasswords()
{
    makeAll(u"box"_s);
    QByteArray last;

    for (int i = 0; i < 16; ++i)
        last = visit(u"box"_s, "POST"_ba, u"/login"_s, "password=nope"_ba).body;

    QVERIFY(last.contains("Login rate limited"_ba));
}

void SimulatorTest::keepsFilesInsideTheProject()
{
    QTemporaryDir folder;
    auto options = quick();
    options.folder = folder.path();
    open(options);
    const auto made = makeAll(u"box"_s);
    const auto cookie = logIn(u"box"_s, "geheim"_ba);
    QFile outside(folder.filePath(u"secret.txt"_s));
    QVERIFY(outside.open(QIODevice::WriteOnly));
    outside.write("secret"_ba);
    outside.close();
    const auto project = folder.filePath(u"volumes/%1/project"_s.arg(made.volume));

    QCOMPARE(visit(u"box"_s, "PUT"_ba, u"/files/fine.txt"_s, "fine"_ba, cookie).status, 204);

    QVERIFY(QFile::exists(project + u"/fine.txt"_s));
    QVERIFY(QFile::link(folder.path(), project + u"/link"_s));
    for (const auto &name :
         {u"..%2F..%2Fsecret.txt"_s, u"%2Fetc%2Fpasswd"_s, u"link/secret.txt"_s, u"link/new.txt"_s, u"a/../../x"_s}) {
        QVERIFY2(visit(u"box"_s, "GET"_ba, u"/files/"_s + name, {}, cookie).status >= 400, qPrintable(name));
        QVERIFY2(visit(u"box"_s, "PUT"_ba, u"/files/"_s + name, "x"_ba, cookie).status >= 400, qPrintable(name));
    }
    QCOMPARE(visit(u"box"_s, "GET"_ba, u"/files/fine.txt"_s).status, 401);
    QCOMPARE(visit(u"box"_s, "GET"_ba, u"/files/fine.txt"_s, {}, cookie).body, "fine"_ba);
    QVERIFY(!QFile::exists(folder.filePath(u"new.txt"_s)));
}

void SimulatorTest::startsAStoppedMachineOnAVisit()
{
    const auto made = makeAll(u"box"_s);
    stop(u"box"_s, made.machine);

    const auto answer = visit(u"box"_s, "GET"_ba, u"/healthz"_s);

    QCOMPARE(answer.status, 200);
    QCOMPARE(stateOf(u"box"_s, made.machine), u"started"_s);
    auto config = m_client->get(machinePath(u"box"_s, made.machine)).object()[u"config"].toObject();
    config.insert(u"services"_s, QJsonArray{QJsonObject{{u"internal_port"_s, 8080}, {u"autostart"_s, false}}});
    m_client->post(machinePath(u"box"_s, made.machine), {{u"config"_s, config}});
    waitFor(u"box"_s, made.machine, u"started"_s);
    stop(u"box"_s, made.machine);
    QCOMPARE(visit(u"box"_s, "GET"_ba, u"/healthz"_s).status, 503);
}

void SimulatorTest::leavesCordonedMachinesAlone()
{
    const auto made = makeAll(u"box"_s);

    m_client->post(machinePath(u"box"_s, made.machine, u"/cordon"_s));

    QCOMPARE(visit(u"box"_s, "GET"_ba, u"/healthz"_s).status, 503);
    m_client->post(machinePath(u"box"_s, made.machine, u"/uncordon"_s));
    QCOMPARE(visit(u"box"_s, "GET"_ba, u"/healthz"_s).status, 200);
}

void SimulatorTest::stopsIdleMachines()
{
    const auto made = makeAll(u"box"_s);

    m_simulator->setAutostopAfter(std::chrono::seconds(5));

    QTRY_COMPARE(stateOf(u"box"_s, made.machine), u"stopped"_s);
    const auto events = m_client->get(machinePath(u"box"_s, made.machine, u"/events"_s)).array();
    QCOMPARE(events.at(1)[u"type"].toString(), u"stop"_s);
    QCOMPARE(events.at(1)[u"source"].toString(), u"flyd"_s);
}

void SimulatorTest::tunnelsToARealProgram()
{
    const auto python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        QSKIP("no python3 here to play the editor");
    QTemporaryDir folder;
    QFile script(folder.filePath(u"editor"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!"_ba + python.toUtf8() + R"(
import http.server, os, sys
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    def do_GET(self):
        if self.headers.get('Upgrade'):
            self.wfile.write(b'HTTP/1.1 101 Switching Protocols\r\n\r\n')
            while True:
                data = self.connection.recv(1024)
                if not data: break
                self.connection.sendall(data.upper())
            self.close_connection = True
            return
        text = (self.headers['Host'] + '|' + os.environ['PASSWORD'] + '|' + os.environ['HOME'] + '|' + sys.argv[-1]).encode()
        self.send_response(200); self.send_header('Content-Length', str(len(text))); self.end_headers(); self.wfile.write(text)
    def log_message(self, *args): pass
address = sys.argv[sys.argv.index('--bind-addr') + 1].split(':')
http.server.ThreadingHTTPServer((address[0], int(address[1])), Handler).serve_forever()
)"_ba);
    script.close();
    QVERIFY(script.setPermissions(script.permissions() | QFileDevice::ExeOwner));
    auto options = quick();
    options.editor = script.fileName();
    options.folder = folder.filePath(u"world"_s);
    open(options);
    const auto made = makeAll(u"box"_s);

    const auto first = visit(u"box"_s, "GET"_ba, u"/anything"_s);
    const auto second = visit(u"box"_s, "GET"_ba, u"/anything"_s);

    const auto home = QDir(options.folder).filePath(u"volumes/"_s + made.volume);
    QCOMPARE(first.status, 200);
    QCOMPARE(QString::fromUtf8(first.body),
             u"%1|geheim|%2|%2/project"_s.arg(m_simulator->appUrl(u"box"_s).authority(), home));
    QCOMPARE(second.body, first.body);

    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost),
                         static_cast<quint16>(m_simulator->appUrl(u"box"_s).port()));
    socket.write("GET /ws HTTP/1.1\r\nHost: box.localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"_ba);
    QByteArray echoed;
    QTRY_VERIFY((echoed += socket.readAll()).endsWith("\r\n\r\n"_ba));
    socket.write("abc"_ba);
    QTRY_VERIFY((echoed += socket.readAll()).endsWith("ABC"_ba));

    stop(u"box"_s, made.machine);
    QCOMPARE(visit(u"box"_s, "GET"_ba, u"/anything"_s).body, first.body);
    QCOMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(visit(u"none"_s, "POST"_ba, u"/anything"_s, "body"_ba).status, 502);
}

void SimulatorTest::worksInAThreadOfItsOwn()
{
    QThread thread;
    auto *simulator = new Simulator(quick());
    simulator->populateDemo();
    simulator->moveToThread(&thread);
    thread.start();
    QUrl url;
    QMetaObject::invokeMethod(
        simulator,
        [simulator, &url] {
            simulator->listen();
            url = simulator->apiUrl();
        },
        Qt::BlockingQueuedConnection);
    Client client(url);

    QTRY_COMPARE(client.get(appPath(u"thesis"_s, u"/machines"_s)).array()[0][u"state"].toString(), u"started"_s);

    connect(&thread, &QThread::finished, simulator, &QObject::deleteLater);
    thread.quit();
    QVERIFY(thread.wait(5000));
}

void SimulatorTest::savesAndLoadsItsState()
{
    const auto made = makeAll(u"box"_s);
    const auto saved = m_simulator->state();
    open(quick());

    QString error;
    QVERIFY2(m_simulator->load(saved, &error), qPrintable(error));

    QCOMPARE(stateOf(u"box"_s, made.machine), u"started"_s);
    QCOMPARE(m_client->get(u"/v1/orgs/personal/machines"_s).object()[u"machines"].toArray().size(), 1);
    QVERIFY(!logIn(u"box"_s, "geheim"_ba).isEmpty());
    QVERIFY(!m_simulator->load({}, &error));
    QVERIFY(!error.isEmpty());
}

void SimulatorTest::forgetsTheWorldBeforeTheLoadedOne()
{
    const auto empty = m_simulator->state();
    makeAll(u"box"_s);
    QTRY_COMPARE(m_client->get(u"/v1/orgs/personal/machines"_s).object()[u"machines"].toArray().size(), 1);

    QVERIFY(m_simulator->load(empty, nullptr));

    QCOMPARE(m_client->get(u"/v1/orgs/personal/machines"_s).object()[u"machines"].toArray().size(), 0);
    QCOMPARE(m_client->get(u"/v1/orgs/personal/volumes"_s).object()[u"volumes"].toArray().size(), 0);
}

void SimulatorTest::isControlledOverHttp()
{
    const auto made = makeAll(u"box"_s);
    m_client->token.clear();

    QCOMPARE(m_client->get(u"/_sim/empty"_s).object()[u"empty"].toBool(true), false);
    QCOMPARE(m_client->get(u"/_sim/state"_s).object()[u"apps"].toArray().size(), 1);
    QVERIFY(m_client->get(u"/_sim/requests"_s).array().size() > 3);
    QCOMPARE(m_client->post(u"/_sim/faults"_s, {{u"route"_s, u"/v1/platform/regions"_s}, {u"status"_s, 418}}).status,
             200);
    QCOMPARE(m_client->get(u"/v1/platform/regions"_s).status, 418);
    QCOMPARE(m_client->call("POST"_ba, u"/_sim/faults"_s, R"([{"kind":"silence"},{"kind":"reset"}])"_ba).status, 200);
    QCOMPARE(m_client->call("DELETE"_ba, u"/_sim/faults"_s).status, 200);
    QCOMPARE(m_client->post(u"/_sim/faults"_s, {{u"kind"_s, u"nonsense"_s}}).status, 400);
    QCOMPARE(m_client->post(u"/_sim/faults"_s, {{u"time"_s, 3}}).status, 400);
    QCOMPARE(
        m_client->post(u"/_sim/region"_s, {{u"region"_s, u"ams"_s}, {u"room"_s, false}, {u"silent"_s, true}}).status,
        200);
    QCOMPARE(m_client->post(u"/_sim/host"_s, {{u"machine"_s, made.machine}, {u"reachable"_s, false}}).status, 200);
    QCOMPARE(m_client->post(u"/_sim/machines/%1/exit"_s.arg(made.machine), {{u"exit_code"_s, 0}}).status, 200);
    QCOMPARE(m_client->post(u"/_sim/machines/%1/destroy"_s.arg(made.machine)).status, 200);
    QCOMPARE(m_client->post(u"/_sim/machines/nothing/destroy"_s).status, 404);
    m_client->token = "Bearer fo1_a"_ba;
    QCOMPARE(stateOf(u"box"_s, made.machine), u"destroyed"_s);
}

void SimulatorTest::showsADemo()
{
    m_simulator->populateDemo();

    const auto rows = m_client->get(u"/v1/orgs/personal/machines"_s).object()[u"machines"].toArray();
    QCOMPARE(rows.size(), 7);
    QMap<QString, QString> states;
    for (const auto &row : rows) {
        states.insert(row[u"app_name"].toString(), row[u"state"].toString());
        QCOMPARE(row[u"config"][u"metadata"][u"remote_swarm_role"].toString(), u"current"_s);
        QCOMPARE(row[u"config"][u"metadata"][u"remote_swarm_schema"].toString(), u"1"_s);
    }
    QCOMPARE(states[u"thesis"_s], u"starting"_s);
    QCOMPARE(states[u"course-2026"_s], u"suspended"_s);
    const auto blog = m_client->get(appPath(u"old-blog"_s, u"/machines"_s)).array()[0];
    QCOMPARE(blog[u"events"][0][u"request"][u"exit_event"][u"oom_killed"].toBool(), true);
    QVERIFY(!m_client->get(appPath(u"thesis"_s, u"/volumes"_s)).array()[0][u"attached_machine_id"].isNull());
    const auto cookie = logIn(u"playground"_s, "demo-playground"_ba);
    QVERIFY(visit(u"playground"_s, "GET"_ba, u"/"_s, {}, cookie).body.contains("hello.py"_ba));
}

void SimulatorTest::readsChunkedBodiesAndKeepsConnections()
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(m_simulator->apiUrl().port()));

    socket.write(
        "POST /v1/apps HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer fo1_a\r\nTransfer-Encoding: chunked\r\n\r\n"
        "e\r\n{\"name\":\"box\",\r\n16\r\n\"org_slug\":\"personal\"}\r\n0\r\n\r\n"
        "GET /v1/apps/box HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer fo1_a\r\n\r\n"_ba);

    QByteArray read;
    QTRY_VERIFY((read += socket.readAll()).count("HTTP/1.1 20"_ba) == 2);
    socket.write("nonsense\r\n\r\n"_ba);
    QTRY_VERIFY((read += socket.readAll()).contains("HTTP/1.1 400"_ba));
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(SimulatorTest)
#include "tst_simulator.moc"
