#include "fly/flyauth.h"

using namespace Qt::StringLiterals;

namespace swarm {

FlyAuth::FlyAuth(FlyEndpoints endpoints, RetryPolicy retry, const Clock &clock)
    : m_fly(std::move(endpoints), retry, clock)
{
}

Task<Result<Account>> FlyAuth::check(QString token)
{
    if (token.isEmpty())
        co_return std::unexpected(Error{.code = ErrorCode::AuthInvalidToken, .detail = u"the token is empty"_s});
    m_fly.setToken(token);
    if (machinesAuthorization(token).startsWith("FlyV1"))
        co_return co_await checkMacaroon();
    co_return co_await checkUser();
}

Task<Result<Account>> FlyAuth::checkUser()
{
    const auto email = co_await m_fly.viewer({});
    if (!email)
        co_return std::unexpected(email.error());
    const auto organizations = co_await m_fly.organizations({});
    if (!organizations)
        co_return std::unexpected(organizations.error());
    Account account{.name = *email};
    for (const auto &organization : *organizations)
        account.organizations.push_back({.slug = organization.slug, .name = organization.name});
    co_return account;
}

Task<Result<Account>> FlyAuth::checkMacaroon()
{
    const auto tokens = co_await m_fly.tokens({});
    if (!tokens)
        co_return std::unexpected(tokens.error());
    Account account;
    for (const auto &token : *tokens) {
        if (account.name.isEmpty())
            account.name = token.user;
        account.apps += token.apps;
        const Organization organization{.slug = token.organization, .name = token.organization};
        if (!token.organization.isEmpty())
            account.organizations.push_back(organization);
    }
    if (account.name.isEmpty() && !account.organizations.empty())
        account.name = account.organizations.front().slug; // a token of the organization is nobody's
    if (account.name.isEmpty())
        co_return std::unexpected(Error{.code = ErrorCode::BadReply, .detail = u"a token without an owner"_s});
    co_return account;
}

} // namespace swarm
