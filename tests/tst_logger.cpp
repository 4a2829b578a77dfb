// What gets into a log, and what never does.
#include "model/categorylogger.h"
#include "model/scrubbed.h"
#include "tests/recordinglogger.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

struct Message {
    QtMsgType type = QtDebugMsg;
    QString category = {};
    QString text = {};
};
std::vector<Message> s_messages; // Qt's message handler is a plain function

//! Catches what goes through Qt, for as long as it lives.
class Catcher
{
public:
    Catcher()
    {
        s_messages.clear();
        m_before = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &text) {
            s_messages.push_back({.type = type, .category = QString::fromUtf8(context.category), .text = text});
        });
    }
    Catcher(const Catcher &) = delete;
    Catcher &operator=(const Catcher &) = delete;
    ~Catcher() { qInstallMessageHandler(m_before); }

private:
    QtMessageHandler m_before;
};

const auto hunter = u"hunter2"_s;

} // namespace

class LoggerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qunsetenv("QT_FATAL_CRITICALS"); } // errors are logged here on purpose
    void cleanup() { setLogLevel(LogLevel::Info); }
    void logsAtItsLevel();
    void logsUnderItsCategory();
    void logsFromTheSetLevelUpwards_data();
    void logsFromTheSetLevelUpwards();
    void composesNothingThatNobodyReads();
    void keepsTheOrderOfTheContext();
    void writesAnEntryOnOneLine();
    void tellsWhatWentWrong();
    void forgetsWrappedSecrets();
    void blanksValuesByTheirNames();
    void blanksWhateverLoggerIsBehind();
    void scrubs_data();
    void scrubs();
    void leavesAlone_data();
    void leavesAlone();
    void scrubsLargeBodies();
    void knowsNamesOfSecrets();
};

void LoggerTest::logsAtItsLevel()
{
    RecordingLogger logger;

    logger.debug(u"one"_s);
    logger.info(u"two"_s);
    logger.warn(u"three"_s);
    logger.error(u"four"_s);

    QCOMPARE(logger.lines().size(), 4UL);
    QCOMPARE(logger.lines()[0].level, LogLevel::Debug);
    QCOMPARE(logger.lines()[1].level, LogLevel::Info);
    QCOMPARE(logger.lines()[2].level, LogLevel::Warning);
    QCOMPARE(logger.lines()[3].level, LogLevel::Error);
    QCOMPARE(logger.text(), u"one\ntwo\nthree\nfour\n"_s);
}

void LoggerTest::logsUnderItsCategory()
{
    setLogLevel(LogLevel::Debug);
    CategoryLogger logger(logcategory::fly);
    const Catcher catcher;

    logger.debug(u"one"_s, {{u"app"_s, u"box"_s}});
    logger.info(u"two"_s);
    logger.warn(u"three"_s);
    logger.error(u"four"_s);

    QCOMPARE(s_messages.size(), 4UL);
    for (const auto &message : s_messages)
        QCOMPARE(message.category, u"remoteswarm.fly"_s);
    QCOMPARE(s_messages[0].text, u"one app=box"_s);
    QCOMPARE(s_messages[0].type, QtDebugMsg);
    QCOMPARE(s_messages[1].type, QtInfoMsg);
    QCOMPARE(s_messages[2].type, QtWarningMsg);
    QCOMPARE(s_messages[3].type, QtCriticalMsg);
}

void LoggerTest::logsFromTheSetLevelUpwards_data()
{
    QTest::addColumn<LogLevel>("level");
    QTest::addColumn<int>("count");
    QTest::newRow("debug") << LogLevel::Debug << 4;
    QTest::newRow("info") << LogLevel::Info << 3;
    QTest::newRow("warning") << LogLevel::Warning << 2;
    QTest::newRow("error") << LogLevel::Error << 1;
}

void LoggerTest::logsFromTheSetLevelUpwards()
{
    QFETCH(LogLevel, level);
    QFETCH(int, count);
    CategoryLogger logger(logcategory::provision);
    const Catcher catcher;

    setLogLevel(level);
    logger.debug(u"one"_s);
    logger.info(u"two"_s);
    logger.warn(u"three"_s);
    logger.error(u"four"_s);

    QCOMPARE(s_messages.size(), static_cast<std::size_t>(count));
    QCOMPARE(s_messages.back().text, u"four"_s);
}

void LoggerTest::composesNothingThatNobodyReads()
{
    CategoryLogger logger(logcategory::fly);
    int composed = 0;
    const auto compose = [&composed] {
        ++composed;
        return LogEntry{.message = u"a body"_s, .context = {{u"bytes"_s, 22'600'000}}};
    };
    const Catcher catcher;

    logger.debug(compose);
    QCOMPARE(composed, 0);
    QVERIFY(s_messages.empty());

    setLogLevel(LogLevel::Debug);
    logger.debug(compose);
    QCOMPARE(composed, 1);
    QCOMPARE(s_messages.back().text, u"a body bytes=22600000"_s);
}

