#pragma once

#include <QString>
#include <QUrl>

namespace swarm {

//! Where Fly.io is.
struct FlyEndpoints {
    QUrl api = QUrl(QStringLiteral("https://api.machines.dev")); //!< without /v1
    QUrl graphql = QUrl(QStringLiteral("https://api.fly.io/graphql")); //!< whole
    QString appTemplate = {}; //!< "https://{app}.fly.dev"; empty: by the rule of FlyProvider

    [[nodiscard]] bool isFlyItself() const { return graphql.host() == QStringLiteral("api.fly.io"); }
    //! Where login sessions, logs and metrics are: beside GraphQL.
    [[nodiscard]] QUrl web() const;
};

} // namespace swarm
