// Every call of the client against every bad answer: a clear error, no crash, no success made of nonsense, and an end.
//
// By default a seeded sample of the matrix runs; with SWARM_WHOLE_MATRIX set, all of it.
#include "model/categorylogger.h"
#include "tests/flycalls.h"
#include "tests/hostileanswers.h"
#include "tests/hostileserver.h"
#include "tests/waitfor.h"
#include "ui/wording/errorwords.h"

#include <QFile>
#include <QHash>
#include <QLoggingCategory>
#include <QTest>

#include <malloc.h>
#include <random>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

constexpr std::size_t quickSample = 600;
constexpr std::size_t slowSample = 8;
constexpr unsigned seed = 20261124;
constexpr qint64 mostGrowthKb = 64 * 1024;
constexpr double quickSpeed = 20; //!< the longest deadline is then below 4 s
constexpr double slowSpeed = 5; //!< time to be refused for its size, not for its time
constexpr double endlessSpeed = 100;

//! What Fly.io would say to each call; where several say the same, the file of its kind.
const QHash<QByteArray, QString> goodAnswers{{"account.viewer", u"graphql/viewer"_s},
                                             {"account.organizations", u"graphql/organizations"_s},
                                             {"account.organization", u"graphql/organization"_s},
                                             {"account.apps", u"graphql/apps"_s},
                                             {"account.appUrl", u"graphql/app-url"_s},
                                             {"account.appCreatedAt", u"graphql/app-created"_s},
                                             {"account.sizes", u"graphql/sizes"_s},
                                             {"addresses.assign", u"things/address"_s},
                                             {"addresses.list", u"things/addresses"_s},
                                             {"apps.get", u"things/app"_s},
                                             {"apps.list", u"things/apps"_s},
                                             {"apps.createDeployToken", u"things/token"_s},
                                             {"certificates.list", u"things/certificates"_s},
                                             {"certificates.request", u"things/certificate"_s},
                                             {"certificates.upload", u"things/certificate"_s},
                                             {"certificates.get", u"things/certificate"_s},
                                             {"certificates.check", u"things/certificate"_s},
                                             {"certificates.removeIssued", u"things/certificate"_s},
                                             {"certificates.removeUploaded", u"things/certificate"_s},
                                             {"login.begin", u"platform/session"_s},
                                             {"login.redeem", u"platform/access-token"_s},
                                             {"login.poll", u"platform/access-token"_s},
                                             {"logs.page", u"logs/page"_s},
                                             {"metrics.range", u"metrics/range"_s},
                                             {"metrics.newest", u"metrics/newest"_s},
                                             {"organizations.machines", u"machines/page"_s},
                                             {"organizations.volumes", u"volumes/page"_s},
                                             {"organizations.allMachines", u"machines/last-page"_s},
                                             {"organizations.allVolumes", u"volumes/page"_s},
                                             {"platform.regions", u"platform/regions"_s},
                                             {"platform.placements", u"platform/placements"_s},
                                             {"machines.create", u"machines/machine"_s},
                                             {"machines.get", u"machines/machine"_s},
                                             {"machines.list", u"machines/list"_s},
                                             {"machines.update", u"machines/machine"_s},
                                             {"machines.acquireLease", u"machines/lease"_s},
                                             {"machines.lease", u"machines/lease"_s},
                                             {"machines.metadata", u"machines/metadata"_s},
                                             {"machines.metadataValue", u"machines/value"_s},
                                             {"machines.exec", u"machines/exec"_s},
                                             {"machines.processes", u"machines/processes"_s},
                                             {"machines.events", u"machines/events"_s},
                                             {"machines.versions", u"machines/versions"_s},
                                             {"secrets.list", u"things/secrets"_s},
                                             {"secrets.set", u"things/secrets-set"_s},
                                             {"secrets.get", u"things/secret"_s},
                                             {"secrets.remove", u"things/secrets-set"_s},
                                             {"tokens.current", u"platform/tokens"_s},
                                             {"tokens.limits", u"platform/limits"_s},
                                             {"tokens.create", u"graphql/new-token"_s},
                                             {"tokens.list", u"graphql/tokens"_s},
                                             {"tokens.revoke", u"graphql/revoked"_s},
                                             {"volumes.create", u"volumes/volume"_s},
                                             {"volumes.get", u"volumes/volume"_s},
                                             {"volumes.list", u"volumes/list"_s},
                                             {"volumes.setRetention", u"volumes/volume"_s},
                                             {"volumes.extend", u"volumes/extension"_s},
                                             {"volumes.createSnapshot", u"volumes/snapshot"_s},
                                             {"volumes.snapshots", u"volumes/snapshots"_s}};

