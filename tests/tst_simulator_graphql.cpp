#include "simulatorclient.h"

using namespace swarm::simulator;

//! GraphQL as fly-admin and flyctl use it.
class SimulatorGraphQlTest : public QObject
{
    Q_OBJECT

private:
    // Const, because [] on an object of its own would refer into what is gone.
    const QJsonObject ask(const QString &query, const QJsonObject &variables = {})
    {
        const auto answer = m_client->post(u"/graphql"_s, {{u"query"_s, query}, {u"variables"_s, variables}});
        return answer.status == 200 ? answer.object() : QJsonObject{{u"status"_s, answer.status}};
    }

    //! The `data` of an answer without errors.
    const QJsonObject data(const QString &query, const QJsonObject &variables = {})
    {
        const auto answer = ask(query, variables);
        const auto text = QJsonDocument(answer).toJson();
        return answer.contains(u"errors"_s) ? QJsonObject{{u"wrong"_s, QString::fromUtf8(text)}}
                                            : answer[u"data"].toObject();
    }

    static QString codeOf(const QJsonObject &answer) { return answer[u"errors"][0][u"extensions"][u"code"].toString(); }

    void makeApp(const QString &name)
    {
        QCOMPARE(m_client->post(u"/v1/apps"_s, {{u"name"_s, name}, {u"org_slug"_s, u"personal"_s}}).status, 201);
    }

    std::unique_ptr<SimulatorClient> m_client;

private Q_SLOTS:
    void init() { m_client = std::make_unique<SimulatorClient>(SimulatorClient::quick()); }
    void cleanup() { m_client.reset(); }

    void answersEachOperationOfItsClients_data();
    void answersEachOperationOfItsClients();
    void setsAndUnsetsSecretsAsRestDoes();
    void replacesAllSecretsWhenAsked();
    void describesAnAppForFlyAdmin();
    void describesAMachineInAnApp();
    void showsTheCertificatesOfAnApp();
    void givesPricesOfSizes();
    void allocatesAndReleasesEgressAddresses();
    void refusesEgressAddressesOutOfPlace();
    void pagesByCursorsThatOutliveTheirNodes();
    void pagesBackwards();
    void tellsOfTheOrganizationAndItsMembers();
    void runsBuildsOfOlderFlyctl();
    void refusesFieldsThatDoNotExist();
    void givesNullForFieldsItDoesNotServe();
    void keepsTheOtherDataWhenOneFieldFails();
    void mergesAFieldThatIsAskedForTwice();
};

