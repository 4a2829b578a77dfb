#pragma once

#include "fly/simulator/graphqlnode.h"
#include "fly/simulator/token.h"
#include "fly/simulator/world.h"

#include <functional>

namespace swarm::simulator {

//! Fly's GraphQL objects over the world, as far as clients ask for them.
class GraphQlSchema
{
public:
    //! `appUrl` gives the address under which an app is visited.
    GraphQlSchema(World &world, std::function<QString(const QString &app)> appUrl);

    std::shared_ptr<GraphQlNode> query(const Token &token);
    std::shared_ptr<GraphQlNode> mutation();

private:
    GraphQlValue viewer(const Token &token);
    std::shared_ptr<GraphQlNode> organization();
    GraphQlValue organizationBySlug(const QString &slug);
    GraphQlValue appByName(const QString &name);
    std::shared_ptr<GraphQlNode> appNode(const App &app);
    std::shared_ptr<GraphQlNode> machineNode(const Machine &machine);
    std::shared_ptr<GraphQlNode> volumeNode(const Volume &volume);
    std::shared_ptr<GraphQlNode> addressNode(const Address &address);
    std::shared_ptr<GraphQlNode> appPage(const QJsonObject &arguments);
    std::shared_ptr<GraphQlNode> platform();
    std::shared_ptr<GraphQlNode> members();
    std::shared_ptr<GraphQlNode> tokenNode(const KnownToken &token, bool showsSecret);
    //! Those for one app, or for the whole organization.
    std::shared_ptr<GraphQlNode> tokensOf(const QString &app);
    GraphQlValue allocateAddress(const QJsonObject &input);
    GraphQlValue releaseAddress(const QJsonObject &input);
    GraphQlValue setSecrets(const QJsonObject &input);
    GraphQlValue unsetSecrets(const QJsonObject &input);
    QJsonObject secretRemovals(const QString &app);
    GraphQlValue secretsPayload(const QString &type, const QJsonObject &input, const QJsonObject &values);
    GraphQlValue createToken(const QJsonObject &input);
    GraphQlValue deleteToken(const QJsonObject &input);
    GraphQlValue beginBuild(const QJsonObject &input);
    GraphQlValue finishBuild(const QJsonObject &input);
    static QString organizationId() { return QStringLiteral("org-personal"); }

    World &m_world;
    std::function<QString(const QString &app)> m_appUrl;
};

//! The sizes by name, with their prices.
GraphQlNodes machineSizes();

} // namespace swarm::simulator
