#include "fly/browserlogin.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QSysInfo>

#include <cstring>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::chrono::milliseconds patience = 15min; //!< after which the server forgets the session
constexpr auto lookAgain = 1s;

QString base64Url(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

//! 256 bits nobody can guess.
QString randomWord()
{
    QByteArray bytes(32, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); i += 8) {
        const quint64 piece = QRandomGenerator::system()->generate64();
        std::memcpy(bytes.data() + i, &piece, sizeof piece);
    }
    return base64Url(bytes);
}

std::unexpected<Error> tooLate()
{
    return std::unexpected(
        Error{.code = ErrorCode::NetworkTimeout, .detail = u"nobody answered in the browser for 15 minutes"_s});
}

} // namespace

BrowserLogin::BrowserLogin(FlyConnection &connection, const Clock &clock, Launcher launch)
    : m_login(connection, Urgency::User)
    , m_endpoints(connection.endpoints())
    , m_clock(clock)
    , m_launch(std::move(launch))
{
}

Task<Result<QString>> BrowserLogin::run(std::stop_token stop)
{
    const auto verifier = randomWord();
    const auto state = randomWord();
    const auto challenge = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
    m_listener.emplace(state, m_endpoints.web().adjusted(QUrl::RemovePath).toString(QUrl::RemoveQuery));
    if (!m_listener->listen())
        co_return std::unexpected(
            Error{.code = ErrorCode::NetworkConnectionFailed, .detail = u"cannot listen on the loopback interface"_s});

    LoginRequest request{.computer = QSysInfo::machineHostName(),
                         .challenge = base64Url(challenge),
                         .state = state,
                         .redirectPort = m_listener->port()};
    const auto session = co_await m_login.begin(std::move(request), stop);
    if (!session)
        co_return std::unexpected(session.error());
    const QUrl url(session->url, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.host() == m_endpoints.graphql.host();
    if (!isWeb)
        co_return std::unexpected(
            Error{.code = ErrorCode::BadReply, .detail = u"the address to sign in at is not https"_s});
    if (!m_launch(url))
        co_return std::unexpected(
            Error{.code = ErrorCode::ApiUnsupportedOperation, .detail = u"no browser could be opened"_s});

    if (session->usesPkce)
        co_return co_await redeemed(session->id, verifier, stop);
    co_return co_await polled(session->id, stop);
}

Task<Result<QString>> BrowserLogin::redeemed(QString session, QString verifier, std::stop_token stop)
{
    std::stop_source came; // ends the sleep
    QObject here; // and with it this coroutine's interest in answers
    QObject::connect(&*m_listener, &CallbackListener::answered, &here, [&came] { came.request_stop(); });
    const std::stop_callback onStop(stop, [&came] { came.request_stop(); });
    if (!m_listener->answer())
        co_await m_clock.sleepFor(patience, came.get_token());
    if (stop.stop_requested())
        co_return cancelled();
    if (!m_listener->answer())
        co_return tooLate();
    const auto code = m_listener->answer()->code;
    if (code.isEmpty())
        co_return std::unexpected(
            Error{.code = ErrorCode::AuthInvalidToken, .detail = u"the sign-in was refused in the browser"_s});
    co_return co_await m_login.redeem(session, code, verifier, stop);
}

Task<Result<QString>> BrowserLogin::polled(QString session, std::stop_token stop)
{
    const auto began = m_clock.now();
    while (began.msecsTo(m_clock.now()) < m_clock.scaled(patience).count()) {
        const auto token = co_await m_login.poll(session, stop);
        if (!token && !token.error().isRetryable())
            co_return token;
        if (token && !token->isEmpty())
            co_return token;
        co_await m_clock.sleepFor(lookAgain, stop);
        if (stop.stop_requested())
            co_return cancelled();
    }
    co_return tooLate();
}

} // namespace swarm
