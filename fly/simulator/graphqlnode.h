#pragma once

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>

#include <functional>
#include <memory>
#include <variant>

namespace swarm::simulator {

class GraphQlNode;

struct GraphQlFailure {
    QString message = {};
    QString code = {};
};

using GraphQlNodes = QList<std::shared_ptr<GraphQlNode>>;
using GraphQlValue = std::variant<QJsonValue, std::shared_ptr<GraphQlNode>, GraphQlNodes, GraphQlFailure>;

//! An object that can be asked for fields. Each is worked out only when wanted, so that objects may refer to each
//! other. A field that it does not have is null: Fly's schema is far larger than what stands here.
class GraphQlNode
{
public:
    using Field = std::function<GraphQlValue(const QJsonObject &arguments)>;

    explicit GraphQlNode(const QString &type)
        : m_type(type)
    {
    }

    QString type() const { return m_type; }
    GraphQlNode &value(const QString &name, const QJsonValue &value);
    GraphQlNode &field(const QString &name, Field field);
    GraphQlValue ask(const QString &name, const QJsonObject &arguments) const;

private:
    QString m_type;
    QHash<QString, Field> m_fields;
};

std::shared_ptr<GraphQlNode> graphQlNode(const QString &type);
//! What a mutation answers with.
std::shared_ptr<GraphQlNode> graphQlPayload(const QString &type, const QJsonObject &input);
//! The page `{nodes, edges, totalCount, pageInfo}` of a list that the arguments `first`, `last`, `after` and `before`
//! ask for. The nodes have an `id` and stand in its order, so that a cursor still holds when its node is gone.
std::shared_ptr<GraphQlNode> connectionOf(const QString &type, const GraphQlNodes &all,
                                          const QJsonObject &arguments = {});

} // namespace swarm::simulator
