#include "fly/simulator/allowance.h"
#include "fly/simulator/graphqlschema.h"
#include "fly/simulator/ids.h"
#include "fly/simulator/routes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

using NodePointer = std::shared_ptr<GraphQlNode>;

static NodePointer make(const QString &type)
{
    return std::make_shared<GraphQlNode>(type);
}

static GraphQlFailure invalid(const QString &message)
{
    return {.message = message, .code = u"INVALID_ARGUMENTS"_s};
}

NodePointer GraphQlSchema::mutation()
{
    auto root = make(u"Mutation"_s);
    const auto add = [&](const QString &name, GraphQlValue (GraphQlSchema::*act)(const QJsonObject &input)) {
        root->field(name, [this, act](const QJsonObject &given) { return (this->*act)(given[u"input"].toObject()); });
    };
    add(u"allocateIpAddress"_s, &GraphQlSchema::allocateAddress);
    add(u"releaseIpAddress"_s, &GraphQlSchema::releaseAddress);
    add(u"setSecrets"_s, &GraphQlSchema::setSecrets);
    add(u"unsetSecrets"_s, &GraphQlSchema::unsetSecrets);
    add(u"createLimitedAccessToken"_s, &GraphQlSchema::createToken);
    add(u"deleteLimitedAccessToken"_s, &GraphQlSchema::deleteToken);
    add(u"createBuild"_s, &GraphQlSchema::beginBuild);
    add(u"finishBuild"_s, &GraphQlSchema::finishBuild);
    return root;
}

GraphQlValue GraphQlSchema::allocateAddress(const QJsonObject &input)
{
    const auto name = input[u"appId"].toString();
    auto *app = m_world.app(name);
    if (!app)
        return appByName(name);
    const auto type = input[u"type"].toString();
    static const QStringList types{u"v4"_s, u"v6"_s, u"shared_v4"_s, u"private_v6"_s};
    if (!types.contains(type))
        return invalid(u"invalid ip type \"%1\""_s.arg(type));
    if (addressAllowance(m_world, type))
        return GraphQlFailure{.message = u"To allocate a dedicated IPv4 please add a payment method"_s,
                              .code = u"UNPROCESSABLE"_s};
    const auto address = giveAddress(m_world, *app, type, input[u"region"].toString());
    auto payload = make(u"AllocateIPAddressPayload"_s);
    payload->field(u"app"_s, [this, name](const QJsonObject &) { return appByName(name); });
    payload->field(u"ipAddress"_s, [this, address](const QJsonObject &) -> GraphQlValue {
        return address.type == "shared_v4"_L1 ? GraphQlValue(QJsonValue()) : GraphQlValue(addressNode(address));
    });
    return payload;
}

GraphQlValue GraphQlSchema::releaseAddress(const QJsonObject &input)
{
    const auto name = input[u"appId"].toString();
    auto *app = m_world.app(name);
    if (!app)
        return appByName(name);
    const auto ip = input[u"ip"].toString();
    if (app->addresses.removeIf([&ip](const Address &address) { return address.ip == ip; }) == 0)
        return GraphQlFailure{.message = u"Could not find IPAddress"_s, .code = u"NOT_FOUND"_s};
    auto payload = make(u"ReleaseIPAddressPayload"_s);
    payload->value(u"clientMutationId"_s, input[u"clientMutationId"]);
    payload->field(u"app"_s, [this, name](const QJsonObject &) { return appByName(name); });
    return payload;
}

GraphQlValue GraphQlSchema::setSecrets(const QJsonObject &input)
{
    QJsonObject values = input[u"replaceAll"].toBool() ? secretRemovals(input[u"appId"].toString()) : QJsonObject();
    for (const auto &secret : input[u"secrets"].toArray())
        values.insert(secret[u"key"].toString(), secret[u"value"].toString());
    return secretsPayload(u"SetSecretsPayload"_s, input, values);
}

GraphQlValue GraphQlSchema::unsetSecrets(const QJsonObject &input)
{
    QJsonObject values;
    for (const auto &key : input[u"keys"].toArray())
        values.insert(key.toString(), QJsonValue());
    return secretsPayload(u"UnsetSecretsPayload"_s, input, values);
}

QJsonObject GraphQlSchema::secretRemovals(const QString &appName)
{
    QJsonObject removals;
    if (const auto *app = m_world.app(appName)) {
        for (auto it = app->secrets.cbegin(); it != app->secrets.cend(); ++it)
            removals.insert(it.key(), QJsonValue());
    }
    return removals;
}

