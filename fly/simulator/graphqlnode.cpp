#include "fly/simulator/graphqlnode.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

GraphQlNode &GraphQlNode::value(const QString &name, const QJsonValue &value)
{
    m_fields.insert(name, [value](const QJsonObject &) { return GraphQlValue(value); });
    return *this;
}

GraphQlNode &GraphQlNode::field(const QString &name, Field field)
{
    m_fields.insert(name, std::move(field));
    return *this;
}

GraphQlValue GraphQlNode::ask(const QString &name, const QJsonObject &arguments) const
{
    if (name == "__typename"_L1)
        return QJsonValue(m_type);
    const auto found = m_fields.constFind(name);
    return found == m_fields.cend() ? GraphQlValue(QJsonValue()) : (*found)(arguments);
}

std::shared_ptr<GraphQlNode> connectionOf(const QString &type, const GraphQlNodes &nodes, const QJsonObject &pageInfo)
{
    auto connection = std::make_shared<GraphQlNode>(type + u"Connection"_s);
    connection->value(u"totalCount"_s, nodes.size());
    connection->field(u"nodes"_s, [nodes](const QJsonObject &) { return GraphQlValue(nodes); });
    connection->field(u"edges"_s, [type, nodes](const QJsonObject &) {
        GraphQlNodes edges;
        for (qsizetype i = 0; i < nodes.size(); ++i) {
            auto edge = std::make_shared<GraphQlNode>(type + u"Edge"_s);
            edge->value(u"cursor"_s, QString::number(i + 1));
            edge->field(u"node"_s, [node = nodes[i]](const QJsonObject &) { return GraphQlValue(node); });
            edges.append(edge);
        }
        return GraphQlValue(edges);
    });
    connection->field(u"pageInfo"_s, [pageInfo](const QJsonObject &) {
        auto info = std::make_shared<GraphQlNode>(u"PageInfo"_s);
        info->value(u"hasNextPage"_s, pageInfo[u"hasNextPage"].toBool());
        info->value(u"hasPreviousPage"_s, false);
        info->value(u"endCursor"_s, pageInfo[u"endCursor"].toString());
        info->value(u"startCursor"_s, QString());
        return GraphQlValue(info);
    });
    return connection;
}

} // namespace swarm::simulator
