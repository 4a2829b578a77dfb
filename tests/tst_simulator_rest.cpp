// Where things are placed, what is waited for, memory, leases in lists, versions of secrets.
#include "tests/simulatorworld.h"

using namespace Qt::StringLiterals;
using namespace swarm::simulator;

class SimulatorRestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }
    void takesTheFirstRegionThatHasRoom_data();
    void takesTheFirstRegionThatHasRoom();
    void refusesRegionsThatNobodyKnows();
    void goesWhereTheVolumeIs();
    void namesPlacementsInTheOrderWished();
    void placesOnlyWhatIsAllowed();
    void countsPlacementsByTheQuota();
    void refusesBadPlacements_data();
    void refusesBadPlacements();
    void refusesAnUpdateOverTheQuota();
    void leavesAnUpdateWithoutLaunchStopped();
    void settlesAfterTheEventAsked();
    void seesAStateThatHasPassed();
    void waitsForOneOfManyStates_data();
    void waitsForOneOfManyStates();
    void refusesBadWaits_data();
    void refusesBadWaits();
    void tellsOfMemoryWhileRunning();
    void setsAndReclaimsMemory();
    void refusesBadMemory();
    void forgetsTheMemoryLimitAtTheNextStart();
    void listsLeasesWhenAsked();
    void leasesWhatIsUpdated();
    void wantsTheSecretsVersionRead();
    void setsASecretByName();

private:
    static QJsonArray regionsIn(const PlainReply &reply);
    PlainReply placements(const QJsonObject &more);

    std::unique_ptr<SimulatorWorld> m_world;
};

void SimulatorRestTest::init()
{
    m_world = std::make_unique<SimulatorWorld>();
    QVERIFY(m_world->isReady);
}

void SimulatorRestTest::takesTheFirstRegionThatHasRoom_data()
{
    QTest::addColumn<QString>("wish");
    QTest::addColumn<QString>("region");
    QTest::newRow("first") << u"cdg,eu"_s << u"cdg"_s;
    QTest::newRow("area when full") << u"ams,eu"_s << u"arn"_s;
    QTest::newRow("next code when full") << u"ams,fra,lhr"_s << u"fra"_s;
    QTest::newRow("area of a country") << u"us"_s << u"dfw"_s;
    QTest::newRow("old regions are skipped") << u"mad,syd"_s << u"syd"_s;
    QTest::newRow("anywhere") << u"any"_s << u"arn"_s;
}

void SimulatorRestTest::takesTheFirstRegionThatHasRoom()
{
    QFETCH(QString, wish);
    QFETCH(QString, region);
    m_world->simulator.setRegionCapacity(u"ams"_s, false);

    const auto made = m_world->makeMachine({{u"region"_s, wish}});

    QCOMPARE(made.status, 200);
    QCOMPARE(made.object()[u"region"].toString(), region);
}

void SimulatorRestTest::refusesRegionsThatNobodyKnows()
{
    QCOMPARE(m_world->makeMachine({{u"region"_s, u"atlantis"_s}}).status, 422);
}

void SimulatorRestTest::goesWhereTheVolumeIs()
{
    const auto volume = m_world->makeVolume({{u"region"_s, u"fra"_s}}).object()[u"id"].toString();

    const auto made = m_world->makeMachine({{u"region"_s, u"cdg,eu"_s}, {u"config"_s, SimulatorWorld::config(volume)}});

    QCOMPARE(made.status, 200);
    QCOMPARE(made.object()[u"region"].toString(), u"fra"_s);
}

