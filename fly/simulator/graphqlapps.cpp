// GraphQL's apps, and what hangs on them.
#include "fly/simulator/graphqlschema.h"
#include "fly/simulator/machineconfig.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

using NodePointer = GraphQlSchema::NodePointer;

static NodePointer imageNode(const QString &reference)
{
    const auto parts = imageRef(reference);
    auto image = graphQlNode(u"Image"_s);
    image->value(u"id"_s, u"img_"_s + reference).value(u"ref"_s, reference).value(u"absoluteRef"_s, reference);
    for (const auto &name : {u"registry"_s, u"repository"_s, u"tag"_s, u"digest"_s})
        image->value(name, parts[name]);
    image->value(u"manifest"_s, QJsonObject()).value(u"config"_s, QJsonObject());
    // A big integer, which travels as text.
    image->value(u"compressedSizeFull"_s, u"734003200"_s).value(u"compressedSize"_s, 734003200);
    return image;
}

//! Of what the app's machines run; nothing without machines.
static NodePointer imageDetails(const QString &reference)
{
    const auto parts = imageRef(reference);
    auto image = graphQlNode(u"ImageVersion"_s);
    for (const auto &name : {u"registry"_s, u"repository"_s, u"tag"_s, u"digest"_s})
        image->value(name, parts[name].toString());
    return image;
}

static NodePointer configNode()
{
    auto config = graphQlNode(u"AppConfig"_s);
    config->value(u"definition"_s, QJsonObject()).value(u"valid"_s, true);
    config->value(u"errors"_s, QJsonArray()).value(u"services"_s, QJsonArray());
    return config;
}

static NodePointer hostNode(const QString &thing)
{
    const auto hash = QCryptographicHash::hash(thing.toUtf8(), QCryptographicHash::Sha256).toHex().left(4);
    auto host = graphQlNode(u"Host"_s);
    host->value(u"id"_s, QString::fromLatin1(hash));
    return host;
}

static GraphQlNodes secretNodes(const App &app)
{
    GraphQlNodes list;
    for (auto it = app.secrets.cbegin(); it != app.secrets.cend(); ++it) {
        auto secret = graphQlNode(u"Secret"_s);
        secret->value(u"id"_s, it.key()).value(u"name"_s, it.key()).value(u"digest"_s, it->digest());
        secret->value(u"createdAt"_s, rfc3339(it->createdAt));
        list.append(secret);
    }
    return list;
}

static GraphQlNodes privateAddress(const Machine &machine)
{
    auto node = graphQlNode(u"MachineIP"_s);
    node->value(u"id"_s, machine.id).value(u"family"_s, u"v6"_s).value(u"kind"_s, u"privatenet"_s);
    node->value(u"ip"_s, machine.privateIp).value(u"maskSize"_s, 112);
    return {node};
}

App *GraphQlSchema::find(const QString &name)
{
    return m_token.reaches(name) ? m_world.app(name) : nullptr;
}

GraphQlValue GraphQlSchema::appByName(const QString &name)
{
    const auto *app = find(name);
    if (!app)
        return notFound(u"App \"%1\""_s.arg(name));
    return appNode(*app);
}

NodePointer GraphQlSchema::appNode(const App &app)
{
    auto node = graphQlNode(u"App"_s);
    const auto &name = app.name;
    node->value(u"id"_s, name).value(u"internalNumericId"_s, app.number).value(u"name"_s, name);
    node->value(u"internalId"_s, app.id).value(u"key"_s, name).value(u"createdAt"_s, rfc3339(app.createdAt));
    node->value(u"hostname"_s, name + u".fly.dev"_s).value(u"cnameTarget"_s, name + u".fly.dev"_s);
    node->value(u"appUrl"_s, m_appUrl(name)).value(u"deployed"_s, app.hadMachine).value(u"status"_s, app.status());
    node->value(u"state"_s, app.hadMachine ? u"DEPLOYED"_s : u"PENDING"_s).value(u"runtime"_s, u"FIRECRACKER"_s);
    node->value(u"network"_s, app.network).value(u"platformVersion"_s, u"machines"_s);
    node->value(u"version"_s, app.releases.size()).value(u"services"_s, QJsonArray());
    node->field(u"config"_s, [](const QJsonObject &) { return configNode(); });
    node->field(u"organization"_s, [this](const QJsonObject &) { return organization(); });
    node->field(u"image"_s, [](const QJsonObject &given) { return imageNode(given[u"ref"].toString()); });
    for (const auto &address : app.addresses) {
        if (address.type == "shared_v4"_L1)
            node->value(u"sharedIpAddress"_s, address.ip);
    }
    addLists(*node, app);
    return node;
}

static NodePointer certificatePage(const App &app, const QJsonObject &given)
{
    GraphQlNodes nodes;
    for (const auto &certificate : app.certificates) {
        auto node = graphQlNode(u"AppCertificate"_s);
        node->value(u"id"_s, certificate.hostname).value(u"hostname"_s, certificate.hostname);
        node->value(u"clientStatus"_s, certificate.status()).value(u"isConfigured"_s, certificate.pointsHere);
        node->value(u"createdAt"_s, rfc3339(certificate.createdAt));
        nodes.append(node);
    }
    return connectionOf(u"AppCertificate"_s, nodes, given);
}

