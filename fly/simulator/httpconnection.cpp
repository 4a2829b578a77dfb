#include "fly/simulator/httpconnection.h"

#include "fly/simulator/httpparser.h"

#include <QTimer>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

HttpConnection::HttpConnection(QTcpSocket *socket, Reading reading, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_reading(reading)
{
    socket->setParent(this);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    QTimer::singleShot(0, this, &HttpConnection::read);
}

void HttpConnection::read()
{
    if (!m_socket || m_isBusy)
        return;
    m_buffer += m_socket->readAll();
    if (takeRequest()) {
        m_isBusy = true;
        const auto request = m_request;
        Q_EMIT arrived(request);
    }
}

bool HttpConnection::takeRequest()
{
    const auto parsed = parseRequest(m_buffer);
    if (parsed.state == Parsed::State::Malformed) {
        refuse(400);
        return false;
    }
    if (parsed.state == Parsed::State::TooLarge) {
        refuse(413);
        return false;
    }
    if (parsed.headIsWhole && m_reading == Reading::HeadsOnly) {
        m_request = parsed.request;
        m_request.keepAlive = false; // its body is never read here
        return true;
    }
    if (parsed.state != Parsed::State::Whole) {
        if (parsed.headIsWhole && !m_saidContinue
            && parsed.request.header("expect"_ba).toLower() == "100-continue"_ba) {
            m_saidContinue = true;
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n"_ba);
        }
        return false;
    }
    m_request = parsed.request;
    m_buffer.remove(0, parsed.length);
    m_saidContinue = false;
    return true;
}

void HttpConnection::refuse(int status)
{
    m_isBusy = true;
    m_request = {.keepAlive = false};
    answer(textAnswer(status, "bad request\n"_ba));
}

void HttpConnection::answer(const Response &response)
{
    if (!m_socket || !m_isBusy)
        return;
    m_socket->write(response.head(m_request.keepAlive));
    if (m_request.method != "HEAD"_ba)
        m_socket->write(response.body);
    m_isBusy = false;
    if (!m_request.keepAlive) {
        m_isBusy = true; // whatever else it sent is not read any more
        m_socket->disconnectFromHost();
        return;
    }
    QTimer::singleShot(0, this, &HttpConnection::read);
}

void HttpConnection::answerHalf(const Response &response)
{
    if (!m_socket || !m_isBusy)
        return;
    const auto head = response.head(m_request.keepAlive);
    m_socket->write(response.body.isEmpty() ? head.left(head.size() / 2)
                                            : head + response.body.left(response.body.size() / 2));
    hangUp();
}

void HttpConnection::hangUp()
{
    if (m_socket)
        m_socket->disconnectFromHost();
}

void HttpConnection::reset()
{
    if (!m_socket)
        return;
    // Qt has no option for this: a linger time of zero turns the close into RST.
    const linger now{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_socket->abort();
}

std::pair<QTcpSocket *, QByteArray> HttpConnection::handOver()
{
    auto *socket = m_socket;
    m_socket = nullptr;
    socket->disconnect(this);
    socket->setParent(nullptr);
    deleteLater();
    return {socket, m_buffer + socket->readAll()};
}

} // namespace swarm::simulator
