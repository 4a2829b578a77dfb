#pragma once

#include "fly/simulator/graphqlnode.h"
#include "fly/simulator/graphqlselection.h"

#include <QJsonArray>

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
    void collect(const GraphQlNode &node, const QList<GraphQlSelection> &selections, const QJsonArray &path, int depth,
                 QJsonObject *into);
    QJsonValue complete(const GraphQlValue &value, const QList<GraphQlSelection> &selections, const QJsonArray &path,
                        int depth);

    const GraphQlOperation &m_operation;
    QJsonArray m_errors;
};

} // namespace swarm::simulator
