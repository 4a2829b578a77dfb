#include "app/ctl/session.h"

#include "app/ctl/follower.h"
#include "app/ctl/terminal.h"
#include "app/ctl/walk.h"
#include "app/log.h"
#include "fly/browserlogin.h"
#include "model/categorylogger.h"
#include "ui/wording/configurationwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"
#include "ui/wording/recordwords.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::ctl {
namespace {

Error notSignedIn()
{
    return {.code = ErrorCode::AuthInvalidToken, .detail = u"there is no token"_s};
}

bool isReached(const Instance &instance, const QString &awaited)
{
    return statusName(instance.status) == (awaited == "ready"_L1 ? u"running"_s : awaited);
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

    switch (m_line.command) {
    case Command::Walk: {
        Walk walk(m_engine, m_line.common.endpoints, m_report);
        co_return co_await walk.run();
    }
    case Command::List:
        co_return co_await list();
    case Command::Create:
        co_return co_await create();
    default:
        break;
    }
    const auto *found = m_engine.store().findByAnyName(m_line.target);
    if (!found) {
        const Error error{.code = ErrorCode::ResourceNotFound, .instance = m_line.target};
        co_return m_report.failure(error, u"There is no instance \"%1\"."_s.arg(m_line.target),
                                   u"See what there is: swarmctl list"_s);
    }
    const auto instance = *found;
    if (m_line.command == Command::Show)
        co_return co_await show(instance);
    if (m_line.command == Command::Wait)
        co_return co_await wait(instance);
    co_return co_await operate(instance);
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

Task<int> Session::list()
{
    auto instances = m_engine.store().instances();
    std::ranges::sort(instances, {}, &Instance::name);
    m_report.list(instances);
    co_return ExitOk;
}

Task<int> Session::show(Instance instance)
{
    const auto seen = co_await m_engine.provider().inspect(instance);
    m_report.show(seen.value_or(instance));
    co_return ExitOk;
}

Task<int> Session::create()
{
    auto &spec = m_line.spec;
    if (m_line.readsPassword)
        spec.password = readSecret(u"Password for the editor: "_s);
    const bool isGenerated = spec.password.isEmpty();
    if (isGenerated)
        spec.password = generatedPassword();
    Log::hide(spec.password);

    const auto id = m_engine.operations().create(spec);
    Follower follower(m_engine.operations(), m_report);
    const auto operation = co_await follower.end(id);
    if (operation.state != Operation::State::Succeeded)
        co_return concluded(operation);
    const bool isKept = m_engine.tokens().isLasting();
    if (!isKept && isGenerated && !m_line.printsPassword)
        m_report.warn(u"There is no keychain here: the editor's password was not kept. Give one with SWARM_PASSWORD or "
                      "--password-stdin, or see it once with --print-password."_s);
    QJsonObject more;
    if (m_line.printsPassword) {
        more.insert(u"password"_s, spec.password);
        if (!m_report.isJson())
            m_report.result(u"Password: "_s + spec.password, QJsonObject());
    }
    co_return concluded(operation, more);
}

Task<int> Session::operate(Instance instance)
{
    auto &operations = m_engine.operations();
    OperationId id = 0;
    switch (m_line.command) {
    case Command::Open:
        id = operations.open(instance.id);
        break;
    case Command::Start:
        id = operations.start(instance.id);
        break;
    case Command::Stop:
        id = operations.stop(instance.id, m_line.isForced ? StopManner::Kill : StopManner::Graceful);
        break;
    case Command::Suspend:
        id = operations.suspend(instance.id);
        break;
    case Command::Restart:
        id = operations.restart(instance.id);
        break;
    default:
        if (!isConfirmed(instance))
            co_return ExitUsage;
        id = operations.remove(instance.id);
        break;
    }
    Follower follower(m_engine.operations(), m_report);
    const auto operation = co_await follower.end(id);
    if (operation.state != Operation::State::Succeeded || operation.verb != Verb::Delete)
        co_return concluded(operation);

    QJsonArray removed;
    for (const auto &resource : operation.removed)
        removed.append(resource.name);
    instance.status = Status::Deleted;
    instance.state = u"destroyed"_s;
    m_report.result(operationTitle(operation) + u". "_s + operationText(operation), instance,
                    {{u"removed"_s, removed}});
    co_return ExitOk;
}

bool Session::isConfirmed(const Instance &instance) const
{
    if (m_line.isConfirmed)
        return true;
    if (!isInteractive()) {
        m_report.warn(u"Deleting needs --yes when nobody can be asked."_s);
        return false;
    }
    m_report.warn(u"This deletes %1, its disk (%2) and everything on it. There is no undo and no snapshot is kept.\n"
                  "Type the name to go on:"_s.arg(instance.name, diskText(instance.diskGb)));
    if (readLine() == instance.name)
        return true;
    m_report.warn(u"That is not its name: nothing was deleted."_s);
    return false;
}

int Session::concluded(const Operation &operation, const QJsonObject &more)
{
    if (operation.state != Operation::State::Succeeded)
        return m_report.failure(operation.error.value_or(Error()));
    const auto *now = m_engine.store().find(operation.instance);
    auto json = more;
    if (operation.wasAlreadySo)
        json.insert(u"already"_s, true);
    m_report.result(operationText(operation), now ? *now : Instance{.name = operation.name}, json);
    return ExitOk;
}

Task<int> Session::wait(Instance instance)
{
    const auto began = m_engine.clock().now();
    const auto patience = m_engine.clock().scaled(m_line.patience);
    while (true) {
        const auto seen = co_await m_engine.provider().inspect(instance);
        const bool isGone = !seen && seen.error().kind() == Error::Kind::NotFound;
        if (!seen && !isGone)
            co_return m_report.failure(seen.error());
        if (isGone)
            instance.status = Status::Deleted;
        else
            instance = *seen;
        if (isReached(instance, m_line.awaited)) {
            if (m_line.awaited == "ready"_L1) {
                const auto answers = co_await m_engine.provider().waitForEditor(instance, {.stop = m_stop.get_token()});
                if (!answers)
                    co_return m_report.failure(answers.error());
            }
            m_report.result(u"%1: %2"_s.arg(instance.name, stateText(instance)), instance);
            co_return ExitOk;
        }
        if (isGone || began.msecsTo(m_engine.clock().now()) >= patience.count()) {
            const Error error{.code = isGone ? ErrorCode::ResourceNotFound : ErrorCode::NetworkTimeout,
                              .step = Step::WaitingForMachine,
                              .instance = instance.name};
            co_return m_report.failure(
                error, u"%1 is %2, not %3."_s.arg(instance.name, stateText(instance), m_line.awaited), {});
        }
        co_await m_engine.clock().sleepFor(1s, m_stop.get_token());
    }
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
    CategoryLogger logger(logcategory::fly);
    FlyConnection connection(m_line.common.endpoints, m_engine.configuration().retry, m_engine.clock(), logger);
    BrowserLogin login(connection, m_engine.clock(), [this](const QUrl &url) {
        m_report.warn(u"Sign in here, if your browser does not open by itself:\n"_s + url.toString());
        m_engine.launch(url);
        return true; // whoever has no browser here can use another one of this computer
    });
    const auto token = co_await login.run(m_stop.get_token());
    if (token)
        Log::hide(*token);
    co_return token;
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
