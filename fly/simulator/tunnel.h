#pragma once

#include <QObject>
#include <QTcpSocket>

namespace swarm::simulator {

//! Passes bytes between a client and a program on this computer until one of them closes. It reads from one side only
//! as fast as the other takes them, and ends itself.
class Tunnel : public QObject
{
    Q_OBJECT

public:
    Tunnel(QTcpSocket *client, const QByteArray &firstBytes, quint16 port, QObject *parent);

Q_SIGNALS:
    void closed();

private:
    void pump(QTcpSocket *from, QTcpSocket *to);
    void close();

    QTcpSocket *m_client = nullptr;
    QTcpSocket *m_server = nullptr;
};

} // namespace swarm::simulator