PlainReply SimulatorRestTest::placements(const QJsonObject &more)
{
    QJsonObject body{{u"org_slug"_s, u"personal"_s}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return m_world->client->post(u"/v1/platform/placements"_s, body);
}

QJsonArray SimulatorRestTest::regionsIn(const PlainReply &reply)
{
    QJsonArray codes;
    for (const auto &row : reply.object()[u"Regions"].toArray())
        codes.append(row[u"Region"]);
    return codes;
}

void SimulatorRestTest::namesPlacementsInTheOrderWished()
{
    m_world->simulator.setRegionCapacity(u"arn"_s, false);

    const auto found = placements({{u"region"_s, u"lhr,eu"_s}, {u"count"_s, 3}});

    QCOMPARE(found.status, 200);
    QCOMPARE(regionsIn(found), (QJsonArray{u"lhr"_s, u"ams"_s, u"cdg"_s, u"fra"_s}));
    QCOMPARE(found.object()[u"Regions"][0][u"Count"].toInt(), 3);
}

void SimulatorRestTest::placesOnlyWhatIsAllowed()
{
    m_world->simulator.limits().hasVolumeRoom[u"fra"_s] = false;

    QCOMPARE(regionsIn(placements({{u"region"_s, u"fra,lhr"_s}})), (QJsonArray{u"fra"_s, u"lhr"_s}));
    QCOMPARE(regionsIn(placements({{u"region"_s, u"fra,lhr"_s}, {u"volume_size_bytes"_s, 1000}})),
             (QJsonArray{u"lhr"_s}));
    m_world->simulator.limits().isTrial = true;
    QCOMPARE(regionsIn(placements({{u"region"_s, u"fra"_s}})), QJsonArray()); // the usual size is too big
    QCOMPARE(regionsIn(placements({{u"region"_s, u"fra"_s}, {u"compute"_s, SimulatorWorld::guest(1, 1024)}})),
             (QJsonArray{u"fra"_s}));
}

void SimulatorRestTest::countsPlacementsByTheQuota()
{
    m_world->simulator.limits().memoryMbPerRegion = 5000;
    QCOMPARE(m_world->makeMachine().status, 200);

    const auto found =
        placements({{u"region"_s, u"ams,fra"_s}, {u"count"_s, 9}, {u"compute"_s, SimulatorWorld::guest(1, 1024)}});

    QCOMPARE(found.object()[u"Regions"][0][u"Count"].toInt(), 3);
    QCOMPARE(found.object()[u"Regions"][1][u"Count"].toInt(), 4);
}

void SimulatorRestTest::refusesBadPlacements_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no organization") << QJsonObject{{u"org_slug"_s, QString()}} << 400;
    QTest::newRow("another's organization") << QJsonObject{{u"org_slug"_s, u"acme"_s}} << 404;
    QTest::newRow("no such region") << QJsonObject{{u"region"_s, u"atlantis"_s}} << 422;
    QTest::newRow("no such size") << QJsonObject{{u"compute"_s, SimulatorWorld::guest(3, 1024)}} << 422;
}

void SimulatorRestTest::refusesBadPlacements()
{
    QFETCH(QJsonObject, body);
    QTEST(placements(body).status, "status");
}

void SimulatorRestTest::refusesAnUpdateOverTheQuota()
{
    const auto id = m_world->startedMachine();
    m_world->simulator.limits().memoryMbPerRegion = 1536;
    auto config = SimulatorWorld::config();
    config.insert(u"guest"_s, SimulatorWorld::guest(1, 2048));

    const auto refused = m_world->client->post(SimulatorWorld::machinePath(id), {{u"config"_s, config}});
    config.insert(u"guest"_s, SimulatorWorld::guest(1, 1536));
    const auto accepted = m_world->client->post(SimulatorWorld::machinePath(id), {{u"config"_s, config}});

    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.errorText(),
             u"organization \"personal\" is using 1024 MB of memory in ams which is over the allowed quota. please "
             "consider other regions"_s);
    QCOMPARE(accepted.status, 200);
}

void SimulatorRestTest::leavesAnUpdateWithoutLaunchStopped()
{
    const auto id = m_world->startedMachine();

    const auto updated = m_world->client->post(SimulatorWorld::machinePath(id),
                                               {{u"config"_s, SimulatorWorld::config()}, {u"skip_launch"_s, true}});

    QCOMPARE(updated.status, 200);
    QVERIFY(m_world->reaches(id, u"stopped"_s));
}

void SimulatorRestTest::settlesAfterTheEventAsked()
{
    const auto id = m_world->startedMachine();
    const auto event = m_world->machine(id)[u"events"][0][u"id"].toString();
    const auto wait = SimulatorWorld::machinePath(id, u"/wait?state=settled&timeout=60s&from_event_id="_s + event);

    const auto early = m_world->client->get(
        SimulatorWorld::machinePath(id, u"/wait?state=started&timeout=1&from_event_id="_s + event));
    QCOMPARE(early.status, 408);
    auto *pending = m_world->client->send("GET"_ba, wait);
    QCOMPARE(m_world->client->post(SimulatorWorld::machinePath(id, u"/stop"_s)).status, 200);
    const auto settled = PlainClient::wait(pending);

    QCOMPARE(settled.status, 200);
    QCOMPARE(settled.object()[u"state"].toString(), u"stopped"_s);
    QVERIFY(settled.object()[u"event_id"].toString() > event);
}

