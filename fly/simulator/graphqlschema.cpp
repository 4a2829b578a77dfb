#include "fly/simulator/graphqlschema.h"

#include "fly/simulator/regions.h"
#include "fly/simulator/routes.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

using NodePointer = GraphQlSchema::NodePointer;

static NodePointer regionNode(const Region &region)
{
    auto node = graphQlNode(u"Region"_s);
    const auto code = region.code.toString();
    node->value(u"code"_s, code).value(u"name"_s, region.name.toString());
    node->value(u"latitude"_s, region.latitude).value(u"longitude"_s, region.longitude);
    node->value(u"gatewayAvailable"_s, code != "gru"_L1 && code != "jnb"_L1);
    node->value(u"requiresPaidPlan"_s, code == "bom"_L1).value(u"deprecated"_s, region.isDeprecated);
    return node;
}

static NodePointer regionByCode(const QString &code)
{
    for (const auto &region : regions()) {
        if (region.code == code)
            return regionNode(region);
    }
    return {};
}

static NodePointer platform()
{
    auto node = graphQlNode(u"FlyPlatform"_s);
    node->value(u"requestRegion"_s, nearestRegion());
    node->field(u"regions"_s, [](const QJsonObject &) -> GraphQlValue {
        GraphQlNodes list;
        for (const auto &region : regions())
            list.append(regionNode(region));
        return list;
    });
    node->field(u"vmSizes"_s, [](const QJsonObject &) -> GraphQlValue { return machineSizes(); });
    return node;
}

GraphQlFailure notFound(const QString &what)
{
    return {.message = u"Could not find "_s + what, .code = u"NOT_FOUND"_s};
}

GraphQlFailure invalidArgument(const QString &message)
{
    return {.message = message, .code = u"INVALID_ARGUMENTS"_s};
}

GraphQlSchema::GraphQlSchema(World &world, AppUrl appUrl, const Token &token)
    : m_world(world)
    , m_appUrl(std::move(appUrl))
    , m_token(token)
{
}

NodePointer GraphQlSchema::query()
{
    auto root = graphQlNode(u"Queries"_s);
    root->field(u"viewer"_s, [this](const QJsonObject &) { return viewer(); });
    root->field(u"organizations"_s, [this](const QJsonObject &given) { return organizationPage(given); });
    root->field(u"organization"_s, [this](const QJsonObject &given) { return organizationBy(given); });
    root->field(u"personalOrganization"_s,
                [this](const QJsonObject &) { return organizationBy({{u"slug"_s, World::organization()}}); });
    root->field(u"app"_s, [this](const QJsonObject &given) { return appByName(given[u"name"].toString()); });
    root->field(u"apps"_s, [this](const QJsonObject &given) { return appPage(given); });
    root->field(u"appNameAvailable"_s, [this](const QJsonObject &given) {
        return QJsonValue(!appNameProblem(m_world, given[u"name"].toString()).has_value());
    });
    root->field(u"platform"_s, [](const QJsonObject &) { return platform(); });
    root->field(u"nearestRegion"_s, [](const QJsonObject &) { return regionByCode(nearestRegion()); });
    root->field(u"machine"_s, [this](const QJsonObject &given) { return machineById(given[u"machineId"].toString()); });
    root->field(u"volume"_s, [this](const QJsonObject &given) { return volumeById(given[u"id"].toString()); });
    return root;
}

NodePointer GraphQlSchema::viewer()
{
    if (!m_token.hasMacaroon)
        return user();
    auto node = graphQlNode(u"Macaroon"_s);
    node->value(u"email"_s, World::viewerEmail());
    return node;
}

NodePointer GraphQlSchema::user()
{
    auto node = graphQlNode(u"User"_s);
    node->value(u"email"_s, World::viewerEmail()).value(u"emailVerified"_s, true);
    node->value(u"id"_s, u"user-ada"_s).value(u"internalNumericId"_s, 1);
    node->value(u"name"_s, u"Ada"_s).value(u"username"_s, u"ada"_s).value(u"enablePaidHobby"_s, true);
    node->field(u"organizations"_s, [this](const QJsonObject &given) { return organizationPage(given); });
    node->field(u"personalOrganization"_s, [this](const QJsonObject &) { return organization(); });
    return node;
}

NodePointer GraphQlSchema::organization()
{
    auto node = graphQlNode(u"Organization"_s);
    node->value(u"id"_s, World::organizationId()).value(u"internalNumericId"_s, World::organizationNumber());
    node->value(u"slug"_s, World::organization()).value(u"rawSlug"_s, u"ada"_s).value(u"name"_s, u"Personal"_s);
    node->value(u"type"_s, u"PERSONAL"_s).value(u"paidPlan"_s, true).value(u"billable"_s, true);
    node->value(u"viewerRole"_s, u"admin"_s).value(u"billingStatus"_s, u"CURRENT"_s);
    node->value(u"remoteBuilderImage"_s, QString()).value(u"remoteBuilderApp"_s, QJsonValue());
    node->field(u"addOns"_s, [](const QJsonObject &) { return connectionOf(u"AddOn"_s, {}); });
    node->field(u"limitedAccessTokens"_s, [this](const QJsonObject &given) { return tokenPage({}, given); });
    node->field(u"members"_s, [this](const QJsonObject &) { return members(); });
    node->field(u"apps"_s, [this](const QJsonObject &given) { return appPage(given); });
    return node;
}

NodePointer GraphQlSchema::organizationPage(const QJsonObject &given)
{
    // A token for some apps belongs to an organization without seeing it.
    return connectionOf(u"Organization"_s, m_token.isForOrganization() ? GraphQlNodes{organization()} : GraphQlNodes{},
                        given);
}

GraphQlValue GraphQlSchema::organizationBy(const QJsonObject &given)
{
    const bool isIt = given[u"slug"].toString(World::organization()) == World::organization()
        && given[u"id"].toString(World::organizationId()) == World::organizationId()
        && given[u"name"].toString(u"Personal"_s) == "Personal"_L1;
    if (!isIt || !m_token.isForOrganization())
        return notFound(u"Organization"_s);
    return organization();
}

NodePointer GraphQlSchema::members()
{
    auto connection = connectionOf(u"OrganizationMemberships"_s, {user()});
    connection->field(u"edges"_s, [this](const QJsonObject &) -> GraphQlValue {
        auto edge = graphQlNode(u"OrganizationMembershipsEdge"_s);
        edge->value(u"cursor"_s, u"MQ=="_s).value(u"joinedAt"_s, rfc3339(0)).value(u"role"_s, u"ADMIN"_s);
        edge->field(u"node"_s, [this](const QJsonObject &) { return user(); });
        return GraphQlNodes{edge};
    });
    return connection;
}

} // namespace swarm::simulator
