#include "fly/flylogin.h"

#include "fly/flyparser.h"
#include "fly/jsonread.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

FlyCall sessionCall(const QByteArray &verb, const QString &route, const QStringList &at, std::stop_token stop)
{
    return {.server = FlyCall::Server::Web,
            .verb = verb,
            .route = route,
            .at = at,
            .repeat = verb == "GET" ? Repeat::Freely : Repeat::WhenNotDone,
            .pace = Pace::Free,
            .isAnonymous = true,
            .stop = std::move(stop)};
}

} // namespace

Task<Result<LoginSession>> FlyLogin::begin(LoginRequest request, std::stop_token stop)
{
    auto call = sessionCall("POST"_ba, u"/api/v1/cli_sessions"_s, {}, stop);
    call.body = {{u"name"_s, request.computer},
                 {u"signup"_s, false},
                 {u"target"_s, u"auth"_s},
                 {u"code_challenge"_s, request.challenge},
                 {u"code_challenge_method"_s, u"S256"_s},
                 {u"state"_s, request.state},
                 {u"redirect_port"_s, request.redirectPort}};
    co_return co_await ask(std::move(call), loginSessionFrom);
}

Task<Result<QString>> FlyLogin::redeem(QString session, QString code, QString verifier, std::stop_token stop)
{
    auto call = sessionCall("POST"_ba, u"/api/v1/cli_sessions/{session}/redeem"_s, {session}, stop);
    call.body = {{u"code"_s, code}, {u"code_verifier"_s, verifier}};
    const auto token = co_await ask(std::move(call), accessTokenFrom);
    if (token && token->isEmpty())
        co_return nonsense(u"a token"_s);
    co_return token;
}

Task<Result<QString>> FlyLogin::poll(QString session, std::stop_token stop)
{
    auto call = sessionCall("GET"_ba, u"/api/v1/cli_sessions/{session}"_s, {session}, stop);
    const auto token = co_await ask(std::move(call), accessTokenFrom);
    if (!token && token.error().httpStatus == 404) // "not yet"
        co_return QString();
    co_return token;
}

} // namespace swarm
