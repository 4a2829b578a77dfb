// Makes every request that our client can make, for real, against the simulator, and writes down what was sent and
// answered. tests/contract/run holds that against Fly.io's published documents.
#include "fly/browserlogin.h"
#include "fly/machineconfig.h"
#include "tests/flyfixture.h"
#include "tests/waitfor.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

const auto box = u"box"_s;

QString why(const auto &result)
{
    return result ? QString() : codeName(result.error().code) + u": "_s + result.error().detail;
}

} // namespace

//! The value of a result that has to be good.
#define GOOD(variable, task)                                                                                           \
    const auto variable = waitFor(task);                                                                               \
    QVERIFY2(variable, qPrintable(QStringLiteral(#task " ") + why(variable)))

class ContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asksAboutThePlatform();
    void asksAboutTheAccount();
    void makesAnApp();
    void keepsSecrets();
    void assignsAddresses();
    void makesAVolume();
    void makesAMachine();
    void changesMetadata();
    void holdsALease();
    void looksInside();
    void changesTheMachine();
    void sendsItThroughItsStates();
    void takesSnapshotsAndRestoresThem();
    void certifiesHostNames();
    void listsTheOrganization();
    void makesTokens();
    void readsLogsAndMetrics();
    void signsInByBrowser();
    void isRefused();
    void removesEverything();
    void cleanupTestCase();

private:
    //! Waits until the machine is in a state; false after a while.
    bool reaches(const QString &state);

    std::unique_ptr<FlyFixture> m_fixture;
    FlyClient *m_fly = nullptr;
    QString m_machine;
    QString m_volume;
    QString m_snapshot;
};

void ContractTest::initTestCase()
{
    m_fixture =
        std::make_unique<FlyFixture>(simulator::Options{.timeScale = FlyFixture::speed, .recordsAnswers = true});
    m_fixture->simulator.setAutostopAfter(0ms);
    m_fly = &*m_fixture->client;
}

bool ContractTest::reaches(const QString &state)
{
    for (int looks = 0; looks < 500; ++looks) {
        const auto seen = waitFor(m_fly->machines.get(box, m_machine, {}));
        if (seen && seen->state == state)
            return true;
        QTest::qWait(5);
    }
    return false;
}

void ContractTest::asksAboutThePlatform()
{
    GOOD(regions, m_fly->platform.regions({}));
    QVERIFY(regions->regions.size() >= 18);
    GOOD(places,
         m_fly->platform.placements({.organization = u"personal"_s,
                                     .region = u"ams"_s,
                                     .guest = guestOf({}),
                                     .volumeBytes = Q_INT64_C(10) << 30},
                                    {}));
    QCOMPARE(places->front().region, u"ams"_s);
    QVERIFY(places->front().count > 0);
    GOOD(sizes, m_fly->account.sizes({}));
    QVERIFY(std::ranges::any_of(*sizes, [](const SizePrice &size) { return size.perMonth > 0; }));
}

void ContractTest::asksAboutTheAccount()
{
    GOOD(email, m_fly->account.viewer({}));
    QVERIFY(email->contains(u'@'));
    GOOD(organizations, m_fly->account.organizations({}));
    QCOMPARE(organizations->front().slug, u"personal"_s);
    GOOD(organization, m_fly->account.organization(u"personal"_s, {}));
    QCOMPARE(organization->id, organizations->front().id);
}

void ContractTest::makesAnApp()
{
    GOOD(made, m_fly->apps.create(box, u"personal"_s, box, {}));
    Result<FlyApp> seen;
    QTRY_VERIFY((seen = waitFor(m_fly->apps.get(box, {}))).has_value());
    QCOMPARE(seen->organization, u"personal"_s);
    QCOMPARE(seen->network, box);
    GOOD(list, m_fly->apps.list(u"personal"_s, {}));
    QCOMPARE(list->front().name, box);
    GOOD(page, m_fly->account.apps({}, {}, {}));
    QCOMPARE(page->apps.front().name, box);
    GOOD(url, m_fly->account.appUrl(box, {}));
    QCOMPARE(*url, m_fixture->simulator.appUrl(box));
    GOOD(since, m_fly->account.appCreatedAt(box, {}));
    QVERIFY(since->isValid());
    GOOD(token, m_fly->apps.createDeployToken(box, 720h, {}));
    QVERIFY(token->startsWith("FlyV1 fm2_"_L1));
}

void ContractTest::keepsSecrets()
{
    GOOD(version, m_fly->secrets.set(box, {{u"PASSWORD"_s, u"correct horse"_s}, {u"OTHER"_s, u"x"_s}}, {}));
    QVERIFY(*version > 0);
    GOOD(list, m_fly->secrets.list(box, false, {}));
    QCOMPARE(list->size(), 2u);
    GOOD(shown, m_fly->secrets.list(box, true, {}));
    QCOMPARE(shown->size(), 2u);
    GOOD(one, m_fly->secrets.get(box, u"PASSWORD"_s, {}));
    QCOMPARE(one->name, u"PASSWORD"_s);
    QVERIFY(!one->digest.isEmpty());
    GOOD(later, m_fly->secrets.remove(box, u"OTHER"_s, {}));
    QVERIFY(*later > *version);
}

void ContractTest::assignsAddresses()
{
    GOOD(shared, m_fly->addresses.assign(box, AddressType::SharedV4, {}, {}));
    QVERIFY(shared->front().isShared);
    GOOD(v6, m_fly->addresses.assign(box, AddressType::V6, {}, {}));
    QVERIFY(v6->front().ip.contains(u':'));
    GOOD(v4, m_fly->addresses.assign(box, AddressType::V4, {}, {}));
    GOOD(own, m_fly->addresses.assign(box, AddressType::PrivateV6, {.organization = u"personal"_s}, {}));
    GOOD(pair, m_fly->addresses.assign(box, AddressType::EgressPair, {.region = u"ams"_s}, {}));
    QCOMPARE(pair->size(), 2u);
    GOOD(list, m_fly->addresses.list(box, {}));
    QVERIFY(std::ranges::any_of(*list, [&](const IpAssignment &one) { return one.ip == v4->front().ip; }));
    GOOD(gone, m_fly->addresses.release(box, v4->front().ip, {}));
    GOOD(after, m_fly->addresses.list(box, {}));
    QCOMPARE(after->size(), list->size() - 1);
}

void ContractTest::makesAVolume()
{
    GOOD(made,
         m_fly->volumes.create(box, {.name = u"box_data"_s, .region = u"ams"_s, .sizeGb = 10, .guest = guestOf({})},
                               {}));
    m_volume = made->id;
    GOOD(seen, m_fly->volumes.get(box, m_volume, {}));
    QCOMPARE(seen->sizeGb, 10);
    GOOD(list, m_fly->volumes.list(box, {}));
    QCOMPARE(list->size(), 1u);
    GOOD(kept, m_fly->volumes.setRetention(box, m_volume, 7, false, {}));
    QCOMPARE(kept->snapshotRetention, 7);
    GOOD(extended, m_fly->volumes.extend(box, m_volume, 12, {}));
    QCOMPARE(extended->volume.sizeGb, 12);
}

void ContractTest::makesAMachine()
{
    auto spec = FlyFixture::spec(box);
    spec.env = {{u"GREETING"_s, u"hello"_s}};
    GOOD(secrets, m_fly->secrets.set(box, {{u"PASSWORD"_s, u"correct horse"_s}}, {}));
    GOOD(made, m_fly->machines.create(box, machineBody(spec, m_volume, *secrets), {}));
    m_machine = made->id;
    Result<void> waited;
    QTRY_VERIFY((waited = waitFor(m_fly->machines.wait(box, m_machine, made->instanceId, u"started"_s, {}))));
    GOOD(seen, m_fly->machines.get(box, m_machine, {}));
    QCOMPARE(seen->state, u"started"_s);
    GOOD(list,
         m_fly->machines.list(box,
                              {.includesDeleted = true,
                               .region = u"ams"_s,
                               .states = {u"started"_s},
                               .metadata = {{u"remote_swarm_role"_s, u"current"_s}}},
                              {}));
    QCOMPARE(list->size(), 1u);
}

void ContractTest::changesMetadata()
{
    GOOD(before, m_fly->machines.metadata(box, m_machine, {}));
    QCOMPARE(before->value(u"remote_swarm_name"_s), box);
    GOOD(set, m_fly->machines.setMetadata(box, m_machine, u"user_a/b"_s, u"1"_s, {}));
    GOOD(one, m_fly->machines.metadataValue(box, m_machine, u"user_a/b"_s, {}));
    QCOMPARE(*one, u"1"_s);
    GOOD(machine, m_fly->machines.get(box, m_machine, {}));
    GOOD(changed, m_fly->machines.changeMetadata(box, m_machine, {{u"user_c"_s, u"2"_s}}, machine->instanceId, {}));
    GOOD(removed, m_fly->machines.removeMetadata(box, m_machine, u"user_a/b"_s, {}));
    GOOD(after, m_fly->machines.metadata(box, m_machine, {}));
    QCOMPARE(after->size(), before->size() + 1);
    GOOD(replaced, m_fly->machines.replaceMetadata(box, m_machine, *before, {}));
    GOOD(again, m_fly->machines.metadata(box, m_machine, {}));
    QCOMPARE(*again, *before);
}

void ContractTest::holdsALease()
{
    GOOD(lease, m_fly->machines.acquireLease(box, m_machine, 120s, u"a test"_s, {}, {}));
    QVERIFY(!lease->nonce.isEmpty());
    GOOD(seen, m_fly->machines.lease(box, m_machine, {}));
    QCOMPARE(seen->description, u"a test"_s);
    const auto other = waitFor(m_fly->machines.acquireLease(box, m_machine, 120s, {}, {}, {}));
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::ResourceBusy);
    GOOD(longer, m_fly->machines.acquireLease(box, m_machine, 240s, u"a test"_s, lease->nonce, {}));
    QVERIFY(longer->expiresAt > lease->expiresAt);
    GOOD(cordoned, m_fly->machines.setCordoned(box, m_machine, true, longer->nonce, {}));
    GOOD(machine, m_fly->machines.get(box, m_machine, {}));
    QVERIFY(machine->isCordoned);
    GOOD(uncordoned, m_fly->machines.setCordoned(box, m_machine, false, longer->nonce, {}));
    GOOD(released, m_fly->machines.releaseLease(box, m_machine, longer->nonce, {}));
    const auto none = waitFor(m_fly->machines.lease(box, m_machine, {}));
    QCOMPARE(none.error().code, ErrorCode::ResourceNotFound);
}

void ContractTest::looksInside()
{
    GOOD(said, m_fly->machines.exec(box, m_machine, {u"printenv"_s, u"GREETING"_s}, 10s, {}));
    QCOMPARE(said->exitCode, 0);
    QCOMPARE(said->output, "hello\n"_ba);
    GOOD(processes, m_fly->machines.processes(box, m_machine, {}));
    QVERIFY(std::ranges::any_of(*processes, [](const Process &one) { return !one.listens.isEmpty(); }));
    GOOD(events, m_fly->machines.events(box, m_machine, 50, {}));
    QVERIFY(!events->isEmpty());
}

void ContractTest::changesTheMachine()
{
    GOOD(before, m_fly->machines.get(box, m_machine, {}));
    auto config = before->config;
    auto env = config["env"_L1].toObject();
    env.insert(u"GREETING"_s, u"good day"_s);
    config.insert(u"env"_s, env);
    const MachineUpdate update{.config = config, .currentVersion = before->instanceId, .minSecretsVersion = 1};
    GOOD(after, m_fly->machines.update(box, m_machine, update, {}, {}));
    QVERIFY(after->instanceId != before->instanceId);
    QCOMPARE(after->config["env"_L1]["GREETING"_L1].toString(), u"good day"_s);
    GOOD(versions, m_fly->machines.versions(box, m_machine, {}));
    QVERIFY(versions->size() >= 2);
    QVERIFY(reaches(u"started"_s));
}

void ContractTest::sendsItThroughItsStates()
{
    GOOD(signalled, m_fly->machines.signal(box, m_machine, u"SIGHUP"_s, {}));
    GOOD(suspended, m_fly->machines.suspend(box, m_machine, {}, {}));
    QVERIFY(reaches(u"suspended"_s));
    GOOD(resumed, m_fly->machines.start(box, m_machine, {}, {}));
    QVERIFY(reaches(u"started"_s));
    GOOD(restarted, m_fly->machines.restart(box, m_machine, {}, {}));
    QVERIFY(reaches(u"started"_s));
    GOOD(stopped, m_fly->machines.stop(box, m_machine, false, {}, {}));
    QVERIFY(reaches(u"stopped"_s));
}

void ContractTest::takesSnapshotsAndRestoresThem()
{
    GOOD(snapshot, m_fly->volumes.createSnapshot(box, m_volume, {}));
    const auto isReady = [&] {
        const auto all = waitFor(m_fly->volumes.snapshots(box, m_volume, {}));
        return all && std::ranges::any_of(*all, [&](const Snapshot &one) {
                   return one.id == *snapshot && one.state == Snapshot::State::Created;
               });
    };
    QTRY_VERIFY(isReady());
    GOOD(restored,
         m_fly->volumes.create(box, {.name = u"box_data"_s, .region = u"ams"_s, .sizeGb = 12, .snapshot = *snapshot},
                               {}));
    GOOD(forked,
         m_fly->volumes.create(box, {.name = u"box_data"_s, .region = u"fra"_s, .sizeGb = 12, .source = m_volume}, {}));
    QVERIFY(restored->id != forked->id);
}

void ContractTest::certifiesHostNames()
{
    const auto host = u"editor.example.com"_s;
    GOOD(asked, m_fly->certificates.request(box, host, {}));
    QVERIFY(!asked->records.empty());
    GOOD(seen, m_fly->certificates.get(box, host, {}));
    QCOMPARE(seen->hostname, host);
    GOOD(checked, m_fly->certificates.check(box, host, {}));
    GOOD(page, m_fly->certificates.list(box, {}, {}));
    QCOMPARE(page->certificates.size(), 1u);
    QCOMPARE(page->total, 1);

    const QTemporaryDir folder;
    const auto key = folder.filePath(u"key.pem"_s);
    const auto chain = folder.filePath(u"chain.pem"_s);
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"30"_s, u"-subj"_s,
                   u"/CN="_s + host, u"-keyout"_s, key, u"-out"_s, chain});
    QVERIFY(openssl.waitForFinished());
    const auto textOf = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()) : QString();
    };
    GOOD(uploaded, m_fly->certificates.upload(box, host, textOf(chain), textOf(key), {}));
    GOOD(without, m_fly->certificates.removeUploaded(box, host, {}));
    GOOD(neither, m_fly->certificates.removeIssued(box, host, {}));
    GOOD(again, m_fly->certificates.request(box, u"other.example.com"_s, {}));
    GOOD(gone, m_fly->certificates.remove(box, u"other.example.com"_s, {}));
}

