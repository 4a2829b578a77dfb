// A token that ends while the program runs: polls stop, the user is asked once, and nothing is lost.
#include "app/engine.h"
#include "app/memorytokenstore.h"
#include "app/systemproxy.h"
#include "app/updatecheck.h"
#include "fly/simulator/simulator.h"
#include "tests/flyfixture.h"
#include "tests/plainclient.h"
#include "tests/scriptedtokenstore.h"
#include "tests/waitfor.h"
#include "ui/wording/recordwords.h"

#include <QDir>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

class EngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksOnceWhenTheTokenEndsInMidFlight();
    void goesOnWithAnotherToken();
    void staysSignedInWhenRightsAreMissing();
    void checksTheTokenAtEachStart();
    void showsTheLastListBeforeAnybodyAnswers();
    void dropsWhatItReadsForAnAccountThatIsLeft();
    void readsAheadWhatWillBeAskedFor();
    void listsOnlyTheAppsThatATokenReaches();
    void leavesNoTraceAfterSigningOut();
    void keepsJournalsOfWhatWasCutOff();
    void tellsOfFilesThatItCannotRead();
    void endsWhatIsUnderWayBeforeItSignsOut();
    void hasTheResultOnDiskBeforeTheJournalGoes();
    void looksForANewerVersionOnlyWhenAllowed();
    void goesByTheSystemsProxyButNotToItself();

private:
    //! A token that is good for a while, in simulated time.
    void offer(const QByteArray &token, std::chrono::milliseconds life);
    std::unique_ptr<Engine> makeEngine(std::unique_ptr<TokenStore> tokens = std::make_unique<MemoryTokenStore>());
    //! A keychain that lasts, of which `m_keychain` lets a test turn the key.
    std::unique_ptr<TokenStore> makeKeychain();
    qsizetype calls() const { return m_fly->simulator.calls().size(); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FlyFixture> m_fly;
    QStringList m_keychainCalls;
    QHash<QString, QString> m_secrets; //!< what a new keychain holds
    ScriptedTokenStore *m_keychain = nullptr; //!< the engine owns it
    std::unique_ptr<Engine> m_engine;
};

void EngineTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_fly = std::make_unique<FlyFixture>();
    m_fly->simulator.setAutostopAfter(0ms);
    m_engine = makeEngine();
    QVERIFY(waitFor(m_fly->provider->create(FlyFixture::spec(u"box"_s), {})));
}

void EngineTest::cleanup()
{
    m_engine.reset();
    m_fly.reset();
}

std::unique_ptr<TokenStore> EngineTest::makeKeychain()
{
    auto keychain = std::make_unique<ScriptedTokenStore>(m_keychainCalls);
    keychain->secrets = m_secrets;
    m_keychain = keychain.get();
    return keychain;
}

std::unique_ptr<Engine> EngineTest::makeEngine(std::unique_ptr<TokenStore> tokens)
{
    return std::make_unique<Engine>(Engine::Options{.endpoints = m_fly->endpoints(),
                                                    .paths = Paths(m_home->path()),
                                                    .timeScale = FlyFixture::speed,
                                                    .launchBrowser = [](const QUrl &) { return true; }},
                                    std::move(tokens));
}

void EngineTest::offer(const QByteArray &token, std::chrono::milliseconds life)
{
    PlainClient client(m_fly->simulator.apiUrl());
    const auto added = client.post(
        u"/_sim/tokens"_s,
        {{u"token"_s, QString::fromLatin1(token)}, {u"discharge_expires_in_ms"_s, static_cast<qint64>(life.count())}});
    QCOMPARE(added.status, 200);
}

void EngineTest::asksOnceWhenTheTokenEndsInMidFlight()
{
    offer("fm2_short", 30s);
    int refusals = 0;
    connect(&m_engine->signIn(), &SignIn::changed, this,
            [&] { refusals += m_engine->signIn().state() == SignIn::State::Refused ? 1 : 0; });
    m_engine->signIn().submit(u"fm2_short"_s);
    QTRY_COMPARE(m_engine->signIn().state(), SignIn::State::SignedIn);
    QTRY_COMPARE(m_engine->store().instances().size(), 1u);

    QTRY_COMPARE(m_engine->signIn().state(), SignIn::State::Refused);

    QCOMPARE(m_engine->signIn().error()->code, ErrorCode::AuthExpiredToken);
    QTest::qWait(50);
    const auto before = calls();
    QTest::qWait(300); // 30 s of polls, if there were any
    QCOMPARE(calls(), before);
    QCOMPARE(refusals, 1);
    QCOMPARE(m_engine->store().instances().size(), 1u); // nothing is lost
}

