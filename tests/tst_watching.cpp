// Logs and measurements of an instance, as the client reads them from the simulator.
#include "fly/logfollower.h"
#include "fly/metricexpression.h"
#include "tests/flyfixture.h"
#include "tests/plainclient.h"
#include "tests/waitfor.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

class WatchingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fly.reset(); }
    void readsTheNewestLinesFirst();
    void handsOutEachLineOnce();
    void readsWhatTheProxySaysOfNoMachine();
    void readsItsOwnBesideANoisyNeighbour();
    void goesOnAfterAFailure();
    void stopsWhereTheAppIsGone();
    void stopsWhenAsked();
    void measures();
    void measuresNothingWhileItIsOff();
    void saysWhatIsWrongWithAnExpression();

private:
    void say(const QString &text, int count = 1);
    void sayOf(const QString &machine, const QString &provider, const QString &text, int count = 1);
    TimeRange lately() const;

    std::unique_ptr<FlyFixture> m_fly;
    Instance m_instance;
};

void WatchingTest::init()
{
    m_fly = std::make_unique<FlyFixture>();
    m_fly->simulator.setAutostopAfter(0ms);
    const auto made = waitFor(m_fly->provider->create(FlyFixture::spec(u"box"_s), {}));
    QVERIFY(made);
    m_instance = *made;
}

void WatchingTest::say(const QString &text, int count)
{
    sayOf(m_instance.machine, u"app"_s, text, count);
}

void WatchingTest::sayOf(const QString &machine, const QString &provider, const QString &text, int count)
{
    PlainClient client(m_fly->simulator.apiUrl());
    QJsonObject lines{{u"app"_s, u"box"_s},
                      {u"message"_s, text},
                      {u"level"_s, u"info"_s},
                      {u"provider"_s, provider},
                      {u"count"_s, count}};
    if (!machine.isEmpty())
        lines.insert(u"machine"_s, machine);
    QCOMPARE(client.post(u"/_sim/logs"_s, lines).status, 200);
}

TimeRange WatchingTest::lately() const
{
    const auto now = QDateTime::fromMSecsSinceEpoch(m_fly->simulator.now(), Qt::UTC);
    return {.from = now.addSecs(-600), .to = now, .step = 15s};
}

void WatchingTest::readsTheNewestLinesFirst()
{
    say(u"much"_s, 250);
    LogFollower follower(m_fly->client->logs, m_fly->clock, u"box"_s, {});

    const auto lines = waitFor(follower.more({}));

    QVERIFY(lines);
    QCOMPARE(lines->size(), 100u);
    QVERIFY(lines->back().at.isValid());
    QCOMPARE(lines->back().source, LogLine::Source::Editor);
    QCOMPARE(lines->back().machine, m_instance.machine);
}

void WatchingTest::handsOutEachLineOnce()
{
    QSet<QString> ids;
    QStringList texts;
    std::stop_source stop;
    LogFollower follower(m_fly->client->logs, m_fly->clock, u"box"_s, m_instance.machine);
    TaskScope tasks;
    bool isOver = false;
    tasks.launch(follower.follow(
                     [&](const std::vector<LogLine> &lines) {
                         for (const auto &line : lines) {
                             QVERIFY(!ids.contains(line.id));
                             ids.insert(line.id);
                             if (line.source == LogLine::Source::Editor && line.text.startsWith("line"_L1))
                                 texts << line.text.section(u' ', 0, 1);
                         }
                     },
                     stop.get_token()),
                 [&](const Result<void> &) { isOver = true; });
    for (int i = 0; i < 20; ++i) {
        say(u"line %1"_s.arg(i), i % 3 == 0 ? 40 : 1); // many at the very same moment
        QTest::qWait(10);
    }

    QTRY_COMPARE(texts.count(u"line 19"_s), 1);
    QCOMPARE(texts.count(u"line 18"_s), 40);
    QCOMPARE(texts.size(), 7 * 40 + 13);
    stop.request_stop();
    QTRY_VERIFY(isOver);
}

void WatchingTest::readsWhatTheProxySaysOfNoMachine()
{
    const auto refusal = u"[PR01] no known healthy instances found for route tcp/443"_s;
    sayOf({}, u"proxy"_s, refusal);
    say(u"after it"_s);
    LogFollower follower(m_fly->client->logs, m_fly->clock, u"box"_s, m_instance.machine);

    const auto lines = waitFor(follower.more({}));

    QVERIFY(lines);
    QVERIFY(lines->size() >= 2);
    const auto &told = (*lines)[lines->size() - 2];
    QCOMPARE(told.text, refusal);
    QCOMPARE(told.source, LogLine::Source::Proxy);
    QCOMPARE(std::ranges::count(*lines, u"after it"_s, &LogLine::text), 1);
}

