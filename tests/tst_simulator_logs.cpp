#include "simulatorclient.h"

#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace swarm::simulator;

namespace {

struct Page {
    QStringList messages = {};
    QStringList ids = {};
    QStringList providers = {};
    QList<QJsonObject> attributes = {};
    QString next = {};

    //! Where a line matches, -1 when none does. QStringList::indexOf wants the whole line to match.
    qsizetype find(const QString &pattern, qsizetype from = 0) const
    {
        const QRegularExpression expression(pattern);
        for (auto i = from; i < messages.size(); ++i) {
            if (expression.match(messages[i]).hasMatch())
                return i;
        }
        return -1;
    }
    bool says(const QString &pattern) const { return find(pattern) >= 0; }
};

} // namespace

class SimulatorLogsTest : public QObject
{
    Q_OBJECT

private:
    void open(const Options &options) { m_client = std::make_unique<SimulatorClient>(options); }

    Page logs(const QString &app, const QString &query = {})
    {
        const auto answer = m_client->get(u"/api/v1/apps/%1/logs%2"_s.arg(app, query)).object();
        Page page{.next = answer[u"meta"].toObject()[u"next_token"].toString()};
        for (const auto &value : answer[u"data"].toArray()) {
            const auto line = value.toObject();
            const auto attributes = line[u"attributes"].toObject();
            page.ids << line[u"id"].toString();
            page.attributes << attributes;
            page.messages << attributes[u"message"].toString();
            page.providers << attributes[u"meta"].toObject()[u"event"].toObject()[u"provider"].toString();
        }
        return page;
    }

    Page after(const QString &app, const QString &token) { return logs(app, u"?next_token="_s + token); }

    std::unique_ptr<SimulatorClient> m_client;

private Q_SLOTS:
    void init() { open(SimulatorClient::quick()); }
    void cleanup() { m_client.reset(); }

    void answersInFlysShape();
    void tellsOfAMachinesLife();
    void tellsOfAnOutOfMemoryExit();
    void saysWhatTheEditorSaysWhenItStarts();
    void doesNotStartTheEditorAnewAfterASleep();
    void tellsOfLoginsThatFailAndSucceed();
    void tellsOfVisitsWithoutAMachineToGoTo();
    void givesTheNewestHundredLinesAtFirst();
    void goesOnFromTheTokenWithoutLosingALine();
    void repeatsLinesThatJustCame();
    void fallsSilentWhenNothingIsSaid();
    void choosesByMachineAndRegion();
    void dropsTheOldestLines();
    void refusesStrangers_data();
    void refusesStrangers();
    void refusesATokenThatIsNoNumber();
    void keepsTheLogInItsState();
    void tellsTheDemosStory();
    void passesOnWhatARealEditorWrites();
};

void SimulatorLogsTest::answersInFlysShape()
{
    const auto id = m_client->makeBox(u"box"_s);

    const auto answer = m_client->get(u"/api/v1/apps/box/logs"_s).object();

    const auto line = answer[u"data"].toArray().first().toObject();
    QCOMPARE(line[u"type"].toString(), u"log"_s);
    const auto attributes = line[u"attributes"].toObject();
    QVERIFY(QDateTime::fromString(attributes[u"timestamp"].toString(), Qt::ISODateWithMs).isValid());
    QCOMPARE(attributes[u"level"].toString(), u"info"_s);
    QCOMPARE(attributes[u"instance"].toString(), id);
    QCOMPARE(attributes[u"region"].toString(), u"ams"_s);
    const auto meta = attributes[u"meta"].toObject();
    QCOMPARE(meta[u"instance"].toString(), id);
    QCOMPARE(meta[u"region"].toString(), u"ams"_s);
    const auto next = answer[u"meta"].toObject()[u"next_token"].toString().toLongLong();
    QVERIFY(std::abs(next / 1'000'000 - m_client->simulator.now()) < 3'600'000);
}

