#include "fly/flyauth.h"
#include "fly/flyerror.h"
#include "tests/flyfixture.h"
#include "tests/waitfor.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using simulator::Fault;

class FlyClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fly = std::make_unique<FlyFixture>(); }
    void cleanup() { m_fly.reset(); }
    void choosesTheHeaderByTheToken_data();
    void choosesTheHeaderByTheToken();
    void sortsErrorsByStatusAndText_data();
    void sortsErrorsByStatusAndText();
    void sortsGraphQlErrorsThatComeWithSuccess();
    void keepsTheRequestId();
    void knowsWhatTimeItIsAtFly();
    void repeatsReadsThatMayPass_data();
    void repeatsReadsThatMayPass();
    void givesUpAfterThreeRetries();
    void doesNotRepeatWhatWillNotPass();
    void neverRepeatsACreateBlindly_data();
    void neverRepeatsACreateBlindly();
    void repeatsACreateThatWasRefusedForRate();
    void repeatsADelete();
    void waitsAsLongAsTheServerSays();
    void doesNotWaitLongerThanAMinute();
    void pausesEverythingAfterTooManyRequests();
    void tellsAnEndedTokenFromAWrongOne();
    void readsRegionsInEitherSpelling();
    void tellsWhomATokenSpeaksFor();
    void knowsAMacaroonsOrganization();
    void refusesTokensThatFlyRefuses();
    void growsItsPauses();
    void keepsWhatItDoesNotKnowThroughAnUpdate();
    void looksBeforeItRepeatsACommand_data();
    void looksBeforeItRepeatsACommand();
    void namesTheRequestOfNonsense();

private:
    std::unique_ptr<FlyFixture> m_fly;
};

void FlyClientTest::choosesTheHeaderByTheToken_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QByteArray>("machines");
    QTest::addColumn<QByteArray>("graphql");
    QTest::newRow("personal") << u"fo1_a"_s << "Bearer fo1_a"_ba << "Bearer fo1_a"_ba;
    QTest::newRow("macaroons") << u"fm2_a,fm2_b"_s << "FlyV1 fm2_a,fm2_b"_ba << "FlyV1 fm2_a,fm2_b"_ba;
    QTest::newRow("old macaroon") << u"fm1r_a"_s << "FlyV1 fm1r_a"_ba << "FlyV1 fm1r_a"_ba;
    QTest::newRow("both") << u"fm2_a,fo1_b"_s << "FlyV1 fm2_a"_ba << "FlyV1 fm2_a,fo1_b"_ba;
}

void FlyClientTest::choosesTheHeaderByTheToken()
{
    QFETCH(QString, token);
    QTEST(machinesAuthorization(token), "machines");
    QTEST(graphqlAuthorization(token), "graphql");
}

