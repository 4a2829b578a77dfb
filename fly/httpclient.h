#pragma once

#include "model/async/task.h"
#include "model/clock.h"
#include "model/error.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <stop_token>
#include <utility>

class QNetworkAccessManager;
class QNetworkRequest;

namespace swarm {

struct HttpRequest {
    QByteArray verb = "GET";
    QUrl url = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    std::chrono::milliseconds deadline = std::chrono::seconds(30); //!< for the whole exchange
    bool followsRedirects = true; //!< within the same origin only
    bool isUrgent = false; //!< goes before others when connections are few
    std::stop_token stop = {};
};

//! An answer that arrived whole, whatever its status.
struct HttpReply {
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};

    //! Empty when absent; the name's case does not matter.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

//! Sends one request, once, and hands back what came.
//!
//! An error means that there was no whole answer: `NETWORK_CONNECTION_FAILED` (never sent, or a GET was cut),
//! `NETWORK_TIMEOUT`, `NETWORK_OUTCOME_UNKNOWN` (something that changes the world was sent, and no answer came),
//! `BAD_REPLY` (too large) or `CANCELLED`. `*.localhost` is 127.0.0.1; plain http is for the loopback interface only.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    explicit HttpClient(const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] Task<Result<HttpReply>> send(HttpRequest request);

private:
    [[nodiscard]] static QNetworkRequest prepared(const HttpRequest &request);

    const Clock &m_clock;
    QNetworkAccessManager *m_network;
};

} // namespace swarm