void SimulatorGraphQlTest::answersEachOperationOfItsClients_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("viewer") << u"{ viewer { ... on User { id email enablePaidHobby } ... on Macaroon { email } } }"_s;
    QTest::newRow("organizations")
        << u"query($admin: Boolean) { organizations(admin: $admin) { nodes { id slug rawSlug "
           "name type paidPlan billable viewerRole internalNumericId } } }"_s;
    QTest::newRow("organization details")
        << u"{ organizationdetails: organization(slug: \"personal\") { id internalNumericId slug rawSlug name type "
           "viewerRole members { edges { cursor node { id name email } joinedAt role } } remoteBuilderImage "
           "remoteBuilderApp { name } } }"_s;
    QTest::newRow("apps") << u"{ apps(type: \"container\", first: 200, after: null, organizationId: \"org-personal\", "
                             "role: \"\") { pageInfo { hasNextPage endCursor } nodes { id name deployed hostname "
                             "platformVersion network organization { slug name } currentRelease { createdAt status } "
                             "status } } }"_s;
    QTest::newRow("app compact")
        << u"{ appcompact: app(name: \"box\") { id internalNumericId name hostname cnameTarget "
           "deployed network status appUrl platformVersion organization { id internalNumericId "
           "slug paidPlan } postgresAppRole: role { name } } }"_s;
    QTest::newRow("app")
        << u"{ app(name: \"box\") { id internalNumericId name hostname deployed status version appUrl "
           "platformVersion currentRelease { evaluationId status inProgress version } "
           "config { definition } organization { id slug paidPlan } services { description protocol "
           "internalPort ports { port handlers } } ipAddresses { nodes { id address type createdAt } } "
           "sharedIpAddress cnameTarget imageDetails { registry repository tag digest version } "
           "machines { nodes { id name config state region createdAt app { name } ips { nodes { family "
           "kind ip maskSize } } host { id } } } postgresAppRole: role { name } } }"_s;
    QTest::newRow("image") << u"{ app(name: \"box\") { id image(ref: \"nginx\") { id digest ref "
                              "compressedSize: compressedSizeFull manifest } } }"_s;
    QTest::newRow("add-ons")
        << u"query ListOrganizationAddOns($orgSlug: String!, $addOnType: AddOnType) { "
           "organization(slug: \"personal\") { addOns(type: $addOnType) { nodes { id name } } } }"_s;
    QTest::newRow("regions")
        << u"{ platform { requestRegion regions { name code latitude longitude gatewayAvailable "
           "requiresPaidPlan deprecated } } nearestRegion { code name gatewayAvailable deprecated } }"_s;
    QTest::newRow("addresses") << u"{ app(name: \"box\") { ipAddresses { nodes { id address type region createdAt "
                                  "network { name organization { slug } } serviceName } } sharedIpAddress } }"_s;
    QTest::newRow("egress")
        << u"{ app(name: \"box\") { egressIpAddresses { nodes { id ip version region updatedAt } } "
           "machines { nodes { id egressIpAddresses { nodes { id ip version region updatedAt } } } } } }"_s;
    QTest::newRow("name") << u"{ appNameAvailable(name: \"free\") personalOrganization { id } }"_s;
}

void SimulatorGraphQlTest::answersEachOperationOfItsClients()
{
    QFETCH(QString, query);
    m_client->makeBox(u"box"_s);

    const auto answer = data(query);

    QVERIFY2(!answer.contains(u"wrong"_s), qPrintable(answer[u"wrong"].toString()));
    QVERIFY(!answer.isEmpty());
    for (const auto &value : answer)
        QVERIFY(!value.isNull());
}

void SimulatorGraphQlTest::setsAndUnsetsSecretsAsRestDoes()
{
    makeApp(u"box"_s);
    const auto release = u"release { id version reason description user { id email name } evaluationId createdAt }"_s;

    const auto set =
        data(u"mutation($input: SetSecretsInput!) { setSecrets(input: $input) { "_s + release + u" } }"_s,
             {{u"input"_s,
               QJsonObject{{u"appId"_s, u"box"_s},
                           {u"secrets"_s,
                            QJsonArray{QJsonObject{{u"key"_s, u"A"_s}, {u"value"_s, u"1"_s}},
                                       QJsonObject{{u"key"_s, u"B"_s}, {u"value"_s, u"2"_s}}}}}}})[u"setSecrets"];
    const auto unset =
        data(u"mutation($input: UnsetSecretsInput!) { unsetSecrets(input: $input) { "_s + release + u" } }"_s,
             {{u"input"_s, QJsonObject{{u"appId"_s, u"box"_s}, {u"keys"_s, QJsonArray{u"A"_s}}}}})[u"unsetSecrets"];

    QCOMPARE(set[u"release"][u"version"].toInt(), 1);
    QCOMPARE(set[u"release"][u"user"][u"email"].toString(), u"ada@example.org"_s);
    QCOMPARE(unset[u"release"][u"version"].toInt(), 2);
    const auto kept = m_client->get(u"/v1/apps/box/secrets"_s).object()[u"secrets"].toArray();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0][u"name"].toString(), u"B"_s);
    const auto current =
        data(u"{ app(name: \"box\") { version currentRelease { id status } releases { totalCount } } }"_s);
    QCOMPARE(current[u"app"][u"currentRelease"][u"id"], unset[u"release"][u"id"]);
    QCOMPARE(current[u"app"][u"releases"][u"totalCount"].toInt(), 2);
    QCOMPARE(codeOf(ask(u"mutation { unsetSecrets(input: {appId: \"none\", keys: [\"A\"]}) { release { id } } }"_s)),
             u"NOT_FOUND"_s);
    QCOMPARE(codeOf(ask(u"mutation { setSecrets(input: {appId: \"box\", secrets: []}) { release { id } } }"_s)),
             u"INVALID_ARGUMENTS"_s);
}

