#include "app/keychaintokenstore.h"

#include "app/secretservice.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto service = "remote-swarm"_L1;
constexpr std::chrono::milliseconds patience = 60s; // a person may have to type a password; a wizard may wait for ever

struct JobResult {
    QKeychain::Error error = QKeychain::OtherError;
    QString message = {};
};

//! Suspends until a keychain job is done, or for as long as our patience lasts; then there is no result.
//!
//! The job is left to delete itself: the libraries behind it hold on to it until they answer.
class JobDone
{
public:
    JobDone(QKeychain::Job *job, std::chrono::milliseconds longest)
        : m_job(job)
    {
        m_timer.setSingleShot(true);
        m_timer.setInterval(longest);
    }

    [[nodiscard]] bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiter)
    {
        QObject::connect(m_job, &QKeychain::Job::finished, &m_timer, [this](QKeychain::Job *job) {
            m_result = {.error = job->error(), .message = job->errorString()};
            m_timer.start(0ms);
        });
        m_timer.callOnTimeout([waiter] { waiter.resume(); });
        m_timer.start();
        m_job->start();
    }
    [[nodiscard]] std::optional<JobResult> await_resume() const { return m_result; }

private:
    QKeychain::Job *m_job;
    std::optional<JobResult> m_result;
    QTimer m_timer;
};

QKeychain::Job *prepared(QKeychain::Job *job, const QString &key)
{
    job->setInsecureFallback(false);
    job->setKey(key);
    return job;
}

ErrorCode codeFor(KeychainState state, QKeychain::Error error)
{
    switch (state) {
    case KeychainState::Absent:
        return ErrorCode::KeychainAbsent;
    case KeychainState::Locked:
        return ErrorCode::KeychainLocked;
    case KeychainState::Open:
        return error == QKeychain::EntryNotFound ? ErrorCode::ResourceNotFound : ErrorCode::KeychainLocked;
    }
    Q_UNREACHABLE();
}

} // namespace

Task<Result<void>> KeychainTokenStore::run(QKeychain::Job *job)
{
    const auto result = co_await JobDone(job, m_clock.scaled(patience));
    if (!result)
        co_return std::unexpected(
            Error{.code = ErrorCode::KeychainLocked, .detail = u"the keychain does not answer"_s});
    if (result->error == QKeychain::NoError)
        co_return Result<void>();
    // A locked keyring, too, says that there is no such entry.
    const auto state = co_await keychainState();
    co_return std::unexpected(Error{.code = codeFor(state, result->error), .detail = result->message});
}

Task<Result<QString>> KeychainTokenStore::read(QString key)
{
    auto inSession = co_await m_session.read(key);
    if (inSession)
        co_return inSession;
    auto *job = new QKeychain::ReadPasswordJob(service);
    const auto secret = std::make_shared<QString>(); // the job may outlive this coroutine
    QObject::connect(job, &QKeychain::Job::finished, job, [job, secret] { *secret = job->textData(); });
    const auto done = co_await run(prepared(job, key));
    if (!done)
        co_return std::unexpected(done.error());
    co_return *secret;
}

Task<Result<void>> KeychainTokenStore::write(QString key, QString secret)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(secret);
    const auto done = co_await run(prepared(job, key));
    if (done || done.error().code != ErrorCode::KeychainAbsent)
        co_return done;
    m_isLasting = false;
    co_return co_await m_session.write(key, secret);
}

Task<Result<void>> KeychainTokenStore::remove(QString key)
{
    co_await m_session.remove(key);
    const auto done = co_await run(prepared(new QKeychain::DeletePasswordJob(service), key));
    const bool wasNeverKept =
        !done && (done.error().code == ErrorCode::ResourceNotFound || done.error().code == ErrorCode::KeychainAbsent);
    co_return wasNeverKept ? Result<void>() : done;
}

} // namespace swarm
