#pragma once

#include "fly/simulator/request.h"

namespace swarm::simulator {

//! A request that arrived, for tests and for `GET /_sim/requests`.
struct SeenRequest {
    QByteArray method = {};
    QByteArray path = {}; //!< with the query
    QString route = {}; //!< the pattern that it matched, empty for an unknown route
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    int status = 0; //!< what was answered; 0 while it waits, or when the connection ended without an answer
    qsizetype answerBytes = 0; //!< of the answer's body
    // Only when Options::recordsAnswers says so.
    QByteArray contentType = {};
    QByteArray answer = {};
};

} // namespace swarm::simulator
