#pragma once

#include "fly/simulator/request.h"

#include <QJsonObject>
#include <QJsonValue>

#include <functional>

namespace swarm::simulator {

//! One HTTP answer. `status` 0 stands for "the connection ended without one".
struct Response {
    int status = 200;
    QByteArray body = {};
    QByteArray contentType = "application/json";
    QList<Header> headers = {};

    QByteArray head(bool keepAlive) const;
};

using Answer = std::function<void(const Response &)>;

Response jsonAnswer(const QJsonValue &body, int status = 200);
Response okAnswer();
//! `{"error": text}`, with the machine-readable `status` word that a few of Fly's errors carry.
Response errorAnswer(int status, const QString &text, const QString &word = {});
Response textAnswer(int status, const QByteArray &text);
Response pageAnswer(int status, const QByteArray &html);
//! What Fly says for an unknown route: plain text, before it looks at the token.
Response noSuchRoute();

} // namespace swarm::simulator
