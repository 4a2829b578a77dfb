#include "fly/simulator/graphqlschema.h"

#include "fly/simulator/machineconfig.h"
#include "fly/simulator/regions.h"
#include "fly/simulator/routes.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

using NodePointer = std::shared_ptr<GraphQlNode>;

static NodePointer make(const QString &type)
{
    return std::make_shared<GraphQlNode>(type);
}

static NodePointer regionNode(const Region &region)
{
    auto node = make(u"Region"_s);
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

GraphQlSchema::GraphQlSchema(World &world, std::function<QString(const QString &app)> appUrl)
    : m_world(world)
    , m_appUrl(std::move(appUrl))
{
}

NodePointer GraphQlSchema::query(const Token &token)
{
    auto root = make(u"Query"_s);
    root->field(u"viewer"_s, [this, token](const QJsonObject &) { return viewer(token); });
    root->field(u"organizations"_s,
                [this](const QJsonObject &) { return connectionOf(u"Organization"_s, {organization()}); });
    root->field(u"organization"_s,
                [this](const QJsonObject &given) { return organizationBySlug(given[u"slug"].toString()); });
    root->field(u"app"_s, [this](const QJsonObject &given) { return appByName(given[u"name"].toString()); });
    root->field(u"apps"_s, [this](const QJsonObject &given) { return appPage(given); });
    root->field(u"appNameAvailable"_s, [this](const QJsonObject &given) {
        return QJsonValue(!appNameProblem(m_world, given[u"name"].toString()).has_value());
    });
    root->field(u"platform"_s, [this](const QJsonObject &) { return platform(); });
    root->field(u"nearestRegion"_s, [](const QJsonObject &) { return regionByCode(nearestRegion()); });
    root->field(u"machine"_s, [this](const QJsonObject &given) -> GraphQlValue {
        const auto *machine = m_world.machine(given[u"machineId"].toString());
        if (!machine || machine->isDestroyed())
            return GraphQlFailure{.message = u"Could not find Machine"_s, .code = u"NOT_FOUND"_s};
        return machineNode(*machine);
    });
    root->field(u"volume"_s, [this](const QJsonObject &given) -> GraphQlValue {
        const auto *volume = m_world.volume(given[u"id"].toString());
        if (!volume)
            return GraphQlFailure{.message = u"Could not find Volume"_s, .code = u"NOT_FOUND"_s};
        return volumeNode(*volume);
    });
    return root;
}

GraphQlValue GraphQlSchema::viewer(const Token &token)
{
    auto node = make(token.hasMacaroon ? u"Macaroon"_s : u"User"_s);
    node->value(u"email"_s, World::viewerEmail());
    if (!token.hasMacaroon) {
        node->value(u"id"_s, u"user-ada"_s).value(u"name"_s, u"Ada"_s).value(u"enablePaidHobby"_s, true);
        node->field(u"organizations"_s,
                    [this](const QJsonObject &) { return connectionOf(u"Organization"_s, {organization()}); });
        node->field(u"personalOrganization"_s, [this](const QJsonObject &) { return organization(); });
    }
    return node;
}

NodePointer GraphQlSchema::organization()
{
    auto node = make(u"Organization"_s);
    node->value(u"id"_s, organizationId()).value(u"internalNumericId"_s, World::organizationNumber());
    node->value(u"slug"_s, World::organization()).value(u"rawSlug"_s, u"ada"_s).value(u"name"_s, u"Personal"_s);
    node->value(u"type"_s, u"PERSONAL"_s).value(u"paidPlan"_s, true).value(u"billable"_s, true);
    node->value(u"viewerRole"_s, u"admin"_s).value(u"billingStatus"_s, u"CURRENT"_s);
    node->field(u"addOns"_s, [](const QJsonObject &) { return connectionOf(u"AddOn"_s, {}); });
    node->field(u"limitedAccessTokens"_s, [this](const QJsonObject &) { return tokensOf({}); });
    node->field(u"members"_s, [this](const QJsonObject &) { return members(); });
    node->field(u"apps"_s, [this](const QJsonObject &given) { return appPage(given); });
    return node;
}

NodePointer GraphQlSchema::members()
{
    auto edge = make(u"OrganizationMembershipsEdge"_s);
    edge->value(u"cursor"_s, u"1"_s).value(u"joinedAt"_s, rfc3339(0)).value(u"role"_s, u"ADMIN"_s);
    edge->field(u"node"_s, [this](const QJsonObject &) { return viewer({}); });
    auto connection = connectionOf(u"OrganizationMemberships"_s, {});
    connection->field(u"edges"_s, [edge](const QJsonObject &) -> GraphQlValue { return GraphQlNodes{edge}; });
    return connection;
}

GraphQlValue GraphQlSchema::organizationBySlug(const QString &slug)
{
    if (slug != World::organization())
        return GraphQlFailure{.message = u"Could not find Organization"_s, .code = u"NOT_FOUND"_s};
    return organization();
}

GraphQlValue GraphQlSchema::appByName(const QString &name)
{
    const auto *app = m_world.app(name);
    if (!app)
        return GraphQlFailure{.message = u"Could not find App \"%1\""_s.arg(name), .code = u"NOT_FOUND"_s};
    return appNode(*app);
}

NodePointer GraphQlSchema::addressNode(const Address &address)
{
    auto node = make(u"IPAddress"_s);
    node->value(u"id"_s, address.id).value(u"address"_s, address.ip).value(u"type"_s, address.type);
    node->value(u"region"_s, address.region).value(u"createdAt"_s, rfc3339(address.createdAt));
    node->value(u"serviceName"_s, QString());
    return node;
}

NodePointer GraphQlSchema::appNode(const App &app)
{
    auto node = make(u"App"_s);
    const auto name = app.name;
    node->value(u"id"_s, name).value(u"internalNumericId"_s, app.number).value(u"name"_s, name);
    node->value(u"hostname"_s, name + u".fly.dev"_s).value(u"cnameTarget"_s, name + u".fly.dev"_s);
    node->value(u"appUrl"_s, m_appUrl(name)).value(u"deployed"_s, app.hadMachine).value(u"status"_s, app.status());
    node->value(u"network"_s, app.network).value(u"platformVersion"_s, u"machines"_s).value(u"version"_s, 0);
    node->value(u"createdAt"_s, rfc3339(app.createdAt)).value(u"services"_s, QJsonArray());
    // The shared address is not among the nodes.
    GraphQlNodes addresses;
    QJsonValue shared;
    for (const auto &address : app.addresses) {
        if (address.type == "shared_v4"_L1)
            shared = address.ip;
        else if (!address.isEgress())
            addresses.append(addressNode(address));
    }
    node->value(u"sharedIpAddress"_s, shared);
    node->field(u"ipAddresses"_s, [addresses](const QJsonObject &) { return connectionOf(u"IPAddress"_s, addresses); });
    node->field(u"limitedAccessTokens"_s, [this, name](const QJsonObject &) { return tokensOf(name); });
    for (const auto &list : {u"egressIpAddresses"_s, u"certificates"_s})
        node->field(list, [list](const QJsonObject &) { return connectionOf(list, {}); });
    node->field(u"organization"_s, [this](const QJsonObject &) { return organization(); });
    node->field(u"machines"_s, [this, name](const QJsonObject &) {
        GraphQlNodes machines;
        if (const auto *found = m_world.app(name)) {
            for (const auto *machine : m_world.machinesOf(*found)) {
                if (!machine->isDestroyed())
                    machines.append(machineNode(*machine));
            }
        }
        return connectionOf(u"Machine"_s, machines);
    });
    node->field(u"secrets"_s, [this, name](const QJsonObject &) -> GraphQlValue {
        GraphQlNodes list;
        if (const auto *found = m_world.app(name)) {
            for (auto it = found->secrets.cbegin(); it != found->secrets.cend(); ++it) {
                auto secret = make(u"Secret"_s);
                secret->value(u"name"_s, it.key()).value(u"digest"_s, it->digest());
                secret->value(u"createdAt"_s, rfc3339(it->createdAt));
                list.append(secret);
            }
        }
        return list;
    });
    node->field(u"image"_s, [](const QJsonObject &given) -> GraphQlValue {
        const auto reference = given[u"ref"].toString();
        auto image = make(u"Image"_s);
        image->value(u"id"_s, u"img_"_s + reference).value(u"ref"_s, reference);
        image->value(u"digest"_s, imageRef(reference)[u"digest"]).value(u"manifest"_s, QJsonObject());
        // A big integer, which travels as text.
        image->value(u"compressedSizeFull"_s, u"734003200"_s).value(u"compressedSize"_s, 734003200);
        return image;
    });
    return node;
}

NodePointer GraphQlSchema::machineNode(const Machine &machine)
{
    auto node = make(u"Machine"_s);
    node->value(u"id"_s, machine.id).value(u"name"_s, machine.name).value(u"state"_s, machine.state);
    node->value(u"region"_s, machine.region)
        .value(u"instanceId"_s, machine.instanceId)
        .value(u"config"_s, machine.config);
    node->value(u"createdAt"_s, rfc3339(machine.createdAt)).value(u"updatedAt"_s, rfc3339(machine.updatedAt));
    node->field(u"app"_s, [this, name = machine.app](const QJsonObject &) { return appByName(name); });
    for (const auto &list : {u"ips"_s, u"egressIpAddresses"_s})
        node->field(list, [list](const QJsonObject &) { return connectionOf(list, {}); });
    return node;
}

NodePointer GraphQlSchema::volumeNode(const Volume &volume)
{
    auto node = make(u"Volume"_s);
    node->value(u"id"_s, volume.id).value(u"name"_s, volume.name).value(u"state"_s, volume.state);
    node->value(u"region"_s, volume.region).value(u"sizeGb"_s, volume.sizeGb);
    node->field(u"app"_s, [this, name = volume.app](const QJsonObject &) { return appByName(name); });
    return node;
}

NodePointer GraphQlSchema::appPage(const QJsonObject &given)
{
    const auto after = given[u"after"].toString();
    const int first = given[u"first"].toInt(200);
    GraphQlNodes page;
    bool hasMore = false;
    QString last;
    for (const auto &[name, app] : m_world.apps()) {
        if (!after.isEmpty() && name <= after)
            continue;
        hasMore = page.size() >= first;
        if (hasMore)
            break;
        page.append(appNode(app));
        last = name;
    }
    return connectionOf(u"App"_s, page, {{u"hasNextPage"_s, hasMore}, {u"endCursor"_s, last}});
}

NodePointer GraphQlSchema::platform()
{
    auto node = make(u"PlatformRegions"_s);
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

} // namespace swarm::simulator
