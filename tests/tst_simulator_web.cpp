#include "simulatorclient.h"

#include <QCryptographicHash>
#include <QUrlQuery>

using namespace swarm::simulator;

//! Signing in by browser, and what flyctl asks beside GraphQL.
class SimulatorWebTest : public QObject
{
    Q_OBJECT

private:
    static QString challengeOf(const QByteArray &verifier)
    {
        const auto hash = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256);
        return QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    }

    //! With PKCE, unless the simulator is an old one.
    PlainReply begin(const QJsonObject &more = {})
    {
        QJsonObject body{{u"name"_s, u"ada's <laptop>"_s},
                         {u"signup"_s, false},
                         {u"target"_s, u"auth"_s},
                         {u"code_challenge"_s, challengeOf("verifier"_ba)},
                         {u"code_challenge_method"_s, u"S256"_s},
                         {u"state"_s, u"a b&c"_s},
                         {u"redirect_port"_s, 4567}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), *it);
        return m_client->post(u"/api/v1/cli_sessions"_s, body);
    }

    QString beginQuietly() { return begin().object()[u"id"].toString(); }

    PlainReply redeem(const QString &session, const QString &code, const QString &verifier = u"verifier"_s)
    {
        return m_client->post(u"/api/v1/cli_sessions/%1/redeem"_s.arg(session),
                              {{u"code"_s, code}, {u"code_verifier"_s, verifier}});
    }

    //! Where the browser is sent by a decision on the page.
    QUrl decide(const QString &session, const QByteArray &form)
    {
        const auto answer = m_client->postForm(u"/app/auth/cli/"_s + session, form);
        return QUrl::fromEncoded(answer.header("Location"));
    }

    static QString valueOf(const QUrl &url, const QString &name)
    {
        return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
    }

    std::unique_ptr<SimulatorClient> m_client;

private Q_SLOTS:
    void init()
    {
        m_client = std::make_unique<SimulatorClient>(SimulatorClient::quick());
        m_client->token.clear();
    }
    void cleanup() { m_client.reset(); }

    void asksAPersonOnAPage();
    void sendsTheBrowserBackWithACode();
    void givesATokenForCodeAndVerifierOnce();
    void endsASignInThatIsDenied();
    void showsTheCodeWhenNobodyListens();
    void forgetsASignInAfterAWhile();
    void letsOldProgramsPoll();
    void isDecidedWithoutABrowser();
    void takesEachWayOfSayingIt_data();
    void takesEachWayOfSayingIt();
    void takesTheNonceInAnyCase();
    void readsJsonThatIsCalledAForm();
    void tellsFlyctlOfTheOrganization();
    void countsBuilds();
    void keepsReleases();
    void hidesReleasesThatAreNotThere();
};

void SimulatorWebTest::asksAPersonOnAPage()
{
    const auto answer = begin();

    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.object()[u"pkce"].toBool(), true);
    QVERIFY(answer.object()[u"access_token"].isNull());
    const QUrl page(answer.object()[u"auth_url"].toString());
    QCOMPARE(page.port(), m_client->simulator.apiUrl().port());
    const auto shown = m_client->get(page.path());
    QCOMPARE(shown.status, 200);
    QVERIFY(shown.body.contains("ada&#39;s &lt;laptop&gt;"_ba) || shown.body.contains("ada's &lt;laptop&gt;"_ba));
    QVERIFY(!shown.body.contains("<script"_ba));
    QCOMPARE(shown.body.count("<button"_ba), 2);
}

void SimulatorWebTest::sendsTheBrowserBackWithACode()
{
    const auto id = beginQuietly();

    const auto back = decide(id, "decision=allow"_ba);

    QCOMPARE(back.adjusted(QUrl::RemoveQuery), QUrl(u"http://127.0.0.1:4567/callback"_s));
    QCOMPARE(valueOf(back, u"state"_s), u"a b&c"_s);
    QVERIFY(!valueOf(back, u"code"_s).isEmpty());
    QCOMPARE(m_client->get(u"/app/auth/cli/"_s + id).status, 404); // decided once
    QCOMPARE(m_client->get(u"/api/v1/cli_sessions/"_s + id).status, 404); // nothing without the verifier
}

