#pragma once

#include <QByteArray>
#include <QStringList>

namespace swarm::simulator {

//! What an Authorization header holds. The tokens themselves are never checked beyond their prefix.
struct Token {
    bool isValid = false;
    bool isExpired = false;
    bool isReadOnly = false;
    bool hasMacaroon = false;
    QStringList parts = {};
};

Token readAuthorization(const QByteArray &header);

} // namespace swarm::simulator
