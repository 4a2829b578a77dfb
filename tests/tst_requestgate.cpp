#include "fly/requestgate.h"
#include "model/async/taskscope.h"
#include "tests/flyfixture.h"
#include "tests/waitfor.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

class RequestGateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void letsABurstGoAtOnceAndTheRestInTime();
    void refillsFromTheFirstAnswer();
    void keepsTheOrderOfEachBucket();
    void holdsUpOnlyWhatIsLimited();
    void pausesEverything();
    void letsUsersGoBeforePolls();
    void leavesRoomForUsersWhenPollsAreMany();
    void doesNotCountLongWaits();
    void endsWhenAsked();
    void forgetsWhoIsGone();
    void keepsToTheLimitsOfTheServer();

private:
    //! Takes a turn, holds the pass for a while, and notes the name when it went.
    Task<> go(QString name, RequestGate::Ticket ticket, std::chrono::milliseconds answerTime, std::stop_token stop);
    void launch(const QString &name, const QString &bucket, Urgency urgency = Urgency::User,
                std::chrono::milliseconds answerTime = 0ms);

    static constexpr RateLimit oneASecond{.perSecond = 1, .burst = 3};
    Clock m_clock{20}; // a second is 50 ms
    std::unique_ptr<RequestGate> m_gate;
    QElapsedTimer m_time;
    QStringList m_gone;
    QList<qint64> m_when; //!< ms since the start, of m_gone
    std::unique_ptr<TaskScope> m_tasks;
};

void RequestGateTest::init()
{
    m_tasks.reset();
    m_gate = std::make_unique<RequestGate>(m_clock);
    m_tasks = std::make_unique<TaskScope>();
    m_gone.clear();
    m_when.clear();
    m_time.start();
}

Task<> RequestGateTest::go(QString name, RequestGate::Ticket ticket, std::chrono::milliseconds answerTime,
                           std::stop_token stop)
{
    const auto pass = co_await m_gate->turn(std::move(ticket), stop);
    m_gone << (pass ? name : u"not "_s + name);
    m_when << m_time.elapsed();
    if (answerTime > 0ms)
        co_await sleepFor(answerTime);
}

void RequestGateTest::launch(const QString &name, const QString &bucket, Urgency urgency,
                             std::chrono::milliseconds answerTime)
{
    const auto limit = bucket.isEmpty() ? RateLimit() : oneASecond;
    m_tasks->launch(go(name, m_gate->ticket(bucket, limit, urgency), answerTime, {}));
}

