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
    GraphQlValue allocateAddress(const QJsonObject &input);
    GraphQlValue releaseAddress(const QJsonObject &input);

    World &m_world;
    std::function<QString(const QString &app)> m_appUrl;
};

} // namespace swarm::simulator
