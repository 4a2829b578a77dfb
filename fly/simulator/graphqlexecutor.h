#pragma once

#include "fly/simulator/graphqlnode.h"
#include "fly/simulator/graphqlselection.h"

#include <QJsonArray>

#include <optional>

namespace swarm::simulator {

//! Runs one operation over a root object and collects what went wrong on the way.
class GraphQlExecutor
{
public:
    explicit GraphQlExecutor(const GraphQlOperation &operation)
        : m_operation(operation)
    {
    }

    //! `{"data": …}` or `{"data": null or partial, "errors": […]}`.
    QJsonObject run(const GraphQlNode &root);

    static QJsonObject failure(const GraphQlFailure &failure, const QJsonArray &path = {});

private:
    //! False when a field failed that is never null: then the object around it is null.
    bool collect(const GraphQlNode &node, const QList<GraphQlSelection> &selections, const QJsonArray &path, int depth,
                 QJsonObject *into);
    //! Nothing for a failure.
    std::optional<QJsonValue> complete(const GraphQlValue &value, const QList<GraphQlSelection> &selections,
                                       const QJsonArray &path, int depth);

    const GraphQlOperation &m_operation;
    QJsonArray m_errors;
};

} // namespace swarm::simulator