void RequestGateTest::letsABurstGoAtOnceAndTheRestInTime()
{
    for (const auto &name : {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s})
        launch(name, u"bucket"_s);

    QCOMPARE(m_gone, (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    QTRY_COMPARE(m_gone.size(), 5);
    QVERIFY2(m_when[3] >= 50, qPrintable(QString::number(m_when[3])));
    QVERIFY2(m_when[4] >= 100, qPrintable(QString::number(m_when[4])));
}

void RequestGateTest::refillsFromTheFirstAnswer()
{
    for (const auto &name : {u"1"_s, u"2"_s, u"3"_s, u"4"_s})
        launch(name, u"bucket"_s, Urgency::User, 40ms);

    QTRY_COMPARE(m_gone.size(), 4);
    QVERIFY2(m_when[3] >= 88, qPrintable(QString::number(m_when[3]))); // 50 ms after the answer, not after the start
}

void RequestGateTest::keepsTheOrderOfEachBucket()
{
    QStringList expected;
    for (int i = 0; i < 12; ++i) {
        expected << QString::number(i);
        launch(expected.last(), u"bucket"_s);
    }

    QTRY_COMPARE_WITH_TIMEOUT(m_gone.size(), 12, 5000);
    QCOMPARE(m_gone, expected);
}

void RequestGateTest::holdsUpOnlyWhatIsLimited()
{
    for (int i = 0; i < 5; ++i)
        launch(u"a"_s, u"full"_s);
    launch(u"other"_s, u"empty"_s);
    launch(u"free"_s, {});

    QCOMPARE(m_gone, (QStringList{u"a"_s, u"a"_s, u"a"_s, u"other"_s, u"free"_s}));
}

void RequestGateTest::pausesEverything()
{
    m_gate->pauseFor(80ms);
    launch(u"free"_s, {});
    launch(u"limited"_s, u"bucket"_s);

    QVERIFY(m_gone.isEmpty());
    QTRY_COMPARE(m_gone.size(), 2);
    QVERIFY2(m_when[0] >= 80, qPrintable(QString::number(m_when[0])));
}

void RequestGateTest::letsUsersGoBeforePolls()
{
    m_gate->pauseFor(30ms);
    launch(u"poll 1"_s, {}, Urgency::Poll);
    launch(u"poll 2"_s, {}, Urgency::Poll);
    launch(u"user"_s, {}, Urgency::User);

    QTRY_COMPARE(m_gone.size(), 3);
    QCOMPARE(m_gone, (QStringList{u"user"_s, u"poll 1"_s, u"poll 2"_s}));
}

void RequestGateTest::leavesRoomForUsersWhenPollsAreMany()
{
    for (int i = 0; i < RequestGate::mostUnderWay; ++i)
        launch(u"poll"_s, {}, Urgency::Poll, 10s);
    launch(u"user"_s, {}, Urgency::User, 10s);

    QCOMPARE(m_gone.size(), RequestGate::mostUnderWay / 2 + 1);
    QCOMPARE(m_gone.last(), u"user"_s);
}

void RequestGateTest::doesNotCountLongWaits()
{
    for (int i = 0; i < RequestGate::mostUnderWay; ++i) {
        auto ticket = m_gate->ticket({}, {}, Urgency::User);
        ticket.isLong = true;
        m_tasks->launch(go(u"wait"_s, std::move(ticket), 10s, {}));
    }
    launch(u"user"_s, {});

    QCOMPARE(m_gone.last(), u"user"_s);
}

void RequestGateTest::endsWhenAsked()
{
    std::stop_source stop;
    m_gate->pauseFor(10s);
    m_tasks->launch(go(u"it"_s, m_gate->ticket({}, {}, Urgency::User), 0ms, stop.get_token()));
    QTest::qWait(5);
    QVERIFY(m_gone.isEmpty());

    stop.request_stop();

    QTRY_COMPARE(m_gone, QStringList{u"not it"_s});
}

void RequestGateTest::forgetsWhoIsGone()
{
    for (int i = 0; i < 4; ++i)
        launch(u"early"_s, u"bucket"_s);
    QCOMPARE(m_gone.size(), 3);

    m_tasks = std::make_unique<TaskScope>(); // the fourth goes away while it waits
    launch(u"late"_s, u"bucket"_s);

    QTRY_COMPARE(m_gone.size(), 4);
    QCOMPARE(m_gone.last(), u"late"_s);
    QVERIFY2(m_when.last() < 90, qPrintable(QString::number(m_when.last()))); // it took no turn of its own
}

void RequestGateTest::keepsToTheLimitsOfTheServer()
{
    constexpr int machineCount = 100;
    constexpr int perMachine = 5;
    constexpr double speed = 0.25; // slow, so that what this computer needs for 500 requests hardly counts
    // Three at once and then one a second: the fifth may go after two seconds.
    constexpr double allowedSeconds = 2;

    FlyFixture fly({.timeScale = speed, .newAppUnsettled = 0ms});
    QJsonArray machines;
    for (int i = 0; i < machineCount; ++i)
        machines << QJsonObject{{u"id"_s, u"machine%1"_s.arg(i)},
                                {u"app"_s, u"box"_s},
                                {u"app_number"_s, 7},
                                {u"state"_s, u"started"_s},
                                {u"region"_s, u"ams"_s}};
    QString error;
    QVERIFY2(fly.simulator.load({{u"flysim"_s, 1},
                                 {u"apps"_s, QJsonArray{QJsonObject{{u"name"_s, u"box"_s}, {u"number"_s, 7}}}},
                                 {u"machines"_s, machines}},
                                &error),
             qPrintable(error));

    QElapsedTimer time;
    time.start();
    QList<std::pair<int, int>> answered; // machine, which of its operations
    int refused = 0;
    TaskScope tasks;
    for (int round = 0; round < perMachine; ++round) {
        for (int i = 0; i < machineCount; ++i) {
            const auto id = u"machine%1"_s.arg(i);
            tasks.launch(fly.client->machines.setMetadata(u"box"_s, id, u"round"_s, QString::number(round), {}),
                         [&, i, round](const Result<void> &done) {
                             refused += done ? 0 : 1;
                             answered.emplace_back(i, round);
                         });
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), machineCount * perMachine, 30'000);

    const double seconds = static_cast<double>(time.elapsed()) / 1000 * speed;
    const auto seen = fly.simulator.requests();
    const auto refusals = std::ranges::count(seen, 429, &simulator::SeenRequest::status);
    qInfo("500 operations on 100 instances: %.2f s of %.2f s allowed (%.2f x), %lld answered 429", seconds,
          allowedSeconds, seconds / allowedSeconds, static_cast<long long>(refusals));
    QCOMPARE(refused, 0);
    QCOMPARE(refusals, 0);
    QCOMPARE(seen.size(), machineCount * perMachine);
    QVERIFY(seconds >= allowedSeconds * 0.99);
    QVERIFY2(seconds <= allowedSeconds * 1.15, qPrintable(QString::number(seconds)));
    // In order for each instance, and none gets its fifth before each has had its third.
    QList<int> done(machineCount, 0);
    for (const auto &[machine, round] : std::as_const(answered)) {
        QCOMPARE(round, done[machine]);
        ++done[machine];
        QVERIFY(done[machine] < perMachine || *std::ranges::min_element(done) >= 3);
    }
}

QTEST_GUILESS_MAIN(RequestGateTest)
#include "tst_requestgate.moc"