void EngineTest::goesOnWithAnotherToken()
{
    offer("fm2_short", 30s);
    m_engine->signIn().submit(u"fm2_short"_s);
    QTRY_COMPARE(m_engine->signIn().state(), SignIn::State::Refused);

    m_engine->signIn().submit(u"fo1_another"_s);

    QTRY_COMPARE(m_engine->signIn().state(), SignIn::State::SignedIn);
    const auto before = calls();
    QTRY_VERIFY(calls() > before + 4); // polls go on
    QTRY_COMPARE(m_engine->store().instances().size(), 1u);
}

void EngineTest::staysSignedInWhenRightsAreMissing()
{
    m_engine->signIn().submit(u"fo1_readonly"_s);
    QTRY_COMPARE(m_engine->signIn().state(), SignIn::State::SignedIn);
    QTRY_COMPARE(m_engine->store().instances().size(), 1u);
    const auto id = m_engine->store().instances().front().id;
    QSignalSpy finished(&m_engine->operations(), &Operations::finished);

    m_engine->operations().stop(id, StopManner::Graceful);

    QTRY_COMPARE(finished.size(), 1);
    const auto operation = finished.front().front().value<Operation>();
    QCOMPARE(operation.error->code, ErrorCode::AuthInsufficientPermissions);
    QTest::qWait(30);
    QCOMPARE(m_engine->signIn().state(), SignIn::State::SignedIn);
}

void EngineTest::checksTheTokenAtEachStart()
{
    m_engine->signIn().submit(u"fo1_good"_s);
    QTRY_COMPARE(m_engine->signIn().state(), SignIn::State::SignedIn);
    m_engine->fleet().stop(); // asks too
    QTest::qWait(50);
    m_fly->simulator.forgetRequests();
    QByteArrayList askedBefore;
    connect(&m_engine->signIn(), &SignIn::accepted, this, [&] { askedBefore = m_fly->simulator.calls(); });

    m_engine->signIn().resume(m_engine->account().name);

    QTRY_COMPARE(m_engine->signIn().state(), SignIn::State::SignedIn);
    QVERIFY(askedBefore.contains("POST /graphql"));
}

void EngineTest::showsTheLastListBeforeAnybodyAnswers()
{
    m_engine.reset(); // before the next one: both would write the same log
    m_engine = makeEngine(makeKeychain());
    m_engine->signIn().submit(u"fo1_good"_s);
    QTRY_COMPARE(m_engine->store().instances().size(), 1u);
    const auto name = m_engine->account().name;
    m_secrets = m_keychain->secrets;
    m_engine.reset();
    m_engine = makeEngine(makeKeychain());
    m_keychain->isHeld = true;
    QTest::qWait(50); // what the one before had sent arrives
    const auto before = calls();

    m_engine->signIn().resume();

    QVERIFY(m_engine->isReading());
    QTRY_COMPARE(m_engine->store().instances().size(), 1u);
    QCOMPARE(m_engine->store().instances().front().name, u"box"_s);
    QCOMPARE(m_engine->signIn().state(), SignIn::State::Looking);
    QCOMPARE(m_engine->account().name, name);
    QCOMPARE(m_engine->operations().rights(), Operations::Rights::None); // there is nothing to ask with
    QVERIFY(!m_engine->fleet().checkedAt().isValid());
    QCOMPARE(calls(), before);

    m_keychain->isHeld = false;

    QTRY_VERIFY(m_engine->fleet().checkedAt().isValid());
    QCOMPARE(m_engine->operations().rights(), Operations::Rights::All);
    QCOMPARE(m_engine->store().instances().size(), 1u);
}

