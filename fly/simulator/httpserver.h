#pragma once

#include "fly/simulator/httpconnection.h"

#include <QTcpServer>

#include <functional>

namespace swarm::simulator {

//! Listens on the loopback interface and hands each request to one function.
//! On QTcpServer, because the packaged Qt HTTP server crashes on late answers and cannot misbehave on purpose.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(HttpConnection *, const Request &)>;

    HttpServer(Handler handler, HttpConnection::Reading reading, QObject *parent);

    bool listen(quint16 port);
    quint16 port() const { return m_server.serverPort(); }
    QString errorString() const { return m_server.errorString(); }

private:
    QTcpServer m_server;
    Handler m_handler;
    HttpConnection::Reading m_reading;
};

} // namespace swarm::simulator