//! Calls for whose answers a change is none that matters, and why.
struct Exception {
    const char *call;
    const char *answer;
    const char *because;
};
constexpr std::array exceptions{
    Exception{"account.viewer", "null everywhere", "tokens that are nobody's have no e-mail"},
    Exception{"account.viewer", "numbers for strings", "the e-mail reads as absent"},
    Exception{"account.viewer", "lists for strings", "the e-mail reads as absent"},
    Exception{"login.poll", "null everywhere", "no token: not answered yet"},
    Exception{"login.poll", "numbers for strings", "no token: not answered yet"},
    Exception{"login.poll", "lists for strings", "no token: not answered yet"},
    Exception{"secrets.set", "null everywhere", "the version need not be told"},
    Exception{"secrets.set", "numbers for strings", "only the version is read"},
    Exception{"secrets.set", "lists for strings", "only the version is read"},
    Exception{"secrets.remove", "null everywhere", "the version need not be told"},
    Exception{"secrets.remove", "numbers for strings", "only the version is read"},
    Exception{"secrets.remove", "lists for strings", "only the version is read"},
    Exception{"machines.exec", "numbers for strings", "the exit code is what must be there"},
    Exception{"machines.exec", "lists for strings", "the exit code is what must be there"},
    Exception{"machines.processes", "numbers for strings", "the number of the process is what must be there"},
    Exception{"machines.processes", "lists for strings", "the number of the process is what must be there"},
    Exception{"machines.events", "null everywhere", "events are handed on as they are"},
    Exception{"machines.events", "numbers for strings", "events are handed on as they are"},
    Exception{"machines.events", "lists for strings", "events are handed on as they are"},
    Exception{"tokens.revoke", "null everywhere", "what was revoked need not be told"},
    Exception{"tokens.revoke", "numbers for strings", "what was revoked need not be told"},
    Exception{"tokens.revoke", "lists for strings", "what was revoked need not be told"},
    Exception{"tokens.limits", "null everywhere", "a limit that cannot be read is none we know"},
    Exception{"tokens.limits", "numbers for strings", "a limit that cannot be read is none we know"},
    Exception{"tokens.limits", "lists for strings", "a limit that cannot be read is none we know"},
};

QByteArray goodAnswerOf(const FlyCallCase &call)
{
    if (call.expectsNothing)
        return "{\"ok\":true}"_ba;
    QFile file(QStringLiteral(SWARM_SOURCE "/tests/fuzz/corpus/") + goodAnswers.value(call.name) + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto answer = file.readAll();
    return call.isGraphQl ? "{\"data\":" + answer + '}' : answer;
}

bool mustFail(const FlyCallCase &call, const HostileAnswer &answer)
{
    if (answer.verdict == HostileAnswer::Verdict::Survived)
        return false;
    if (answer.verdict == HostileAnswer::Verdict::RefusedUnlessDone && call.expectsNothing)
        return false;
    return std::ranges::none_of(exceptions, [&](const Exception &exception) {
        return qstrcmp(exception.call, call.name) == 0 && answer.name == exception.answer;
    });
}

bool isExpected(ErrorCode code)
{
    return code == ErrorCode::BadReply || code == ErrorCode::NetworkConnectionFailed
        || code == ErrorCode::NetworkTimeout || code == ErrorCode::NetworkOutcomeUnknown;
}

qint64 kilobytesOf(const QByteArray &name)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const auto text = file.readAll();
    const auto at = text.indexOf(name + ':');
    return at < 0
        ? -1
        : text.mid(at + name.size() + 1, text.indexOf("kB", at) - at - name.size() - 1).trimmed().toLongLong();
}

//! Lets the peak begin again from what is in use now.
void forgetPeak()
{
    malloc_trim(0);
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

Result<void> outcomeOf(const FlyCallCase &call, double speed, HostileServer &server)
{
    const Clock clock(speed);
    CategoryLogger logger(logcategory::fly);
    FlyConnection connection({.api = server.url({}), .graphql = server.url(u"/graphql"_s)}, {.retries = 0}, clock,
                             logger);
    connection.setToken(u"fo1_test"_s);
    FlyClient client(connection, Urgency::User);
    return waitFor(call.run(client));
}

} // namespace

class HostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goodAnswersAreTaken_data();
    void goodAnswersAreTaken();
    void badAnswersAreRefused_data();
    void badAnswersAreRefused();
    void answersWithoutWhatWasAskedForAreRefused_data();
    void answersWithoutWhatWasAskedForAreRefused();
    void floodsAreStopped_data();
    void floodsAreStopped();

private:
    void addRows(HostileAnswer::Cost cost, std::size_t sample);

    std::vector<FlyCallCase> m_calls = everyFlyCall();
    std::vector<HostileAnswer> m_answers = hostileAnswers();
};

void HostileTest::initTestCase()
{
    QLoggingCategory::setFilterRules(u"remoteswarm.*=false"_s);
}

void HostileTest::goodAnswersAreTaken_data()
{
    QTest::addColumn<std::size_t>("call");
    for (std::size_t index = 0; index < m_calls.size(); ++index)
        QTest::newRow(m_calls[index].name) << index;
}

