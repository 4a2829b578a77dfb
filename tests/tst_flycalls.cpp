// That the catalogue of calls, which other tests walk through, has all of them.
#include "model/categorylogger.h"
#include "tests/flycalls.h"
#include "tests/hostileserver.h"
#include "tests/waitfor.h"

#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

QString textOf(const QString &header)
{
    QFile file(QStringLiteral(SWARM_SOURCE "/fly/") + header);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList matchesOf(const QString &pattern, const QString &text, const QString &before)
{
    QStringList names;
    auto match = QRegularExpression(pattern).globalMatch(text);
    while (match.hasNext())
        names << before + match.next().captured(1);
    return names;
}

//! "machines.start" and the like: all that FlyClient's parts make public.
QStringList methodsInHeaders()
{
    QStringList methods;
    auto parts = QRegularExpression(u"\\n    (Fly\\w+) (\\w+);"_s).globalMatch(textOf(u"flyclient.h"_s));
    while (parts.hasNext()) {
        const auto part = parts.next();
        const auto header = textOf(part.captured(1).toLower() + u".h"_s);
        const auto text = header.section(u"\nprivate:"_s, 0, 0).section(u"\nprotected:"_s, 0, 0);
        methods << matchesOf(u"Task<Result<[^;()]*>>\\s+(\\w+)[(]"_s, text, part.captured(2) + u'.');
    }
    return methods;
}

} // namespace

class FlyCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"remoteswarm.*=false"_s); }
    void nameEveryMethodOfTheClient();
    void sendTheVerbTheySay_data();
    void sendTheVerbTheySay();
};

void FlyCallsTest::nameEveryMethodOfTheClient()
{
    QStringList named;
    for (const auto &call : everyFlyCall())
        named << QString::fromLatin1(call.name).section(u'(', 0, 0);
    named.removeDuplicates();
    named.sort();
    auto methods = methodsInHeaders();
    methods.sort();

    QVERIFY(methods.size() > 50);
    QCOMPARE(named, methods);
}

void FlyCallsTest::sendTheVerbTheySay_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto &call : everyFlyCall())
        QTest::newRow(call.name) << index++;
}

void FlyCallsTest::sendTheVerbTheySay()
{
    QFETCH(const int, index);
    const auto call = everyFlyCall().at(static_cast<std::size_t>(index));
    HostileServer server(
        [](QTcpSocket &socket, const QByteArray &) { socket.write("HTTP/1.1 422 No\r\nContent-Length: 2\r\n\r\n{}"); });
    const Clock clock(100);
    CategoryLogger logger(logcategory::fly);
    FlyConnection connection({.api = server.url({}), .graphql = server.url(u"/graphql"_s)}, {.retries = 0}, clock,
                             logger);
    connection.setToken(u"fo1_test"_s);
    FlyClient client(connection, Urgency::User);

    const auto result = waitFor(call.run(client));

    QVERIFY(!result);
    QCOMPARE(server.requests().size(), 1);
    const auto request = server.requests().first();
    QVERIFY2(request.startsWith(call.verb + ' '), request.constData());
    QCOMPARE(request.startsWith("POST /graphql "), call.isGraphQl);
    if (call.isGraphQl)
        QCOMPARE(request.contains("\"query\":\"mutation"), call.changesTheWorld);
}

QTEST_GUILESS_MAIN(FlyCallsTest)
#include "tst_flycalls.moc"
