#include "fly/flytokens.h"

#include "fly/flyparser.h"

using namespace Qt::StringLiterals;

namespace swarm {

Task<Result<std::vector<TokenInfo>>> FlyTokens::current(std::stop_token stop)
{
    FlyCall call{.route = u"/v1/tokens/current"_s, .pace = Pace::Free, .stop = stop};
    co_return co_await ask(std::move(call), tokensFrom);
}

Task<Result<TokenLimits>> FlyTokens::limits(QString header, std::stop_token stop)
{
    FlyCall call{.verb = "POST"_ba,
                 .route = u"/v1/tokens/authenticate"_s,
                 .body = {{u"header"_s, header}},
                 .repeat = Repeat::WhenNotDone,
                 .pace = Pace::Free,
                 .stop = stop};
    co_return co_await ask(std::move(call), tokenLimitsFrom);
}

Task<Result<LimitedToken>> FlyTokens::create(LimitedTokenRequest request, std::stop_token stop)
{
    QJsonObject input{{u"name"_s, request.name},
                      {u"organizationId"_s, request.organizationId},
                      {u"profile"_s, request.app.isEmpty() ? u"deploy_organization"_s : u"deploy"_s},
                      {u"expiry"_s, u"%1h"_s.arg(request.validFor.count())}};
    if (!request.app.isEmpty())
        input.insert(u"profileParams"_s, QJsonObject{{u"app_id"_s, request.app}});
    GraphQlCall call{
        .query = u"mutation($input: CreateLimitedAccessTokenInput!) { createLimitedAccessToken(input: $input) { "
                 "limitedAccessToken { id name tokenHeader expiresAt } } }"_s,
        .variables = {{u"input"_s, input}},
        .repeat = Repeat::WhenNotDone,
        .stop = stop};
    co_return co_await query(std::move(call), newLimitedTokenFrom);
}

Task<Result<std::vector<LimitedToken>>> FlyTokens::list(QString organization, std::stop_token stop)
{
    GraphQlCall call{.query = u"query($slug: String!) { organization(slug: $slug) { limitedAccessTokens(first: 100) { "
                              "nodes { id name expiresAt } } } }"_s,
                     .variables = {{u"slug"_s, organization}},
                     .stop = stop};
    co_return co_await query(std::move(call), limitedTokensFrom);
}

Task<Result<void>> FlyTokens::revoke(QString id, std::stop_token stop)
{
    GraphQlCall call{.query = u"mutation($input: DeleteLimitedAccessTokenInput!) { deleteLimitedAccessToken(input: "
                              "$input) { token } }"_s,
                     .variables = {{u"input"_s, QJsonObject{{u"id"_s, id}}}},
                     .repeat = Repeat::WhenNotDone,
                     .stop = stop};
    co_return co_await query(std::move(call), acknowledgedFrom);
}

} // namespace swarm
