#pragma once

#include "fly/flypart.h"
#include "fly/flytypes.h"

namespace swarm {

//! A token for one purpose: for an organization, or for one app of it.
struct LimitedTokenRequest {
    QString name = {};
    QString organizationId = {}; //!< GraphQL's id, not the slug
    QString app = {}; //!< empty: for the whole organization
    std::chrono::hours validFor{24};
};

//! What tokens may do, and tokens that may do less.
class FlyTokens : public FlyPart
{
public:
    using FlyPart::FlyPart;

    //! GET /v1/tokens/current: for macaroons only, others are refused
    [[nodiscard]] Task<Result<std::vector<TokenInfo>>> current(std::stop_token stop);
    //! POST /v1/tokens/authenticate: what limits a macaroon, given as the whole Authorization header
    [[nodiscard]] Task<Result<TokenLimits>> limits(QString header, std::stop_token stop);

    //! GraphQL `createLimitedAccessToken`
    [[nodiscard]] Task<Result<LimitedToken>> create(LimitedTokenRequest request, std::stop_token stop);
    //! GraphQL `organization(slug) { limitedAccessTokens }`: without the secrets
    [[nodiscard]] Task<Result<std::vector<LimitedToken>>> list(QString organization, std::stop_token stop);
    //! GraphQL `deleteLimitedAccessToken`
    [[nodiscard]] Task<Result<void>> revoke(QString id, std::stop_token stop);
};

} // namespace swarm
