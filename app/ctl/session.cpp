#include "app/ctl/session.h"

#include "app/ctl/caring.h"
#include "app/ctl/inquiries.h"
#include "app/ctl/operating.h"
#include "app/ctl/terminal.h"
#include "app/ctl/walk.h"
#include "app/log.h"
#include "ui/wording/configurationwords.h"
#include "ui/wording/recordwords.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::ctl {
namespace {

Error notSignedIn()
{
    return {.code = ErrorCode::AuthInvalidToken, .detail = u"there is no token"_s};
}

} // namespace

Session::Session(Engine &engine, CommandLine line, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_line(std::move(line))
    , m_report(m_line.isJson, m_line.isQuiet)
{
    for (const auto &problem : m_line.common.fileProblems)
        m_report.warn(sentence(problem));
    connect(&m_engine, &Engine::foundFileProblems, this, [this] {
        m_report.warn(recordSentence(m_engine.fileProblems()));
        m_report.remark(recordDetails(m_engine.fileProblems()));
    });
}

void Session::start()
{
    m_tasks.launch(run(), [this](int exitCode) { Q_EMIT finished(exitCode); });
}

void Session::interrupt()
{
    m_stop.request_stop();
    if (m_engine.operations().isIdle()) {
        Q_EMIT finished(ExitInterrupted);
        return;
    }
    m_report.warn(u"Interrupted: taking back what was made. Press Ctrl+C again to leave it as it is."_s);
    m_engine.operations().cancelAll();
}

Task<int> Session::run()
{
    if (m_line.command == Command::Login)
        co_return co_await login();
    if (m_line.command == Command::Logout)
        co_return co_await logout();

    const auto signedIn = co_await signIn();
    if (!signedIn) {
        if (signedIn.error() == notSignedIn())
            co_return m_report.failure(signedIn.error(), u"You are not signed in."_s,
                                       u"Run swarmctl login, or set FLY_API_TOKEN."_s);
        co_return m_report.failure(signedIn.error());
    }
    const auto seen = co_await look();
    if (!seen)
        co_return m_report.failure(seen.error());
    co_return co_await obey();
}

Task<int> Session::obey()
{
    const Context context{m_engine, m_line, m_report, m_stop.get_token()};
    Inquiries inquiries(context);
    Operating operating(context);
    Caring caring(context);
    switch (m_line.command) {
    case Command::Walk: {
        Walk walk(m_engine, m_line.common.endpoints, m_report);
        co_return co_await walk.run();
    }
    case Command::List:
        co_return co_await inquiries.list();
    case Command::Recover:
        co_return co_await operating.recover();
    case Command::Orphans:
        co_return co_await caring.orphans();
    case Command::Adopt:
        co_return co_await caring.adopt();
    case Command::Cost:
        if (m_line.target.isEmpty())
            co_return co_await caring.cost({});
        break;
    default:
        break;
    }
    if (m_line.command == Command::Operate) {
        co_await operating.recoverFirst();
        if (m_stop.stop_requested()) // pressed meanwhile: what was begun before us is settled, ours has not begun
            co_return ExitInterrupted;
    }
    if (m_line.command == Command::Operate && m_line.request.verb == Verb::Create)
        co_return co_await operating.run({});
    const auto found = target();
    if (!found) {
        const Error error{.code = ErrorCode::ResourceNotFound, .instance = m_line.target};
        co_return m_report.failure(error, u"There is no instance \"%1\"."_s.arg(m_line.target),
                                   u"See what there is: swarmctl list"_s);
    }
    switch (m_line.command) {
    case Command::Show:
        co_return co_await inquiries.show(*found);
    case Command::Wait:
        co_return co_await inquiries.wait(*found);
    case Command::Health:
        co_return co_await inquiries.health(*found);
    case Command::Snapshots:
        co_return co_await inquiries.snapshots(*found);
    case Command::Versions:
        co_return co_await inquiries.versions(*found);
    case Command::Environment:
        co_return co_await inquiries.environment(*found);
    case Command::Addresses:
        co_return co_await caring.addresses(*found);
    case Command::Domains:
        co_return co_await caring.domains(*found);
    case Command::Cost:
        co_return co_await caring.cost(*found);
    default:
        co_return co_await operating.run(*found);
    }
}

std::optional<Instance> Session::target() const
{
    // What was deleted with a last snapshot is no row: restore and erase find it by its receipt.
    const bool isOfReceipt = m_line.command == Command::Operate
        && (m_line.request.verb == Verb::Restore || m_line.request.verb == Verb::Erase);
    if (isOfReceipt) {
        const auto *keepsake = m_engine.receipts()->find(m_line.target);
        return keepsake ? std::optional(Instance{.id = keepsake->instance, .name = keepsake->name}) : std::nullopt;
    }
    const auto *row = m_engine.store().findByAnyName(m_line.target);
    return row ? std::optional(*row) : std::nullopt;
}

Task<Result<void>> Session::signIn()
{
    const auto secret = co_await token();
    if (!secret)
        co_return std::unexpected(secret.error());
    co_return co_await m_engine.useToken(*secret);
}

Task<Result<QString>> Session::token()
{
    if (!m_line.token.isEmpty())
        co_return m_line.token;
    const auto account =
        m_line.common.account.isEmpty() ? m_engine.settings().currentAccount(apiHost()) : m_line.common.account;
    if (account.isEmpty())
        co_return std::unexpected(notSignedIn());
    const auto kept = co_await m_engine.tokens().read(SignIn::tokenKey(apiHost(), account));
    if (!kept && kept.error().kind() == Error::Kind::NotFound)
        co_return std::unexpected(notSignedIn());
    co_return kept;
}

Task<Result<void>> Session::look()
{
    // Two complete lists and a look at the machine itself tell what became of a row that is not listed.
    for (int turn = 0; turn < 2; ++turn) {
        m_engine.fleet().refresh(true);
        const auto polled = co_await m_engine.fleet().poll();
        if (!polled || !m_engine.fleet().hasDoubts())
            co_return polled;
    }
    co_return Result<void>();
}

Task<int> Session::login()
{
    QString pasted;
    if (m_line.usesBrowser) {
        const auto token = co_await browserToken();
        if (!token)
            co_return m_report.failure(token.error());
        pasted = *token;
    } else {
        pasted = readSecret(u"Fly.io token (an organization's token or a personal one): "_s);
    }
    auto &signIn = m_engine.signIn();
    std::stop_source settled;
    QObject context;
    connect(&signIn, &SignIn::changed, &context, [&] {
        if (signIn.state() != SignIn::State::Checking)
            settled.request_stop();
    });
    signIn.submit(pasted);
    co_await sleepFor(24h, settled.get_token());
    if (signIn.state() != SignIn::State::SignedIn)
        co_return m_report.failure(signIn.error().value_or(Error()));
    if (!signIn.isKept()) {
        const Error error{.code = ErrorCode::KeychainAbsent, .detail = u"the token is good and could not be kept"_s};
        co_return m_report.failure(error);
    }
    const auto &account = signIn.account();
    QJsonArray organizations;
    for (const auto &organization : account.organizations)
        organizations.append(organization.slug);
    m_report.result(u"Signed in as %1, organization %2."_s.arg(account.name, signIn.organization()),
                    QJsonObject{{u"account"_s, account.name}, {u"organizations"_s, organizations}});
    co_return ExitOk;
}

Task<Result<QString>> Session::browserToken()
{
    const auto open = [this](const QUrl &url) {
        m_report.warn(u"Sign in here, if your browser does not open by itself:\n"_s + url.toString());
        m_engine.launch(url);
        return true; // whoever has no browser here can use another one of this computer
    };
    return m_engine.askBrowser(open, m_stop.get_token());
}

Task<int> Session::logout()
{
    const auto account =
        m_line.common.account.isEmpty() ? m_engine.settings().currentAccount(apiHost()) : m_line.common.account;
    if (account.isEmpty()) {
        m_report.result(u"Nobody was signed in."_s, QJsonObject{{u"already"_s, true}});
        co_return ExitOk;
    }
    const auto removed = co_await m_engine.tokens().remove(SignIn::tokenKey(apiHost(), account));
    if (!removed)
        co_return m_report.failure(removed.error());
    m_engine.settings().forgetAccount(apiHost(), account);
    m_report.result(u"Signed out %1."_s.arg(account), QJsonObject{{u"account"_s, account}});
    co_return ExitOk;
}

} // namespace swarm::ctl