void EngineTest::dropsWhatItReadsForAnAccountThatIsLeft()
{
    m_engine.reset();
    m_engine = makeEngine(makeKeychain());
    m_engine->signIn().submit(u"fo1_good"_s);
    QTRY_COMPARE(m_engine->store().instances().size(), 1u);
    const auto name = m_engine->account().name;

    m_engine->signIn().leave();
    m_engine->signIn().resume(name);
    QVERIFY(m_engine->isReading());
    m_engine->signIn().leave();

    QVERIFY(!m_engine->isReading());
    QTest::qWait(50);
    QVERIFY(m_engine->store().instances().empty());
    QVERIFY(!m_engine->ledger());
}

void EngineTest::readsAheadWhatWillBeAskedFor()
{
    qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_s).toUtf8());
    qputenv("XDG_CONFIG_HOME", m_home->filePath(u"config"_s).toUtf8());
    const auto restore = qScopeGuard([] {
        qunsetenv("XDG_DATA_HOME");
        qunsetenv("XDG_CONFIG_HOME");
    });
    const CommonOptions options{.endpoints = m_fly->endpoints()};
    QVERIFY(!RecordsAhead(options).take({})); // nobody has signed in yet
    const auto host = hostKey(options.endpoints.api);
    const Paths paths;
    Settings(paths.settings()).rememberAccount(host, u"ada"_s, u"acme"_s);
    const auto folder = Paths::instances(paths.place(host, u"ada"_s, u"acme"_s));
    InstanceFiles files(folder);
    files.save({Instance{.id = u"id-of-box"_s, .name = u"box"_s, .app = u"box"_s}});
    files.flush();

    RecordsAhead ahead(options);
    auto read = ahead.take(folder);

    QVERIFY(read);
    read->waitForFinished();
    QCOMPARE(read->result().instances.size(), 1u);
    QVERIFY(!ahead.take(folder)); // it may be old by now
    QVERIFY(!RecordsAhead(options).take(folder + u"-of-another"_s));
}

void EngineTest::listsOnlyTheAppsThatATokenReaches()
{
    const auto made = waitFor(m_fly->client->apps.createDeployToken(u"box"_s, 24h, {}));
    QVERIFY(made);

    m_engine->signIn().submit(*made);

    QTRY_COMPARE(m_engine->signIn().state(), SignIn::State::SignedIn);
    QCOMPARE(m_engine->account().reach, Account::Reach::Apps);
    QVERIFY(m_engine->account().validUntil.isValid());
    QTRY_COMPARE(m_engine->store().instances().size(), 1u);
    QCOMPARE(m_engine->store().instances().front().name, u"box"_s);
    QVERIFY(m_fly->simulator.calls().contains("GET /v1/apps/box/machines"));
}

void EngineTest::leavesNoTraceAfterSigningOut()
{
    m_engine->signIn().submit(u"fo1_good"_s);
    QTRY_COMPARE(m_engine->store().instances().size(), 1u);
    const auto id = m_engine->store().instances().front().id;
    const auto key = Operations::passwordKey(id);
    QVERIFY(waitFor(m_engine->tokens().write(key, u"secret-of-the-box"_s)));
    const auto account = m_engine->account().name;
    const QDir folder(Paths(m_home->path()).accountFolder(hostKey(m_engine->endpoints().api), account));
    QTRY_VERIFY(folder.exists());
    QSignalSpy removed(m_engine.get(), &Engine::tracesRemoved);

    m_engine->signIn().signOut();

    QTRY_COMPARE(removed.size(), 1);
    QVERIFY(!folder.exists());
    QVERIFY(!waitFor(m_engine->tokens().read(key)));
    QVERIFY(!waitFor(m_engine->tokens().read(SignIn::tokenKey(hostKey(m_engine->endpoints().api), account))));
    QVERIFY(m_engine->store().instances().empty());
}

