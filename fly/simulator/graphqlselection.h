#pragma once

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace swarm::simulator {

//! One thing that is asked for: a field, or (with a type and no name) the fields wanted of one type only.
struct GraphQlSelection {
    QString alias = {};
    QString name = {};
    QString onType = {};
    QString spread = {}; //!< name of a fragment
    QJsonObject arguments = {}; //!< variables already put in
    QList<GraphQlSelection> selections = {};
};

//! A document, reduced to the operation that shall run.
struct GraphQlOperation {
    bool isMutation = false;
    QList<GraphQlSelection> selections = {};
    QMap<QString, GraphQlSelection> fragments = {};
};

//! Reads a document: queries and mutations, variables with defaults, aliases, arguments, fragments. Directives are
//! read over, subscriptions refused. `error` says what is wrong when nothing comes back.
std::optional<GraphQlOperation> parseGraphQl(const QString &document, const QString &operationName,
                                             const QJsonObject &variables, QString *error);

} // namespace swarm::simulator
