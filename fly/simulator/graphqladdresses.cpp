// GraphQL's addresses: those by which an app is reached, and those from which it reaches out.
#include "fly/simulator/allowance.h"
#include "fly/simulator/graphqlschema.h"
#include "fly/simulator/regions.h"
#include "fly/simulator/routes.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

using NodePointer = GraphQlSchema::NodePointer;

static int versionOf(const Address &address)
{
    return address.type.endsWith("v4"_L1) ? 4 : 6;
}

NodePointer GraphQlSchema::addressNode(const Address &address, const QString &network)
{
    auto node = graphQlNode(u"IPAddress"_s);
    node->value(u"id"_s, address.id).value(u"address"_s, address.ip).value(u"type"_s, address.type);
    node->value(u"region"_s, address.region).value(u"createdAt"_s, rfc3339(address.createdAt));
    node->value(u"serviceName"_s, address.service);
    if (address.isPrivate()) {
        node->field(u"network"_s, [this, network](const QJsonObject &) {
            auto own = graphQlNode(u"Network"_s);
            own->value(u"id"_s, network).value(u"name"_s, network);
            own->field(u"organization"_s, [this](const QJsonObject &) { return organization(); });
            return own;
        });
    }
    return node;
}

NodePointer GraphQlSchema::addressPage(const App &app, const QJsonObject &given)
{
    GraphQlNodes nodes;
    for (const auto &address : app.addresses) {
        const bool isBesideTheList = address.type == "shared_v4"_L1 || address.isEgress();
        if (!isBesideTheList)
            nodes.append(addressNode(address, address.network.isEmpty() ? app.network : address.network));
    }
    return connectionOf(u"IPAddress"_s, nodes, given);
}

NodePointer GraphQlSchema::egressPage(const App &app, const QString &machine, const QJsonObject &given)
{
    GraphQlNodes nodes;
    for (const auto &address : app.addresses) {
        if (!address.isEgress() || address.machine != machine)
            continue;
        auto node = graphQlNode(u"EgressIPAddress"_s);
        node->value(u"id"_s, address.id).value(u"ip"_s, address.ip).value(u"version"_s, versionOf(address));
        node->value(u"region"_s, address.region).value(u"updatedAt"_s, rfc3339(address.createdAt));
        nodes.append(node);
    }
    return connectionOf(u"EgressIPAddress"_s, nodes, given);
}

GraphQlValue GraphQlSchema::allocateAddress(const QJsonObject &input)
{
    const auto name = input[u"appId"].toString();
    auto *app = find(name);
    if (!app)
        return appByName(name);
    const auto type = input[u"type"].toString();
    static const QStringList types{u"v4"_s, u"v6"_s, u"shared_v4"_s, u"private_v6"_s};
    if (!types.contains(type))
        return invalidArgument(u"invalid ip type \"%1\""_s.arg(type));
    if (addressAllowance(m_world, type))
        return GraphQlFailure{.message = u"To allocate a dedicated IPv4 please add a payment method"_s,
                              .code = u"UNPROCESSABLE"_s};
    const auto address = giveAddress(m_world, *app,
                                     Address{.type = type,
                                             .region = input[u"region"].toString(),
                                             .network = input[u"network"].toString(),
                                             .service = input[u"serviceName"].toString()});
    auto payload = graphQlPayload(u"AllocateIPAddressPayload"_s, input);
    payload->field(u"app"_s, [this, name](const QJsonObject &) { return appByName(name); });
    if (address.type != "shared_v4"_L1) {
        const auto network = address.network.isEmpty() ? app->network : address.network;
        payload->field(u"ipAddress"_s,
                       [this, address, network](const QJsonObject &) { return addressNode(address, network); });
    }
    return payload;
}

GraphQlValue GraphQlSchema::releaseAddress(const QJsonObject &input)
{
    const auto name = input[u"appId"].toString();
    auto *app = find(name);
    if (!app)
        return appByName(name);
    const auto ip = input[u"ip"].toString();
    const auto id = input[u"ipAddressId"].toString();
    const auto isIt = [&](const Address &address) { return address.ip == ip || address.id == id; };
    if (app->addresses.removeIf(isIt) == 0)
        return notFound(u"IPAddress"_s);
    auto payload = graphQlPayload(u"ReleaseIPAddressPayload"_s, input);
    payload->field(u"app"_s, [this, name](const QJsonObject &) { return appByName(name); });
    return payload;
}

GraphQlValue GraphQlSchema::allocateEgress(const QJsonObject &input)
{
    const auto name = input[u"appId"].toString();
    auto *app = find(name);
    if (!app)
        return appByName(name);
    Address wish{.region = input[u"region"].toString(), .machine = input[u"machineId"].toString()};
    if (!wish.machine.isEmpty()) {
        const auto *machine = m_world.machine(wish.machine);
        if (!machine || machine->isDestroyed() || machine->appNumber != app->number)
            return notFound(u"Machine"_s);
        wish.region = machine->region;
    }
    if (!isLiveRegion(wish.region))
        return invalidArgument(u"region %1 not found"_s.arg(wish.region));
    auto payload = graphQlPayload(u"AllocateEgressIPAddressPayload"_s, input);
    for (const auto &version : {u"v4"_s, u"v6"_s}) {
        wish.type = u"egress_"_s + version;
        payload->value(version, giveAddress(m_world, *app, wish).ip);
    }
    return payload;
}

GraphQlValue GraphQlSchema::releaseEgress(const QJsonObject &input)
{
    const auto name = input[u"appId"].toString();
    auto *app = find(name);
    if (!app)
        return appByName(name);
    const auto ip = input[u"ip"].toString();
    const auto machine = input[u"machineId"].toString();
    auto payload = graphQlPayload(u"ReleaseEgressIPAddressPayload"_s, input);
    const auto removed = app->addresses.removeIf([&](const Address &address) {
        const bool isIt = address.isEgress() && (machine.isEmpty() ? address.ip == ip : address.machine == machine);
        if (isIt)
            payload->value(u"v%1"_s.arg(versionOf(address)), address.ip);
        return isIt;
    });
    if (removed == 0)
        return notFound(u"EgressIPAddress"_s);
    return payload;
}

} // namespace swarm::simulator