void SimulatorLogsTest::tellsOfAMachinesLife()
{
    const auto id = m_client->makeBox(u"box"_s);
    m_client->post(u"/v1/apps/box/machines/%1/stop"_s.arg(id));
    m_client->reach(u"box"_s, id, u"stopped"_s);

    const auto page = logs(u"box"_s);

    const QStringList story{u"^Pulling container image codercom/code-server:latest$"_s,
                            u"^Successfully pulled image"_s,
                            u"^Starting machine$"_s,
                            u"^Mounted volume %1 at /home/coder$"_s.arg(m_client->volume),
                            u"^Machine started in \\d+ ms$"_s,
                            u"^Stopping machine$"_s,
                            u"^Machine exited with exit code 0, as requested$"_s};
    qsizetype from = 0;
    for (const auto &pattern : story) {
        const auto at = page.find(pattern, from);
        QVERIFY2(at >= 0, qPrintable(pattern + u" in\n"_s + page.messages.join(u'\n')));
        QCOMPARE(page.providers[at], u"runner"_s);
        from = at + 1;
    }
    QVERIFY(page.says(u"\x1b\\[32m INFO\x1b\\[0m Main child exited normally with code: 0"_s));
    auto stamps = page.attributes;
    QVERIFY(std::is_sorted(stamps.begin(), stamps.end(), [](const QJsonObject &one, const QJsonObject &other) {
        return one[u"timestamp"].toString() < other[u"timestamp"].toString();
    }));
}

void SimulatorLogsTest::tellsOfAnOutOfMemoryExit()
{
    const auto id = m_client->makeBox(u"box"_s);

    QVERIFY(m_client->simulator.exitMachine(id, 137, true));

    const auto page = logs(u"box"_s);
    const auto at = page.messages.indexOf(u"Process appears to have been OOM killed!"_s);
    QVERIFY(at >= 0);
    QCOMPARE(page.attributes[at][u"level"].toString(), u"error"_s);
    QVERIFY(page.says(u"Machine exited with exit code 137, (not )?restarting"_s));
}

void SimulatorLogsTest::saysWhatTheEditorSaysWhenItStarts()
{
    m_client->makeBox(u"box"_s);

    QTRY_VERIFY(logs(u"box"_s).says(u"HTTP server listening on http://0.0.0.0:8080/"_s));
    QTRY_VERIFY(logs(u"box"_s).says(u"- Using password from \\$PASSWORD"_s));
    const auto page = logs(u"box"_s);
    QCOMPARE(page.providers.last(), u"app"_s);
}

void SimulatorLogsTest::doesNotStartTheEditorAnewAfterASleep()
{
    const auto id = m_client->makeBox(u"box"_s);
    QTRY_VERIFY(logs(u"box"_s).says(u"HTTP server listening"_s));
    m_client->post(u"/v1/apps/box/machines/%1/suspend"_s.arg(id));
    m_client->reach(u"box"_s, id, u"suspended"_s);

    m_client->post(u"/v1/apps/box/machines/%1/start"_s.arg(id));

    QTRY_VERIFY(logs(u"box"_s).says(u"Machine resumed in \\d+ ms"_s));
    m_client->visit(u"box"_s, "GET"_ba, u"/healthz"_s); // answered when an editor would have started
    QCOMPARE(logs(u"box"_s).messages.filter(u"HTTP server listening"_s).size(), 1);
}

void SimulatorLogsTest::tellsOfLoginsThatFailAndSucceed()
{
    m_client->makeBox(u"box"_s);

    m_client->visit(u"box"_s, "POST"_ba, u"/login"_s, "password=falsch"_ba);
    m_client->visit(u"box"_s, "POST"_ba, u"/login"_s, "password=geheim"_ba);

    const auto page = logs(u"box"_s);
    const auto failed = page.find(u"^Failed login attempt \\{.*\"userAgent\""_s);
    const auto connected = page.find(u"New connection established\\."_s);
    QVERIFY(failed >= 0);
    QVERIFY(connected > failed);
    QCOMPARE(page.providers[failed], u"app"_s);
    QVERIFY(page.messages.filter(u"falsch"_s).isEmpty());
}

void SimulatorLogsTest::tellsOfVisitsWithoutAMachineToGoTo()
{
    const auto id = m_client->makeBox(u"box"_s);
    m_client->post(u"/v1/apps/box/machines/%1/stop"_s.arg(id));
    m_client->reach(u"box"_s, id, u"stopped"_s);

    QCOMPARE(m_client->visit(u"box"_s, "GET"_ba, u"/files/a"_s).status, 503);

    const auto page = logs(u"box"_s);
    QVERIFY(page.messages.last().startsWith(u"[PR01] no known healthy instances found for route tcp/443"_s));
    QCOMPARE(page.providers.last(), u"proxy"_s);
    const auto meta = page.attributes.last()[u"meta"].toObject();
    const auto http = meta[u"http"].toObject();
    QCOMPARE(http[u"request"].toObject()[u"method"].toString(), u"GET"_s);
    QCOMPARE(http[u"response"].toObject()[u"status_code"].toInt(), 503);
    QCOMPARE(meta[u"url"].toObject()[u"full"].toString(), u"https://box.fly.dev/files/a"_s);
    QVERIFY(meta[u"error"].toObject()[u"message"].toString().startsWith(u"no known healthy"_s));
}