void LoggerTest::keepsTheOrderOfTheContext()
{
    RecordingLogger logger;

    logger.info(
        u"created"_s,
        {{u"zone"_s, u"ams"_s}, {u"app"_s, u"box"_s}, {u"attempt"_s, 2}, {u"kept"_s, true}, {u"app"_s, u"bay"_s}});

    QCOMPARE(logger.text(), u"created zone=ams app=box attempt=2 kept=true app=bay\n"_s);
}

void LoggerTest::writesAnEntryOnOneLine()
{
    const LogEntry entry{.message = u"it said:\nall is well"_s,
                         .context = {{u"text"_s, u"two words"_s}, {u"quote"_s, u"\"\n"_s}, {u"none"_s, QString()}}};

    QCOMPARE(logLine(entry), uR"(it said:\nall is well text="two words" quote="\"\n" none="")"_s);
}

void LoggerTest::tellsWhatWentWrong()
{
    RecordingLogger logger;
    const swarm::Error error{.code = ErrorCode::CapacityHost,
                             .httpStatus = 409,
                             .detail = u"no room for Bearer fo1_abc"_s,
                             .requestId = u"01J"_s};

    logger.error(u"create failed"_s, error, {{u"app"_s, u"box"_s}});

    QCOMPARE(logger.lines().front().level, LogLevel::Error);
    QCOMPARE(logger.text(),
             u"create failed app=box code=CAPACITY_HOST status=409 request=01J detail=\"no room for Bearer •••\"\n"_s);
}

void LoggerTest::forgetsWrappedSecrets()
{
    const LogField field(u"greeting"_s, Secret{hunter});

    QCOMPARE(field.value, secretMark());
}

void LoggerTest::blanksValuesByTheirNames()
{
    RecordingLogger logger;

    logger.warn(u"refused"_s, {{u"app"_s, u"box"_s}, {u"password"_s, u"two words"_s}, {u"Authorization"_s, u"x"_s}});

    QCOMPARE(logger.text(), u"refused app=box password=••• Authorization=•••\n"_s);
}

void LoggerTest::blanksWhateverLoggerIsBehind()
{
    RecordingLogger logger;

    logger.debug(u"sent Bearer hunter2"_s);
    logger.debug([] { return LogEntry{.message = u"sent"_s, .context = {{u"body"_s, u"{\"token\":\"hunter2\"}"_s}}}; });

    QCOMPARE(logger.lines().size(), 2UL);
    QVERIFY2(!logger.text().contains(hunter), qPrintable(logger.text()));
}