void SimulatorGraphQlTest::replacesAllSecretsWhenAsked()
{
    makeApp(u"box"_s);
    m_client->post(u"/v1/apps/box/secrets"_s, {{u"values"_s, QJsonObject{{u"OLD"_s, u"1"_s}}}});

    data(u"mutation { setSecrets(input: {appId: \"box\", replaceAll: true, secrets: [{key: \"NEW\", value: \"2\"}]}) "
         "{ app { id } } }"_s);

    const auto kept = m_client->get(u"/v1/apps/box/secrets"_s).object()[u"secrets"].toArray();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0][u"name"].toString(), u"NEW"_s);
}

void SimulatorGraphQlTest::describesAnAppForFlyAdmin()
{
    makeApp(u"box"_s);
    const auto v6 = m_client->post(u"/v1/apps/box/ip_assignments"_s, {{u"type"_s, u"v6"_s}}).object()[u"ip"].toString();

    const auto app = data(u"query($name: String!) { app(name: $name) { name status organization { name slug } "
                          "ipAddresses { nodes { type region address } } } }"_s,
                          {{u"name"_s, u"box"_s}})[u"app"]
                         .toObject();

    QCOMPARE(
        app,
        (QJsonObject{{u"name"_s, u"box"_s},
                     {u"status"_s, u"pending"_s},
                     {u"organization"_s, QJsonObject{{u"name"_s, u"Personal"_s}, {u"slug"_s, u"personal"_s}}},
                     {u"ipAddresses"_s,
                      QJsonObject{{u"nodes"_s,
                                   QJsonArray{QJsonObject{
                                       {u"type"_s, u"v6"_s}, {u"region"_s, u"global"_s}, {u"address"_s, v6}}}}}}}));
}

void SimulatorGraphQlTest::describesAMachineInAnApp()
{
    const auto id = m_client->makeBox(u"box"_s);

    const auto app = data(u"{ app(name: \"box\") { imageDetails { repository tag } machines { nodes { id host { id } "
                          "ips { nodes { family kind ip maskSize } } } } } }"_s)[u"app"];

    const auto machine = app[u"machines"][u"nodes"][0];
    QCOMPARE(machine[u"id"].toString(), id);
    QVERIFY(!machine[u"host"][u"id"].toString().isEmpty());
    QCOMPARE(machine[u"ips"][u"nodes"][0][u"ip"],
             m_client->get(u"/v1/apps/box/machines/"_s + id).object()[u"private_ip"]);
    QCOMPARE(app[u"imageDetails"][u"repository"].toString(), u"codercom/code-server"_s);
}

void SimulatorGraphQlTest::showsTheCertificatesOfAnApp()
{
    makeApp(u"box"_s);
    m_client->post(u"/v1/apps/box/certificates/acme"_s, {{u"hostname"_s, u"code.example.com"_s}});

    const auto app =
        data(u"{ app(name: \"box\") { certificates { nodes { hostname clientStatus isConfigured } } } }"_s)[u"app"];

    const auto node = app[u"certificates"][u"nodes"][0].toObject();
    QCOMPARE(node[u"hostname"].toString(), u"code.example.com"_s);
    QCOMPARE(node[u"clientStatus"].toString(), u"Awaiting configuration"_s);
    QCOMPARE(node[u"isConfigured"], QJsonValue(false));
}

