#include "fly/flyauth.h"

using namespace Qt::StringLiterals;

namespace swarm {

FlyAuth::FlyAuth(FlyEndpoints endpoints, RetryPolicy retry, const Clock &clock, Logger &logger)
    : m_connection(std::move(endpoints), retry, clock, logger)
    , m_fly(m_connection, Urgency::User)
{
}

Task<Result<Account>> FlyAuth::check(QString token)
{
    if (token.isEmpty())
        co_return std::unexpected(Error{.code = ErrorCode::AuthInvalidToken, .detail = u"the token is empty"_s});
    m_connection.setToken(token);
    if (machinesAuthorization(token).startsWith("FlyV1"))
        co_return co_await checkMacaroon(token);
    co_return co_await checkUser();
}

Task<Result<Account>> FlyAuth::checkUser()
{
    const auto email = co_await m_fly.account.viewer({});
    if (!email)
        co_return std::unexpected(email.error());
    const auto organizations = co_await m_fly.account.organizations({});
    if (!organizations)
        co_return std::unexpected(organizations.error());
    Account account{.name = *email};
    for (const auto &organization : *organizations)
        account.organizations.push_back({.slug = organization.slug, .name = organization.name});
    co_return account;
}

Task<Result<Account>> FlyAuth::checkMacaroon(QString token)
{
    const auto tokens = co_await m_fly.tokens.current({});
    if (!tokens)
        co_return std::unexpected(tokens.error());
    Account account{.reach = Account::Reach::Organization};
    for (const auto &part : *tokens) {
        if (account.name.isEmpty())
            account.name = part.user;
        account.apps += part.apps;
        const Organization organization{.slug = part.organization, .name = part.organization};
        if (!part.organization.isEmpty())
            account.organizations.push_back(organization);
    }
    if (account.name.isEmpty() && !account.organizations.empty())
        account.name = account.organizations.front().slug; // a token of the organization is nobody's
    if (account.name.isEmpty())
        co_return std::unexpected(Error{.code = ErrorCode::BadReply, .detail = u"a token without an owner"_s});
    if (!account.apps.isEmpty())
        account.reach = Account::Reach::Apps;

    // A courtesy: whoever does not tell lets us find out by being refused.
    const auto limits = co_await m_fly.tokens.limits(QString::fromUtf8(machinesAuthorization(token)), {});
    if (limits) {
        account.isReadOnly = limits->isReadOnly;
        account.validUntil = limits->validUntil;
    }
    co_return account;
}

} // namespace swarm
