#include "tests/flyfixture.h"
#include "tests/waitfor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using simulator::Fault;

class FlyProviderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fly = std::make_unique<FlyFixture>(); }
    void cleanup() { m_fly.reset(); }
    void createsInTheOrderThatWorks();
    void tellsItsSteps();
    void givesTheMachineWhatTheContractSays();
    void keepsThePasswordOutOfTheConfig();
    void sendsEnvironmentIdleRuleAndRepository();
    void choosesAnotherAppNameWhenAStrangerHasIt();
    void neverUsesAnAppThatWasThere();
    void refusesRegionsWhereNothingNewCanBeMade();
    void survivesALostAnswerAtEveryCreation_data();
    void survivesALostAnswerAtEveryCreation();
    void takesEverythingBackWhenCancelled_data();
    void takesEverythingBackWhenCancelled();
    void saysWhatItTookBack();
    void namesWhatItCouldNotTakeBack();
    void stopsStartsSuspendsAndRestarts();
    void saysWhenThereWasNothingToDo();
    void killsWithForce();
    void startsRightAfterAStop();
    void removesAllThatBelongsToAnInstance();
    void doesNotShowAMachineThatWasPutAside();
    void removesWhatIsHalfGone();
    void leavesStrangersInTheAppAlone();
    void listsEverythingThenChangesOnly();
    void namesSilentRegions();
    void doesNotListOtherMachines();
    void readsWhyAMachineStopped();
    void survivesAHostThatIsAway();
    void asksForAddressesOncePerApp();

private:
    [[nodiscard]] Result<Instance> create(const QString &name)
    {
        return waitFor(m_fly->provider->create(FlyFixture::spec(name), {}));
    }
    [[nodiscard]] QJsonObject bodyOf(const QByteArray &method, const QString &route) const
    {
        for (const auto &request : m_fly->simulator.requests()) {
            if (request.method == method && request.route == route)
                return QJsonDocument::fromJson(request.body).object();
        }
        return {};
    }

    std::unique_ptr<FlyFixture> m_fly;
};

void FlyProviderTest::createsInTheOrderThatWorks()
{
    const auto made = create(u"box"_s);
    QVERIFY2(made, qPrintable(made ? QString() : codeName(made.error().code) + made.error().detail));
    QCOMPARE(made->status, Status::Running);
    QCOMPARE(made->app, u"box"_s);
    QCOMPARE(made->id, u"id-of-box"_s);
    QCOMPARE(made->url, m_fly->simulator.appUrl(u"box"_s));

    QByteArrayList creations;
    for (const auto &call : m_fly->simulator.calls()) {
        if (call.startsWith("POST") && !call.contains("graphql"))
            creations << call;
    }
    const auto place = [&](const QByteArray &call) { return creations.indexOf(call); };
    QCOMPARE(place("POST /v1/apps"), 0);
    QCOMPARE(place("POST /v1/apps/box/secrets"), 1);
    QVERIFY(place("POST /v1/apps/box/volumes") > 1);
    QVERIFY(place("POST /v1/apps/box/ip_assignments") > 1);
    QCOMPARE(creations.count("POST /v1/apps/box/ip_assignments"), 2);
    QCOMPARE(place("POST /v1/apps/box/machines"), creations.size() - 1);
}

void FlyProviderTest::tellsItsSteps()
{
    std::vector<Step> steps;
    const auto made = waitFor(
        m_fly->provider->create(FlyFixture::spec(u"box"_s), {.entered = [&](Step step) { steps.push_back(step); }}));
    QVERIFY(made);
    const std::vector<Step> expected{
        Step::Validating,      Step::CreatingApp,       Step::WaitingForApp,   Step::PreparingAddressAndDisk,
        Step::CreatingMachine, Step::WaitingForMachine, Step::WaitingForEditor};
    QVERIFY(steps == expected);
}

