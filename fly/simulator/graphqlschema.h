#pragma once

#include "fly/simulator/graphqlnode.h"
#include "fly/simulator/token.h"
#include "fly/simulator/world.h"

#include <functional>

namespace swarm::simulator {

//! Fly's GraphQL objects over the world, as far as clients ask for them and as far as one request's token reaches.
//! It has to outlive the nodes that it gives.
class GraphQlSchema
{
public:
    using AppUrl = std::function<QString(const QString &app)>; //!< the address under which an app is visited
    using NodePointer = std::shared_ptr<GraphQlNode>;

    GraphQlSchema(World &world, AppUrl appUrl, const Token &token);

    NodePointer query();
    NodePointer mutation();

private:
    NodePointer viewer();
    NodePointer user();
    NodePointer organization();
    NodePointer organizationPage(const QJsonObject &arguments);
    GraphQlValue organizationBy(const QJsonObject &arguments);
    NodePointer members();

    //! Null for an app that the token does not reach, as for one that does not exist.
    App *find(const QString &name);
    GraphQlValue appByName(const QString &name);
    NodePointer appNode(const App &app);
    NodePointer appPage(const QJsonObject &arguments);
    void addLists(GraphQlNode &node, const App &app);
    GraphQlNodes machinesOf(const App &app);
    GraphQlValue machineById(const QString &id);
    GraphQlValue volumeById(const QString &id);
    NodePointer machineNode(const Machine &machine);
    NodePointer volumeNode(const Volume &volume);
    NodePointer releaseNode(const Release &release);

    NodePointer addressNode(const Address &address, const QString &network);
    NodePointer addressPage(const App &app, const QJsonObject &arguments);
    //! Those of one machine, or those that all machines of the app share.
    NodePointer egressPage(const App &app, const QString &machine, const QJsonObject &arguments);
    GraphQlValue allocateAddress(const QJsonObject &input);
    GraphQlValue releaseAddress(const QJsonObject &input);
    GraphQlValue allocateEgress(const QJsonObject &input);
    GraphQlValue releaseEgress(const QJsonObject &input);

    NodePointer tokenNode(const KnownToken &token, bool showsSecret);
    //! Those for one app, or for the whole organization.
    NodePointer tokenPage(const QString &app, const QJsonObject &arguments);
    GraphQlValue createToken(const QJsonObject &input);
    GraphQlValue deleteToken(const QJsonObject &input);

    GraphQlValue setSecrets(const QJsonObject &input);
    GraphQlValue unsetSecrets(const QJsonObject &input);
    GraphQlValue secretsPayload(const QString &type, const QJsonObject &input, const QJsonObject &values);
    GraphQlValue beginBuild(const QJsonObject &input);
    GraphQlValue endBuild(const QJsonObject &input);

    World &m_world;
    AppUrl m_appUrl;
    Token m_token;
};

GraphQlFailure notFound(const QString &what);
GraphQlFailure invalidArgument(const QString &message);
//! The sizes by name, with their prices.
GraphQlNodes machineSizes();

} // namespace swarm::simulator