void EngineTest::keepsJournalsOfWhatWasCutOff()
{
    m_engine->signIn().submit(u"fo1_good"_s);
    QTRY_COMPARE(m_engine->store().instances().size(), 1u);
    const auto place =
        Paths(m_home->path())
            .place(hostKey(m_engine->endpoints().api), m_engine->account().name, m_engine->organization());
    QVERIFY(QDir().mkpath(Paths::journal(place)));
    QFile journal(Paths::journal(place) + u"/cut-off.json"_s);
    QVERIFY(journal.open(QIODevice::WriteOnly));
    journal.write("{}");
    journal.close();
    QSignalSpy removed(m_engine.get(), &Engine::tracesRemoved);

    m_engine->signIn().signOut();

    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(removed.front().front().value<AccountTraces::Removal>().unsettled, 1);
    QVERIFY(journal.exists());
    QVERIFY(!QDir(Paths::instances(place)).exists());
}

void EngineTest::tellsOfFilesThatItCannotRead()
{
    m_engine->signIn().submit(u"fo1_good"_s);
    QTRY_COMPARE(m_engine->store().instances().size(), 1u);
    QVERIFY(m_engine->fileProblems().empty());
    const auto account = m_engine->account().name;
    const auto place = m_engine->placeOf(account, m_engine->organization());
    m_engine->signIn().leave();
    const auto put = [](const QString &folder, const QString &name, const QByteArray &content) {
        QDir().mkpath(folder);
        QFile file(folder + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    };
    put(Paths::receipts(place), u"later.json"_s, R"({"schema":99,"instance":"x","snapshot":"vs_1"})");
    put(Paths::receipts(place), u"torn.json"_s, R"({"schema":1,"inst)");
    put(Paths::journal(place), u"later.json"_s, R"({"schema":99})");
    put(Paths::journal(place), u"empty.json"_s, "{}");

    m_engine->signIn().submit(u"fo1_good"_s);

    QTRY_COMPARE(m_engine->fileProblems().size(), 4u);
    using Kind = FileProblem::Kind;
    QCOMPARE(std::ranges::count(m_engine->fileProblems(), Kind::TooNew, &FileProblem::kind), 2);
    const auto told = recordSentence(m_engine->fileProblems());
    QVERIFY2(told.contains(u"neither be restored nor erased"_s), qPrintable(told));
    QVERIFY2(told.contains(u"some are not taken up"_s), qPrintable(told));
    QVERIFY2(!told.contains(u"nothing is lost"_s), qPrintable(told));
    for (const auto *part : {"receipts/later.json", "receipts/torn.json", "journal/later.json", "journal/empty.json"}) {
        QVERIFY2(recordDetails(m_engine->fileProblems()).contains(QLatin1StringView(part)), part);
        QVERIFY2(QFile::exists(place + u'/' + QLatin1StringView(part)), part); // nobody touches them
    }
}

void EngineTest::endsWhatIsUnderWayBeforeItSignsOut()
{
    m_engine->signIn().submit(u"fo1_good"_s);
    QTRY_COMPARE(m_engine->store().instances().size(), 1u);
    const auto box = m_engine->store().instances().front();
    QSignalSpy finished(&m_engine->operations(), &Operations::finished);

    m_engine->operations().stop(box.id);
    m_engine->signIn().signOut();

    QVERIFY(m_engine->signIn().isLeaving());
    QTRY_COMPARE(m_engine->signIn().state(), SignIn::State::SignedOut);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.front().front().value<Operation>().state, Operation::State::Succeeded);
    QCOMPARE(PlainClient(m_fly->simulator.apiUrl())
                 .get(u"/v1/apps/%1/machines/%2"_s.arg(box.app, box.machine))
                 .text(u"state"_s),
             u"stopped"_s);
    QVERIFY(m_engine->operations().all().empty()); // the next account has nothing to do with it
}

void EngineTest::hasTheResultOnDiskBeforeTheJournalGoes()
{
    m_engine->signIn().submit(u"fo1_good"_s);
    QTRY_COMPARE(m_engine->store().instances().size(), 1u);
    const auto id = m_engine->store().instances().front().id;
    const auto place = m_engine->placeOf(m_engine->account().name, m_engine->organization());
    const auto record = QDir(Paths::instances(place)).filePath(id + u".json"_s);
    QTRY_VERIFY(QFile::exists(record));
    QVERIFY(QFile::remove(record));
    QCOMPARE(::mkfifo(QFile::encodeName(record).constData(), 0600), 0); // whoever opens it waits: a very slow disk
    const auto journals = [&place] { return QDir(Paths::journal(place)).entryList({u"*.json"_s}); };

    m_engine->operations().remove(id);

    QTRY_VERIFY(m_engine->store().instances().empty());
    QTest::qWait(100);
    QCOMPARE(journals().size(), 1); // killed now, the next start would see to it that the record goes
    QVERIFY(!m_engine->operations().isIdle());

    QFile disk(record);
    QVERIFY(disk.open(QIODevice::WriteOnly));
    disk.close();

    QTRY_VERIFY(m_engine->operations().isIdle());
    QCOMPARE(journals().size(), 0);
    QVERIFY(!QFile::exists(record));
}

