#include "app/ctl/doctor.h"

#include "app/ctl/signingin.h"
#include "app/ctl/style.h"
#include "app/version.h"
#include "ui/wording/configurationwords.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>
#include <QSslSocket>
#include <QTemporaryFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::ctl {
namespace {

constexpr qint64 doubtfulSeconds = 30; //!< a clock that is off by this makes idle times and ages wrong
constexpr qint64 wrongSeconds = 300; //!< and by this tokens and certificates
constexpr qint64 soonSeconds = std::chrono::seconds(24h * 7).count();

QString words(const Error &error)
{
    return sentence(error);
}

} // namespace

Doctor::Doctor(Context context)
    : m_context(context)
    , m_http(context.engine.clock())
{
}

Task<int> Doctor::run()
{
    checkVersions();
    checkSettings();
    checkFiles();
    co_await checkKeychain();
    co_await checkNetwork();
    co_await checkToken();
    conclude();
    const auto wrong = std::ranges::find(m_findings, Verdict::Wrong, &Finding::verdict);
    co_return wrong == m_findings.end() ? int{ExitOk} : wrong->exitCode;
}

void Doctor::note(Finding finding)
{
    m_findings.push_back(std::move(finding));
}

void Doctor::checkVersions()
{
    const auto tls = QSslSocket::supportsSsl() ? QSslSocket::sslLibraryVersionString() : QString();
    note({.name = u"versions"_s, .message = versionText() + u", "_s + QSysInfo::prettyProductName()});
    note({.name = u"tls"_s,
          .verdict = tls.isEmpty() ? Verdict::Wrong : Verdict::Fine,
          .message = tls.isEmpty() ? u"Qt finds no TLS library."_s : tls,
          .remedy = tls.isEmpty() ? u"Install OpenSSL 3."_s : QString(),
          .exitCode = ExitUnreachable});
}

void Doctor::checkSettings()
{
    const auto &problems = m_context.line.common.fileProblems;
    const auto file = m_context.engine.settings().file();
    if (problems.empty())
        return note({.name = u"settings"_s, .message = QFileInfo::exists(file) ? file : file + u" (not there yet)"_s});
    for (const auto &problem : problems)
        note({.name = u"settings"_s, .verdict = Verdict::Doubtful, .message = sentence(problem)});
}

void Doctor::checkFiles()
{
    const auto folder = m_context.engine.dataFolder();
    QTemporaryFile probe(folder + u"/probe"_s);
    const bool isWritable = probe.open() && probe.write("x") == 1 && probe.flush();
    note({.name = u"files"_s,
          .verdict = isWritable ? Verdict::Fine : Verdict::Wrong,
          .message = isWritable ? folder : u"%1 cannot be written: %2."_s.arg(folder, probe.errorString()),
          .remedy = isWritable ? QString()
                               : u"Give yourself the right to write there, or make room: without journals on disk "
                                 "nothing is changed on Fly.io."_s,
          .exitCode = ExitFailed});
}

Task<void> Doctor::checkKeychain()
{
    const auto kept = co_await m_context.engine.tokens().read(u"doctor"_s);
    const bool isReached = kept || kept.error().kind() == Error::Kind::NotFound;
    note({.name = u"keychain"_s,
          .verdict = isReached ? Verdict::Fine : Verdict::Doubtful, // FLY_API_TOKEN does without
          .message = isReached ? u"reachable and open"_s : words(kept.error()),
          .remedy = isReached ? QString() : remedy(kept.error())});
}

Task<void> Doctor::checkNetwork()
{
    const auto &endpoints = m_context.line.common.endpoints;
    co_await reach(u"machines_api"_s, endpoints.api.resolved(QUrl(u"/v1/platform/regions"_s)));
    co_await reach(u"graphql_api"_s, endpoints.graphql);
}

Task<void> Doctor::reach(QString name, QUrl url)
{
    HttpRequest request{.verb = "GET"_ba, .url = url};
    const auto began = m_context.engine.clock().now();
    const auto reply = co_await m_http.send(std::move(request));
    if (!reply) {
        note({.name = name,
              .verdict = Verdict::Wrong,
              .message = url.host() + u": "_s + words(reply.error()),
              .remedy = remedy(reply.error()),
              .exitCode = ExitUnreachable});
        co_return;
    }
    // Without a token most of them refuse: that they answer at all is what is asked for.
    const auto took = began.msecsTo(m_context.engine.clock().now());
    note({.name = name, .message = u"%1 answers (%2 ms)"_s.arg(url.host()).arg(took)});
    if (!std::exchange(m_isClockChecked, true))
        checkClock(reply->header("date"_ba));
}

