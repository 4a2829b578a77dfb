// That what changes the world is sent once: by every call of the client, over HTTP/1.1 and HTTP/2, to servers that
// take a request and never answer it. Only our own retry may send again, and only where that does no harm.
#include "model/categorylogger.h"
#include "tests/flycalls.h"
#include "tests/hostileserver.h"
#include "tests/http2server.h"
#include "tests/testcertificate.h"
#include "tests/waitfor.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>

#include <ranges>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

constexpr RetryPolicy patient{.retries = 2};
constexpr double speed = 100;

std::vector<FlyCallCase> callsThatAreNoReads()
{
    auto calls = everyFlyCall();
    std::erase_if(calls, [](const FlyCallCase &call) { return call.verb == "GET"; });
    return calls;
}

//! Whether sending it twice is sending it once.
bool isRepeatable(const FlyCallCase &call)
{
    return call.isGraphQl ? !call.changesTheWorld : call.verb != "POST";
}

//! A client of its own for each row, so that no connection outlives one.
struct Client {
    Client(const QUrl &api, const RetryPolicy &retry)
        : connection({.api = api, .graphql = QUrl(api.toString() + u"/graphql"_s)}, retry, clock, logger)
    {
        connection.setToken(u"fo1_test"_s);
    }

    //! The outcome, after a while in which a second sending would have come.
    Result<void> run(const FlyCallCase &call)
    {
        auto result = waitFor(call.run(fly));
        QTest::qWait(5);
        return result;
    }

    Clock clock{speed};
    CategoryLogger logger{logcategory::fly};
    FlyConnection connection;
    FlyClient fly{connection, Urgency::User};
};

//! Trust in our certificate, as long as it lives.
class Trust
{
public:
    explicit Trust(const TestCertificate &certificate)
        : m_before(QSslConfiguration::defaultConfiguration())
    {
        QSslConfiguration::setDefaultConfiguration(certificate.trusting());
    }
    ~Trust() { QSslConfiguration::setDefaultConfiguration(m_before); }
    Trust(const Trust &) = delete;
    Trust &operator=(const Trust &) = delete;

private:
    QSslConfiguration m_before;
};

//! When the requests came, in ms.
using Times = std::vector<qint64>;

void compareWithPolicy(const FlyCallCase &call, const Result<void> &result, const Times &times)
{
    const auto repeats = isRepeatable(call) ? static_cast<std::size_t>(patient.retries) : 0;
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::NetworkOutcomeUnknown);
    QCOMPARE(times.size(), 1 + repeats);
    for (std::size_t again = 0; again < repeats; ++again) {
        // The shortest that jitter allows is three quarters; half of it leaves room for coarse timers.
        const auto pause = patient.pauseBefore(static_cast<int>(again), 0s, 0) * 2 / 3;
        const auto waited = times[again + 1] - times[again];
        QVERIFY2(static_cast<double>(waited) >= static_cast<double>(pause.count()) / speed,
                 qPrintable(u"again after %1 ms"_s.arg(waited)));
    }
}

} // namespace

class SentOnceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void overHttp1_data();
    void overHttp1();
    void overHttp2_data();
    void overHttp2();
    void isAnsweredOverHttp2_data();
    void isAnsweredOverHttp2();
    void takesNoCutAnswerOverHttp2ForAWholeOne();
    void refusesAServerThatItDoesNotTrust();

private:
    TestCertificate m_certificate;
};

void SentOnceTest::initTestCase()
{
    QLoggingCategory::setFilterRules(u"remoteswarm.*=false\nqt.network.http2=false"_s);
    QVERIFY2(m_certificate.isThere(), "openssl did not make a certificate");
}

static void addRows(const std::vector<std::pair<QByteArray, int>> &ways)
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("way");
    int index = 0;
    for (const auto &call : callsThatAreNoReads()) {
        for (const auto &[name, way] : ways)
            QTest::newRow((call.name + ", "_ba + name).constData()) << index << way;
        ++index;
    }
}

void SentOnceTest::overHttp1_data()
{
    addRows({{"closed"_ba, 0}, {"reset"_ba, 1}});
}