void SimulatorWebTest::givesATokenForCodeAndVerifierOnce()
{
    const auto id = beginQuietly();
    QCOMPARE(redeem(id, {}).status, 403); // nobody has decided yet
    const auto code = valueOf(decide(id, "decision=allow"_ba), u"code"_s);

    const auto wrongCode = redeem(id, u"nonsense"_s);
    const auto wrongVerifier = redeem(id, code, u"other"_s);
    const auto right = redeem(id, code);
    const auto again = redeem(id, code);

    QCOMPARE(wrongCode.status, 403);
    QCOMPARE(wrongCode.object(), (QJsonObject{{u"error"_s, u"invalid_code"_s}}));
    QCOMPARE(wrongVerifier.status, 403);
    QCOMPARE(right.status, 200);
    QCOMPARE(again.status, 404);
    const auto token = right.object()[u"access_token"].toString();
    QVERIFY(token.startsWith("fo1_"_L1));
    m_client->token = "Bearer "_ba + token.toUtf8();
    QCOMPARE(m_client->get(u"/v1/apps?org_slug=personal"_s).status, 200);
    const auto known = m_client->simulator.state()[u"tokens"][0];
    const auto life = known[u"ends_at"].toInteger() - known[u"created_at"].toInteger();
    QVERIFY(qAbs(life - 30LL * 24 * 3'600'000) < 60'000);
}

void SimulatorWebTest::endsASignInThatIsDenied()
{
    const auto id = beginQuietly();

    const auto back = decide(id, "decision=deny"_ba);

    QCOMPARE(valueOf(back, u"error"_s), u"access_denied"_s);
    QVERIFY(valueOf(back, u"code"_s).isEmpty());
    QCOMPARE(redeem(id, {}).status, 404);
    QCOMPARE(m_client->simulator.state()[u"tokens"].toArray().size(), 0);
}

void SimulatorWebTest::showsTheCodeWhenNobodyListens()
{
    const auto id = begin({{u"redirect_port"_s, 0}}).object()[u"id"].toString();

    const auto page = m_client->postForm(u"/app/auth/cli/"_s + id, "decision=allow"_ba);

    QCOMPARE(page.status, 200);
    const auto from = page.body.indexOf("<code>"_ba) + 6;
    const auto code = QString::fromUtf8(page.body.mid(from, page.body.indexOf("</code>"_ba) - from));
    QCOMPARE(redeem(id, code).status, 200);
}

void SimulatorWebTest::forgetsASignInAfterAWhile()
{
    m_client = std::make_unique<SimulatorClient>(SimulatorClient::quick(3000)); // 15 min in 300 ms
    const auto id = beginQuietly();
    QCOMPARE(m_client->get(u"/app/auth/cli/"_s + id).status, 200);

    QTRY_COMPARE(m_client->get(u"/app/auth/cli/"_s + id).status, 404);

    QCOMPARE(redeem(id, {}).status, 404);
}

void SimulatorWebTest::letsOldProgramsPoll()
{
    m_client->simulator.setOldLogin(true);
    const auto answer = begin().object();
    const auto id = answer[u"id"].toString();
    const auto path = u"/api/v1/cli_sessions/"_s + id;

    QCOMPARE(answer[u"pkce"].toBool(true), false);
    QCOMPARE(m_client->get(path).status, 404);
    QCOMPARE(m_client->postForm(u"/app/auth/cli/"_s + id, "decision=allow"_ba).status, 200);
    const auto done = m_client->get(path);
    QCOMPARE(done.status, 200);
    QVERIFY(done.object()[u"access_token"].toString().startsWith("fo1_"_L1));
    QCOMPARE(redeem(id, {}).status, 404);
}

void SimulatorWebTest::isDecidedWithoutABrowser()
{
    const auto allowed = beginQuietly();
    const auto denied = beginQuietly();
    PlainClient test(m_client->simulator.apiUrl());

    const auto approve = test.post(u"/_sim/sessions/%1/approve"_s.arg(allowed));
    const auto deny = test.post(u"/_sim/sessions/%1/deny"_s.arg(denied));

    const auto code = valueOf(QUrl::fromEncoded(approve.header("Location")), u"code"_s);
    QCOMPARE(redeem(allowed, code).status, 200);
    QCOMPARE(deny.status, 303);
    QCOMPARE(redeem(denied, {}).status, 404);
    QCOMPARE(test.post(u"/_sim/sessions/%1/approve"_s.arg(denied)).status, 404);
}

void SimulatorWebTest::takesEachWayOfSayingIt_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &verb, const QString &path, const QByteArray &body = {}) {
        QTest::newRow(name) << verb << path << body;
    };
    row("app with wait", "POST"_ba, u"/v1/apps?wait=true"_s, R"({"name":"new","org_slug":"personal"})"_ba);
    row("app_name", "POST"_ba, u"/v1/apps"_s, R"({"app_name":"new","org_slug":"personal"})"_ba);
    row("app_role_id", "POST"_ba, u"/v1/apps"_s, R"({"name":"new","org_slug":"personal","app_role_id":""})"_ba);
    const auto one = u"/v1/apps/box/machines/{id}"_s;
    row("lease time in the query", "POST"_ba, one + u"/lease?ttl=120"_s);
    row("lease time in the body", "POST"_ba, one + u"/lease"_s, R"({"ttl":120})"_ba);
    row("kill", "DELETE"_ba, one + u"?kill=true"_s);
    row("force", "DELETE"_ba, one + u"?force=true"_s);
    row("stop without body", "POST"_ba, one + u"/stop"_s);
    row("signal as number", "POST"_ba, one + u"/stop"_s, R"({"signal":15})"_ba);
    row("signal as word", "POST"_ba, one + u"/stop"_s, R"({"signal":"SIGTERM"})"_ba);
    row("timeout as text", "POST"_ba, one + u"/stop"_s, R"({"signal":"","timeout":"10s"})"_ba);
    row("no timeout", "POST"_ba, one + u"/stop"_s, R"({"timeout":"0s"})"_ba);
    row("timeout in nanoseconds", "POST"_ba, one + u"/stop"_s, R"({"timeout":10000000000})"_ba);
    row("signal to it", "POST"_ba, one + u"/signal"_s, R"({"signal":"SIGUSR1"})"_ba);
    row("restart by query", "POST"_ba, one + u"/restart?force_stop=true&timeout=5s&signal=SIGINT"_s);
    row("restart by body", "POST"_ba, one + u"/restart"_s, R"({"signal":"SIGINT","timeout":"5s"})"_ba);
    row("wait in seconds", "GET"_ba, one + u"/wait?state=started&timeout=60"_s);
    row("wait with a unit", "GET"_ba, one + u"/wait?state=started&timeout=60s"_s);
    row("secrets with a least version", "GET"_ba, u"/v1/apps/box/secrets?min_version=1"_s);
    row("a query it does not know", "GET"_ba, one + u"?whatever=1"_s);
}