void SimulatorGraphQlTest::givesPricesOfSizes()
{
    const auto sizes = data(u"{ platform { vmSizes { name cpuCores memoryMb memoryGb maxMemoryMb memoryIncrementsMb "
                            "priceMonth priceSecond } } }"_s)[u"platform"][u"vmSizes"]
                           .toArray();

    QMap<QString, QJsonObject> byName;
    for (const auto &size : sizes)
        byName.insert(size[u"name"].toString(), size.toObject());
    QCOMPARE(byName.size(), 14);
    QVERIFY(qAbs(byName[u"shared-cpu-1x"_s][u"priceMonth"].toDouble() - 2.19) < 0.01);
    QVERIFY(qAbs(byName[u"performance-1x"_s][u"priceMonth"].toDouble() - 33.0) < 0.01);
    QCOMPARE(byName[u"performance-16x"_s][u"memoryMb"].toInt(), 32768);
    QCOMPARE(byName[u"performance-16x"_s][u"maxMemoryMb"].toInt(), 131072);
    QCOMPARE(byName[u"shared-cpu-2x"_s][u"memoryIncrementsMb"].toArray().first().toInt(), 512);
}

void SimulatorGraphQlTest::allocatesAndReleasesEgressAddresses()
{
    const auto machine = m_client->makeBox(u"box"_s);
    const auto allocate = u"mutation($input: AllocateEgressIPAddressInput!) { allocateEgressIpAddress(input: $input) "
                          "{ v4 v6 } }"_s;
    const auto list = u"{ app(name: \"box\") { ipAddresses { nodes { id } } egressIpAddresses { nodes { ip version "
                      "region } } machines { nodes { egressIpAddresses { nodes { ip region } } } } } }"_s;

    const auto shared = data(allocate, {{u"input"_s, QJsonObject{{u"appId"_s, u"box"_s}, {u"region"_s, u"fra"_s}}}});
    const auto own = data(allocate, {{u"input"_s, QJsonObject{{u"appId"_s, u"box"_s}, {u"machineId"_s, machine}}}});

    const auto v4 = shared[u"allocateEgressIpAddress"][u"v4"].toString();
    const auto app = data(list)[u"app"];
    const auto addresses = app[u"egressIpAddresses"][u"nodes"].toArray();
    QCOMPARE(addresses.size(), 2);
    QCOMPARE(addresses[0].toObject(), (QJsonObject{{u"ip"_s, v4}, {u"version"_s, 4}, {u"region"_s, u"fra"_s}}));
    const auto ofMachine = app[u"machines"][u"nodes"][0][u"egressIpAddresses"][u"nodes"].toArray();
    QCOMPARE(ofMachine.size(), 2);
    QCOMPARE(ofMachine[0][u"ip"], own[u"allocateEgressIpAddress"][u"v4"]);
    QCOMPARE(ofMachine[0][u"region"].toString(), u"ams"_s);
    QVERIFY(app[u"ipAddresses"][u"nodes"].toArray().isEmpty());

    const auto release = u"mutation($input: ReleaseEgressIPAddressInput!) { releaseEgressIpAddress(input: $input) "
                         "{ v4 v6 clientMutationId } }"_s;
    const auto one = data(release, {{u"input"_s, QJsonObject{{u"appId"_s, u"box"_s}, {u"ip"_s, v4}}}});
    const auto both = data(release, {{u"input"_s, QJsonObject{{u"appId"_s, u"box"_s}, {u"machineId"_s, machine}}}});
    QCOMPARE(one[u"releaseEgressIpAddress"][u"v4"].toString(), v4);
    QVERIFY(one[u"releaseEgressIpAddress"][u"v6"].isNull());
    QVERIFY(both[u"releaseEgressIpAddress"][u"v6"].isString());
    const auto left = data(list)[u"app"];
    QCOMPARE(left[u"egressIpAddresses"][u"nodes"].toArray().size(), 1);
    QVERIFY(left[u"machines"][u"nodes"][0][u"egressIpAddresses"][u"nodes"].toArray().isEmpty());
}

void SimulatorGraphQlTest::refusesEgressAddressesOutOfPlace()
{
    makeApp(u"box"_s);
    const auto allocate = [this](const QString &where) {
        return codeOf(ask(u"mutation { allocateEgressIpAddress(input: {appId: \"box\", %1}) { v4 } }"_s.arg(where)));
    };

    QCOMPARE(allocate(u"region: \"xyz\""_s), u"INVALID_ARGUMENTS"_s);
    QCOMPARE(allocate(u"machineId: \"none\""_s), u"NOT_FOUND"_s);
    QCOMPARE(codeOf(ask(u"mutation { releaseEgressIpAddress(input: {appId: \"box\", ip: \"1.2.3.4\"}) { v4 } }"_s)),
             u"NOT_FOUND"_s);
}