void FlyProviderTest::givesTheMachineWhatTheContractSays()
{
    QVERIFY(create(u"my-box"_s));

    const auto app = bodyOf("POST", u"/v1/apps"_s);
    QCOMPARE(app["network"_L1].toString(), u"my-box"_s);
    const auto volume = bodyOf("POST", u"/v1/apps/{app}/volumes"_s);
    QCOMPARE(volume["name"_L1].toString(), u"my_box_data"_s);
    QCOMPARE(volume["size_gb"_L1].toInt(), 10);
    QCOMPARE(volume["region"_L1].toString(), u"ams"_s);
    QCOMPARE(volume["compute"_L1]["memory_mb"_L1].toInt(), 2048);

    const auto machine = bodyOf("POST", u"/v1/apps/{app}/machines"_s);
    const auto config = machine["config"_L1].toObject();
    QCOMPARE(machine["name"_L1].toString(), u"editor"_s);
    QCOMPARE(machine["region"_L1].toString(), u"ams"_s);
    QCOMPARE(config["image"_L1].toString(), u"codercom/code-server:latest"_s);
    QCOMPARE(config["guest"_L1]["cpu_kind"_L1].toString(), u"shared"_s);
    QCOMPARE(config["mounts"_L1][0]["path"_L1].toString(), u"/home/coder"_s);
    QVERIFY(config["mounts"_L1][0]["volume"_L1].toString().startsWith("vol_"_L1));
    const auto service = config["services"_L1][0];
    QCOMPARE(service["internal_port"_L1].toInt(), 8080);
    QCOMPARE(service["autostop"_L1].toString(), u"suspend"_s);
    QCOMPARE(service["autostart"_L1].toBool(), true);
    QCOMPARE(service["min_machines_running"_L1].toInt(-1), 0);
    QCOMPARE(service["ports"_L1][0]["port"_L1].toInt(), 443);
    QCOMPARE(service["ports"_L1][1]["force_https"_L1].toBool(), true);
    QCOMPARE(config["checks"_L1]["editor"_L1]["path"_L1].toString(), u"/healthz"_s);
    QCOMPARE(config["restart"_L1]["policy"_L1].toString(), u"on-failure"_s);
    const auto metadata = config["metadata"_L1];
    QCOMPARE(metadata["remote_swarm_schema"_L1].toString(), u"1"_s);
    QCOMPARE(metadata["remote_swarm_id"_L1].toString(), u"id-of-my-box"_s);
    QCOMPARE(metadata["remote_swarm_name"_L1].toString(), u"my-box"_s);
    QCOMPARE(metadata["remote_swarm_role"_L1].toString(), u"current"_s);
    QVERIFY(!metadata.toObject().contains("fly_platform_version"_L1)); // a stray `fly deploy` must not rewrite it
    const auto script = config["init"_L1]["cmd"_L1][0].toString();
    QVERIFY(script.contains("sudo chown coder:coder /home/coder"_L1));
    QVERIFY(script.contains("--bind-addr 0.0.0.0:8080"_L1));
    QVERIFY(script.endsWith("/home/coder/project"_L1));
}

void FlyProviderTest::keepsThePasswordOutOfTheConfig()
{
    QVERIFY(create(u"box"_s));
    int seen = 0;
    for (const auto &request : m_fly->simulator.requests()) {
        if (!request.body.contains("correct horse"))
            continue;
        ++seen;
        QCOMPARE(request.route, u"/v1/apps/{app}/secrets"_s);
    }
    QCOMPARE(seen, 1);
}