void FlyClientTest::sortsErrorsByStatusAndText_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, int status, const char *body, ErrorCode code) {
        QTest::newRow(name) << status << QByteArray(body) << code;
    };
    row("bad JSON", 400, R"({"error":"json: cannot unmarshal array"})", ErrorCode::ApiInvalidRequest);
    row("app gone", 400, R"({"error":"could not find app"})", ErrorCode::ResourceNotFound);
    row("region full", 400, R"({"error":"no capacity"})", ErrorCode::CapacityRegion);
    row("wrong token", 401, R"({"error":"Authenticate: token validation error"})", ErrorCode::AuthInvalidToken);
    row("other 401", 401, R"({"message":"Unauthorized"})", ErrorCode::AuthInvalidToken);
    row("discharge", 401, R"({"error":"missing discharge token"})", ErrorCode::AuthExpiredToken);
    row("no rights", 403, R"({"error":"unauthorized"})", ErrorCode::AuthInsufficientPermissions);
    row("quota", 403,
        R"({"error":"organization \"X\" is using 9 MB of memory in dfw which is over the allowed quota."})",
        ErrorCode::ResourceLimitExceeded);
    row("no machine", 404, R"({"error":"machine not found"})", ErrorCode::ResourceNotFound);
    row("not yet", 408, R"({"error":"deadline_exceeded: machine failed to reach desired state"})",
        ErrorCode::NetworkTimeout);
    row("lease", 409, R"({"status":"error","message":"machine ID X lease currently held by E, expires at T"})",
        ErrorCode::ResourceBusy);
    row("name clash", 409, R"({"error":"already_exists: unique machine name violation, machine ID 1 already exists"})",
        ErrorCode::ResourceAlreadyExists);
    row("host full", 409, R"({"error":"aborted: insufficient resources available to fulfill request"})",
        ErrorCode::CapacityHost);
    row("two updates", 409, R"({"error":"aborted: machine update failed due to concurrent update"})",
        ErrorCode::ResourceBusy);
    row("not startable", 412,
        R"({"error":"failed_precondition: unable to start machine from current state: 'created'"})",
        ErrorCode::ResourceWrongState);
    row("bound", 412, R"({"error":"failed_precondition: volume is currently bound to machine: 1"})",
        ErrorCode::ResourceWrongState);
    row("volume's host full", 412,
        R"({"error":"insufficient resources to create new machine with existing volume 'vol_1'"})",
        ErrorCode::CapacityVolume);
    row("taken, old", 422, R"({"error":"Validation failed: Name has already been taken"})",
        ErrorCode::ResourceAlreadyExists);
    row("taken, new", 422, R"({"error":"no","status":"name_taken"})", ErrorCode::ResourceAlreadyExists);
    row("no host", 422, R"({"error":"could not find a candidate host","status":"insufficient_capacity"})",
        ErrorCode::CapacityRegion);
    row("payment", 422, R"({"error":"To create more than 1 machine per app please add a payment method"})",
        ErrorCode::ResourceLimitExceeded);
    row("invalid", 422, R"({"error":"invalid size"})", ErrorCode::ApiInvalidRequest);
    row("nested detail", 422, R"({"errors":{"detail":"invalid size"}})", ErrorCode::ApiInvalidRequest);
    row("rate", 429, R"({"error":"rate limit exceeded"})", ErrorCode::RateLimitExceeded);
    row("edge", 502, "<html>Bad Gateway</html>", ErrorCode::InternalError);
    row("empty", 503, "", ErrorCode::InternalError);
    row("teapot", 418, R"({"error":"short and stout"})", ErrorCode::ApiInvalidRequest);
    row("redirect", 302, "", ErrorCode::BadReply);
}

void FlyClientTest::sortsErrorsByStatusAndText()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto error = errorFrom({.status = status, .body = body}, false);
    QTEST(error.code, "code");
    QCOMPARE(error.httpStatus, status);
    const auto unknownRoute = errorFrom(
        {.status = 404, .headers = {{"Content-Type"_ba, "text/plain"_ba}}, .body = "404 page not found"}, false);
    QCOMPARE(unknownRoute.code, ErrorCode::ApiUnsupportedOperation);
}

void FlyClientTest::sortsGraphQlErrorsThatComeWithSuccess()
{
    const auto url = waitFor(m_fly->client->account.appUrl(u"no-such-app"_s, {}));
    QVERIFY(!url);
    QCOMPARE(url.error().code, ErrorCode::ResourceNotFound);
    QCOMPARE(url.error().httpStatus, 200);
}

void FlyClientTest::knowsWhatTimeItIsAtFly()
{
    QVERIFY(!m_fly->connection->serverTime().isValid());

    QVERIFY(waitFor(m_fly->client->platform.regions({})));

    // The simulator's clock runs fast: only it can have told this.
    const auto told = m_fly->connection->serverTime();
    QVERIFY(told.isValid());
    const auto ahead = told.msecsTo(QDateTime::fromMSecsSinceEpoch(m_fly->simulator.now(), Qt::UTC));
    QVERIFY2(ahead >= 0 && ahead < 60'000, qPrintable(QString::number(ahead)));
    QTRY_VERIFY(waitFor(m_fly->client->platform.regions({})) && m_fly->connection->serverTime() > told.addSecs(20));
}

void FlyClientTest::keepsTheRequestId()
{
    const auto app = waitFor(m_fly->client->apps.get(u"no-such-app"_s, {}));
    QVERIFY(!app);
    QVERIFY(!app.error().requestId.isEmpty());
}

void FlyClientTest::repeatsReadsThatMayPass_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("500") << Fault{.kind = Fault::Kind::Status, .status = 500};
    QTest::newRow("502 HTML") << Fault{.status = 502, .body = "<html>", .contentType = "text/html"};
    QTest::newRow("429") << Fault{.status = 429};
    QTest::newRow("cut") << Fault{.kind = Fault::Kind::Cut};
    QTest::newRow("silence") << Fault{.kind = Fault::Kind::Silence};
    QTest::newRow("late") << Fault{.kind = Fault::Kind::Delay, .delay = 5s};
}

