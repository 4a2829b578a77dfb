#pragma once

#include <QByteArray>
#include <QStringList>

namespace swarm::simulator {

//! What an Authorization header holds, and what it may do.
struct Token {
    bool isValid = false;
    bool isExpired = false;
    bool isReadOnly = false;
    bool lacksDischarge = false; //!< it was good, and needs to be confirmed again
    bool hasMacaroon = false;
    QStringList parts = {};
    QStringList apps = {}; //!< not empty: these only

    bool isForOrganization() const { return apps.isEmpty(); }
    bool reaches(const QString &app) const { return apps.isEmpty() || apps.contains(app); }
};

Token readAuthorization(const QByteArray &header);

} // namespace swarm::simulator