void FlyProviderTest::sendsEnvironmentIdleRuleAndRepository()
{
    auto spec = FlyFixture::spec(u"box"_s);
    spec.env = {{u"LANG"_s, u"de_DE.UTF-8"_s}};
    spec.idle = {.action = IdleRule::Action::StopAfter, .after = 45min};
    spec.repository = u"https://example.org/it's.git"_s;
    spec.arguments = {u"--locale=it's"_s};
    spec.metadata = {{u"team"_s, u"red"_s}};
    const auto made = waitFor(m_fly->provider->create(spec, {}));
    QVERIFY(made);
    const auto config = bodyOf("POST", u"/v1/apps/{app}/machines"_s)["config"_L1].toObject();
    QCOMPARE(config["env"_L1]["LANG"_L1].toString(), u"de_DE.UTF-8"_s);
    QCOMPARE(config["env"_L1]["CODE_SERVER_IDLE_TIMEOUT_SECONDS"_L1].toString(), u"2700"_s);
    QCOMPARE(config["env"_L1]["REMOTE_SWARM_REPOSITORY"_L1].toString(), spec.repository);
    QCOMPARE(config["metadata"_L1]["user_team"_L1].toString(), u"red"_s);
    QVERIFY(config["init"_L1]["cmd"_L1][0].toString().contains(uR"('--locale=it'\''s')"_s));
    QCOMPARE(made->idle, spec.idle); // read back from the machine
    QVERIFY(made->isIdleRuleKnown);
}

void FlyProviderTest::choosesAnotherAppNameWhenAStrangerHasIt()
{
    m_fly->simulator.addForeignApp(u"box"_s);
    const auto made = create(u"box"_s);
    QVERIFY(made);
    QCOMPARE(made->name, u"box"_s);
    QVERIFY(made->app.startsWith("box-"_L1));
    QCOMPARE(made->app.size(), 8);
}

void FlyProviderTest::neverUsesAnAppThatWasThere()
{
    QVERIFY(waitFor(m_fly->client->apps.create(u"box"_s, u"personal"_s, u"default"_s, {})));
    QTest::qWait(50); // until it has settled
    const auto made = create(u"box"_s);
    QVERIFY(made);
    QVERIFY(made->app != "box"_L1);
    QVERIFY(waitFor(m_fly->provider->remove(*made, {})));
    QVERIFY(waitFor(m_fly->client->apps.get(u"box"_s, {}))); // untouched
}

void FlyProviderTest::refusesRegionsWhereNothingNewCanBeMade()
{
    auto spec = FlyFixture::spec(u"box"_s);
    spec.region = u"sea"_s; // deprecated
    const auto made = waitFor(m_fly->provider->create(spec, {}));
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::ApiInvalidRequest);
    QVERIFY(m_fly->simulator.isEmpty());
}

void FlyProviderTest::survivesALostAnswerAtEveryCreation_data()
{
    QTest::addColumn<QString>("route");
    QTest::newRow("app") << u"/v1/apps"_s;
    QTest::newRow("secret") << u"/v1/apps/{app}/secrets"_s;
    QTest::newRow("address") << u"/v1/apps/{app}/ip_assignments"_s;
    QTest::newRow("volume") << u"/v1/apps/{app}/volumes"_s;
    QTest::newRow("machine") << u"/v1/apps/{app}/machines"_s;
}

void FlyProviderTest::survivesALostAnswerAtEveryCreation()
{
    QFETCH(QString, route);
    m_fly->simulator.addFault({.kind = Fault::Kind::LostReply, .method = "POST", .route = route});

    const auto made = create(u"box"_s);

    QVERIFY2(made, qPrintable(made ? QString() : codeName(made.error().code) + made.error().detail));
    const auto volumes = waitFor(m_fly->client->volumes.list(u"box"_s, {}));
    const auto machines = waitFor(m_fly->client->machines.list(u"box"_s, {}, {}));
    const auto addresses = waitFor(m_fly->client->addresses.list(u"box"_s, {}));
    QCOMPARE(volumes->size(), 1u);
    QCOMPARE(machines->size(), 1u);
    QCOMPARE(addresses->size(), 2u);
    QVERIFY(waitFor(m_fly->provider->remove(*made, {})));
    QVERIFY(m_fly->simulator.isEmpty());
}

void FlyProviderTest::takesEverythingBackWhenCancelled_data()
{
    QTest::addColumn<Step>("step");
    QTest::newRow("validating") << Step::Validating;
    QTest::newRow("app") << Step::CreatingApp;
    QTest::newRow("waiting for the app") << Step::WaitingForApp;
    QTest::newRow("address and disk") << Step::PreparingAddressAndDisk;
    QTest::newRow("machine") << Step::CreatingMachine;
    QTest::newRow("waiting for the machine") << Step::WaitingForMachine;
    QTest::newRow("waiting for the editor") << Step::WaitingForEditor;
}

