#include "fly/flyaccount.h"

#include "fly/flyparser.h"
#include "fly/jsonread.h"

using namespace Qt::StringLiterals;

namespace swarm {

Task<Result<QString>> FlyAccount::viewer(std::stop_token stop)
{
    GraphQlCall call{.query = u"query { viewer { __typename ... on User { id email } ... on Macaroon { email } } }"_s,
                     .stop = stop};
    co_return co_await query(std::move(call), viewerFrom);
}

Task<Result<std::vector<OrganizationRef>>> FlyAccount::organizations(std::stop_token stop)
{
    GraphQlCall call{.query = u"query { organizations { nodes { id slug name } } }"_s, .stop = stop};
    co_return co_await query(std::move(call), organizationsFrom);
}

Task<Result<OrganizationRef>> FlyAccount::organization(QString slug, std::stop_token stop)
{
    GraphQlCall call{.query = u"query($slug: String!) { organization(slug: $slug) { id slug name } }"_s,
                     .variables = {{u"slug"_s, slug}},
                     .stop = stop};
    const auto found = co_await query(std::move(call), organizationsFrom);
    if (!found)
        co_return std::unexpected(found.error());
    if (found->empty())
        co_return nonsense(u"an organization"_s);
    co_return found->front();
}

Task<Result<AppPage>> FlyAccount::apps(QString organizationId, QString cursor, std::stop_token stop)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    GraphQlCall call{.query = u"query($organization: ID, $after: String) { apps(type: \"container\", first: 200, "
                              "after: $after, organizationId: $organization) { pageInfo { hasNextPage endCursor } "
                              "nodes { name network organization { slug } } } }"_s,
                     .variables = {{u"organization"_s, orNull(organizationId)}, {u"after"_s, orNull(cursor)}},
                     .stop = stop};
    co_return co_await query(std::move(call), appPageFrom);
}

Task<Result<QUrl>> FlyAccount::appUrl(QString app, std::stop_token stop)
{
    GraphQlCall call{.query = u"query($name: String!) { app(name: $name) { appUrl } }"_s,
                     .variables = {{u"name"_s, app}},
                     .stop = stop};
    co_return co_await query(std::move(call), appUrlFrom);
}

Task<Result<QDateTime>> FlyAccount::appCreatedAt(QString app, std::stop_token stop)
{
    GraphQlCall call{.query = u"query($name: String!) { app(name: $name) { createdAt } }"_s,
                     .variables = {{u"name"_s, app}},
                     .stop = stop};
    co_return co_await query(std::move(call), appCreatedAtFrom);
}

Task<Result<std::vector<SizePrice>>> FlyAccount::sizes(std::stop_token stop)
{
    GraphQlCall call{.query = u"query { platform { vmSizes { name cpuCores memoryMb priceMonth priceSecond } } }"_s,
                     .stop = stop};
    co_return co_await query(std::move(call), sizesFrom);
}

} // namespace swarm
