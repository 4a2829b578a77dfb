#include "fly/simulator/knowntoken.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

QJsonObject KnownToken::toJson() const
{
    return {{u"id"_s, id},
            {u"secret"_s, secret},
            {u"name"_s, name},
            {u"profile"_s, profile},
            {u"apps"_s, QJsonArray::fromStringList(apps)},
            {u"read_only"_s, isReadOnly},
            {u"created_at"_s, createdAt},
            {u"ends_at"_s, endsAt},
            {u"discharge_ends_at"_s, dischargeEndsAt},
            {u"revoked_at"_s, revokedAt}};
}

KnownToken KnownToken::fromJson(const QJsonObject &json)
{
    KnownToken token{.id = json[u"id"].toString(),
                     .secret = json[u"secret"].toString(),
                     .name = json[u"name"].toString(),
                     .profile = json[u"profile"].toString(),
                     .isReadOnly = json[u"read_only"].toBool(),
                     .createdAt = json[u"created_at"].toInteger(),
                     .endsAt = json[u"ends_at"].toInteger(),
                     .dischargeEndsAt = json[u"discharge_ends_at"].toInteger(),
                     .revokedAt = json[u"revoked_at"].toInteger()};
    for (const auto &app : json[u"apps"].toArray())
        token.apps << app.toString();
    return token;
}

} // namespace swarm::simulator