void FlyClientTest::repeatsReadsThatMayPass()
{
    QFETCH(Fault, fault);
    fault.method = "GET";
    fault.route = u"/v1/platform/regions"_s;
    fault.times = 2;
    m_fly->simulator.addFault(fault);
    const auto regions = waitFor(m_fly->client->platform.regions({}));
    QVERIFY(regions);
    QVERIFY(!regions->regions.empty());
}

void FlyClientTest::givesUpAfterThreeRetries()
{
    m_fly->simulator.addFault({.method = "GET", .route = u"*"_s, .times = -1, .status = 503});
    const auto regions = waitFor(m_fly->client->platform.regions({}));
    QVERIFY(!regions);
    QCOMPARE(regions.error().code, ErrorCode::InternalError);
    QCOMPARE(m_fly->simulator.calls().size(), 4);
}

void FlyClientTest::doesNotRepeatWhatWillNotPass()
{
    m_fly->simulator.addFault({.method = "GET", .route = u"*"_s, .times = -1, .status = 403});
    const auto regions = waitFor(m_fly->client->platform.regions({}));
    QCOMPARE(regions.error().code, ErrorCode::AuthInsufficientPermissions);
    QCOMPARE(m_fly->simulator.calls().size(), 1);
}

void FlyClientTest::neverRepeatsACreateBlindly_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("500") << Fault{.status = 500};
    QTest::newRow("502") << Fault{.status = 502};
    QTest::newRow("lost") << Fault{.kind = Fault::Kind::LostReply};
    QTest::newRow("cut") << Fault{.kind = Fault::Kind::Cut};
    QTest::newRow("reset") << Fault{.kind = Fault::Kind::Reset};
    QTest::newRow("silence") << Fault{.kind = Fault::Kind::Silence};
}

void FlyClientTest::neverRepeatsACreateBlindly()
{
    QFETCH(Fault, fault);
    fault.method = "POST";
    fault.route = u"/v1/apps"_s;
    m_fly->simulator.addFault(fault);
    const auto made = waitFor(m_fly->client->apps.create(u"box"_s, u"personal"_s, u"box"_s, {}));
    QVERIFY(!made);
    QVERIFY(mayHaveHappened(made.error()));
    QCOMPARE(m_fly->simulator.calls(), QByteArrayList{"POST /v1/apps"_ba});
}

void FlyClientTest::repeatsACreateThatWasRefusedForRate()
{
    m_fly->simulator.addFault({.method = "POST", .route = u"/v1/apps"_s, .status = 429});
    const auto made = waitFor(m_fly->client->apps.create(u"box"_s, u"personal"_s, u"box"_s, {}));
    QVERIFY(made);
    QCOMPARE(m_fly->simulator.calls().size(), 2);
}

void FlyClientTest::repeatsADelete()
{
    m_fly->simulator.addFault({.kind = Fault::Kind::Reset, .method = "DELETE", .route = u"*"_s, .times = 2});
    const auto gone = waitFor(m_fly->client->apps.remove(u"no-such-app"_s, {}));
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, ErrorCode::ResourceNotFound);
    QCOMPARE(m_fly->simulator.calls().size(), 3);
}

void FlyClientTest::waitsAsLongAsTheServerSays()
{
    m_fly->simulator.addFault({.method = "GET", .route = u"*"_s, .status = 429, .headers = {{"Retry-After", "30"}}});
    QElapsedTimer timer;
    timer.start();
    const auto regions = waitFor(m_fly->client->platform.regions({}));
    QVERIFY(regions);
    QVERIFY2(timer.elapsed() >= 290, qPrintable(QString::number(timer.elapsed()))); // 30 s at 100 times the speed
}

void FlyClientTest::doesNotWaitLongerThanAMinute()
{
    m_fly->simulator.addFault({.method = "GET", .route = u"*"_s, .status = 429, .headers = {{"Retry-After", "3600"}}});
    const auto regions = waitFor(m_fly->client->platform.regions({}));
    QVERIFY(!regions);
    QCOMPARE(regions.error().retryAfter, 3600s);
    QCOMPARE(m_fly->simulator.calls().size(), 1);
}

