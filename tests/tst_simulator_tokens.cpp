#include "simulatorclient.h"

using namespace swarm::simulator;

//! Tokens that may not do everything, or not for ever.
class SimulatorTokensTest : public QObject
{
    Q_OBJECT

private:
    void makeApp(const QString &name)
    {
        m_client->token = all;
        QCOMPARE(m_client->post(u"/v1/apps"_s, {{u"name"_s, name}, {u"org_slug"_s, u"personal"_s}}).status, 201);
    }

    //! One that the simulator is told about; the client uses it from now on.
    void use(QJsonObject token)
    {
        token.insert(u"token"_s, u"fm2_known"_s);
        QCOMPARE(m_client->post(u"/_sim/tokens"_s, token).status, 200);
        m_client->token = "FlyV1 fm2_known"_ba;
    }

    // Const, because [] on an object of its own would refer into what is gone.
    const QJsonObject graphQl(const QString &query, const QJsonObject &variables = {})
    {
        return m_client->post(u"/graphql"_s, {{u"query"_s, query}, {u"variables"_s, variables}}).object();
    }

    const QJsonObject create(const QJsonObject &wish)
    {
        QJsonObject input{{u"name"_s, u"laptop"_s}, {u"organizationId"_s, u"org-personal"_s}};
        for (auto it = wish.begin(); it != wish.end(); ++it)
            input.insert(it.key(), *it);
        return graphQl(u"mutation($input: CreateLimitedAccessTokenInput!) { createLimitedAccessToken(input: $input) "
                       "{ limitedAccessToken { id tokenHeader expiresAt } } }"_s,
                       {{u"input"_s, input}});
    }

    QJsonObject created(const QJsonObject &wish)
    {
        return create(wish)[u"data"][u"createLimitedAccessToken"][u"limitedAccessToken"].toObject();
    }

    int authorized(const QJsonObject &access)
    {
        return m_client->post(u"/v1/tokens/authorize"_s, {{u"header"_s, u"FlyV1 fm2_known"_s}, {u"access"_s, access}})
            .status;
    }

    const QByteArray all = "Bearer fo1_test"_ba;
    std::unique_ptr<SimulatorClient> m_client;

private Q_SLOTS:
    void init() { m_client = std::make_unique<SimulatorClient>(SimulatorClient::quick()); }
    void cleanup() { m_client.reset(); }

    void keepsAnAppTokenToItsApp();
    void keepsAnAppTokenToItsAppInGraphQl();
    void refusesWritesOfAReadOnlyToken();
    void endsATokenAtItsEnd();
    void asksForAFreshDischarge();
    void addsTokensUpThatComeTogether();
    void makesTokensByGraphQl();
    void refusesToMakeWhatCannotBe_data();
    void refusesToMakeWhatCannotBe();
    void listsTokensWithoutTheirSecrets();
    void refusesARevokedToken();
    void makesDeployTokensByRest();
    void tellsMacaroonsWhatTheyAre();
    void namesTheLimitsOfAToken();
    void authorizesByActionAndScope();
    void savesAndLoadsTokens();
};

void SimulatorTokensTest::keepsAnAppTokenToItsApp()
{
    makeApp(u"box"_s);
    makeApp(u"other"_s);

    use({{u"apps"_s, QJsonArray{u"box"_s}}});

    QCOMPARE(m_client->get(u"/v1/apps/box"_s).status, 200);
    QCOMPARE(m_client->get(u"/v1/apps/box/machines"_s).status, 200);
    QCOMPARE(m_client->post(u"/v1/apps/box/secrets/A"_s, {{u"value"_s, u"b"_s}}).status, 201);
    for (const auto &path :
         {u"/v1/apps/other"_s, u"/v1/apps/other/machines"_s, u"/v1/apps?org_slug=personal"_s,
          u"/v1/orgs/personal/machines"_s, u"/v1/orgs/personal/volumes"_s, u"/api/v1/organizations/personal"_s}) {
        const auto answer = m_client->get(path);
        QVERIFY2(answer.status == 403, qPrintable(path));
        QCOMPARE(answer.object(), (QJsonObject{{u"error"_s, u"unauthorized"_s}}));
    }
    QCOMPARE(m_client->post(u"/v1/apps"_s, {{u"name"_s, u"third"_s}, {u"org_slug"_s, u"personal"_s}}).status, 403);
    QCOMPARE(m_client->post(u"/api/v1/builds"_s, {{u"app_name"_s, u"other"_s}}).status, 404);
}

