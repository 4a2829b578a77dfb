#include "fly/flyparser.h"

#include "fly/jsonread.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

Result<FlyApp> oneApp(const QJsonObject &json)
{
    FlyApp app{.id = json["id"_L1].toString(),
               .name = json["name"_L1].toString(),
               .organization = json["organization"_L1]["slug"_L1].toString(),
               .network = json["network"_L1].toString(),
               .status = json["status"_L1].toString(),
               .machineCount = json["machine_count"_L1].toInt(),
               .volumeCount = json["volume_count"_L1].toInt()};
    if (app.name.isEmpty())
        return nonsense(u"an app with a name"_s);
    return app;
}

Result<IpAssignment> oneAddress(const QJsonObject &json)
{
    IpAssignment address{.ip = json["ip"_L1].toString(),
                         .type = json["type"_L1].toString(),
                         .region = json["region"_L1].toString(),
                         .network = json["network"_L1]["name"_L1].toString(),
                         .service = json["service_name"_L1].toString(),
                         .isShared = json["shared"_L1].toBool(),
                         .createdAt = timeFrom(json["created_at"_L1])};
    if (address.ip.isEmpty())
        return nonsense(u"an address"_s);
    return address;
}

Result<AppSecret> oneSecret(const QJsonObject &json)
{
    AppSecret secret{.name = json["name"_L1].toString(),
                     .digest = json["digest"_L1].toString(),
                     .value = json["value"_L1].toString(),
                     .updatedAt = timeFrom(json["updated_at"_L1])};
    if (secret.name.isEmpty())
        return nonsense(u"a secret with a name"_s);
    return secret;
}

Result<Region> oneRegion(const QJsonObject &json)
{
    Region region{.code = json["code"_L1].toString(),
                  .city = json["name"_L1].toString(),
                  .isDeprecated = json["deprecated"_L1].toBool(),
                  .latitude = json["latitude"_L1].toDouble(),
                  .longitude = json["longitude"_L1].toDouble()};
    if (region.code.isEmpty())
        return nonsense(u"a region with a code"_s);
    return region;
}

//! The service writes capitals, its published document small letters.
QJsonValue eitherCase(const QJsonObject &json, const QString &name)
{
    const auto capital = name.at(0).toUpper() + name.mid(1);
    return json.contains(capital) ? json[capital] : json[name];
}

Result<Placement> onePlacement(const QJsonObject &json)
{
    Placement placement{.region = eitherCase(json, u"region"_s).toString(),
                        .count = eitherCase(json, u"count"_s).toInt()};
    if (placement.region.isEmpty())
        return nonsense(u"a region"_s);
    return placement;
}

Result<TokenInfo> oneToken(const QJsonObject &json)
{
    TokenInfo token{.organization = json["org_slug"_L1].toString(),
                    .user = json["user"_L1].toString(),
                    .apps = stringsFrom(json["apps"_L1])};
    if (token.organization.isEmpty())
        return nonsense(u"a token's organization"_s);
    return token;
}

template <typename T>
Result<std::vector<T>> member(const QByteArray &body, const QString &name, Result<T> (*parse)(const QJsonObject &))
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    if (!json->contains(name))
        return nonsense(name);
    return listFrom((*json)[name], name, parse);
}

} // namespace

Result<void> doneFrom(const QByteArray &body)
{
    // Something else that answers 200 to everything, such as a hotel's login page, has not done what was asked.
    if (!body.trimmed().isEmpty() && QJsonDocument::fromJson(body).isNull())
        return nonsense(u"nothing, or JSON"_s);
    return {};
}

Result<FlyApp> appFrom(const QByteArray &body)
{
    return thingFrom(body, oneApp);
}

Result<std::vector<FlyApp>> appsFrom(const QByteArray &body)
{
    return member(body, u"apps"_s, oneApp);
}

Result<QString> deployTokenFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    const auto token = (*json)["token"_L1].toString();
    if (token.isEmpty())
        return nonsense(u"a token"_s);
    return token;
}

Result<std::vector<IpAssignment>> addressesFrom(const QByteArray &body)
{
    return member(body, u"ips"_s, oneAddress);
}

Result<std::vector<IpAssignment>> newAddressesFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    const auto pair = (*json)["ip_pair"_L1].toObject();
    if (pair.isEmpty())
        return listFrom(QJsonArray{*json}, oneAddress);
    QJsonArray both;
    for (const auto &half : {pair["v4"_L1], pair["v6"_L1]})
        both << (half.isString() ? QJsonObject{{u"ip"_s, half}} : half.toObject());
    return listFrom(both, oneAddress);
}

Result<std::vector<AppSecret>> secretsFrom(const QByteArray &body)
{
    return member(body, u"secrets"_s, oneSecret);
}

Result<AppSecret> secretFrom(const QByteArray &body)
{
    return thingFrom(body, oneSecret);
}

Result<qint64> secretsVersionFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    return eitherCase(*json, u"version"_s).toInteger();
}

Result<RegionList> regionsFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    const auto rows = eitherCase(*json, u"regions"_s);
    if (!rows.isArray())
        return nonsense(u"a list of regions"_s);
    auto regions = listFrom(rows.toArray(), oneRegion);
    if (!regions)
        return std::unexpected(regions.error());
    return RegionList{.regions = std::move(*regions), .nearest = eitherCase(*json, u"nearest"_s).toString()};
}

Result<std::vector<Placement>> placementsFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    if (!json->contains(u"Regions"_s) && !json->contains(u"regions"_s))
        return nonsense(u"placements"_s);
    return listFrom(eitherCase(*json, u"regions"_s), u"placements"_s, onePlacement);
}

Result<std::vector<TokenInfo>> tokensFrom(const QByteArray &body)
{
    return member(body, u"tokens"_s, oneToken);
}

Result<TokenLimits> tokenLimitsFrom(const QByteArray &body)
{
    constexpr int write = 2; // r, w, c, d, C: one bit each
    const auto tokens = arrayFrom(body);
    if (!tokens)
        return std::unexpected(tokens.error());
    TokenLimits limits;
    for (const auto &token : *tokens) {
        if (!token[u"caveats"_s].isObject())
            return nonsense(u"the limits of a token"_s);
        for (const auto &caveat : token[u"caveats"_s][u"caveats"_s].toArray()) {
            const auto said = caveat[u"body"_s];
            if (caveat[u"type"_s] == "Action"_L1)
                limits.isReadOnly |= said.isString() ? !said.toString().contains(u'w') : (said.toInt() & write) == 0;
            const auto end = said[u"not_after"_s].toInteger();
            const auto until = QDateTime::fromSecsSinceEpoch(end, Qt::UTC);
            if (end > 0 && until.isValid() && (!limits.validUntil.isValid() || until < limits.validUntil))
                limits.validUntil = until;
        }
    }
    return limits;
}

} // namespace swarm