void SimulatorRestTest::seesAStateThatHasPassed()
{
    const auto id = m_world->startedMachine();
    const auto before = m_world->machine(id);
    m_world->client->post(SimulatorWorld::machinePath(id, u"/stop"_s));
    QVERIFY(m_world->reaches(id, u"stopped"_s));
    QTRY_COMPARE(m_world->client->post(SimulatorWorld::machinePath(id, u"/start"_s)).status, 200);
    QVERIFY(m_world->reaches(id, u"started"_s));

    const auto seen = m_world->client->get(
        SimulatorWorld::machinePath(id,
                                    u"/wait?state=stopped&timeout=5&version=%1&from_event_id=%2"_s.arg(
                                        before[u"instance_id"].toString(), before[u"events"][0][u"id"].toString())));

    QCOMPARE(seen.status, 200);
    QCOMPARE(seen.object()[u"state"].toString(), u"stopped"_s);
}

void SimulatorRestTest::waitsForOneOfManyStates_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("separated by commas") << u"state=failed,suspended"_s;
    QTest::newRow("repeated") << u"state=failed&state=suspended"_s;
}

void SimulatorRestTest::waitsForOneOfManyStates()
{
    QFETCH(QString, query);
    const auto id = m_world->startedMachine();
    auto *pending = m_world->client->send("GET"_ba, SimulatorWorld::machinePath(id, u"/wait?timeout=60&"_s + query));

    QCOMPARE(m_world->client->post(SimulatorWorld::machinePath(id, u"/suspend"_s)).status, 200);
    const auto reply = PlainClient::wait(pending);

    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.object()[u"state"].toString(), u"suspended"_s);
}

void SimulatorRestTest::refusesBadWaits_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::newRow("no such state") << u"state=idle"_s << u"invalid_argument: unrecognized machine state 'idle'"_s;
    QTest::newRow("too long") << u"timeout=61"_s << u"invalid_argument: timeout must be between 1s and 60s"_s;
    QTest::newRow("in minutes") << u"timeout=1m"_s << u"invalid_argument: timeout must be between 1s and 60s"_s;
    QTest::newRow("no version") << u"state=stopped"_s << u"invalid_argument: missing required instance_id/version"_s;
    QTest::newRow("no such version") << u"version=x"_s << u"invalid_argument: machine version x not found"_s;
    QTest::newRow("no event") << u"from_event_id=x"_s << u"invalid_argument: from_event_id 'x' is no event id"_s;
}

void SimulatorRestTest::refusesBadWaits()
{
    QFETCH(QString, query);
    const auto id = m_world->startedMachine();

    const auto refused = m_world->client->get(SimulatorWorld::machinePath(id, u"/wait?"_s + query));

    QCOMPARE(refused.status, 400);
    QTEST(refused.errorText(), "text");
}

void SimulatorRestTest::tellsOfMemoryWhileRunning()
{
    const auto id = m_world->startedMachine();

    const auto memory = m_world->client->get(SimulatorWorld::machinePath(id, u"/memory"_s)).object();
    QCOMPARE(memory[u"limit_mb"].toInt(), 1024);
    QVERIFY(memory[u"available_mb"].toInt() > 0 && memory[u"available_mb"].toInt() < 1024);
    m_world->client->post(SimulatorWorld::machinePath(id, u"/stop"_s));
    QVERIFY(m_world->reaches(id, u"stopped"_s));
    QCOMPARE(m_world->client->get(SimulatorWorld::machinePath(id, u"/memory"_s)).status, 412);
}

