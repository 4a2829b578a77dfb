#include "fly/simulator/graphqlexecutor.h"

#include "fly/simulator/graphqltypes.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr int deepest = 40; // a fragment may name itself

static bool isOfType(const GraphQlNode &node, const QString &type)
{
    return type == node.type() || type == "Node"_L1
        || (type == "Principal"_L1 && (node.type() == "User"_L1 || node.type() == "Macaroon"_L1));
}

//! A field may be asked for twice, for different parts of it: by a fragment and beside it.
static QJsonValue merged(const QJsonValue &before, const QJsonValue &more)
{
    if (before.isArray() && more.isArray()) {
        QJsonArray list;
        const auto old = before.toArray();
        const auto young = more.toArray();
        for (qsizetype i = 0; i < young.size(); ++i)
            list.append(merged(old.at(i), young[i]));
        return list;
    }
    if (!before.isObject() || !more.isObject())
        return more;
    auto both = before.toObject();
    const auto members = more.toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        both.insert(it.key(), merged(both[it.key()], *it));
    return both;
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
    const bool hasData = collect(root, m_operation.selections, {}, 0, &data);
    if (m_errors.isEmpty())
        return {{u"data"_s, data}};
    return {{u"data"_s, hasData ? QJsonValue(data) : QJsonValue()}, {u"errors"_s, m_errors}};
}

bool GraphQlExecutor::collect(const GraphQlNode &node, const QList<GraphQlSelection> &selections,
                              const QJsonArray &path, int depth, QJsonObject *into)
{
    bool isWhole = true;
    if (depth > deepest)
        return isWhole;
    for (const auto &selection : selections) {
        if (!selection.spread.isEmpty()) {
            const auto fragment = m_operation.fragments.value(selection.spread);
            if (isOfType(node, fragment.onType))
                isWhole = collect(node, fragment.selections, path, depth + 1, into) && isWhole;
        } else if (selection.name.isEmpty()) {
            if (selection.onType.isEmpty() || isOfType(node, selection.onType))
                isWhole = collect(node, selection.selections, path, depth + 1, into) && isWhole;
        } else {
            auto here = path;
            here.append(selection.alias);
            const auto value =
                complete(node.ask(selection.name, selection.arguments), selection.selections, here, depth + 1);
            into->insert(selection.alias, merged((*into)[selection.alias], value.value_or(QJsonValue())));
            isWhole = isWhole && (value || !graphQlField(node.type(), selection.name).isRequired);
        }
    }
    return isWhole;
}

std::optional<QJsonValue> GraphQlExecutor::complete(const GraphQlValue &value,
                                                    const QList<GraphQlSelection> &selections, const QJsonArray &path,
                                                    int depth)
{
    if (const auto *plain = std::get_if<QJsonValue>(&value))
        return *plain;
    if (const auto *wrong = std::get_if<GraphQlFailure>(&value)) {
        m_errors.append(failure(*wrong, path));
        return {};
    }
    if (const auto *node = std::get_if<std::shared_ptr<GraphQlNode>>(&value)) {
        QJsonObject object;
        if (!*node)
            return QJsonValue();
        if (!collect(**node, selections, path, depth, &object))
            return {};
        return object;
    }
    QJsonArray list;
    for (const auto &node : std::get<GraphQlNodes>(value)) {
        auto here = path;
        here.append(list.size());
        QJsonObject object;
        const bool isWhole = collect(*node, selections, here, depth, &object);
        list.append(isWhole ? QJsonValue(object) : QJsonValue());
    }
    return list;
}

} // namespace swarm::simulator