GraphQlValue GraphQlSchema::secretsPayload(const QString &type, const QJsonObject &input, const QJsonObject &values)
{
    const auto name = input[u"appId"].toString();
    auto *app = m_world.app(name);
    if (!app)
        return appByName(name);
    if (values.isEmpty())
        return invalid(u"no secrets given"_s);
    changeSecrets(m_world, *app, values);

    auto release = make(u"Release"_s);
    const auto now = m_world.clock().stamp();
    release->value(u"id"_s, newUlid(now)).value(u"version"_s, app->secretsVersion);
    release->value(u"reason"_s, u"Secrets changed"_s).value(u"description"_s, u"Secrets updated"_s);
    release->value(u"evaluationId"_s, newUlid(now)).value(u"createdAt"_s, rfc3339(now));
    release->value(u"status"_s, u"succeeded"_s).value(u"inProgress"_s, false).value(u"stable"_s, true);
    release->field(u"user"_s, [this](const QJsonObject &) { return viewer({}); });
    auto payload = make(type);
    payload->value(u"clientMutationId"_s, input[u"clientMutationId"]);
    payload->field(u"app"_s, [this, name](const QJsonObject &) { return appByName(name); });
    payload->field(u"release"_s, [release](const QJsonObject &) { return release; });
    return payload;
}

GraphQlValue GraphQlSchema::createToken(const QJsonObject &input)
{
    constexpr qint64 usualLifeMs = 175'200LL * 3'600'000; // 20 years
    if (input[u"organizationId"].toString() != organizationId())
        return GraphQlFailure{.message = u"Could not find Organization"_s, .code = u"NOT_FOUND"_s};
    const auto profile = input[u"profile"].toString();
    static const QStringList profiles{u"deploy"_s, u"deploy_organization"_s, u"readonly_organization"_s};
    if (!profiles.contains(profile))
        return invalid(u"Profile is not a known token profile"_s);
    const auto wish = input[u"expiry"].toString();
    const auto life = wish.isEmpty() ? std::optional<qint64>(usualLifeMs) : goDuration(wish);
    if (!life)
        return invalid(u"Expiry is not a duration"_s);
    QStringList apps;
    if (profile == "deploy"_L1) {
        const auto app = input[u"profileParams"][u"app_id"].toString();
        if (!m_world.app(app))
            return appByName(app);
        apps << app;
    }
    const auto token = m_world.tokens().add({.name = input[u"name"].toString(),
                                             .profile = profile,
                                             .apps = apps,
                                             .isReadOnly = profile == "readonly_organization"_L1,
                                             .endsAt = m_world.clock().now() + *life},
                                            u"fm2_"_s);
    auto payload = make(u"CreateLimitedAccessTokenPayload"_s);
    payload->value(u"clientMutationId"_s, input[u"clientMutationId"]);
    payload->field(u"limitedAccessToken"_s, [this, token](const QJsonObject &) { return tokenNode(token, true); });
    return payload;
}

GraphQlValue GraphQlSchema::deleteToken(const QJsonObject &input)
{
    const auto id = input[u"id"].toString();
    if (!m_world.tokens().remove(id))
        return GraphQlFailure{.message = u"Could not find LimitedAccessToken"_s, .code = u"NOT_FOUND"_s};
    auto payload = make(u"DeleteLimitedAccessTokenPayload"_s);
    payload->value(u"clientMutationId"_s, input[u"clientMutationId"]).value(u"token"_s, id);
    return payload;
}

NodePointer GraphQlSchema::tokenNode(const KnownToken &token, bool showsSecret)
{
    constexpr qint64 farAway = 4'000'000'000'000;
    auto node = make(u"LimitedAccessToken"_s);
    node->value(u"id"_s, token.id).value(u"name"_s, token.name).value(u"profile"_s, token.profile);
    node->value(u"createdAt"_s, rfc3339(token.createdAt));
    node->value(u"expiresAt"_s, rfc3339(token.endsAt > 0 ? token.endsAt : farAway));
    // The secret is told once.
    node->value(u"token"_s, showsSecret ? token.secret : QString());
    node->value(u"tokenHeader"_s, showsSecret ? QJsonValue(u"FlyV1 "_s + token.secret) : QJsonValue());
    node->field(u"organization"_s, [this](const QJsonObject &) { return organization(); });
    node->field(u"user"_s, [this](const QJsonObject &) { return viewer({}); });
    return node;
}

NodePointer GraphQlSchema::tokensOf(const QString &app)
{
    GraphQlNodes nodes;
    for (const auto &token : m_world.tokens().all()) {
        const bool isMade = !token.profile.isEmpty();
        if (isMade && (app.isEmpty() ? token.apps.isEmpty() : token.apps.contains(app)))
            nodes.append(tokenNode(token, false));
    }
    return connectionOf(u"LimitedAccessToken"_s, nodes);
}

GraphQlValue GraphQlSchema::beginBuild(const QJsonObject &input)
{
    if (!m_world.app(input[u"appName"].toString()))
        return appByName(input[u"appName"].toString());
    auto payload = make(u"CreateBuildPayload"_s);
    payload->value(u"id"_s, QString::number(m_world.nextNumber())).value(u"status"_s, u"started"_s);
    return payload;
}

GraphQlValue GraphQlSchema::finishBuild(const QJsonObject &input)
{
    auto payload = make(u"FinishBuildPayload"_s);
    payload->value(u"id"_s, input[u"buildId"]).value(u"status"_s, input[u"status"]).value(u"wallclockTimeMs"_s, 1000);
    return payload;
}

} // namespace swarm::simulator