void WatchingTest::readsItsOwnBesideANoisyNeighbour()
{
    PlainClient client(m_fly->simulator.apiUrl());
    const QJsonObject config{{u"image"_s, u"codercom/code-server:latest"_s}};
    const auto made = client.post(u"/v1/apps/box/machines"_s, {{u"region"_s, u"ams"_s}, {u"config"_s, config}});
    QCOMPARE(made.status, 200);
    const auto neighbour = made.text(u"id"_s);
    say(u"mine"_s);
    sayOf(neighbour, u"app"_s, u"noise"_s, 250);
    LogFollower follower(m_fly->client->logs, m_fly->clock, u"box"_s, m_instance.machine);

    const auto lines = waitFor(follower.more({}));

    QVERIFY(lines);
    QCOMPARE(std::ranges::count(*lines, u"mine"_s, &LogLine::text), 1);
    QCOMPARE(std::ranges::count(*lines, neighbour, &LogLine::machine), 0);
}

void WatchingTest::goesOnAfterAFailure()
{
    LogFollower follower(m_fly->client->logs, m_fly->clock, u"box"_s, {});
    QVERIFY(waitFor(follower.more({})));
    say(u"before"_s);
    m_fly->simulator.addFault({.method = "GET", .route = u"/api/v1/apps/{app}/logs"_s, .times = 4, .status = 503});

    QVERIFY(!waitFor(follower.more({}))); // all its retries are used up
    const auto after = waitFor(follower.more({}));

    QVERIFY(after);
    QCOMPARE(std::ranges::count(*after, u"before"_s, &LogLine::text), 1);
}

void WatchingTest::stopsWhereTheAppIsGone()
{
    LogFollower follower(m_fly->client->logs, m_fly->clock, u"no-such-app"_s, {});
    const auto over = waitFor(follower.follow([](const std::vector<LogLine> &) { }, {}));
    QVERIFY(!over);
    QCOMPARE(over.error().code, ErrorCode::ResourceNotFound);
}

void WatchingTest::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    LogFollower follower(m_fly->client->logs, m_fly->clock, u"box"_s, {});
    QVERIFY(waitFor(follower.follow([](const std::vector<LogLine> &) { }, stop.get_token())));
}

void WatchingTest::measures()
{
    struct Row {
        const char *name;
        Metric metric;
        double most;
    };
    const Row rows[]{{"CPU", Metric::CpuBusy, 1.0},
                     {"CPU baseline", Metric::CpuBaseline, 16.0},
                     {"CPU throttled", Metric::CpuThrottled, 1.0},
                     {"memory", Metric::MemoryUsed, 2.2e9},
                     {"memory there is", Metric::MemoryTotal, 2.2e9},
                     {"disk", Metric::DiskUsed, 1.1e10},
                     {"disk there is", Metric::DiskTotal, 1.1e10},
                     {"received", Metric::NetworkReceived, 1e9},
                     {"sent", Metric::NetworkSent, 1e9},
                     {"load", Metric::Load, 100.0},
                     {"up", Metric::Up, 1.0},
                     {"connections", Metric::Connections, 1000.0}};
    QTest::qWait(1500); // two and a half minutes of samples

    for (const auto &row : rows) {
        const auto expression = metricExpression(row.metric, u"box"_s);
        const auto series = waitFor(m_fly->client->metrics.range(u"personal"_s, expression, lately(), {}));

        QVERIFY2(series, row.name);
        QVERIFY2(series->size() == 1, row.name);
        const auto &one = series->front();
        QVERIFY2(row.metric == Metric::Connections || one.labels.value(u"instance"_s) == m_instance.machine, row.name);
        QVERIFY2(one.samples.size() >= 3, row.name);
        const auto isPlausible = [&row](const Sample &sample) { return sample.value >= 0 && sample.value <= row.most; };
        QVERIFY2(std::ranges::all_of(one.samples, isPlausible), row.name);
        QVERIFY2(std::ranges::is_sorted(one.samples, {}, &Sample::at), row.name);
    }
}

void WatchingTest::measuresNothingWhileItIsOff()
{
    QTest::qWait(600);
    QVERIFY(waitFor(m_fly->provider->stop(m_instance, StopManner::Kill, {})));
    QTest::qWait(2000); // more than three minutes
    const auto up = metricExpression(Metric::Up, u"box"_s);

    const auto newest = waitFor(m_fly->client->metrics.newest(u"personal"_s, up, {}));
    const auto range = waitFor(m_fly->client->metrics.range(
        u"personal"_s, up, {.from = lately().to.addSecs(-120), .to = lately().to, .step = 15s}, {}));

    QVERIFY(newest && newest->empty());
    QVERIFY(range && range->empty());
}

void WatchingTest::saysWhatIsWrongWithAnExpression()
{
    const auto nonsense = waitFor(m_fly->client->metrics.newest(u"personal"_s, u"sum by ("_s, {}));
    QVERIFY(!nonsense);
    QCOMPARE(nonsense.error().code, ErrorCode::ApiInvalidRequest);
    QVERIFY(!nonsense.error().detail.isEmpty());
    // Names that come from outside cannot break out of their quotes.
    QVERIFY(waitFor(m_fly->client->metrics.newest(u"personal"_s, metricExpression(Metric::Up, u"a\"} or \\"_s), {})));
}

QTEST_GUILESS_MAIN(WatchingTest)
#include "tst_watching.moc"