void FlyProviderTest::takesEverythingBackWhenCancelled()
{
    QFETCH(Step, step);
    for (const int afterMs : {0, 2, 15}) {
        std::stop_source stop;
        Progress progress{.stop = stop.get_token(), .entered = [&](Step entered) {
                              if (entered == step)
                                  QTimer::singleShot(afterMs, this, [&stop] { stop.request_stop(); });
                          }};
        const auto name = u"box%1"_s.arg(afterMs);
        const auto made = waitFor(m_fly->provider->create(FlyFixture::spec(name), progress));
        if (made) { // it was quicker than we
            QVERIFY(waitFor(m_fly->provider->remove(*made, {})));
        } else {
            QCOMPARE(made.error().code, ErrorCode::Cancelled);
            QVERIFY(made.error().leftBehind.empty());
        }
        QVERIFY2(m_fly->simulator.isEmpty(), qPrintable(name));
    }
}

void FlyProviderTest::saysWhatItTookBack()
{
    m_fly->simulator.addFault(
        {.method = "POST",
         .route = u"/v1/apps/{app}/machines"_s,
         .status = 422,
         .body = R"({"error":"could not find a candidate host","status":"insufficient_capacity"})"});
    const auto made = create(u"box"_s);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::CapacityRegion);
    QCOMPARE(made.error().undone.size(), 4u); // volume, two addresses, app
    QCOMPARE(made.error().undone.front().kind, Resource::Kind::Volume);
    QCOMPARE(made.error().undone.back(), (Resource{.kind = Resource::Kind::App, .name = u"box"_s}));
    QVERIFY(made.error().leftBehind.empty());
    QVERIFY(m_fly->simulator.isEmpty());
}

void FlyProviderTest::namesWhatItCouldNotTakeBack()
{
    m_fly->simulator.addFault({.method = "POST", .route = u"/v1/apps/{app}/machines"_s, .status = 422});
    m_fly->simulator.addFault({.method = "DELETE", .route = u"*"_s, .times = -1, .status = 503});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not remove"_s));
    const auto made = create(u"box"_s);
    QVERIFY(!made);
    const auto &left = made.error().leftBehind;
    QCOMPARE(left.size(), 4u);
    QVERIFY(std::ranges::find(left, Resource{.kind = Resource::Kind::App, .name = u"box"_s}) != left.end());
}

void FlyProviderTest::stopsStartsSuspendsAndRestarts()
{
    const auto made = create(u"box"_s);
    QVERIFY(made);
    const auto stopped = waitFor(m_fly->provider->stop(*made, StopManner::Graceful, {}));
    QVERIFY(stopped);
    QCOMPARE(stopped->instance.status, Status::Stopped);
    QCOMPARE(stopped->instance.ending.cause, Ending::Cause::Requested);
    const auto started = waitFor(m_fly->provider->start(stopped->instance, {}));
    QVERIFY(started);
    QCOMPARE(started->instance.status, Status::Running);
    QVERIFY(started->instance.startedAt >= made->startedAt);
    const auto suspended = waitFor(m_fly->provider->suspend(started->instance, {}));
    QVERIFY(suspended);
    QCOMPARE(suspended->instance.status, Status::Suspended);
    const auto resumed = waitFor(m_fly->provider->start(suspended->instance, {}));
    QVERIFY(resumed);
    const auto restarted = waitFor(m_fly->provider->restart(resumed->instance, {}));
    QVERIFY(restarted);
    QCOMPARE(restarted->instance.status, Status::Running);
}

