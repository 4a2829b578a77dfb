#include "fly/httpclient.h"
#include "tests/hostileserver.h"
#include "tests/waitfor.h"

#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

static void answer(QTcpSocket &socket, const QByteArray &status, const QByteArray &body = {},
                   const QByteArray &headers = {})
{
    socket.write("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size())
                 + "\r\n\r\n" + body);
}

class HttpClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsBackAnyWholeAnswer_data();
    void handsBackAnyWholeAnswer();
    void sendsWhatChangesTheWorldOnce_data();
    void sendsWhatChangesTheWorldOnce();
    void tellsAnUnknownOutcomeFromAFailedRead();
    void saysWhenNobodyListens();
    void endsAtItsOwnDeadlineEvenWhenBytesTrickle();
    void endsWhenAsked();
    void doesNotStartWhenAskedToStopBefore();
    void reportsABodyCutShort();
    void refusesAnswersWithoutEnd();
    void keepsTheTokenFromOtherOrigins();
    void followsRedirectsWithinTheOrigin();
    void reachesLocalNamesAndKeepsTheirHost();
    void refusesPlainHttpToTheWorld();
    void namesItself();
    void survivesNonsense_data();
    void survivesNonsense();

private:
    Clock m_clock{10};
    HttpClient m_client{m_clock};
};

void HttpClientTest::handsBackAnyWholeAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 204, 302, 400, 401, 403, 404, 408, 409, 412, 422, 429, 500, 502, 503})
        QTest::addRow("%d", status) << status;
}

void HttpClientTest::handsBackAnyWholeAnswer()
{
    QFETCH(int, status);
    HostileServer server([status](QTcpSocket &socket, const QByteArray &) {
        answer(socket, QByteArray::number(status) + " X", status == 204 ? "" : "words",
               "WWW-Authenticate: Basic realm=\"api\"\r\nX-Mark: 7\r\n");
    });

    const auto reply = waitFor(m_client.send({.url = server.url(), .followsRedirects = false}));

    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QCOMPARE(reply->header("x-mark"), "7"_ba);
    QCOMPARE(reply->body, status == 204 ? ""_ba : "words"_ba);
    QCOMPARE(server.requests().size(), 1);
}

void HttpClientTest::sendsWhatChangesTheWorldOnce_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("aborts");
    for (const auto *verb : {"POST", "PUT", "PATCH", "DELETE"}) {
        for (const auto *body : {"", "{\"name\":\"box\"}"}) {
            for (const bool aborts : {false, true})
                QTest::addRow("%s, body of %zu, %s", verb, strlen(body), aborts ? "reset" : "closed")
                    << QByteArray(verb) << QByteArray(body) << aborts;
        }
    }
}

void HttpClientTest::sendsWhatChangesTheWorldOnce()
{
    QFETCH(QByteArray, verb);
    QFETCH(QByteArray, body);
    QFETCH(bool, aborts);
    HostileServer server([aborts](QTcpSocket &socket, const QByteArray &) {
        if (aborts)
            socket.abort();
        else
            socket.disconnectFromHost();
    });

    const auto reply = waitFor(m_client.send({.verb = verb, .url = server.url(), .body = body}));

    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::NetworkOutcomeUnknown);
    QTest::qWait(50); // a second sending would come right away
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(server.requests().first().endsWith(body));
}

void HttpClientTest::tellsAnUnknownOutcomeFromAFailedRead()
{
    HostileServer server([](QTcpSocket &socket, const QByteArray &) { socket.disconnectFromHost(); });
    const auto reply = waitFor(m_client.send({.url = server.url()}));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::NetworkConnectionFailed);
}

void HttpClientTest::saysWhenNobodyListens()
{
    QUrl url;
    {
        const HostileServer server([](QTcpSocket &, const QByteArray &) { });
        url = server.url();
    }
    const auto read = waitFor(m_client.send({.url = url}));
    const auto write = waitFor(m_client.send({.verb = "POST", .url = url}));
    QCOMPARE(read.error().code, ErrorCode::NetworkConnectionFailed);
    QCOMPARE(write.error().code, ErrorCode::NetworkConnectionFailed); // certainly not carried out
}

void HttpClientTest::endsAtItsOwnDeadlineEvenWhenBytesTrickle()
{
    HostileServer server([](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        auto *drip = new QTimer(&socket);
        drip->callOnTimeout(&socket, [&socket] { socket.write("."); });
        drip->start(5);
    });
    const auto read = waitFor(m_client.send({.url = server.url(), .deadline = 1s}));
    const auto write = waitFor(m_client.send({.verb = "POST", .url = server.url(), .deadline = 1s}));
    QCOMPARE(read.error().code, ErrorCode::NetworkTimeout);
    QCOMPARE(write.error().code, ErrorCode::NetworkOutcomeUnknown);
}