void FlyClientTest::pausesEverythingAfterTooManyRequests()
{
    m_fly->simulator.addFault(
        {.method = "GET", .route = u"/v1/platform/regions"_s, .status = 429, .headers = {{"Retry-After", "30"}}});
    TaskScope tasks;
    bool isDone = false;
    tasks.launch(m_fly->client->platform.regions({}), [&](const Result<RegionList> &) { isDone = true; });
    QTRY_COMPARE(m_fly->simulator.calls().size(), 1);
    QTest::qWait(20);

    const auto app = waitFor(m_fly->client->apps.get(u"box"_s, {}));

    QVERIFY(!app);
    QTRY_VERIFY(isDone);
    const auto calls = m_fly->simulator.calls();
    QCOMPARE(calls.size(), 3);
    QVERIFY(calls.contains("GET /v1/apps/box"));
}

void FlyClientTest::tellsAnEndedTokenFromAWrongOne()
{
    m_fly->simulator.addFault({.method = "GET", .route = u"/v1/apps/{app}"_s, .times = -1, .status = 401});
    const auto before = waitFor(m_fly->client->apps.get(u"box"_s, {}));
    QCOMPARE(before.error().code, ErrorCode::AuthInvalidToken);
    QVERIFY(waitFor(m_fly->client->organizations.machines(u"personal"_s, {}, {})));
    const auto after = waitFor(m_fly->client->apps.get(u"box"_s, {}));
    QCOMPARE(after.error().code, ErrorCode::AuthExpiredToken);
}

void FlyClientTest::readsRegionsInEitherSpelling()
{
    const auto regions = waitFor(m_fly->client->platform.regions({}));
    QVERIFY(regions);
    QCOMPARE(regions->nearest, u"ams"_s);
    m_fly->simulator.addFault({.method = "GET",
                               .route = u"*"_s,
                               .status = 200,
                               .body = R"({"regions":[{"code":"fra","name":"Frankfurt"}],"nearest":"fra"})"});
    const auto published = waitFor(m_fly->client->platform.regions({}));
    QVERIFY(published);
    QCOMPARE(published->nearest, u"fra"_s);
    QCOMPARE(published->regions.front().code, u"fra"_s);
}

void FlyClientTest::tellsWhomATokenSpeaksFor()
{
    FlyAuth auth(m_fly->endpoints(), RetryPolicy(), m_fly->clock, m_fly->logger);
    const auto account = waitFor(auth.check(u"fo1_test"_s));
    QVERIFY(account);
    QCOMPARE(account->name, u"ada@example.org"_s);
    QCOMPARE(account->organizations.size(), 1u);
    QCOMPARE(account->organizations.front().slug, u"personal"_s);
}

void FlyClientTest::knowsAMacaroonsOrganization()
{
    FlyAuth auth(m_fly->endpoints(), RetryPolicy(), m_fly->clock, m_fly->logger);
    const auto account = waitFor(auth.check(u"fm2_aaa,fm2_bbb"_s));
    QVERIFY(account);
    QVERIFY(!account->name.isEmpty());
    QCOMPARE(account->organizations.front().slug, u"personal"_s);
}

void FlyClientTest::refusesTokensThatFlyRefuses()
{
    FlyAuth auth(m_fly->endpoints(), RetryPolicy(), m_fly->clock, m_fly->logger);
    for (const auto &token : {u"nonsense"_s, u"fo1_expired"_s, u"fm2_expired"_s, QString()}) {
        const auto account = waitFor(auth.check(token));
        QVERIFY2(!account, qPrintable(token));
        QCOMPARE(account.error().kind(), Error::Kind::Unauthorised);
    }
}

void FlyClientTest::growsItsPauses()
{
    const RetryPolicy policy;
    QCOMPARE(policy.pauseBefore(0, 0s, 0.5), 1000ms);
    QCOMPARE(policy.pauseBefore(1, 0s, 0.5), 2000ms);
    QCOMPARE(policy.pauseBefore(2, 0s, 0.5), 4000ms);
    QCOMPARE(policy.pauseBefore(9, 0s, 0.5), 10000ms);
    QCOMPARE(policy.pauseBefore(0, 20s, 0.5), 20000ms);
    QVERIFY(policy.pauseBefore(0, 0s, 0.0) < policy.pauseBefore(0, 0s, 0.99));
}

