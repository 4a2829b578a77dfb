// GraphQL's tokens for an organization or an app.
#include "fly/simulator/graphqlschema.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

using NodePointer = GraphQlSchema::NodePointer;

NodePointer GraphQlSchema::tokenNode(const KnownToken &token, bool showsSecret)
{
    constexpr qint64 farAway = 4'000'000'000'000;
    auto node = graphQlNode(u"LimitedAccessToken"_s);
    node->value(u"id"_s, token.id).value(u"name"_s, token.name).value(u"profile"_s, token.profile);
    node->value(u"createdAt"_s, rfc3339(token.createdAt));
    node->value(u"expiresAt"_s, rfc3339(token.endsAt > 0 ? token.endsAt : farAway));
    node->value(u"revokedAt"_s, token.revokedAt > 0 ? QJsonValue(rfc3339(token.revokedAt)) : QJsonValue());
    if (!token.apps.isEmpty())
        node->value(u"profileParams"_s, QJsonObject{{u"app_id"_s, token.apps.first()}});
    // The secret is told once.
    node->value(u"token"_s, showsSecret ? token.secret : QString());
    node->value(u"tokenHeader"_s, showsSecret ? QJsonValue(u"FlyV1 "_s + token.secret) : QJsonValue());
    node->field(u"organization"_s, [this](const QJsonObject &) { return organization(); });
    node->field(u"user"_s, [this](const QJsonObject &) { return user(); });
    return node;
}

NodePointer GraphQlSchema::tokenPage(const QString &app, const QJsonObject &given)
{
    GraphQlNodes nodes;
    for (const auto &token : m_world.tokens().all()) {
        const bool isMade = !token.profile.isEmpty();
        if (isMade && (app.isEmpty() ? token.apps.isEmpty() : token.apps.contains(app)))
            nodes.append(tokenNode(token, false));
    }
    return connectionOf(u"LimitedAccessToken"_s, nodes, given);
}

GraphQlValue GraphQlSchema::createToken(const QJsonObject &input)
{
    constexpr qint64 usualLifeMs = 175'200LL * 3'600'000; // 20 years
    if (input[u"organizationId"].toString() != World::organizationId())
        return notFound(u"Organization"_s);
    const auto profile = input[u"profile"].toString();
    static const QStringList profiles{u"deploy"_s, u"deploy_organization"_s, u"readonly_organization"_s};
    if (!profiles.contains(profile))
        return invalidArgument(u"Profile is not a known token profile"_s);
    const auto wish = input[u"expiry"].toString();
    const auto life = wish.isEmpty() ? std::optional<qint64>(usualLifeMs) : goDuration(wish);
    if (!life)
        return invalidArgument(u"Expiry is not a duration"_s);
    QStringList apps;
    if (profile == "deploy"_L1) {
        apps << input[u"profileParams"][u"app_id"].toString();
        if (!find(apps.first()))
            return appByName(apps.first());
    } else if (!m_token.isForOrganization()) {
        return GraphQlFailure{.message = u"Not authorized to do this"_s, .code = u"UNAUTHORIZED"_s};
    }
    const auto token = m_world.tokens().add({.name = input[u"name"].toString(),
                                             .profile = profile,
                                             .apps = apps,
                                             .isReadOnly = profile == "readonly_organization"_L1,
                                             .endsAt = m_world.clock().now() + *life},
                                            u"fm2_"_s);
    auto payload = graphQlPayload(u"CreateLimitedAccessTokenPayload"_s, input);
    payload->field(u"limitedAccessToken"_s, [this, token](const QJsonObject &) { return tokenNode(token, true); });
    return payload;
}

GraphQlValue GraphQlSchema::deleteToken(const QJsonObject &input)
{
    auto wanted = input[u"id"].toString(input[u"token"].toString());
    if (wanted.startsWith("FlyV1 "_L1))
        wanted.remove(0, 6);
    const auto *token = m_world.tokens().revoke(wanted);
    if (!token)
        return notFound(u"LimitedAccessToken"_s);
    auto payload = graphQlPayload(u"DeleteLimitedAccessTokenPayload"_s, input);
    payload->value(u"token"_s, token->id);
    return payload;
}

} // namespace swarm::simulator