void HostileTest::goodAnswersAreTaken()
{
    QFETCH(const std::size_t, call);
    const auto good = goodAnswerOf(m_calls[call]);
    QVERIFY2(!good.isEmpty(), "there is no good answer for it");
    HostileServer server([&](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(good.size()) + "\r\n\r\n" + good);
    });

    const auto result = outcomeOf(m_calls[call], quickSpeed, server);

    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
}

void HostileTest::addRows(HostileAnswer::Cost cost, std::size_t sample)
{
    QTest::addColumn<std::size_t>("call");
    QTest::addColumn<std::size_t>("answer");
    std::vector<std::pair<std::size_t, std::size_t>> rows;
    for (std::size_t call = 0; call < m_calls.size(); ++call) {
        for (std::size_t answer = 0; answer < m_answers.size(); ++answer) {
            if (m_answers[answer].cost == cost)
                rows.emplace_back(call, answer);
        }
    }
    if (!qEnvironmentVariableIsSet("SWARM_WHOLE_MATRIX")) {
        std::mt19937 random(seed);
        std::ranges::shuffle(rows, random);
        rows.resize(std::min(rows.size(), sample));
    }
    for (const auto &[call, answer] : rows)
        QTest::newRow((m_calls[call].name + ", "_ba + m_answers[answer].name).constData()) << call << answer;
}

void HostileTest::badAnswersAreRefused_data()
{
    addRows(HostileAnswer::Cost::Quick, quickSample);
}

void HostileTest::badAnswersAreRefused()
{
    QFETCH(const std::size_t, call);
    QFETCH(const std::size_t, answer);
    const auto good = goodAnswerOf(m_calls[call]);
    HostileServer server([&](QTcpSocket &socket, const QByteArray &) { m_answers[answer].write(socket, good); });

    const auto result = outcomeOf(m_calls[call], quickSpeed, server);

    if (m_calls[call].verb != "GET") // which Qt may send again by itself, and does
        QCOMPARE(server.requests().size(), 1);
    if (result) {
        QVERIFY(!mustFail(m_calls[call], m_answers[answer]));
        return;
    }
    QVERIFY2(isExpected(result.error().code), qPrintable(codeName(result.error().code)));
    QVERIFY(!result.error().detail.isEmpty());
    QVERIFY(!sentence(result.error()).isEmpty());
    QVERIFY(!remedy(result.error()).isEmpty());
}

void HostileTest::answersWithoutWhatWasAskedForAreRefused_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no organization") << "account.organization"_ba
                                     << "{\"data\":{\"organizations\":{\"nodes\":[]}}}"_ba;
    QTest::newRow("no data") << "account.viewer"_ba << "{\"data\":null}"_ba;
    QTest::newRow("errors as text") << "account.viewer"_ba << "{\"errors\":\"boom\",\"data\":{\"viewer\":{}}}"_ba;
    QTest::newRow("errors as numbers") << "account.viewer"_ba << "{\"errors\":[17],\"data\":{\"viewer\":{}}}"_ba;
    QTest::newRow("nothing revoked") << "tokens.revoke"_ba << "{\"data\":{\"deleteLimitedAccessToken\":null}}"_ba;
    QTest::newRow("no token for a code") << "login.redeem"_ba << "{\"access_token\":\"\"}"_ba;
}

void HostileTest::answersWithoutWhatWasAskedForAreRefused()
{
    QFETCH(const QByteArray, call);
    QFETCH(const QByteArray, body);
    HostileServer server([&](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    });

    const auto result = outcomeOf(*std::ranges::find(m_calls, call, &FlyCallCase::name), quickSpeed, server);

    QVERIFY(!result);
    QVERIFY(!result.error().detail.isEmpty());
}

void HostileTest::floodsAreStopped_data()
{
    addRows(HostileAnswer::Cost::Slow, slowSample);
}

void HostileTest::floodsAreStopped()
{
    QFETCH(const std::size_t, call);
    QFETCH(const std::size_t, answer);
    HostileServer server([&](QTcpSocket &socket, const QByteArray &) { m_answers[answer].write(socket, {}); });
    const bool endsByTime = m_answers[answer].name.startsWith("headers");
    forgetPeak();
    const auto before = kilobytesOf("VmRSS"_ba);

    const auto result = outcomeOf(m_calls[call], endsByTime ? endlessSpeed : slowSpeed, server);

    const auto growth = kilobytesOf("VmHWM"_ba) - before;
    QVERIFY2(growth < mostGrowthKb, qPrintable(u"%1 MB more"_s.arg(growth / 1024)));
    QVERIFY(!result);
    QVERIFY2(isExpected(result.error().code), qPrintable(codeName(result.error().code)));
    QVERIFY(!result.error().detail.isEmpty());
    if (!endsByTime)
        QCOMPARE(result.error().code, ErrorCode::BadReply);
}

QTEST_GUILESS_MAIN(HostileTest)
#include "tst_hostile.moc"