void SimulatorWebTest::takesEachWayOfSayingIt()
{
    QFETCH(QByteArray, verb);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    m_client->token = "Bearer fo1_test"_ba;
    const auto id = m_client->makeBox(u"box"_s);

    const auto answer = m_client->call(verb, path.replace(u"{id}"_s, id), body,
                                       {{"Content-Type", "application/json"},
                                        {"Accept-Encoding", "gzip"},
                                        {"Cookie", "a=b; c=d"},
                                        {"Fly-Force-Instance-Id", "01HXYZ"}});

    QVERIFY2(answer.status == 200 || answer.status == 201, answer.body.constData());
}

void SimulatorWebTest::takesTheNonceInAnyCase()
{
    m_client->token = "Bearer fo1_test"_ba;
    const auto path = u"/v1/apps/box/machines/"_s + m_client->makeBox(u"box"_s);
    const auto nonce =
        m_client->post(path + u"/lease"_s, {{u"ttl"_s, 120}}).object()[u"data"][u"nonce"].toString().toUtf8();

    QCOMPARE(m_client->post(path + u"/cordon"_s).status, 409);
    for (const auto &name : {"Fly-Machine-Lease-Nonce", "fly-machine-lease-nonce", "FLY-MACHINE-LEASE-NONCE"})
        QCOMPARE(m_client->call("POST", path + u"/cordon"_s, {}, {{name, nonce}}).status, 200);
}

void SimulatorWebTest::readsJsonThatIsCalledAForm()
{
    m_client->token = "Bearer fo1_test"_ba;

    const auto made = m_client->postForm(u"/v1/apps"_s, R"({"name":"box","org_slug":"personal"})"_ba);

    QCOMPARE(made.status, 201);
    QCOMPARE(made.object()[u"name"].toString(), u"box"_s);
    m_client->postForm(u"/_sim/faults"_s, R"({"method":"GET","route":"/v1/apps/{app}","status":503})"_ba);
    QCOMPARE(m_client->get(u"/v1/apps/box"_s).status, 503);
}

void SimulatorWebTest::tellsFlyctlOfTheOrganization()
{
    QCOMPARE(m_client->get(u"/api/v1/organizations?admin=false"_s).status, 401);
    m_client->token = "Bearer fo1_test"_ba;

    const auto list = m_client->get(u"/api/v1/organizations?admin=false"_s).object()[u"organizations"].toArray();
    const auto one = m_client->get(u"/api/v1/organizations/personal"_s).object()[u"organization"].toObject();

    QCOMPARE(list, QJsonArray{one});
    for (const auto &name :
         {u"id"_s, u"internal_numeric_id"_s, u"slug"_s, u"raw_slug"_s, u"paid_plan"_s, u"personal"_s,
          u"billing_status"_s, u"provisions_beta_extensions"_s, u"name"_s, u"billable"_s, u"remote_builder_image"_s})
        QVERIFY2(one.contains(name), qPrintable(name));
    QCOMPARE(m_client->get(u"/api/v1/organizations/other"_s).status, 404);
}

