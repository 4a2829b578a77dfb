#pragma once

#include "fly/simulator/response.h"

#include <QObject>
#include <QTcpSocket>

namespace swarm::simulator {

//! One client's connection: reads requests, one at a time, and writes answers, or misbehaves when told to.
//! Whoever answers later must hold it by QPointer: it dies with its socket.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    //! `HeadsOnly` reports a request as soon as its head is here and reads no further, for a proxy that passes bytes
    //! on.
    enum class Reading { WholeRequests, HeadsOnly };

    HttpConnection(QTcpSocket *socket, Reading reading, QObject *parent);

    void answer(const Response &response);
    //! The head and half of the body, then the end.
    void answerHalf(const Response &response);
    void hangUp();
    //! Ends the connection with RST, as a crashing peer or a broken middle box would.
    void reset();

    //! For the proxy: everything read so far, and the socket itself. The connection object ends.
    std::pair<QTcpSocket *, QByteArray> handOver();

Q_SIGNALS:
    void arrived(const swarm::simulator::Request &request);

private:
    void read();
    bool takeRequest();
    void refuse(int status);

    QTcpSocket *m_socket = nullptr;
    Reading m_reading = Reading::WholeRequests;
    QByteArray m_buffer;
    Request m_request;
    bool m_isBusy = false;
    bool m_saidContinue = false;
};

} // namespace swarm::simulator