void FlyClientTest::keepsWhatItDoesNotKnowThroughAnUpdate()
{
    auto &fly = *m_fly->client;
    QVERIFY(waitFor(fly.apps.create(u"box"_s, u"personal"_s, {}, {})));
    QTRY_VERIFY(waitFor(fly.apps.get(u"box"_s, {})));
    const auto config = QJsonDocument::fromJson(R"({
        "image": "codercom/code-server:latest",
        "guest": {"cpu_kind": "shared", "cpus": 1, "memory_mb": 256, "a_new_kind": {"of": ["thing", 1, null, {}]}},
        "unknown": {"big": 9007199254740993, "small": 1.5e-7, "none": null, "empty": [], "text": "\u00fc\u0000\ud83d\ude00", "yes": true},
        "processes": [{"exec": ["a"], "ignore_app_secrets": true}],
        "statics": [{"guest_path": "/x", "url_prefix": "/y"}], "containers": [], "cache_drive": {"size_mb": 100}})");
    const QJsonObject body{{u"name"_s, u"editor"_s}, {u"region"_s, u"ams"_s}, {u"config"_s, config.object()}};
    const auto made = waitFor(fly.machines.create(u"box"_s, body, {}));
    QVERIFY(made);
    QVERIFY(waitFor(fly.machines.wait(u"box"_s, made->id, made->instanceId, u"started"_s, {})));
    const auto before = waitFor(fly.machines.get(u"box"_s, made->id, {}));
    QVERIFY(before);
    QCOMPARE(before->config["unknown"_L1], config["unknown"_L1]);

    auto changed = before->config;
    changed.insert(u"env"_s, QJsonObject{{u"A"_s, u"1"_s}});
    m_fly->simulator.forgetRequests();
    const auto after = waitFor(fly.machines.update(u"box"_s, made->id, {.config = changed}, {}, {}));

    QVERIFY(after);
    const auto sent = QJsonDocument::fromJson(m_fly->simulator.requests().front().body)["config"_L1].toObject();
    QCOMPARE(sent, changed);
    auto back = after->config;
    back.insert(u"env"_s, before->config["env"_L1]);
    QCOMPARE(back, before->config);
}

void FlyClientTest::looksBeforeItRepeatsACommand_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("sent");
    QTest::newRow("done, answer lost") << Fault{.kind = Fault::Kind::LostReply} << 1;
    QTest::newRow("not done, connection reset") << Fault{.kind = Fault::Kind::Reset} << 2;
    QTest::newRow("not done, 502") << Fault{.status = 502, .body = "<html>", .contentType = "text/html"} << 2;
}

void FlyClientTest::looksBeforeItRepeatsACommand()
{
    QFETCH(Fault, fault);
    const auto made = waitFor(m_fly->provider->create(FlyFixture::spec(u"box"_s), {}));
    QVERIFY(made);
    m_fly->simulator.forgetRequests();
    fault.method = "POST";
    fault.route = u"/v1/apps/{app}/machines/{id}/stop"_s;
    m_fly->simulator.addFault(fault);

    const auto stopped = waitFor(m_fly->provider->stop(*made, StopManner::Graceful, {}));

    QVERIFY(stopped);
    QCOMPARE(stopped->instance.status, Status::Stopped);
    const auto calls = m_fly->simulator.calls();
    const auto stop = "POST /v1/apps/box/machines/" + made->machine.toUtf8() + "/stop";
    const auto look = "GET /v1/apps/box/machines/" + made->machine.toUtf8();
    QTEST(int(calls.count(stop)), "sent");
    QCOMPARE(calls.value(calls.indexOf(stop) + 1), look);
}

void FlyClientTest::namesTheRequestOfNonsense()
{
    m_fly->simulator.addFault({.method = "GET", .route = u"*"_s, .status = 200, .body = "<html>Hello</html>"});
    const auto app = waitFor(m_fly->client->apps.get(u"box"_s, {}));
    QVERIFY(!app);
    QCOMPARE(app.error().code, ErrorCode::BadReply);
    QCOMPARE(app.error().httpStatus, 200);
    QVERIFY(!app.error().requestId.isEmpty());
}

QTEST_GUILESS_MAIN(FlyClientTest)
#include "tst_flyclient.moc"