void LoggerTest::scrubs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    const auto row = [](const char *name, const QString &text, const QString &clean) {
        QTest::newRow(name) << text << clean;
    };
    row("personal token", u"with fo1_hunter2 in it"_s, u"with fo1_••• in it"_s);
    row("macaroon", u"fm2_lJPE+hun/ter2=="_s, u"fm2_•••"_s);
    row("older macaroons", u"fm1r_hunter2 fm1a_hunter2"_s, u"fm1r_••• fm1a_•••"_s);
    row("list", u"fm2_hunter2,fm2_hunter2,fo1_hunter2"_s, u"fm2_•••,fm2_•••,fo1_•••"_s);
    row("scheme", u"FlyV1 hunter2"_s, u"FlyV1 •••"_s);
    row("scheme with a lost space", u"FlyV1fm2_hunter2"_s, u"FlyV1fm2_•••"_s);
    row("two schemes", u"Bearer FlyV1 fm2_hunter2"_s, u"Bearer ••• fm2_•••"_s);
    row("small scheme", u"bearer hunter2"_s, u"bearer •••"_s);
    row("header", u"Authorization: Basic aHVu hunter2\r\nHost: x"_s, u"Authorization: •••\r\nHost: x"_s);
    row("cookie", u"Cookie: a=1; code-server-session=hunter2"_s, u"Cookie: •••"_s);
    row("cookie set", u"Set-Cookie: code-server-session=hunter2; Path=/"_s, u"Set-Cookie: •••"_s);
    row("session alone", u"code-server-session=hunter2"_s, u"code-server-session=•••"_s);
    row("query", u"https://x.dev/cb?access_token=hunter2&state=ok"_s, u"https://x.dev/cb?access_token=•••&state=ok"_s);
    row("encoded query", u"?token=FlyV1%20fm2_hunter2%2Cfm2_hunter2"_s, u"?token=•••"_s);
    row("user of an address", u"clone https://ada:hunter2@example.org/x.git"_s,
        u"clone https://•••@example.org/x.git"_s);
    row("token as user", u"https://hunter2@example.org/x.git"_s, u"https://•••@example.org/x.git"_s);
    row("form", u"grant_type=x&code_verifier=hunter2&id=7"_s, u"grant_type=x&code_verifier=•••&id=7"_s);
    row("JSON", uR"({"access_token": "hunter2", "id": 7})"_s, uR"({"access_token": "•••", "id": 7})"_s);
    row("JSON with escapes", uR"({"password":"hunter2\"hunter2","id":7})"_s, uR"({"password":"•••","id":7})"_s);
    row("JSON in JSON", uR"({"body":"{\"token\":\"hunter2\",\"id\":7}"})"_s,
        uR"({"body":"{\"token\":\"•••\",\"id\":7}"})"_s);
    row("JSON, cut off", uR"({"password":"hunter2 and mo)"_s, uR"({"password":"•••")"_s);
    row("JSON number", uR"({"token":12345,"id":7})"_s, uR"({"token":•••,"id":7})"_s);
    row("JSON list", uR"({"tokens":["hunter2","hunter2"],"id":7})"_s, uR"({"tokens":•••,"id":7})"_s);
    row("JSON object", uR"({"secrets":{"A":"hunter2"},"id":7})"_s, uR"({"secrets":•••,"id":7})"_s);
    row("secrets of an app", uR"({"values":{"A":"hunter2","B":"hunter2"}})"_s, uR"({"values":•••})"_s);
    row("pair of name and value", uR"({"name":"DB_PASSWORD","value":"hunter2"})"_s,
        uR"({"name":"DB_PASSWORD","value":"•••"})"_s);
    row("words in camel case", uR"({"clientSecret":"hunter2","tokenHeader":"hunter2"})"_s,
        uR"({"clientSecret":"•••","tokenHeader":"•••"})"_s);
    row("environment", u"HASHED_PASSWORD=hunter2"_s, u"HASHED_PASSWORD=•••"_s);
    row("environment of others", uR"("env":{"MY_API_KEY":"hunter2"})"_s, uR"("env":{"MY_API_KEY":"•••"})"_s);
    row("quoted", u"password='hunter2 hunter2' name=x"_s, u"password='•••' name=x"_s);
    row("option", u"run --token hunter2 --json"_s, u"run --token ••• --json"_s);
    row("option with equals sign", u"run --password=hunter2 --json"_s, u"run --password=••• --json"_s);
    row("login session", u"GET /api/v1/cli_sessions/hunter2"_s, u"GET /api/v1/cli_sessions/•••"_s);
    row("login page", u"https://fly.io/app/auth/cli/hunter2"_s, u"https://fly.io/app/auth/cli/•••"_s);
    row("web token", u"eyJhunter2.eyJhunter2.hunter2 is it"_s, u"eyJ••• is it"_s);
}

void LoggerTest::scrubs()
{
    QFETCH(QString, text);
    QFETCH(QString, clean);

    QCOMPARE(scrubbed(text), clean);
    QCOMPARE(scrubbed(clean), clean); // what is clean stays as it is
}

void LoggerTest::leavesAlone_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text :
         {"GET /v1/tokens/current 200", "the token was refused", "operation 7 create box RESOURCE_NOT_FOUND",
          "https://box.fly.dev/?folder=/home/coder/project", R"({"token_id":"abc","min_secrets_version":5})",
          R"({"token":null,"code":"RATE_LIMIT_EXCEEDED","state":"started"})", "image=codercom/code-server:latest",
          R"({"name":"editor","value":"x"})", "ask ada@example.org", "--password-stdin --json", "keychain=locked"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void LoggerTest::leavesAlone()
{
    QFETCH(QString, text);

    QCOMPARE(scrubbed(text), text);
}

void LoggerTest::scrubsLargeBodies()
{
    const auto filling = uR"({"id":"17811953c92e18","name":"editor","state":"started"},)"_s.repeated(20'000);
    const auto secret = uR"("password":")"_s + hunter.repeated(100'000) + u'"';

    const auto clean = scrubbed(filling + secret + filling);

    QCOMPARE(clean, filling + uR"("password":"•••")"_s + filling);
    QCOMPARE(scrubbed(u'x' + hunter.repeated(100'000)).size(), 1 + hunter.size() * 100'000);
}

void LoggerTest::knowsNamesOfSecrets()
{
    for (const auto &name : {u"token"_s, u"Authorization"_s, u"FLY_API_TOKEN"_s, u"accessToken"_s, u"client-secret"_s,
                             u"code_verifier"_s, u"Set-Cookie"_s})
        QVERIFY2(namesSecret(name), qPrintable(name));
    for (const auto &name : {u"app"_s, u"token_id"_s, u"key"_s, u"keychain"_s, u"code"_s, QString()})
        QVERIFY2(!namesSecret(name), qPrintable(name));
}

QTEST_GUILESS_MAIN(LoggerTest)
#include "tst_logger.moc"