void SimulatorGraphQlTest::pagesByCursorsThatOutliveTheirNodes()
{
    for (const auto &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
        makeApp(name);
    const auto page = [this](const QJsonValue &after) {
        return data(u"query($after: String) { apps(first: 2, after: $after) { totalCount pageInfo { hasNextPage "
                    "hasPreviousPage endCursor } edges { cursor node { name } } } }"_s,
                    {{u"after"_s, after}})[u"apps"];
    };

    const auto first = page({});
    const auto cursor = first[u"pageInfo"][u"endCursor"];
    QCOMPARE(m_client->call("DELETE"_ba, u"/v1/apps/b"_s).status, 202);
    const auto second = page(cursor);
    const auto third = page(second[u"pageInfo"][u"endCursor"]);

    QCOMPARE(first[u"totalCount"].toInt(), 5);
    QCOMPARE(first[u"edges"][1][u"cursor"], cursor);
    QVERIFY(cursor.toString() != "b"_L1); // opaque
    QCOMPARE(second[u"edges"][0][u"node"][u"name"].toString(), u"c"_s);
    QCOMPARE(second[u"pageInfo"][u"hasPreviousPage"].toBool(), true);
    QCOMPARE(second[u"pageInfo"][u"hasNextPage"].toBool(), true);
    QCOMPARE(third[u"edges"].toArray().size(), 1);
    QCOMPARE(third[u"pageInfo"][u"hasNextPage"].toBool(true), false);
}

void SimulatorGraphQlTest::pagesBackwards()
{
    for (const auto &name : {u"a"_s, u"b"_s, u"c"_s})
        makeApp(name);

    const auto end = data(u"{ apps(last: 1) { pageInfo { startCursor hasPreviousPage } nodes { name } } }"_s)[u"apps"];
    const auto before = data(u"query($before: String) { apps(last: 1, before: $before) { nodes { name } } }"_s,
                             {{u"before"_s, end[u"pageInfo"][u"startCursor"]}})[u"apps"];

    QCOMPARE(end[u"nodes"][0][u"name"].toString(), u"c"_s);
    QCOMPARE(end[u"pageInfo"][u"hasPreviousPage"].toBool(), true);
    QCOMPARE(before[u"nodes"][0][u"name"].toString(), u"b"_s);
}

void SimulatorGraphQlTest::tellsOfTheOrganizationAndItsMembers()
{
    const auto whole = data(u"{ organization(slug: \"personal\") { id slug name type viewerRole } }"_s);
    const auto members =
        data(u"{ organization(slug: \"personal\") { members { totalCount edges { role node { email } } "
             "} } }"_s)[u"organization"][u"members"];

    QCOMPARE(whole[u"organization"].toObject(),
             (QJsonObject{{u"id"_s, u"org-personal"_s},
                          {u"slug"_s, u"personal"_s},
                          {u"name"_s, u"Personal"_s},
                          {u"type"_s, u"PERSONAL"_s},
                          {u"viewerRole"_s, u"admin"_s}}));
    QCOMPARE(members[u"totalCount"].toInt(), 1);
    QCOMPARE(members[u"edges"][0][u"role"].toString(), u"ADMIN"_s);
    QCOMPARE(members[u"edges"][0][u"node"][u"email"].toString(), u"ada@example.org"_s);
    QCOMPARE(codeOf(ask(u"{ organization(slug: \"other\") { id } }"_s)), u"NOT_FOUND"_s);
}

void SimulatorGraphQlTest::runsBuildsOfOlderFlyctl()
{
    makeApp(u"box"_s);

    const auto begun = data(u"mutation { createBuild(input: {appName: \"box\", builderType: \"local\", "
                            "strategiesAvailable: []}) { id status } }"_s)[u"createBuild"];
    const auto finish = [this](const QString &id) {
        return ask(u"mutation($id: ID!) { finishBuild(input: {appName: \"box\", buildId: $id, status: \"completed\"}) "
                   "{ id status wallclockTimeMs } }"_s,
                   {{u"id"_s, id}});
    };
    const auto ended = finish(begun[u"id"].toString())[u"data"][u"finishBuild"];

    QCOMPARE(begun[u"status"].toString(), u"started"_s);
    QCOMPARE(ended[u"id"], begun[u"id"]);
    QCOMPARE(ended[u"status"].toString(), u"completed"_s);
    QVERIFY(ended[u"wallclockTimeMs"].isDouble());
    QCOMPARE(codeOf(finish(u"1"_s)), u"NOT_FOUND"_s);
}

void SimulatorGraphQlTest::refusesFieldsThatDoNotExist()
{
    makeApp(u"box"_s);

    const auto answer = ask(u"mutation { setSecrets(input: {appId: \"box\", secrets: [{key: \"A\", value: \"b\"}]}) "
                            "{ app { ...Facts } } } fragment Facts on App { id nonsense }"_s);

    QVERIFY(!answer.contains(u"data"_s));
    QCOMPARE(answer[u"errors"][0][u"message"].toString(), u"Field 'nonsense' doesn't exist on type 'App'"_s);
    QCOMPARE(answer[u"errors"][0][u"path"].toArray(),
             (QJsonArray{u"mutation"_s, u"setSecrets"_s, u"app"_s, u"nonsense"_s}));
    QVERIFY(m_client->get(u"/v1/apps/box/secrets"_s).object()[u"secrets"].toArray().isEmpty()); // nothing was done
    QVERIFY(ask(u"{ nonsense }"_s)[u"errors"][0][u"message"].toString().endsWith("type 'Queries'"_L1));
}

void SimulatorGraphQlTest::givesNullForFieldsItDoesNotServe()
{
    makeApp(u"box"_s);

    const auto answer = data(u"{ app(name: \"box\") { __typename currentLock { lockId } autoscaling { enabled } } "
                             "addOn(id: \"x\") { id } }"_s);

    QCOMPARE(
        answer[u"app"].toObject(),
        (QJsonObject{{u"__typename"_s, u"App"_s}, {u"currentLock"_s, QJsonValue()}, {u"autoscaling"_s, QJsonValue()}}));
    QVERIFY(answer[u"addOn"].isNull());
}

void SimulatorGraphQlTest::keepsTheOtherDataWhenOneFieldFails()
{
    makeApp(u"box"_s);

    const auto partial = ask(u"{ app(name: \"box\") { name } gone: app(name: \"none\") { name } }"_s);
    const auto nothing = ask(u"{ app(name: \"box\") { name } machine(machineId: \"none\") { id } }"_s);

    QCOMPARE(partial[u"data"].toObject(),
             (QJsonObject{{u"app"_s, QJsonObject{{u"name"_s, u"box"_s}}}, {u"gone"_s, QJsonValue()}}));
    QCOMPARE(partial[u"errors"][0][u"path"].toArray(), (QJsonArray{u"gone"_s}));
    QVERIFY(nothing.contains(u"data"_s) && nothing[u"data"].isNull());
    QCOMPARE(codeOf(nothing), u"NOT_FOUND"_s);
}

void SimulatorGraphQlTest::mergesAFieldThatIsAskedForTwice()
{
    m_client->makeBox(u"box"_s);

    const auto app = data(u"{ app(name: \"box\") { organization { slug } machines { nodes { name } } ...More } } "
                          "fragment More on App { organization { name } machines { nodes { region } } }"_s)[u"app"];

    QCOMPARE(app[u"organization"].toObject(), (QJsonObject{{u"slug"_s, u"personal"_s}, {u"name"_s, u"Personal"_s}}));
    QCOMPARE(app[u"machines"][u"nodes"][0].toObject(),
             (QJsonObject{{u"name"_s, u"editor"_s}, {u"region"_s, u"ams"_s}}));
}

QTEST_GUILESS_MAIN(SimulatorGraphQlTest)
#include "tst_simulator_graphql.moc"