void GraphQlSchema::addLists(GraphQlNode &node, const App &app)
{
    const auto list = [&](const QString &name, NodePointer (GraphQlSchema::*pageOf)(const App &, const QJsonObject &)) {
        node.field(name, [this, pageOf, &app](const QJsonObject &given) { return (this->*pageOf)(app, given); });
    };
    list(u"ipAddresses"_s, &GraphQlSchema::addressPage);
    node.field(u"egressIpAddresses"_s, [this, &app](const QJsonObject &given) { return egressPage(app, {}, given); });
    node.field(u"limitedAccessTokens"_s, [this, &app](const QJsonObject &given) { return tokenPage(app.name, given); });
    node.field(u"addOns"_s, [](const QJsonObject &) { return connectionOf(u"AddOn"_s, {}); });
    node.field(u"certificates"_s, [&app](const QJsonObject &given) { return certificatePage(app, given); });
    node.field(u"machines"_s,
               [this, &app](const QJsonObject &given) { return connectionOf(u"Machine"_s, machinesOf(app), given); });
    node.field(u"machine"_s, [this](const QJsonObject &given) { return machineById(given[u"id"].toString()); });
    node.field(u"secrets"_s, [&app](const QJsonObject &) -> GraphQlValue { return secretNodes(app); });
    node.field(u"imageDetails"_s, [this, &app](const QJsonObject &) -> NodePointer {
        for (const auto *machine : m_world.machinesOf(app)) {
            if (!machine->isDestroyed())
                return imageDetails(machine->config[u"image"].toString());
        }
        return {};
    });
    node.field(u"currentRelease"_s, [this, &app](const QJsonObject &) -> NodePointer {
        return app.releases.isEmpty() ? nullptr : releaseNode(app.releases.last());
    });
    node.field(u"releases"_s, [this, &app](const QJsonObject &given) {
        GraphQlNodes releases;
        for (const auto &release : app.releases)
            releases.append(releaseNode(release));
        return connectionOf(u"Release"_s, releases, given);
    });
}

GraphQlNodes GraphQlSchema::machinesOf(const App &app)
{
    GraphQlNodes machines;
    for (const auto *machine : m_world.machinesOf(app)) {
        if (!machine->isDestroyed())
            machines.append(machineNode(*machine));
    }
    return machines;
}

GraphQlValue GraphQlSchema::machineById(const QString &id)
{
    const auto *machine = m_world.machine(id);
    if (!machine || machine->isDestroyed() || !find(machine->app))
        return notFound(u"Machine"_s);
    return machineNode(*machine);
}

NodePointer GraphQlSchema::machineNode(const Machine &machine)
{
    auto node = graphQlNode(u"Machine"_s);
    node->value(u"id"_s, machine.id).value(u"name"_s, machine.name).value(u"state"_s, machine.state);
    node->value(u"region"_s, machine.region).value(u"instanceId"_s, machine.instanceId);
    node->value(u"config"_s, machine.config);
    node->value(u"createdAt"_s, rfc3339(machine.createdAt)).value(u"updatedAt"_s, rfc3339(machine.updatedAt));
    node->field(u"app"_s, [this, &machine](const QJsonObject &) { return appByName(machine.app); });
    node->field(u"host"_s, [&machine](const QJsonObject &) { return hostNode(machine.id); });
    node->field(u"ips"_s, [&machine](const QJsonObject &given) {
        return connectionOf(u"MachineIP"_s, privateAddress(machine), given);
    });
    node->field(u"egressIpAddresses"_s, [this, &machine](const QJsonObject &given) -> GraphQlValue {
        const auto *app = m_world.app(machine.app);
        return app ? egressPage(*app, machine.id, given) : connectionOf(u"EgressIPAddress"_s, {});
    });
    return node;
}

GraphQlValue GraphQlSchema::volumeById(const QString &id)
{
    const auto *volume = m_world.volume(id);
    if (!volume || !find(volume->app))
        return notFound(u"Volume"_s);
    return volumeNode(*volume);
}

NodePointer GraphQlSchema::volumeNode(const Volume &volume)
{
    auto node = graphQlNode(u"Volume"_s);
    node->value(u"id"_s, volume.id).value(u"internalId"_s, volume.id).value(u"name"_s, volume.name);
    node->value(u"state"_s, volume.state).value(u"status"_s, volume.state).value(u"encrypted"_s, true);
    node->value(u"region"_s, volume.region).value(u"sizeGb"_s, volume.sizeGb);
    node->field(u"app"_s, [this, &volume](const QJsonObject &) { return appByName(volume.app); });
    node->field(u"host"_s, [&volume](const QJsonObject &) { return hostNode(volume.id); });
    return node;
}

NodePointer GraphQlSchema::releaseNode(const Release &release)
{
    auto node = graphQlNode(u"Release"_s);
    node->value(u"id"_s, release.id).value(u"version"_s, release.version).value(u"status"_s, release.status);
    node->value(u"reason"_s, release.reason).value(u"description"_s, release.description);
    node->value(u"deploymentStrategy"_s, release.strategy.isEmpty() ? u"ROLLING"_s : release.strategy);
    node->value(u"imageRef"_s, release.image.isEmpty() ? QJsonValue() : QJsonValue(release.image));
    node->value(u"inProgress"_s, release.isInProgress()).value(u"stable"_s, !release.isInProgress());
    node->value(u"evaluationId"_s, release.id);
    node->value(u"createdAt"_s, rfc3339(release.createdAt)).value(u"updatedAt"_s, rfc3339(release.createdAt));
    node->field(u"user"_s, [this](const QJsonObject &) { return user(); });
    return node;
}

NodePointer GraphQlSchema::appPage(const QJsonObject &given)
{
    const bool isOther = given[u"organizationId"].toString(World::organizationId()) != World::organizationId();
    const bool wantsRole = !given[u"role"].toString().isEmpty(); // databases and such, of which there are none
    GraphQlNodes apps;
    for (const auto &[name, app] : m_world.apps()) {
        if (!isOther && !wantsRole && m_token.reaches(name))
            apps.append(appNode(app));
    }
    return connectionOf(u"App"_s, apps, given);
}

} // namespace swarm::simulator