void FlyProviderTest::saysWhenThereWasNothingToDo()
{
    const auto made = create(u"box"_s);
    const auto started = waitFor(m_fly->provider->start(*made, {}));
    QVERIFY(started);
    QVERIFY(started->wasAlreadySo);
    const auto stopped = waitFor(m_fly->provider->stop(*made, StopManner::Graceful, {}));
    QVERIFY(!stopped->wasAlreadySo);
    const auto again = waitFor(m_fly->provider->stop(*made, StopManner::Graceful, {}));
    QVERIFY(again);
    QVERIFY(again->wasAlreadySo);
}

void FlyProviderTest::killsWithForce()
{
    const auto made = create(u"box"_s);
    QVERIFY(waitFor(m_fly->provider->stop(*made, StopManner::Kill, {})));
    const auto body = bodyOf("POST", u"/v1/apps/{app}/machines/{id}/stop"_s);
    QCOMPARE(body["signal"_L1].toString(), u"SIGKILL"_s);
    QCOMPARE(body["timeout"_L1].toString(), u"0s"_s);
}

void FlyProviderTest::startsRightAfterAStop()
{
    const auto made = create(u"box"_s);
    QVERIFY(waitFor(m_fly->client->machines.stop(made->app, made->machine, false, {}, {})));
    QVERIFY(waitFor(m_fly->client->machines.wait(made->app, made->machine, made->version, u"stopped"_s, {})));
    const auto started = waitFor(m_fly->provider->start(*made, {})); // 412 "machine still active" at first
    QVERIFY2(started, qPrintable(started ? QString() : started.error().detail));
    QCOMPARE(started->instance.status, Status::Running);
}

void FlyProviderTest::removesAllThatBelongsToAnInstance()
{
    const auto made = create(u"box"_s);
    QVERIFY(!m_fly->simulator.isEmpty());
    std::vector<Step> steps;
    const auto removed =
        waitFor(m_fly->provider->remove(*made, {.entered = [&](Step step) { steps.push_back(step); }}));
    QVERIFY(removed);
    QCOMPARE(removed->size(), 5u); // machine, volume, two addresses, app
    QCOMPARE(removed->front().kind, Resource::Kind::Machine);
    QVERIFY(m_fly->simulator.isEmpty());
    QVERIFY(steps
            == (std::vector<Step>{Step::StoppingMachine, Step::DeletingMachine, Step::DeletingDisk,
                                  Step::ReleasingAddresses, Step::DeletingApp}));
}

void FlyProviderTest::doesNotShowAMachineThatWasPutAside()
{
    const auto made = create(u"box"_s);
    const QMap<QString, QString> aside{{u"remote_swarm_role"_s, u"previous"_s}};
    QVERIFY(waitFor(m_fly->client->machines.changeMetadata(made->app, made->machine, aside, {}, {})));

    const auto seen = waitFor(m_fly->provider->inspect(*made));

    QVERIFY(!seen);
    QCOMPARE(seen.error().code, ErrorCode::ResourceNotFound);
}

void FlyProviderTest::removesWhatIsHalfGone()
{
    const auto made = create(u"box"_s);
    QVERIFY(waitFor(m_fly->client->machines.remove(made->app, made->machine, {}, {})));
    QVERIFY(waitFor(m_fly->provider->remove(*made, {})));
    QVERIFY(m_fly->simulator.isEmpty());
    const auto again = waitFor(m_fly->provider->remove(*made, {}));
    QVERIFY(again); // all gone is fine
}

void FlyProviderTest::leavesStrangersInTheAppAlone()
{
    const auto made = create(u"box"_s);
    const QJsonObject other{
        {u"name"_s, u"db"_s}, {u"region"_s, u"ams"_s}, {u"config"_s, QJsonObject{{u"image"_s, u"postgres"_s}}}};
    const auto volume = waitFor(m_fly->client->volumes.create(u"box"_s, {.name = u"pg"_s, .region = u"ams"_s}, {}));
    QVERIFY(volume);
    const auto stranger = waitFor(m_fly->client->machines.create(u"box"_s, other, {}));
    QVERIFY(stranger);

    const auto removed = waitFor(m_fly->provider->remove(*made, {}));

    QVERIFY(removed);
    QCOMPARE(removed->size(), 2u); // its machine and its volume
    QVERIFY(waitFor(m_fly->client->machines.get(u"box"_s, stranger->id, {})));
    const auto volumes = waitFor(m_fly->client->volumes.list(u"box"_s, {}));
    const auto kept = std::ranges::find(*volumes, volume->id, &Volume::id);
    QVERIFY(kept != volumes->end());
    QVERIFY(!kept->isDying());
}

