#include "app/ctl/session.h"

#include "app/ctl/caring.h"
#include "app/ctl/deploying.h"
#include "app/ctl/doctor.h"
#include "app/ctl/inquiries.h"
#include "app/ctl/operating.h"
#include "app/ctl/reading.h"
#include "app/ctl/rehearsal.h"
#include "app/ctl/signingin.h"
#include "app/ctl/walk.h"
#include "app/ctl/watching.h"
#include "ui/wording/configurationwords.h"
#include "ui/wording/recordwords.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::ctl {

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
    const auto here = co_await obeyHere();
    if (here)
        co_return *here;
    const auto signedIn = co_await signIn();
    if (!signedIn) {
        if (signedIn.error() == SigningIn::notSignedIn())
            co_return m_report.failure(signedIn.error(), u"You are not signed in."_s,
                                       u"Run swarmctl login, or set FLY_API_TOKEN."_s);
        co_return m_report.failure(signedIn.error());
    }
    const auto seen = co_await look();
    if (!seen)
        co_return m_report.failure(seen.error());
    co_return co_await obey();
}

Task<std::optional<int>> Session::obeyHere()
{
    SigningIn signingIn(context());
    switch (m_line.command) {
    case Command::Login:
        co_return co_await signingIn.login();
    case Command::Logout:
        co_return co_await signingIn.logout();
    case Command::Accounts:
        co_return co_await signingIn.accounts();
    case Command::Names:
        co_return co_await signingIn.names();
    case Command::Doctor: {
        Doctor doctor(context());
        co_return co_await doctor.run();
    }
    default:
        co_return std::nullopt;
    }
}

Task<int> Session::obey()
{
    Inquiries inquiries(context());
    Operating operating(context());
    Caring caring(context());
    Deploying deploying(context());
    switch (m_line.command) {
    case Command::Walk: {
        Walk walk(m_engine, m_line.common.endpoints, m_report);
        co_return co_await walk.run();
    }
    case Command::List:
        if (m_line.watches) {
            Watching watching(context());
            co_return co_await watching.run({});
        }
        co_return co_await inquiries.list();
    case Command::Images:
        co_return co_await inquiries.images();
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
    if (m_line.isRehearsal) {
        Rehearsal rehearsal(context());
        co_return co_await rehearsal.run(target());
    }
    if (m_line.command == Command::Operate || m_line.command == Command::Deploy) {
        co_await operating.recoverFirst();
        if (m_stop.stop_requested()) // pressed meanwhile: what was begun before us is settled, ours has not begun
            co_return ExitInterrupted;
    }
    if (m_line.command == Command::Deploy)
        co_return co_await deploying.deploy();
    if (m_line.command == Command::Operate && m_line.request.verb == Verb::Create)
        co_return co_await operating.run({});
    if (m_line.command == Command::Diff && m_line.target.isEmpty()) {
        const auto subject = deploying.subject();
        if (!subject)
            co_return subject.error();
        m_line.target = *subject;
    }
    const auto found = target();
    if (!found) {
        const Error error{.code = ErrorCode::ResourceNotFound, .instance = m_line.target};
        co_return m_report.failure(error, u"There is no instance \"%1\"."_s.arg(m_line.target),
                                   u"See what there is: swarmctl list"_s);
    }
    switch (m_line.command) {
    case Command::Show:
        if (m_line.watches) {
            Watching watching(context());
            co_return co_await watching.run(*found);
        }
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
    case Command::Logs: {
        Reading reading(context());
        co_return co_await reading.logs(*found);
    }
    case Command::Metrics: {
        Reading reading(context());
        co_return co_await reading.metrics(*found);
    }
    case Command::Export:
        co_return co_await deploying.exportFile(*found);
    case Command::Diff:
        co_return co_await deploying.diff(*found);
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
    SigningIn signingIn(context());
    const auto secret = co_await signingIn.token();
    if (!secret)
        co_return std::unexpected(secret.error());
    co_return co_await m_engine.useToken(*secret);
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

} // namespace swarm::ctl
