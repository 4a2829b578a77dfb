#pragma once

#include <QByteArrayList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

//! A server that does with each request whatever a test wants, down to the bytes.
class HostileServer : public QObject
{
public:
    //! Gets each whole request; writes to the socket, closes it, aborts it, or leaves it.
    using Behaviour = std::function<void(QTcpSocket &, const QByteArray &request)>;

    explicit HostileServer(Behaviour behaviour)
        : m_behaviour(std::move(behaviour))
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] const QByteArrayList &requests() const { return m_requests; }

private:
    void read(QTcpSocket &socket)
    {
        const auto request = socket.peek(1 << 20);
        const auto end = request.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const auto head = request.left(end).toLower();
        const auto at = head.indexOf("content-length:");
        const auto length = at < 0 ? 0 : head.mid(at + 15, head.indexOf("\r\n", at) - at - 15).trimmed().toLongLong();
        if (request.size() < end + 4 + length)
            return;
        const auto whole = socket.read(end + 4 + length);
        m_requests << whole;
        m_behaviour(socket, whole);
    }

    Behaviour m_behaviour;
    QTcpServer m_server;
    QByteArrayList m_requests;
};
