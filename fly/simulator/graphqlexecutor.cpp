#include "fly/simulator/graphqlexecutor.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr int deepest = 40; // a fragment may name itself

static bool isOfType(const GraphQlNode &node, const QString &type)
{
    return type == node.type() || type == "Node"_L1
        || (type == "Principal"_L1 && (node.type() == "User"_L1 || node.type() == "Macaroon"_L1));
}

QJsonObject GraphQlExecutor::failure(const GraphQlFailure &failure, const QJsonArray &path)
{
    QJsonObject error{{u"message"_s, failure.message}, {u"extensions"_s, QJsonObject{{u"code"_s, failure.code}}}};
    if (!path.isEmpty())
        error.insert(u"path"_s, path);
    return error;
}

QJsonObject GraphQlExecutor::run(const GraphQlNode &root)
{
    QJsonObject data;
    collect(root, m_operation.selections, {}, 0, &data);
    if (m_errors.isEmpty())
        return {{u"data"_s, data}};
    bool hasData = false;
    for (const auto &value : std::as_const(data))
        hasData = hasData || !value.isNull();
    return {{u"data"_s, hasData ? QJsonValue(data) : QJsonValue()}, {u"errors"_s, m_errors}};
}

void GraphQlExecutor::collect(const GraphQlNode &node, const QList<GraphQlSelection> &selections,
                              const QJsonArray &path, int depth, QJsonObject *into)
{
    if (depth > deepest)
        return;
    for (const auto &selection : selections) {
        if (!selection.spread.isEmpty()) {
            const auto fragment = m_operation.fragments.value(selection.spread);
            if (isOfType(node, fragment.onType))
                collect(node, fragment.selections, path, depth + 1, into);
        } else if (selection.name.isEmpty()) {
            if (selection.onType.isEmpty() || isOfType(node, selection.onType))
                collect(node, selection.selections, path, depth + 1, into);
        } else {
            auto here = path;
            here.append(selection.alias);
            const auto value = node.ask(selection.name, selection.arguments);
            into->insert(selection.alias, complete(value, selection.selections, here, depth + 1));
        }
    }
}

QJsonValue GraphQlExecutor::complete(const GraphQlValue &value, const QList<GraphQlSelection> &selections,
                                     const QJsonArray &path, int depth)
{
    if (const auto *plain = std::get_if<QJsonValue>(&value))
        return *plain;
    if (const auto *wrong = std::get_if<GraphQlFailure>(&value)) {
        m_errors.append(failure(*wrong, path));
        return {};
    }
    if (const auto *node = std::get_if<std::shared_ptr<GraphQlNode>>(&value)) {
        if (!*node)
            return {};
        QJsonObject object;
        collect(**node, selections, path, depth, &object);
        return object;
    }
    QJsonArray list;
    for (const auto &node : std::get<GraphQlNodes>(value)) {
        auto here = path;
        here.append(list.size());
        QJsonObject object;
        collect(*node, selections, here, depth, &object);
        list.append(object);
    }
    return list;
}

} // namespace swarm::simulator