void SimulatorTokensTest::keepsAnAppTokenToItsAppInGraphQl()
{
    makeApp(u"other"_s);
    const auto machine = m_client->makeBox(u"box"_s);
    use({{u"apps"_s, QJsonArray{u"other"_s}}});

    const auto seen =
        graphQl(u"{ app(name: \"other\") { name } apps { nodes { name } } organizations { nodes { slug } } }"_s);
    const auto hidden = graphQl(u"{ app(name: \"box\") { name } }"_s);
    const auto machineSeen = graphQl(u"query($id: String!) { machine(machineId: $id) { id } }"_s, {{u"id"_s, machine}});
    const auto changed =
        graphQl(u"mutation { setSecrets(input: {appId: \"box\", secrets: [{key: \"A\", value: \"b\"}]}) "
                "{ release { id } } }"_s);

    QVERIFY(!seen.contains(u"errors"_s));
    QCOMPARE(seen[u"data"][u"app"][u"name"].toString(), u"other"_s);
    QCOMPARE(seen[u"data"][u"apps"][u"nodes"].toArray(), (QJsonArray{QJsonObject{{u"name"_s, u"other"_s}}}));
    QVERIFY(seen[u"data"][u"organizations"][u"nodes"].toArray().isEmpty());
    for (const auto &answer : {hidden, machineSeen, changed})
        QCOMPARE(answer[u"errors"][0][u"extensions"][u"code"].toString(), u"NOT_FOUND"_s);
    QVERIFY(machineSeen[u"data"].isNull()); // `machine` is never null, so all of it is
}

void SimulatorTokensTest::refusesWritesOfAReadOnlyToken()
{
    makeApp(u"box"_s);

    use({{u"read_only"_s, true}});

    QCOMPARE(m_client->get(u"/v1/orgs/personal/machines"_s).status, 200);
    const auto refused = m_client->post(u"/v1/apps/box/volumes"_s, {{u"name"_s, u"data"_s}});
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.object(), (QJsonObject{{u"error"_s, u"unauthorized"_s}}));
    QVERIFY(!graphQl(u"{ app(name: \"box\") { name } }"_s).contains(u"errors"_s));
    const auto answer = graphQl(u"mutation { unsetSecrets(input: {appId: \"box\", keys: [\"A\"]}) { app { id } } }"_s);
    QCOMPARE(answer[u"errors"][0][u"extensions"][u"code"].toString(), u"UNAUTHORIZED"_s);
}

