#include "fly/simulator/tunnel.h"

#include <QHostAddress>

namespace swarm::simulator {

constexpr qint64 mostInFlight = 1024 * 1024;

Tunnel::Tunnel(QTcpSocket *client, const QByteArray &firstBytes, quint16 port, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_server(new QTcpSocket(this))
{
    m_client->setParent(this);
    for (auto *socket : {m_client, m_server}) {
        socket->setReadBufferSize(mostInFlight);
        connect(socket, &QTcpSocket::disconnected, this, &Tunnel::close);
        connect(socket, &QTcpSocket::errorOccurred, this, &Tunnel::close);
    }
    connect(m_client, &QTcpSocket::readyRead, this, [this] { pump(m_client, m_server); });
    connect(m_server, &QTcpSocket::bytesWritten, this, [this] { pump(m_client, m_server); });
    connect(m_server, &QTcpSocket::readyRead, this, [this] { pump(m_server, m_client); });
    connect(m_client, &QTcpSocket::bytesWritten, this, [this] { pump(m_server, m_client); });
    connect(m_server, &QTcpSocket::connected, this, [this, firstBytes] {
        m_server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_server->write(firstBytes);
        pump(m_client, m_server);
    });
    m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}

void Tunnel::pump(QTcpSocket *from, QTcpSocket *to)
{
    if (to->state() == QAbstractSocket::ConnectedState && to->bytesToWrite() < mostInFlight)
        to->write(from->readAll());
}

void Tunnel::close()
{
    if (!m_server)
        return;
    auto *server = m_server;
    m_server = nullptr;
    // What the server said last still goes out before the client's end is closed.
    if (m_client->state() == QAbstractSocket::ConnectedState)
        m_client->write(server->readAll());
    server->disconnect(this);
    m_client->disconnect(this);
    server->abort();
    if (m_client->state() == QAbstractSocket::ConnectedState) {
        connect(m_client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        m_client->disconnectFromHost();
    } else {
        deleteLater();
    }
    Q_EMIT closed();
}

} // namespace swarm::simulator
