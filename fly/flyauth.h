#pragma once

#include "fly/flyclient.h"
#include "model/signin.h"

namespace swarm {

//! Asks Fly.io whom a token speaks for and what it may do: OAuth tokens through GraphQL, macaroons through
//! `/v1/tokens/current` and `/v1/tokens/authenticate`.
class FlyAuth : public TokenChecker
{
public:
    FlyAuth(FlyEndpoints endpoints, RetryPolicy retry, const Clock &clock, Logger &logger);

    [[nodiscard]] Task<Result<Account>> check(QString token) override;

private:
    [[nodiscard]] Task<Result<Account>> checkUser();
    [[nodiscard]] Task<Result<Account>> checkMacaroon(QString token);

    FlyConnection m_connection; //!< of its own: a token on trial must not reach the one in use
    FlyClient m_fly;
};

} // namespace swarm