void SimulatorTokensTest::endsATokenAtItsEnd()
{
    use({{u"expires_in_ms"_s, 20'000}}); // 400 ms here
    QCOMPARE(m_client->get(u"/v1/apps?org_slug=personal"_s).status, 200);

    QTRY_COMPARE(m_client->get(u"/v1/apps?org_slug=personal"_s).status, 401);

    QCOMPARE(m_client->get(u"/v1/apps?org_slug=personal"_s).object(),
             (QJsonObject{{u"error"_s, u"Authenticate: token validation error"_s}}));
    QCOMPARE(graphQl(u"{ viewer { email } }"_s)[u"errors"][0][u"extensions"][u"code"].toString(), u"UNAUTHORIZED"_s);
}

void SimulatorTokensTest::asksForAFreshDischarge()
{
    use({{u"discharge_expires_in_ms"_s, 20'000}});
    QCOMPARE(m_client->get(u"/v1/apps?org_slug=personal"_s).status, 200);

    QTRY_COMPARE(m_client->get(u"/v1/apps?org_slug=personal"_s).status, 401);

    QVERIFY(m_client->get(u"/v1/apps?org_slug=personal"_s).object()[u"error"].toString().contains("discharge"_L1));
    QCOMPARE(graphQl(u"{ viewer { email } }"_s)[u"errors"][0][u"extensions"][u"code"].toString(), u"UNAUTHORIZED"_s);
}

void SimulatorTokensTest::addsTokensUpThatComeTogether()
{
    makeApp(u"one"_s);
    makeApp(u"two"_s);
    makeApp(u"three"_s);
    const auto know = [this](const QJsonObject &token) {
        QCOMPARE(m_client->post(u"/_sim/tokens"_s, token).status, 200);
    };
    know({{u"token"_s, u"fm2_one"_s}, {u"apps"_s, QJsonArray{u"one"_s}}});
    know({{u"token"_s, u"fm2_two"_s}, {u"apps"_s, QJsonArray{u"two"_s}}});
    know({{u"token"_s, u"fm2_past"_s}, {u"expires_in_ms"_s, 0}});

    m_client->token = "FlyV1 fm2_one,fm2_two,fm2_discharge"_ba;
    QCOMPARE(m_client->get(u"/v1/apps/one"_s).status, 200);
    QCOMPARE(m_client->get(u"/v1/apps/two"_s).status, 200);
    QCOMPARE(m_client->get(u"/v1/apps/three"_s).status, 403);
    m_client->token = "FlyV1 fm2_past,fm2_two"_ba;
    QCOMPARE(m_client->get(u"/v1/apps/two"_s).status, 200);
    QCOMPARE(m_client->get(u"/v1/apps/one"_s).status, 403);
    m_client->token = "FlyV1 fm2_past"_ba;
    QCOMPARE(m_client->get(u"/v1/apps/two"_s).status, 401);
    m_client->token = "FlyV1 fm2_one,fo1_own"_ba;
    QCOMPARE(m_client->get(u"/v1/apps/three"_s).status, 200);
}

void SimulatorTokensTest::makesTokensByGraphQl()
{
    makeApp(u"box"_s);

    const auto deploy = created({{u"profile"_s, u"deploy"_s},
                                 {u"profileParams"_s, QJsonObject{{u"app_id"_s, u"box"_s}}},
                                 {u"expiry"_s, u"1h30m"_s}});
    const auto organization = created({{u"profile"_s, u"deploy_organization"_s}});
    const auto reader = created({{u"profile"_s, u"readonly_organization"_s}, {u"expiry"_s, u"720h"_s}});

    const auto end = QDateTime::fromString(deploy[u"expiresAt"].toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
    QVERIFY(qAbs(end - m_client->simulator.now() - 90 * 60'000) < 30'000);
    m_client->token = deploy[u"tokenHeader"].toString().toUtf8();
    QVERIFY(m_client->token.startsWith("FlyV1 fm2_"_ba));
    QCOMPARE(m_client->get(u"/v1/apps/box"_s).status, 200);
    QCOMPARE(m_client->get(u"/v1/apps?org_slug=personal"_s).status, 403);
    QVERIFY(create({{u"profile"_s, u"deploy_organization"_s}}).contains(u"errors"_s)); // no way up
    m_client->token = organization[u"tokenHeader"].toString().toUtf8();
    QCOMPARE(m_client->get(u"/v1/apps?org_slug=personal"_s).status, 200);
    m_client->token = reader[u"tokenHeader"].toString().toUtf8();
    QCOMPARE(m_client->get(u"/v1/apps?org_slug=personal"_s).status, 200);
    QCOMPARE(m_client->call("DELETE"_ba, u"/v1/apps/box"_s).status, 403);
}

void SimulatorTokensTest::refusesToMakeWhatCannotBe_data()
{
    QTest::addColumn<QJsonObject>("wish");
    QTest::newRow("profile") << QJsonObject{{u"profile"_s, u"everything"_s}};
    QTest::newRow("app") << QJsonObject{{u"profile"_s, u"deploy"_s},
                                        {u"profileParams"_s, QJsonObject{{u"app_id"_s, u"none"_s}}}};
    QTest::newRow("no app") << QJsonObject{{u"profile"_s, u"deploy"_s}};
    QTest::newRow("expiry") << QJsonObject{{u"profile"_s, u"deploy_organization"_s}, {u"expiry"_s, u"tomorrow"_s}};
    QTest::newRow("organization") << QJsonObject{{u"profile"_s, u"deploy_organization"_s},
                                                 {u"organizationId"_s, u"org-other"_s}};
}

void SimulatorTokensTest::refusesToMakeWhatCannotBe()
{
    QFETCH(QJsonObject, wish);

    const auto answer = create(wish);

    QCOMPARE(answer[u"errors"].toArray().size(), 1);
    QVERIFY(answer[u"data"][u"createLimitedAccessToken"].isNull());
    QVERIFY(m_client->simulator.state()[u"tokens"].toArray().isEmpty());
}

void SimulatorTokensTest::listsTokensWithoutTheirSecrets()
{
    makeApp(u"box"_s);
    created({{u"profile"_s, u"deploy"_s}, {u"profileParams"_s, QJsonObject{{u"app_id"_s, u"box"_s}}}});
    created({{u"profile"_s, u"deploy_organization"_s}, {u"name"_s, u"whole"_s}});

    const auto answer = graphQl(u"{ organization(slug: \"personal\") { limitedAccessTokens { nodes { ...T } } } "
                                "app(name: \"box\") { limitedAccessTokens { nodes { ...T } } } } "
                                "fragment T on LimitedAccessToken { id name profile token tokenHeader revokedAt "
                                "user { email } organization { slug } }"_s);

    const auto whole = answer[u"data"][u"organization"][u"limitedAccessTokens"][u"nodes"].toArray();
    const auto own = answer[u"data"][u"app"][u"limitedAccessTokens"][u"nodes"].toArray();
    QCOMPARE(whole.size(), 1);
    QCOMPARE(whole[0][u"name"].toString(), u"whole"_s);
    QCOMPARE(own.size(), 1);
    QCOMPARE(own[0][u"profile"].toString(), u"deploy"_s);
    QCOMPARE(own[0][u"user"][u"email"].toString(), u"ada@example.org"_s);
    QVERIFY(!QJsonDocument(answer).toJson().contains("fm2_"_ba));
}

void SimulatorTokensTest::refusesARevokedToken()
{
    const auto token = created({{u"profile"_s, u"deploy_organization"_s}});
    const auto remove = [&] {
        return graphQl(u"mutation($input: DeleteLimitedAccessTokenInput!) { deleteLimitedAccessToken(input: $input) "
                       "{ token } }"_s,
                       {{u"input"_s, QJsonObject{{u"id"_s, token[u"id"]}}}});
    };

    const auto removed = remove();

    QCOMPARE(removed[u"data"][u"deleteLimitedAccessToken"][u"token"], token[u"id"]);
    QCOMPARE(remove()[u"errors"][0][u"extensions"][u"code"].toString(), u"NOT_FOUND"_s);
    const auto list =
        graphQl(u"{ organization(slug: \"personal\") { limitedAccessTokens { nodes { revokedAt } } } }"_s);
    QVERIFY(list[u"data"][u"organization"][u"limitedAccessTokens"][u"nodes"][0][u"revokedAt"].isString());
    m_client->token = token[u"tokenHeader"].toString().toUtf8();
    QCOMPARE(m_client->get(u"/v1/apps?org_slug=personal"_s).status, 401);
}

void SimulatorTokensTest::makesDeployTokensByRest()
{
    makeApp(u"box"_s);
    makeApp(u"other"_s);

    const auto made = m_client->post(u"/v1/apps/box/deploy_token"_s, {{u"expiry"_s, u"720h"_s}});
    const auto refused = m_client->post(u"/v1/apps/box/deploy_token"_s, {{u"expiry"_s, u"soon"_s}});

    QCOMPARE(made.status, 200);
    QCOMPARE(refused.status, 422);
    m_client->token = made.object()[u"token"].toString().toUtf8();
    QCOMPARE(m_client->get(u"/v1/apps/box"_s).status, 200);
    QCOMPARE(m_client->get(u"/v1/apps/other"_s).status, 403);
}

void SimulatorTokensTest::tellsMacaroonsWhatTheyAre()
{
    makeApp(u"box"_s);
    QCOMPARE(m_client->get(u"/v1/tokens/current"_s).status, 401);

    use({{u"apps"_s, QJsonArray{u"box"_s}}});

    const auto tokens = m_client->get(u"/v1/tokens/current"_s).object()[u"tokens"].toArray();
    QCOMPARE(tokens.size(), 1);
    QCOMPARE(tokens[0][u"org_slug"].toString(), u"personal"_s);
    QCOMPARE(tokens[0][u"apps"].toArray(), (QJsonArray{u"box"_s}));
}

void SimulatorTokensTest::namesTheLimitsOfAToken()
{
    makeApp(u"box"_s);
    use({{u"apps"_s, QJsonArray{u"box"_s}}, {u"read_only"_s, true}, {u"expires_in_ms"_s, 3'600'000}});
    const auto authenticate = [this](const QString &header) {
        return m_client->post(u"/v1/tokens/authenticate"_s, {{u"header"_s, header}});
    };

    const auto answer = authenticate(u"FlyV1 fm2_known"_s);

    QCOMPARE(answer.status, 200);
    const auto list = QJsonDocument::fromJson(answer.body).array();
    QStringList types;
    for (const auto &caveat : list.at(0)[u"caveats"][u"caveats"].toArray())
        types << caveat[u"type"].toString();
    QCOMPARE(types, (QStringList{u"Organization"_s, u"Apps"_s, u"Action"_s, u"ValidityWindow"_s}));
    QCOMPARE(authenticate(u"Bearer fo1_test"_s).status, 400);
    QCOMPARE(authenticate(u"nonsense"_s).status, 400);
}

void SimulatorTokensTest::authorizesByActionAndScope()
{
    makeApp(u"other"_s);
    const auto machine = m_client->makeBox(u"box"_s);
    use({{u"apps"_s, QJsonArray{u"box"_s}}});

    QCOMPARE(authorized({{u"action"_s, u"rwcdC"_s}, {u"app_name"_s, u"box"_s}}), 200);
    QCOMPARE(authorized({{u"action"_s, u"w"_s}, {u"machine_id"_s, machine}}), 200);
    QCOMPARE(authorized({{u"action"_s, u"d"_s}, {u"volume_id"_s, m_client->volume}}), 200);
    QCOMPARE(authorized({{u"action"_s, u"r"_s}, {u"app_name"_s, u"other"_s}, {u"machine_id"_s, machine}}), 400);
    QCOMPARE(authorized({{u"action"_s, u"r"_s}, {u"app_name"_s, u"other"_s}}), 400);
    QCOMPARE(authorized({{u"action"_s, u"r"_s}, {u"app_name"_s, u"none"_s}}), 400);
    QCOMPARE(authorized({{u"action"_s, u"r"_s}, {u"org_slug"_s, u"personal"_s}}), 400);
    QCOMPARE(authorized({{u"action"_s, u"x"_s}, {u"app_name"_s, u"box"_s}}), 400);
    m_client->token = all;
    use({{u"read_only"_s, true}});
    QCOMPARE(authorized({{u"action"_s, u"r"_s}, {u"org_slug"_s, u"personal"_s}}), 200);
    QCOMPARE(authorized({{u"action"_s, u"r"_s}, {u"org_slug"_s, u"other"_s}}), 400);
    QCOMPARE(authorized({{u"action"_s, u"rw"_s}, {u"app_name"_s, u"box"_s}}), 400);
}

void SimulatorTokensTest::savesAndLoadsTokens()
{
    makeApp(u"box"_s);
    makeApp(u"other"_s);
    const auto made = m_client->post(u"/v1/apps/box/deploy_token"_s).object()[u"token"].toString().toUtf8();
    const auto gone = created({{u"profile"_s, u"deploy_organization"_s}});
    graphQl(u"mutation($input: DeleteLimitedAccessTokenInput!) { deleteLimitedAccessToken(input: $input) { token } }"_s,
            {{u"input"_s, QJsonObject{{u"id"_s, gone[u"id"]}}}});
    const auto state = m_client->simulator.state();

    m_client = std::make_unique<SimulatorClient>(SimulatorClient::quick());
    QString error;
    QVERIFY2(m_client->simulator.load(state, &error), qPrintable(error));

    m_client->token = made;
    QCOMPARE(m_client->get(u"/v1/apps/box"_s).status, 200);
    QCOMPARE(m_client->get(u"/v1/apps/other"_s).status, 403);
    m_client->token = gone[u"tokenHeader"].toString().toUtf8();
    QCOMPARE(m_client->get(u"/v1/apps/box"_s).status, 401);
}

QTEST_GUILESS_MAIN(SimulatorTokensTest)
#include "tst_simulator_tokens.moc"