void ContractTest::listsTheOrganization()
{
    const auto isListed = [&] {
        const auto page = waitFor(m_fly->organizations.machines(u"personal"_s, {}, {}));
        return page && page->rows.size() == 1 && page->rows.front().id == m_machine;
    };
    QTRY_VERIFY(isListed());
    GOOD(changed,
         m_fly->organizations.machines(u"personal"_s,
                                       {.updatedAfter = QDateTime::fromSecsSinceEpoch(1'000'000'000, Qt::UTC)}, {}));
    QCOMPARE(changed->rows.size(), 1u);
    GOOD(volumes, m_fly->organizations.allVolumes(u"personal"_s, {}, {}));
    QCOMPARE(volumes->rows.size(), 3u);
}

void ContractTest::makesTokens()
{
    GOOD(organization, m_fly->account.organization(u"personal"_s, {}));
    GOOD(wide, m_fly->tokens.create({.name = u"for all"_s, .organizationId = organization->id}, {}));
    GOOD(narrow, m_fly->tokens.create({.name = u"for one"_s, .organizationId = organization->id, .app = box}, {}));
    GOOD(list, m_fly->tokens.list(u"personal"_s, {}));
    QVERIFY(std::ranges::any_of(*list, [&](const LimitedToken &one) { return one.id == wide->id; }));

    FlyConnection other(m_fixture->endpoints(), RetryPolicy(), m_fixture->clock, m_fixture->logger);
    other.setToken(narrow->header.mid(6));
    FlyClient limited(other, Urgency::User);
    GOOD(current, limited.tokens.current({}));
    QCOMPARE(current->front().apps, QStringList{box});
    GOOD(limits, limited.tokens.limits(narrow->header, {}));
    QVERIFY(limits->validUntil.isValid());
    GOOD(revoked, m_fly->tokens.revoke(wide->id, {}));
}

void ContractTest::readsLogsAndMetrics()
{
    GOOD(logs, m_fly->logs.page(box, m_machine, {}, {}));
    QVERIFY(!logs->lines.empty());
    GOOD(more, m_fly->logs.page(box, {}, logs->next, {}));
    const auto now = QDateTime::fromMSecsSinceEpoch(m_fixture->simulator.now(), Qt::UTC);
    GOOD(series,
         m_fly->metrics.range(u"personal"_s, u"fly_instance_up{app=\"box\"}"_s,
                              {.from = now.addSecs(-900), .to = now, .step = 15s}, {}));
    GOOD(newest, m_fly->metrics.newest(u"personal"_s, u"sum(fly_instance_up)"_s, {}));
}

void ContractTest::signsInByBrowser()
{
    FlyConnection anonymous(m_fixture->endpoints(), RetryPolicy(), m_fixture->clock, m_fixture->logger);
    HttpClient http(m_fixture->clock);
    TaskScope tasks;
    BrowserLogin login(anonymous, m_fixture->clock, [&](const QUrl &url) {
        // The user says yes; the browser follows the redirect back to us.
        const auto session = url.path().section(u'/', -1);
        const auto approve = m_fixture->simulator.apiUrl().resolved(QUrl(u"/_sim/sessions/%1/approve"_s.arg(session)));
        tasks.launch(http.send({.verb = "POST"_ba, .url = approve, .followsRedirects = false}),
                     [&](const Result<HttpReply> &reply) {
                         const QUrl back(reply ? QString::fromUtf8(reply->header("location")) : QString());
                         if (back.isValid() && !back.isEmpty())
                             tasks.launch(http.send({.url = back}), [](const Result<HttpReply> &) { });
                     });
        return true;
    });
    GOOD(token, login.run({}));
    QVERIFY(token->startsWith("fo1_"_L1));

    m_fixture->simulator.setOldLogin(true);
    GOOD(polled, login.run({}));
    QVERIFY(polled->startsWith("fo1_"_L1));
}

void ContractTest::isRefused()
{
    const auto code = [](const auto &result) { return result ? ErrorCode::Cancelled : result.error().code; };
    QCOMPARE(code(waitFor(m_fly->apps.create(u"taken"_s, u"personal"_s, {}, {}))), ErrorCode::ResourceAlreadyExists);
    QCOMPARE(code(waitFor(m_fly->apps.get(u"no-such-app"_s, {}))), ErrorCode::ResourceNotFound);
    QCOMPARE(code(waitFor(m_fly->machines.get(box, u"nothing"_s, {}))), ErrorCode::ResourceNotFound);
    QCOMPARE(code(waitFor(m_fly->volumes.extend(box, m_volume, 1, {}))), ErrorCode::ApiInvalidRequest);
    QCOMPARE(code(waitFor(m_fly->volumes.remove(box, m_volume, {}))), ErrorCode::ResourceWrongState);
    QCOMPARE(code(waitFor(m_fly->machines.exec(box, m_machine, {u"true"_s}, 5s, {}))), ErrorCode::ResourceWrongState);
    QCOMPARE(code(waitFor(m_fly->machines.removeQuiet(box, u"nothing"_s, {}, {}))), ErrorCode::ResourceNotFound);
    QCOMPARE(code(waitFor(m_fly->apps.removeQuiet(u"no-such-app"_s, {}))), ErrorCode::ResourceNotFound);
    QCOMPARE(code(waitFor(m_fly->account.appUrl(u"no-such-app"_s, {}))), ErrorCode::ResourceNotFound);
}

void ContractTest::removesEverything()
{
    GOOD(gone, m_fly->machines.remove(box, m_machine, {}, {}));
    Result<void> freed;
    QTRY_VERIFY((freed = waitFor(m_fly->volumes.remove(box, m_volume, {}))).has_value());
    GOOD(removed, m_fly->apps.remove(box, {}));
    QTRY_VERIFY(m_fixture->simulator.isEmpty());
}

void ContractTest::cleanupTestCase()
{
    QFile file(QStringLiteral(SWARM_BIN "/../contract.jsonl"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_fixture->simulator.transcript());
}

QTEST_GUILESS_MAIN(ContractTest)
#include "tst_contract.moc"