void SentOnceTest::overHttp1()
{
    QFETCH(const int, index);
    QFETCH(const int, way);
    const auto call = callsThatAreNoReads().at(static_cast<std::size_t>(index));
    Times times;
    QElapsedTimer elapsed;
    elapsed.start();
    HostileServer server([&](QTcpSocket &socket, const QByteArray &request) {
        times.push_back(elapsed.elapsed());
        QVERIFY(request.startsWith(call.verb + ' '));
        if (way == 0)
            socket.disconnectFromHost();
        else
            socket.abort();
    });

    Client once(server.url({}), {.retries = 0});
    const auto outcome = once.run(call);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::NetworkOutcomeUnknown);
    QCOMPARE(times.size(), 1U);

    times.clear();
    Client again(server.url({}), patient);
    const auto result = again.run(call);
    compareWithPolicy(call, result, times);
}

void SentOnceTest::overHttp2_data()
{
    using Behaviour = Http2Server::Behaviour;
    addRows({{"closed"_ba, static_cast<int>(Behaviour::Close)},
             {"stream reset"_ba, static_cast<int>(Behaviour::ResetStream)},
             {"told to go away"_ba, static_cast<int>(Behaviour::GoAway)}});
}

void SentOnceTest::overHttp2()
{
    QFETCH(const int, index);
    QFETCH(const int, way);
    const auto call = callsThatAreNoReads().at(static_cast<std::size_t>(index));
    Http2Server server(m_certificate.server(), static_cast<Http2Server::Behaviour>(way));
    const Trust trust(m_certificate);

    Client once(server.url(), {.retries = 0});
    const auto outcome = once.run(call);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::NetworkOutcomeUnknown);
    QCOMPARE(server.protocols(), QByteArrayList{"h2"_ba});
    QCOMPARE(server.requests().size(), 1U);
    QVERIFY(server.requests().front().isWhole);

    Client again(server.url(), patient);
    const auto result = again.run(call);
    Times times;
    std::ranges::transform(server.requests() | std::views::drop(1), std::back_inserter(times), &Http2Server::Seen::at);
    compareWithPolicy(call, result, times);
    QCOMPARE(server.protocols().count("h2"_ba), server.protocols().size());
}

void SentOnceTest::isAnsweredOverHttp2_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const auto *name : {"machines.start", "machines.remove", "machines.changeMetadata"})
        QTest::newRow(name) << QByteArray(name);
}

void SentOnceTest::isAnsweredOverHttp2()
{
    QFETCH(const QByteArray, name);
    const auto calls = everyFlyCall();
    const auto call = std::ranges::find(calls, name, &FlyCallCase::name);
    Http2Server server(m_certificate.server(), Http2Server::Behaviour::Answer);
    const Trust trust(m_certificate);
    Client client(server.url(), patient);

    const auto result = client.run(*call);

    QVERIFY(result);
    QCOMPARE(server.protocols(), QByteArrayList{"h2"_ba});
    QCOMPARE(server.requests().size(), 1U);
    QCOMPARE(server.requests().front().bodySize > 0, name == "machines.changeMetadata");
}

void SentOnceTest::takesNoCutAnswerOverHttp2ForAWholeOne()
{
    Http2Server server(m_certificate.server(), Http2Server::Behaviour::CutAnswer);
    const Trust trust(m_certificate);
    const Clock clock(speed);
    HttpClient client(clock);

    const auto read = waitFor(client.send({.url = server.url(u"/"_s)}));
    const auto write = waitFor(client.send({.verb = "POST", .url = server.url(u"/"_s)}));

    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NetworkConnectionFailed);
    QVERIFY(!write);
    QCOMPARE(write.error().code, ErrorCode::NetworkOutcomeUnknown);
}

void SentOnceTest::refusesAServerThatItDoesNotTrust()
{
    for (const auto &call : everyFlyCall()) {
        Http2Server server(m_certificate.server(), Http2Server::Behaviour::Answer);
        Client client(server.url(), {.retries = 0});

        const auto result = client.run(call);

        QVERIFY2(!result, call.name);
        QCOMPARE(result.error().code, ErrorCode::NetworkConnectionFailed);
        QVERIFY(!result.error().detail.isEmpty());
        QCOMPARE(server.requests().size(), 0U);
        QCOMPARE(server.bytesRead(), 0);
    }
}

QTEST_GUILESS_MAIN(SentOnceTest)
#include "tst_sentonce.moc"
