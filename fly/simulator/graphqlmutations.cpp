#include "fly/simulator/deployments.h"
#include "fly/simulator/graphqlschema.h"
#include "fly/simulator/routes.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

using NodePointer = GraphQlSchema::NodePointer;

NodePointer GraphQlSchema::mutation()
{
    auto root = graphQlNode(u"Mutations"_s);
    const auto add = [&](const QString &name, GraphQlValue (GraphQlSchema::*act)(const QJsonObject &input)) {
        root->field(name, [this, act](const QJsonObject &given) { return (this->*act)(given[u"input"].toObject()); });
    };
    add(u"allocateIpAddress"_s, &GraphQlSchema::allocateAddress);
    add(u"releaseIpAddress"_s, &GraphQlSchema::releaseAddress);
    add(u"allocateEgressIpAddress"_s, &GraphQlSchema::allocateEgress);
    add(u"releaseEgressIpAddress"_s, &GraphQlSchema::releaseEgress);
    add(u"setSecrets"_s, &GraphQlSchema::setSecrets);
    add(u"unsetSecrets"_s, &GraphQlSchema::unsetSecrets);
    add(u"createLimitedAccessToken"_s, &GraphQlSchema::createToken);
    add(u"deleteLimitedAccessToken"_s, &GraphQlSchema::deleteToken);
    add(u"createBuild"_s, &GraphQlSchema::beginBuild);
    add(u"finishBuild"_s, &GraphQlSchema::endBuild);
    return root;
}

static QJsonObject removalOf(const QStringList &names)
{
    QJsonObject values;
    for (const auto &name : names)
        values.insert(name, QJsonValue());
    return values;
}

GraphQlValue GraphQlSchema::setSecrets(const QJsonObject &input)
{
    QJsonObject values;
    const auto *app = find(input[u"appId"].toString());
    if (app && input[u"replaceAll"].toBool())
        values = removalOf(app->secrets.keys());
    for (const auto &secret : input[u"secrets"].toArray())
        values.insert(secret[u"key"].toString(), secret[u"value"].toString());
    return secretsPayload(u"SetSecretsPayload"_s, input, values);
}

GraphQlValue GraphQlSchema::unsetSecrets(const QJsonObject &input)
{
    QStringList names;
    for (const auto &key : input[u"keys"].toArray())
        names << key.toString();
    return secretsPayload(u"UnsetSecretsPayload"_s, input, removalOf(names));
}

GraphQlValue GraphQlSchema::secretsPayload(const QString &type, const QJsonObject &input, const QJsonObject &values)
{
    const auto name = input[u"appId"].toString();
    auto *app = find(name);
    if (!app)
        return appByName(name);
    if (values.isEmpty())
        return invalidArgument(u"no secrets given"_s);
    changeSecrets(m_world, *app, values);
    const auto release = addRelease(
        m_world, *app, {.status = u"complete"_s, .reason = u"Secrets changed"_s, .description = u"Secrets updated"_s});
    auto payload = graphQlPayload(type, input);
    payload->field(u"app"_s, [this, name](const QJsonObject &) { return appByName(name); });
    payload->field(u"release"_s, [this, release](const QJsonObject &) { return releaseNode(release); });
    return payload;
}

GraphQlValue GraphQlSchema::beginBuild(const QJsonObject &input)
{
    const auto name = input[u"appName"].toString();
    auto *app = find(name);
    if (!app)
        return appByName(name);
    const auto &build = simulator::beginBuild(m_world, *app);
    auto payload = graphQlPayload(u"CreateBuildPayload"_s, input);
    payload->value(u"id"_s, QString::number(build.id)).value(u"status"_s, build.status);
    return payload;
}

GraphQlValue GraphQlSchema::endBuild(const QJsonObject &input)
{
    const auto name = input[u"appName"].toString();
    auto *app = find(name);
    if (!app)
        return appByName(name);
    const auto id = input[u"buildId"].toVariant().toLongLong(); // text or number
    const auto *build = simulator::endBuild(m_world, *app, id, input[u"status"].toString());
    if (!build)
        return notFound(u"Build"_s);
    auto payload = graphQlPayload(u"FinishBuildPayload"_s, input);
    payload->value(u"id"_s, QString::number(build->id)).value(u"status"_s, build->status);
    payload->value(u"wallclockTimeMs"_s, build->duration(m_world.clock().now()));
    return payload;
}

} // namespace swarm::simulator