void SimulatorLogsTest::givesTheNewestHundredLinesAtFirst()
{
    m_client->makeBox(u"box"_s);
    QCOMPARE(
        m_client->post(u"/_sim/logs"_s, {{u"app"_s, u"box"_s}, {u"message"_s, u"line"_s}, {u"count"_s, 250}}).status,
        200);

    const auto page = logs(u"box"_s);

    QCOMPARE(page.messages.size(), 100);
    QCOMPARE(page.messages.first(), u"line 151"_s);
    QCOMPARE(page.messages.last(), u"line 250"_s);
}

void SimulatorLogsTest::goesOnFromTheTokenWithoutLosingALine()
{
    m_client->makeBox(u"box"_s);
    auto token = logs(u"box"_s).next;
    m_client->post(u"/_sim/logs"_s, {{u"app"_s, u"box"_s}, {u"message"_s, u"line"_s}, {u"count"_s, 5000}});

    QSet<QString> seen;
    QStringList lines;
    int repeated = 0;
    for (int pages = 0; pages < 20 && !lines.contains(u"line 5000"_s); ++pages) {
        const auto page = after(u"box"_s, token);
        for (qsizetype i = 0; i < page.ids.size(); ++i) {
            if (seen.contains(page.ids[i]))
                ++repeated;
            else if (page.messages[i].startsWith(u"line "_s))
                lines << page.messages[i];
            seen.insert(page.ids[i]);
        }
        token = page.next;
    }

    QCOMPARE(lines.size(), 5000);
    for (int i = 0; i < 5000; ++i)
        QCOMPARE(lines[i], u"line %1"_s.arg(i + 1));
    QVERIFY(repeated > 0); // lines of one stamp on both sides of a page's end
}

void SimulatorLogsTest::repeatsLinesThatJustCame()
{
    open(SimulatorClient::quick(1));
    m_client->post(u"/v1/apps"_s, {{u"name"_s, u"box"_s}, {u"org_slug"_s, u"personal"_s}});
    m_client->post(u"/_sim/logs"_s, {{u"app"_s, u"box"_s}, {u"message"_s, u"one"_s}});
    const auto first = logs(u"box"_s);

    const auto second = after(u"box"_s, first.next);

    QCOMPARE(first.messages, QStringList{u"one"_s});
    QCOMPARE(second.ids, first.ids);
}

void SimulatorLogsTest::fallsSilentWhenNothingIsSaid()
{
    m_client->makeBox(u"box"_s);
    auto token = logs(u"box"_s).next;

    QTRY_VERIFY((token = after(u"box"_s, token).next, after(u"box"_s, token).messages.isEmpty()));

    m_client->post(u"/_sim/logs"_s, {{u"app"_s, u"box"_s}, {u"message"_s, u"again"_s}});
    QCOMPARE(after(u"box"_s, token).messages, QStringList{u"again"_s});
}

void SimulatorLogsTest::choosesByMachineAndRegion()
{
    const auto id = m_client->makeBox(u"box"_s);
    m_client->post(u"/_sim/logs"_s,
                   {{u"app"_s, u"box"_s}, {u"message"_s, u"of nobody"_s}, {u"provider"_s, u"proxy"_s}});
    m_client->post(u"/_sim/logs"_s, {{u"app"_s, u"box"_s}, {u"message"_s, u"mine"_s}, {u"machine"_s, id}});

    QVERIFY(logs(u"box"_s).messages.contains(u"of nobody"_s));
    QVERIFY(logs(u"box"_s, u"?instance="_s + id).messages.contains(u"mine"_s));
    QVERIFY(!logs(u"box"_s, u"?instance="_s + id).messages.contains(u"of nobody"_s));
    QVERIFY(logs(u"box"_s, u"?region=ams"_s).messages.contains(u"mine"_s));
    QVERIFY(logs(u"box"_s, u"?region=syd"_s).messages.isEmpty());
}