void HttpClientTest::endsWhenAsked()
{
    std::stop_source stop;
    HostileServer server(
        [&](QTcpSocket &, const QByteArray &) { QTimer::singleShot(0, this, [&stop] { stop.request_stop(); }); });
    const auto reply = waitFor(m_client.send({.url = server.url(), .stop = stop.get_token()}));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::Cancelled);
}

void HttpClientTest::doesNotStartWhenAskedToStopBefore()
{
    HostileServer server([](QTcpSocket &socket, const QByteArray &) { answer(socket, "200 OK"); });
    std::stop_source stop;
    stop.request_stop();
    const auto reply = waitFor(m_client.send({.verb = "POST", .url = server.url(), .stop = stop.get_token()}));
    QCOMPARE(reply.error().code, ErrorCode::Cancelled);
    QVERIFY(server.requests().isEmpty());
}

void HttpClientTest::reportsABodyCutShort()
{
    HostileServer server([](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":");
        socket.disconnectFromHost();
    });
    const auto read = waitFor(m_client.send({.url = server.url()}));
    const auto write = waitFor(m_client.send({.verb = "POST", .url = server.url()}));
    QCOMPARE(read.error().code, ErrorCode::NetworkConnectionFailed);
    QCOMPARE(write.error().code, ErrorCode::NetworkOutcomeUnknown);
}

void HttpClientTest::refusesAnswersWithoutEnd()
{
    HostileServer server([](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        auto *flood = new QTimer(&socket);
        flood->callOnTimeout(&socket, [&socket] {
            if (socket.bytesToWrite() < 4 << 20)
                socket.write(QByteArray(1 << 20, 'x'));
        });
        flood->start(0);
    });
    const auto reply = waitFor(m_client.send({.url = server.url(), .deadline = 600s}));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::BadReply);
}

void HttpClientTest::keepsTheTokenFromOtherOrigins()
{
    HostileServer thief([](QTcpSocket &socket, const QByteArray &) { answer(socket, "200 OK", "got it"); });
    HostileServer server([&](QTcpSocket &socket, const QByteArray &) {
        answer(socket, "302 Found", {}, "Location: " + thief.url().toEncoded() + "\r\n");
    });
    const auto reply =
        waitFor(m_client.send({.url = server.url(), .headers = {{"Authorization"_ba, "Bearer fo1_secret"_ba}}}));
    QVERIFY(!reply || reply->status == 302);
    QVERIFY(thief.requests().isEmpty());
}

void HttpClientTest::followsRedirectsWithinTheOrigin()
{
    HostileServer server([](QTcpSocket &socket, const QByteArray &request) {
        if (request.startsWith("GET /there"))
            answer(socket, "200 OK", "here");
        else
            answer(socket, "302 Found", {}, "Location: /there\r\n");
    });
    const auto reply = waitFor(m_client.send({.url = server.url()}));
    QVERIFY(reply);
    QCOMPARE(reply->body, "here"_ba);
}

void HttpClientTest::reachesLocalNamesAndKeepsTheirHost()
{
    HostileServer server([](QTcpSocket &socket, const QByteArray &) { answer(socket, "200 OK"); });
    const QUrl url(u"http://my-app.localhost:%1/healthz"_s.arg(server.port()));
    const auto reply = waitFor(m_client.send({.url = url}));
    QVERIFY(reply);
    QVERIFY(server.requests().first().toLower().contains(
        "\r\nhost: my-app.localhost:" + QByteArray::number(server.port()) + "\r\n"));
}

void HttpClientTest::refusesPlainHttpToTheWorld()
{
    const auto reply = waitFor(m_client.send({.url = QUrl(u"http://192.0.2.1/"_s)}));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, ErrorCode::ApiInvalidRequest);
}

void HttpClientTest::namesItself()
{
    HostileServer server([](QTcpSocket &socket, const QByteArray &) { answer(socket, "200 OK"); });
    const auto reply = waitFor(m_client.send({.url = server.url()}));
    QVERIFY(reply);
    QVERIFY(server.requests().first().contains("\r\nUser-Agent: remote-swarm/" SWARM_VERSION "\r\n"));
}

void HttpClientTest::survivesNonsense_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("not http") << "SSH-2.0-OpenSSH_9.2\r\n"_ba;
    QTest::newRow("zeros") << QByteArray(10'000, '\0');
    QTest::newRow("bad status") << "HTTP/1.1 abc\r\n\r\n"_ba;
    QTest::newRow("huge length") << "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nx"_ba;
    QTest::newRow("negative length") << "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx"_ba;
    QTest::newRow("bad chunk") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n"_ba;
    QTest::newRow("bad gzip") << "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello"_ba;
}

void HttpClientTest::survivesNonsense()
{
    QFETCH(QByteArray, bytes);
    HostileServer server([&](QTcpSocket &socket, const QByteArray &) {
        socket.write(bytes);
        socket.disconnectFromHost();
    });
    const auto reply = waitFor(m_client.send({.verb = "POST", .url = server.url(), .deadline = 5s}));
    QVERIFY(!reply || reply->body.size() <= bytes.size());
    QCOMPARE(server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_httpclient.moc"