void EngineTest::looksForANewerVersionOnlyWhenAllowed()
{
    QTcpServer feed;
    QVERIFY(feed.listen(QHostAddress::LocalHost));
    int asked = 0;
    connect(&feed, &QTcpServer::newConnection, this, [&] {
        auto *caller = feed.nextPendingConnection();
        connect(caller, &QTcpSocket::readyRead, caller, [&asked, caller] {
            caller->readAll();
            ++asked;
            const auto body = R"({"tag_name":"v9.1.0","html_url":"https://example.org/releases/9.1.0"})"_ba;
            caller->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size())
                          + "\r\nConnection: close\r\n\r\n" + body);
        });
    });
    const auto path = m_home->filePath(u"updates.conf"_s);
    QSettings(path, QSettings::IniFormat)
        .setValue(u"updates/feed"_s, u"http://127.0.0.1:%1/latest"_s.arg(feed.serverPort()));
    Settings settings(path);
    UpdateCheck check(settings, m_engine->clock(), u"0.1.0"_s);
    QSignalSpy found(&check, &UpdateCheck::found);

    check.consider();
    QTest::qWait(50);
    QCOMPARE(asked, 0); // nobody has allowed it
    auto preferences = settings.preferences();
    preferences.looksForUpdates = true;
    settings.setPreferences(preferences);
    check.consider();
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found.front().front().toString(), u"9.1.0"_s);
    check.consider(); // once a day
    QTest::qWait(50);
    QCOMPARE(asked, 1);

    UpdateCheck newer(settings, m_engine->clock(), u"9.1.0"_s);
    QSignalSpy nothing(&newer, &UpdateCheck::found);
    settings.setUpdatesLookedForAt({});
    newer.consider();
    QTRY_COMPARE(asked, 2);
    QTest::qWait(50);
    QCOMPARE(nothing.size(), 0);
}

void EngineTest::goesByTheSystemsProxyButNotToItself()
{
    QTcpServer proxy;
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
    qputenv("http_proxy", qgetenv("https_proxy"));
    useSystemProxy();
    const auto restore = qScopeGuard([] {
        qunsetenv("https_proxy");
        qunsetenv("http_proxy");
        QNetworkProxyFactory::setApplicationProxyFactory(nullptr);
    });
    QByteArray asked;
    connect(&proxy, &QTcpServer::newConnection, this, [&] {
        auto *caller = proxy.nextPendingConnection();
        connect(caller, &QTcpSocket::readyRead, this, [&asked, caller] { asked += caller->readAll(); });
    });
    QNetworkAccessManager network; // a new one, as a program has after it has started
    // Until the system has said which proxy it is, things go directly: a busy system takes its time.
    for (int attempt = 0; attempt < 20 && asked.isEmpty(); ++attempt) {
        const auto *direct = network.get(QNetworkRequest(QUrl(u"https://api.machines.dev/v1/apps"_s)));
        std::ignore = QTest::qWaitFor([&] { return !asked.isEmpty() || direct->isFinished(); }, 500);
    }
    QVERIFY2(asked.startsWith("CONNECT api.machines.dev:443"), asked.constData());

    auto *near = network.get(QNetworkRequest(QUrl(m_fly->connection->endpoints().api.toString() + u"/_sim/empty"_s)));
    QTRY_VERIFY(near->isFinished());
    QCOMPARE(near->error(), QNetworkReply::NoError);
    QVERIFY(!asked.contains("_sim/empty"));
}

QTEST_GUILESS_MAIN(EngineTest)
#include "tst_engine.moc"