void FlyProviderTest::listsEverythingThenChangesOnly()
{
    const auto one = create(u"one"_s);
    const auto two = create(u"two"_s);
    QTest::qWait(60); // until the replica has caught up
    const auto full = waitFor(m_fly->provider->list({}));
    QVERIFY(full);
    QVERIFY(full->isComplete);
    QCOMPARE(full->instances.size(), 2u);
    QVERIFY(full->nextSince.isValid());
    QCOMPARE(full->disks.size(), 2u);

    QVERIFY(waitFor(m_fly->provider->remove(*one, {})));
    QTest::qWait(60);
    const auto changes = waitFor(m_fly->provider->list({.since = full->nextSince}));
    QVERIFY(changes);
    QVERIFY(!changes->isComplete);
    QVERIFY(changes->gone.contains(one->machine));
    QVERIFY(!changes->gone.contains(two->machine));
}

void FlyProviderTest::namesSilentRegions()
{
    QVERIFY(create(u"one"_s));
    m_fly->simulator.setRegionSilent(u"ams"_s, true);
    const auto full = waitFor(m_fly->provider->list({}));
    QVERIFY(full);
    QVERIFY(!full->isComplete);
    QCOMPARE(full->silentRegions, QStringList{u"ams"_s});
}

void FlyProviderTest::doesNotListOtherMachines()
{
    QVERIFY(waitFor(m_fly->client->apps.create(u"web"_s, u"personal"_s, {}, {})));
    QTest::qWait(50);
    const QJsonObject other{{u"region"_s, u"ams"_s}, {u"config"_s, QJsonObject{{u"image"_s, u"nginx"_s}}}};
    QVERIFY(waitFor(m_fly->client->machines.create(u"web"_s, other, {})));
    QTest::qWait(60);
    const auto full = waitFor(m_fly->provider->list({}));
    QVERIFY(full);
    QVERIFY(full->instances.empty());
}

void FlyProviderTest::readsWhyAMachineStopped()
{
    const auto made = create(u"box"_s);
    QVERIFY(m_fly->simulator.exitMachine(made->machine, 137, true));
    QTRY_VERIFY(waitFor(m_fly->provider->inspect(*made))->status == Status::Stopped
                || waitFor(m_fly->provider->inspect(*made))->ending.cause != Ending::Cause::Unknown);
    const auto seen = waitFor(m_fly->provider->inspect(*made));
    QCOMPARE(seen->ending.cause, Ending::Cause::OutOfMemory);
}

void FlyProviderTest::survivesAHostThatIsAway()
{
    const auto made = create(u"box"_s);
    m_fly->simulator.setHostReachable(made->machine, false);
    const auto seen = waitFor(m_fly->provider->inspect(*made));
    QVERIFY(seen);
    QVERIFY(!seen->isHostReachable);
    QCOMPARE(seen->size, made->size);
    QCOMPARE(seen->volume, made->volume);
    QCOMPARE(seen->name, u"box"_s);
}

void FlyProviderTest::asksForAddressesOncePerApp()
{
    QVERIFY(create(u"box"_s));
    QTest::qWait(60);
    m_fly->simulator.forgetRequests();
    for (int i = 0; i < 3; ++i)
        QVERIFY(waitFor(m_fly->provider->list({})));
    QCOMPARE(m_fly->simulator.calls().count("POST /graphql"), 0);
    QCOMPARE(m_fly->simulator.calls().size(), 6); // two a poll
}

QTEST_GUILESS_MAIN(FlyProviderTest)
#include "tst_flyprovider.moc"