void Doctor::checkClock(const QByteArray &date)
{
    const auto there = QLocale::c().toDateTime(QString::fromLatin1(date), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!there.isValid())
        return note(
            {.name = u"clock"_s, .verdict = Verdict::Doubtful, .message = u"The server does not say its time."_s});
    const auto off = QDateTime(there.date(), there.time(), Qt::UTC).secsTo(QDateTime::currentDateTimeUtc());
    const auto distance = std::abs(off);
    const auto verdict = distance > wrongSeconds ? Verdict::Wrong
        : distance > doubtfulSeconds             ? Verdict::Doubtful
                                                 : Verdict::Fine;
    note({.name = u"clock"_s,
          .verdict = verdict,
          .message = verdict == Verdict::Fine
              ? u"right to %1 s"_s.arg(distance)
              : u"This computer's clock is %1 %2."_s.arg(spanText(distance), off > 0 ? u"ahead"_s : u"behind"_s),
          .remedy = verdict == Verdict::Fine ? QString() : u"Set the clock; tokens and certificates go by it."_s,
          .exitCode = ExitFailed});
}

Task<void> Doctor::checkToken()
{
    SigningIn signingIn(m_context);
    const auto token = co_await signingIn.token();
    const auto wrong = [this](const QString &message, const QString &remedy) {
        note({.name = u"token"_s,
              .verdict = Verdict::Wrong,
              .message = message,
              .remedy = remedy,
              .exitCode = ExitSignIn});
    };
    if (!token && token.error() == SigningIn::notSignedIn()) {
        wrong(u"Nobody is signed in."_s, u"Run swarmctl login, or set FLY_API_TOKEN."_s);
        co_return;
    }
    if (!token) {
        wrong(words(token.error()), remedy(token.error()));
        co_return;
    }
    const auto used = co_await m_context.engine.useToken(*token);
    if (!used) {
        wrong(words(used.error()), remedy(used.error()));
        co_return;
    }
    const auto &account = m_context.engine.account();
    auto message = u"%1, organization %2"_s.arg(account.name, m_context.engine.organization());
    if (account.isReadOnly)
        message += u", may only read"_s;
    if (!account.apps.isEmpty())
        message += u", only for "_s + account.apps.join(u", "_s);
    const bool ends = account.validUntil.isValid();
    const auto left = ends ? m_context.engine.clock().now().secsTo(account.validUntil) : 0;
    if (ends)
        message += u", until "_s + dateText(account.validUntil.toLocalTime().date());
    const bool endsSoon = ends && left < soonSeconds;
    note({.name = u"token"_s,
          .verdict = endsSoon ? Verdict::Doubtful : Verdict::Fine,
          .message = message,
          .remedy = endsSoon ? u"It ends soon: make a new one, and sign in with it."_s : QString()});
}

void Doctor::conclude() const
{
    QJsonArray checks;
    QStringList lines;
    const bool isColoured = takesColour(stdout);
    for (const auto &finding : m_findings) {
        const auto word = finding.verdict == Verdict::Fine ? u"ok"_s
            : finding.verdict == Verdict::Doubtful         ? u"warning"_s
                                                           : u"failed"_s;
        const auto colour = finding.verdict == Verdict::Fine ? Colour::Good
            : finding.verdict == Verdict::Doubtful           ? Colour::Changing
                                                             : Colour::Bad;
        checks.append(QJsonObject{{u"name"_s, finding.name},
                                  {u"state"_s, word},
                                  {u"message"_s, finding.message},
                                  {u"remedy"_s, finding.remedy}});
        const auto mark = word.leftJustified(8);
        lines << (isColoured ? painted(mark, colour) : mark) + finding.name.leftJustified(14) + finding.message;
        if (!finding.remedy.isEmpty())
            lines << QString(22, u' ') + finding.remedy;
    }
    m_context.report.result(lines.join(u'\n'), QJsonObject{{u"checks"_s, checks}});
}

} // namespace swarm::ctl