void SimulatorLogsTest::dropsTheOldestLines()
{
    m_client->post(u"/v1/apps"_s, {{u"name"_s, u"box"_s}, {u"org_slug"_s, u"personal"_s}});
    QElapsedTimer time;
    time.start();
    for (const auto *message : {u"old", u"new"}) {
        const auto status =
            m_client
                ->post(u"/_sim/logs"_s,
                       {{u"app"_s, u"box"_s}, {u"message"_s, QString::fromUtf16(message)}, {u"count"_s, 200'000}})
                .status;
        QCOMPARE(status, 200);
    }
    QVERIFY(time.elapsed() < 20'000);

    QCOMPARE(after(u"box"_s, u"1"_s).messages.first(), u"new 1"_s);
    QCOMPARE(m_client->post(u"/_sim/logs"_s, {{u"app"_s, u"box"_s}, {u"count"_s, 200'001}}).status, 400);
}

void SimulatorLogsTest::refusesStrangers_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("app");
    QTest::addColumn<int>("status");
    QTest::newRow("no token") << QByteArray() << u"box"_s << 401;
    QTest::newRow("expired token") << "Bearer fo1_expired"_ba << u"box"_s << 401;
    QTest::newRow("read-only token") << "FlyV1 fm2_readonly"_ba << u"box"_s << 200;
    QTest::newRow("somebody else's app") << "Bearer fo1_x"_ba << u"taken"_s << 403;
    QTest::newRow("no such app") << "Bearer fo1_x"_ba << u"nothing"_s << 404;
}

void SimulatorLogsTest::refusesStrangers()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, app);
    m_client->makeBox(u"box"_s);
    m_client->token = token;

    const auto answer = m_client->get(u"/api/v1/apps/%1/logs"_s.arg(app));

    QTEST(answer.status, "status");
}

void SimulatorLogsTest::refusesATokenThatIsNoNumber()
{
    m_client->makeBox(u"box"_s);

    QCOMPARE(m_client->get(u"/api/v1/apps/box/logs?next_token=yesterday"_s).status, 400);
}

void SimulatorLogsTest::keepsTheLogInItsState()
{
    m_client->makeBox(u"box"_s);
    m_client->post(u"/_sim/logs"_s, {{u"app"_s, u"box"_s}, {u"message"_s, u"line"_s}, {u"count"_s, 2000}});
    const auto before = logs(u"box"_s);
    const auto state = m_client->simulator.state();

    open(SimulatorClient::quick());
    QString error;
    QVERIFY2(m_client->simulator.load(state, &error), qPrintable(error));

    QCOMPARE(logs(u"box"_s).ids, before.ids);
    QCOMPARE(state[u"logs"].toObject()[u"apps"].toObject().begin()->toArray().size(), 500);
}

void SimulatorLogsTest::tellsTheDemosStory()
{
    m_client->simulator.populateDemo();

    QVERIFY(logs(u"playground"_s).says(u"HTTP server listening"_s));
    QVERIFY(logs(u"playground"_s).says(u"^Machine started in 800 ms$"_s));
}

void SimulatorLogsTest::passesOnWhatARealEditorWrites()
{
    const auto python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        QSKIP("no python3 here to play the editor");
    QTemporaryDir folder;
    QFile editor(folder.filePath(u"editor"_s));
    QVERIFY(editor.open(QIODevice::WriteOnly));
    editor.write("#!"_ba + python.toUtf8() + R"(
import http.server, sys
print('[info]  - listening', flush=True)
print('  indented to stderr', file=sys.stderr, flush=True)
port = int(sys.argv[sys.argv.index('--bind-addr') + 1].split(':')[1])
http.server.HTTPServer(('127.0.0.1', port), http.server.SimpleHTTPRequestHandler).serve_forever()
)"_ba);
    editor.close();
    editor.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto options = SimulatorClient::quick();
    options.editor = editor.fileName();
    open(options);
    m_client->makeBox(u"box"_s);

    QCOMPARE(m_client->visit(u"box"_s, "GET"_ba, u"/"_s).status, 200);

    QTRY_VERIFY(logs(u"box"_s).messages.contains(u"[info]  - listening"_s));
    QTRY_VERIFY(logs(u"box"_s).messages.contains(u"  indented to stderr"_s));
    QVERIFY(!logs(u"box"_s).says(u"built-in editor"_s));
}

QTEST_GUILESS_MAIN(SimulatorLogsTest)

#include "tst_simulator_logs.moc"
