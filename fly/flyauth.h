#pragma once

#include "fly/flyclient.h"
#include "model/signin.h"

namespace swarm {

//! Asks Fly.io whom a token speaks for: OAuth tokens through GraphQL, macaroons through `/v1/tokens/current`.
class FlyAuth : public TokenChecker
{
public:
    FlyAuth(FlyEndpoints endpoints, RetryPolicy retry, const Clock &clock);

    [[nodiscard]] Task<Result<Account>> check(QString token) override;

private:
    [[nodiscard]] Task<Result<Account>> checkUser();
    [[nodiscard]] Task<Result<Account>> checkMacaroon();

    FlyClient m_fly; //!< of its own: a token on trial must not reach the one in use
};

} // namespace swarm
