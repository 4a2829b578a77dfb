#pragma once

#include <QJsonObject>
#include <QString>

namespace swarm::simulator {

//! What flyctl deployed, or a change of secrets by GraphQL. Machines made through the REST interface have none.
struct Release {
    QString id = {};
    int version = 0; //!< 1, 2, 3 … for each app
    QString status = {}; //!< pending, running, complete, failed …
    QString reason = {};
    QString description = {};
    QString strategy = {};
    QString image = {};
    qint64 createdAt = 0;

    bool isInProgress() const;

    QJsonObject toJson() const;
    static Release fromJson(const QJsonObject &json);
};

} // namespace swarm::simulator
