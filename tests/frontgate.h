#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

//! A port in front of another that can be shut: then connections are refused, and those there were have ended.
class FrontGate : public QObject
{
public:
    explicit FrontGate(quint16 behind)
        : m_behind(behind)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *visitor = m_server.nextPendingConnection())
                lead(visitor);
        });
        open();
        m_port = m_server.serverPort();
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] bool isOpen() const { return m_server.isListening(); }

    void open()
    {
        if (!m_server.isListening() && !m_server.listen(QHostAddress::LocalHost, m_port))
            qFatal("the port cannot be opened again");
    }
    //! What is on its way to visitors still arrives.
    void shut()
    {
        m_server.close();
        for (const auto &visitor : std::as_const(m_visitors)) {
            if (visitor)
                visitor->disconnectFromHost();
        }
        m_visitors.clear();
    }

private:
    void lead(QTcpSocket *visitor)
    {
        auto *inside = new QTcpSocket(visitor);
        m_visitors.append(visitor);
        connect(visitor, &QTcpSocket::readyRead, inside, [=] { inside->write(visitor->readAll()); });
        connect(inside, &QTcpSocket::readyRead, visitor, [=] { visitor->write(inside->readAll()); });
        connect(visitor, &QTcpSocket::disconnected, inside, [=] { inside->abort(); });
        connect(visitor, &QTcpSocket::disconnected, visitor, &QObject::deleteLater);
        connect(inside, &QTcpSocket::disconnected, visitor, [=] { visitor->disconnectFromHost(); });
        inside->connectToHost(QHostAddress::LocalHost, m_behind);
    }

    quint16 m_behind;
    quint16 m_port = 0;
    QTcpServer m_server;
    QList<QPointer<QTcpSocket>> m_visitors;
};