void SimulatorRestTest::setsAndReclaimsMemory()
{
    const auto id = m_world->startedMachine();
    const auto memory = SimulatorWorld::machinePath(id, u"/memory"_s);
    const int free = m_world->client->get(memory).object()[u"available_mb"].toInt();

    const auto set = m_world->client->call("PUT"_ba, memory, R"({"limit_mb":900})"_ba).object();
    QCOMPARE(set[u"limit_mb"].toInt(), 900);
    QCOMPARE(set[u"available_mb"].toInt(), free - 124);
    const auto taken = m_world->client->post(memory + u"/reclaim"_s, {{u"amount_mb"_s, 100}}).object();
    QCOMPARE(taken[u"actual_mb"].toInt(), 100);
    QCOMPARE(m_world->client->get(memory).object()[u"limit_mb"].toInt(), 800);
    const auto rest = m_world->client->post(memory + u"/reclaim"_s, {{u"amount_mb"_s, 100'000}}).object();
    QCOMPARE(rest[u"actual_mb"].toInt(), free - 224);
    QCOMPARE(m_world->client->get(memory).object()[u"available_mb"].toInt(), 0);
}

void SimulatorRestTest::refusesBadMemory()
{
    const auto memory = SimulatorWorld::machinePath(m_world->startedMachine(), u"/memory"_s);

    QCOMPARE(m_world->client->call("PUT"_ba, memory, R"({"limit_mb":2048})"_ba).status, 400);
    QCOMPARE(m_world->client->call("PUT"_ba, memory, R"({"limit_mb":"512"})"_ba).status, 400);
    QCOMPARE(m_world->client->post(memory + u"/reclaim"_s, {{u"amount_mb"_s, 0}}).status, 400);
}

void SimulatorRestTest::forgetsTheMemoryLimitAtTheNextStart()
{
    const auto id = m_world->startedMachine();
    const auto memory = SimulatorWorld::machinePath(id, u"/memory"_s);
    QCOMPARE(m_world->client->call("PUT"_ba, memory, R"({"limit_mb":512})"_ba).status, 200);

    QCOMPARE(m_world->client->post(SimulatorWorld::machinePath(id, u"/restart"_s)).status, 200);
    QVERIFY(m_world->reaches(id, u"started"_s));

    QCOMPARE(m_world->client->get(memory).object()[u"limit_mb"].toInt(), 1024);
}

void SimulatorRestTest::listsLeasesWhenAsked()
{
    const auto id = m_world->startedMachine();
    const auto lease = m_world->client->post(SimulatorWorld::machinePath(id, u"/lease?ttl=600"_s)).object();
    const auto all = u"/v1/apps/box/machines"_s;

    QVERIFY(m_world->client->get(all).array()[0][u"lease"].isUndefined());
    QCOMPARE(m_world->client->get(all + u"?include_leases=true"_s).array()[0][u"lease"], lease[u"data"]);
    QCOMPARE(m_world->client
                 ->call("DELETE"_ba, SimulatorWorld::machinePath(id, u"/lease"_s), {},
                        {{"fly-machine-lease-nonce"_ba, lease[u"data"][u"nonce"].toString().toLatin1()}})
                 .status,
             200);
    QVERIFY(m_world->client->get(all + u"?include_leases=true"_s).array()[0][u"lease"].isUndefined());
}

void SimulatorRestTest::leasesWhatIsUpdated()
{
    const auto id = m_world->startedMachine();

    const auto updated = m_world->client->post(SimulatorWorld::machinePath(id),
                                               {{u"config"_s, SimulatorWorld::config()}, {u"lease_ttl"_s, 600}});

    const auto nonce = updated.object()[u"nonce"].toString().toLatin1();
    QVERIFY(!nonce.isEmpty());
    const auto stop = SimulatorWorld::machinePath(id, u"/stop"_s);
    QVERIFY(m_world->reaches(id, u"started"_s));
    QCOMPARE(m_world->client->post(stop).status, 409);
    QCOMPARE(m_world->client->call("POST"_ba, stop, {}, {{"fly-machine-lease-nonce"_ba, nonce}}).status, 200);
}

void SimulatorRestTest::wantsTheSecretsVersionRead()
{
    const auto secrets = u"/v1/apps/box/secrets"_s;
    const auto set = m_world->client->post(secrets, {{u"values"_s, QJsonObject{{u"A"_s, u"b"_s}}}}).object();
    const auto version = QString::number(set[u"version"].toInt());
    const auto next = QString::number(set[u"version"].toInt() + 1);

    QCOMPARE(m_world->client->get(secrets + u"?min_version="_s + version).status, 200);
    QCOMPARE(m_world->client->get(secrets + u"/A?min_version="_s + version).status, 200);
    QCOMPARE(m_world->client->get(secrets + u"?min_version="_s + next).status, 412);
    QCOMPARE(m_world->client->get(secrets + u"/A?min_version="_s + next).status, 412);
    QCOMPARE(m_world->client->get(secrets + u"?min_version=new"_s).status, 400);
}

void SimulatorRestTest::setsASecretByName()
{
    const auto secret = u"/v1/apps/box/secrets/TOKEN"_s;

    QCOMPARE(m_world->client->post(secret, {{u"value"_s, 7}}).status, 400);
    const auto set = m_world->client->post(secret, {{u"value"_s, u"geheim"_s}});

    QCOMPARE(set.status, 201);
    QCOMPARE(set.object()[u"name"].toString(), u"TOKEN"_s);
    QVERIFY(!set.object()[u"digest"].toString().isEmpty());
    QVERIFY(set.object()[u"value"].isUndefined());
    QCOMPARE(m_world->client->get(secret).object()[u"digest"], set.object()[u"digest"]);
}

QTEST_GUILESS_MAIN(SimulatorRestTest)
#include "tst_simulator_rest.moc"
