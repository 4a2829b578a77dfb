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

std::shared_ptr<GraphQlNode> graphQlNode(const QString &type)
{
    return std::make_shared<GraphQlNode>(type);
}

std::shared_ptr<GraphQlNode> graphQlPayload(const QString &type, const QJsonObject &input)
{
    auto payload = graphQlNode(type);
    payload->value(u"clientMutationId"_s, input[u"clientMutationId"]);
    return payload;
}

static QString idOf(const std::shared_ptr<GraphQlNode> &node)
{
    const auto id = node->ask(u"id"_s, {});
    const auto *plain = std::get_if<QJsonValue>(&id);
    return plain ? plain->toString() : QString();
}

static QString cursorOf(const std::shared_ptr<GraphQlNode> &node)
{
    return QString::fromLatin1(idOf(node).toUtf8().toBase64());
}

static QString idAt(const QJsonValue &cursor)
{
    return QString::fromUtf8(QByteArray::fromBase64(cursor.toString().toLatin1()));
}

namespace {

struct Page {
    GraphQlNodes nodes = {};
    bool hasPrevious = false;
    bool hasNext = false;
};

Page pageOf(const GraphQlNodes &all, const QJsonObject &arguments)
{
    Page page;
    const auto after = idAt(arguments[u"after"]);
    const auto before = idAt(arguments[u"before"]);
    for (const auto &node : all) {
        const auto id = idOf(node);
        if (!after.isEmpty() && id <= after)
            page.hasPrevious = true;
        else if (!before.isEmpty() && id >= before)
            page.hasNext = true;
        else
            page.nodes.append(node);
    }
    const auto first = arguments[u"first"].toInteger(page.nodes.size());
    if (first >= 0 && first < page.nodes.size()) {
        page.nodes.resize(first);
        page.hasNext = true;
    }
    const auto last = arguments[u"last"].toInteger(page.nodes.size());
    if (last >= 0 && last < page.nodes.size()) {
        page.nodes.remove(0, page.nodes.size() - last);
        page.hasPrevious = true;
    }
    return page;
}

} // namespace

std::shared_ptr<GraphQlNode> connectionOf(const QString &type, const GraphQlNodes &all, const QJsonObject &arguments)
{
    const auto page = pageOf(all, arguments);
    auto connection = graphQlNode(type + u"Connection"_s);
    connection->value(u"totalCount"_s, all.size());
    connection->field(u"nodes"_s, [nodes = page.nodes](const QJsonObject &) { return GraphQlValue(nodes); });
    connection->field(u"edges"_s, [type, nodes = page.nodes](const QJsonObject &) {
        GraphQlNodes edges;
        for (const auto &node : nodes) {
            auto edge = graphQlNode(type + u"Edge"_s);
            edge->value(u"cursor"_s, cursorOf(node));
            edge->field(u"node"_s, [node](const QJsonObject &) { return GraphQlValue(node); });
            edges.append(edge);
        }
        return GraphQlValue(edges);
    });
    connection->field(u"pageInfo"_s, [page](const QJsonObject &) {
        const auto &nodes = page.nodes;
        auto info = graphQlNode(u"PageInfo"_s);
        info->value(u"hasNextPage"_s, page.hasNext).value(u"hasPreviousPage"_s, page.hasPrevious);
        info->value(u"startCursor"_s, nodes.isEmpty() ? QJsonValue() : QJsonValue(cursorOf(nodes.first())));
        info->value(u"endCursor"_s, nodes.isEmpty() ? QJsonValue() : QJsonValue(cursorOf(nodes.last())));
        return GraphQlValue(info);
    });
    return connection;
}

} // namespace swarm::simulator