void SimulatorWebTest::countsBuilds()
{
    m_client->token = "Bearer fo1_test"_ba;
    m_client->post(u"/v1/apps"_s, {{u"name"_s, u"box"_s}, {u"org_slug"_s, u"personal"_s}});

    const auto begun =
        m_client->post(u"/api/v1/builds"_s, {{u"app_name"_s, u"box"_s}, {u"builder_type"_s, u"local"_s}});
    const auto id = begun.object()[u"id"];
    QTest::qWait(2); // 100 ms there
    const auto ended = m_client->post(u"/api/v1/builds/finish"_s,
                                      {{u"build_id"_s, id}, {u"app_name"_s, u"box"_s}, {u"status"_s, u"completed"_s}});

    QCOMPARE(begun.status, 200);
    QVERIFY(id.isDouble() && id.toInteger() > 0);
    QCOMPARE(begun.object()[u"status"].toString(), u"started"_s);
    QCOMPARE(ended.status, 200);
    QCOMPARE(ended.object()[u"id"], id);
    QCOMPARE(ended.object()[u"status"].toString(), u"completed"_s);
    QVERIFY(ended.object()[u"wallclock_time_ms"].toInteger() >= 100);
    QCOMPARE(m_client->post(u"/api/v1/builds"_s, {{u"app_name"_s, u"none"_s}}).status, 404);
    QCOMPARE(m_client->post(u"/api/v1/builds/finish"_s, {{u"build_id"_s, 1}, {u"app_name"_s, u"box"_s}}).status, 404);
}

void SimulatorWebTest::keepsReleases()
{
    m_client->token = "Bearer fo1_test"_ba;
    m_client->post(u"/v1/apps"_s, {{u"name"_s, u"box"_s}, {u"org_slug"_s, u"personal"_s}});
    const auto path = u"/api/v1/apps/box/releases"_s;
    m_client->post(u"/api/v1/releases"_s, {{u"app_name"_s, u"box"_s}, {u"image"_s, u"one:1"_s}});

    const auto made = m_client->post(
        u"/api/v1/releases"_s, {{u"app_name"_s, u"box"_s}, {u"image"_s, u"two:2"_s}, {u"strategy"_s, u"CANARY"_s}});

    QCOMPARE(made.status, 201);
    const auto release = made.object()[u"release"];
    QCOMPARE(release[u"version"].toInt(), 2);
    QCOMPARE(release[u"in_progress"].toBool(), true);
    QCOMPARE(
        m_client->call("PATCH", u"/api/v1/releases/"_s + release[u"id"].toString(), R"({"status":"complete"})").status,
        200);
    const auto current = m_client->get(path + u"/current"_s).object();
    QCOMPARE(current[u"id"], release[u"id"]);
    QCOMPARE(current[u"in_progress"].toBool(true), false);
    QCOMPARE(current[u"image_ref"].toString(), u"two:2"_s);
    QCOMPARE(current[u"strategy"].toString(), u"CANARY"_s);
    const auto list = m_client->get(path).object()[u"releases"].toArray();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0], QJsonValue(current));
    QCOMPARE(m_client->get(path + u"?limit=1"_s).object()[u"releases"].toArray().size(), 1);
    QCOMPARE(m_client->get(u"/api/v1/releases/all_current"_s).object(),
             (QJsonObject{{u"box"_s, current[u"created_at"]}}));

    const auto state = m_client->simulator.state();
    m_client = std::make_unique<SimulatorClient>(SimulatorClient::quick());
    QVERIFY(m_client->simulator.load(state, nullptr));
    QCOMPARE(m_client->get(path + u"/current"_s).object(), current);
}

void SimulatorWebTest::hidesReleasesThatAreNotThere()
{
    m_client->token = "Bearer fo1_test"_ba;
    m_client->post(u"/v1/apps"_s, {{u"name"_s, u"box"_s}, {u"org_slug"_s, u"personal"_s}});

    QCOMPARE(m_client->get(u"/api/v1/apps/box/releases"_s).object()[u"releases"].toArray(), QJsonArray());
    QCOMPARE(m_client->get(u"/api/v1/apps/box/releases/current"_s).status, 404);
    QCOMPARE(m_client->get(u"/api/v1/apps/none/releases"_s).status, 404);
    QVERIFY(m_client->get(u"/api/v1/releases/all_current"_s).object().isEmpty());
}

QTEST_GUILESS_MAIN(SimulatorWebTest)
#include "tst_simulator_web.moc"
