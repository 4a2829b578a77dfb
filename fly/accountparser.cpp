#include "fly/flyparser.h"
#include "fly/jsonread.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

Result<OrganizationRef> oneOrganization(const QJsonObject &json)
{
    OrganizationRef organization{
        .id = json["id"_L1].toString(), .slug = json["slug"_L1].toString(), .name = json["name"_L1].toString()};
    if (organization.slug.isEmpty())
        return nonsense(u"an organization with a slug"_s);
    return organization;
}

Result<AppPage::Row> oneApp(const QJsonObject &json)
{
    AppPage::Row app{.name = json["name"_L1].toString(),
                     .organization = json["organization"_L1]["slug"_L1].toString(),
                     .network = json["network"_L1].toString()};
    if (app.name.isEmpty())
        return nonsense(u"an app with a name"_s);
    return app;
}

Result<SizePrice> oneSize(const QJsonObject &json)
{
    SizePrice size{.name = json["name"_L1].toString(),
                   .cpus = json["cpuCores"_L1].toDouble(),
                   .memoryMb = json["memoryMb"_L1].toInt(),
                   .perMonth = json["priceMonth"_L1].toDouble(),
                   .perSecond = json["priceSecond"_L1].toDouble()};
    if (size.name.isEmpty())
        return nonsense(u"a size with a name"_s);
    return size;
}

Result<LimitedToken> oneLimitedToken(const QJsonObject &json)
{
    LimitedToken token{.id = json["id"_L1].toString(),
                       .name = json["name"_L1].toString(),
                       .header = json["tokenHeader"_L1].toString(),
                       .expiresAt = timeFrom(json["expiresAt"_L1])};
    if (token.id.isEmpty() && token.header.isEmpty())
        return nonsense(u"a token"_s);
    return token;
}

template <typename T>
Result<std::vector<T>> nodesFrom(const QJsonValue &connection, const QString &expected,
                                 Result<T> (*parse)(const QJsonObject &))
{
    if (!connection["nodes"_L1].isArray())
        return nonsense(expected);
    return listFrom(connection["nodes"_L1].toArray(), parse);
}

} // namespace

Result<QString> viewerFrom(const QJsonObject &data)
{
    if (!data["viewer"_L1].isObject())
        return nonsense(u"a viewer"_s);
    return data["viewer"_L1]["email"_L1].toString();
}

Result<std::vector<OrganizationRef>> organizationsFrom(const QJsonObject &data)
{
    if (data["organization"_L1].isObject())
        return listFrom(QJsonArray{data["organization"_L1]}, oneOrganization);
    return nodesFrom(data["organizations"_L1], u"organizations"_s, oneOrganization);
}

Result<AppPage> appPageFrom(const QJsonObject &data)
{
    auto apps = nodesFrom(data["apps"_L1], u"apps"_s, oneApp);
    if (!apps)
        return std::unexpected(apps.error());
    const auto page = data["apps"_L1]["pageInfo"_L1];
    return AppPage{.apps = std::move(*apps),
                   .nextCursor = page["hasNextPage"_L1].toBool() ? page["endCursor"_L1].toString() : QString()};
}

Result<QUrl> appUrlFrom(const QJsonObject &data)
{
    const QUrl url(data["app"_L1]["appUrl"_L1].toString());
    if (!url.isValid() || url.host().isEmpty())
        return nonsense(u"an appUrl"_s);
    return url;
}

Result<QDateTime> appCreatedAtFrom(const QJsonObject &data)
{
    const auto time = timeFrom(data["app"_L1]["createdAt"_L1]);
    if (!time.isValid())
        return nonsense(u"a createdAt"_s);
    return time;
}

Result<std::vector<SizePrice>> sizesFrom(const QJsonObject &data)
{
    if (!data["platform"_L1]["vmSizes"_L1].isArray())
        return nonsense(u"sizes"_s);
    return listFrom(data["platform"_L1]["vmSizes"_L1].toArray(), oneSize);
}

Result<LimitedToken> newLimitedTokenFrom(const QJsonObject &data)
{
    const auto token = data["createLimitedAccessToken"_L1]["limitedAccessToken"_L1].toObject();
    if (token["tokenHeader"_L1].toString().isEmpty())
        return nonsense(u"a token"_s);
    return oneLimitedToken(token);
}

Result<std::vector<LimitedToken>> limitedTokensFrom(const QJsonObject &data)
{
    const auto owner = data["app"_L1].isObject() ? data["app"_L1] : data["organization"_L1];
    return nodesFrom(owner["limitedAccessTokens"_L1], u"tokens"_s, oneLimitedToken);
}

Result<void> acknowledgedFrom(const QJsonObject &data)
{
    const bool isDone = std::ranges::any_of(data, [](const QJsonValue &answer) { return answer.isObject(); });
    if (!isDone)
        return nonsense(u"an acknowledgement"_s);
    return {};
}

Result<LoginSession> loginSessionFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    LoginSession session{.id = (*json)["id"_L1].toString(),
                         .url = (*json)["auth_url"_L1].toString(),
                         .usesPkce = (*json)["pkce"_L1].toBool()};
    if (session.id.isEmpty() || session.url.isEmpty())
        return nonsense(u"a login session"_s);
    return session;
}

Result<QString> accessTokenFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    return (*json)["access_token"_L1].toString();
}

} // namespace swarm
