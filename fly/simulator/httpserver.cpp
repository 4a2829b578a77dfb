#include "fly/simulator/httpserver.h"

namespace swarm::simulator {

HttpServer::HttpServer(Handler handler, HttpConnection::Reading reading, QObject *parent)
    : QObject(parent)
    , m_server(this) // a child, so that it follows its owner to another thread
    , m_handler(std::move(handler))
    , m_reading(reading)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (auto *socket = m_server.nextPendingConnection()) {
            auto *connection = new HttpConnection(socket, m_reading, this);
            connect(connection, &HttpConnection::arrived, this,
                    [this, connection](const Request &request) { m_handler(connection, request); });
        }
    });
}

bool HttpServer::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port);
}

} // namespace swarm::simulator
