#include "tests/http2server.h"

#include <QSslSocket>
#include <QtEndian>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

namespace frame {
constexpr quint8 data = 0;
constexpr quint8 headers = 1;
constexpr quint8 resetStream = 3;
constexpr quint8 settings = 4;
constexpr quint8 ping = 6;
constexpr quint8 goAway = 7;
} // namespace frame

constexpr quint8 endStream = 0x1;
constexpr quint8 acknowledged = 0x1;
constexpr quint8 endHeaders = 0x4;
constexpr quint32 internalError = 2;

constexpr qsizetype headSize = 9;
const QByteArray preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba;
const QByteArray status200 = "\x88"_ba; // entry 8 of HPACK's static table

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

} // namespace

Http2Server::Http2Server(QSslConfiguration tls, Behaviour behaviour)
    : m_tls(std::move(tls))
    , m_behaviour(behaviour)
{
    m_tls.setAllowedNextProtocols({QSslConfiguration::ALPNProtocolHTTP2});
    m_elapsed.start();
    listen(QHostAddress::LocalHost);
}

QUrl Http2Server::url(const QString &path) const
{
    return QUrl(u"https://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path));
}

void Http2Server::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    socket->setSslConfiguration(m_tls);
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QSslSocket::encrypted, this, [this, socket] {
        m_protocols << socket->sslConfiguration().nextNegotiatedProtocol();
        send(*socket, {.type = frame::settings});
    });
    connect(socket, &QSslSocket::readyRead, this,
            [this, socket, connection = std::make_shared<Connection>()] { read(*socket, connection.get()); });
    socket->startServerEncryption();
}

void Http2Server::read(QSslSocket &socket, Connection *connection)
{
    const auto bytes = socket.readAll();
    m_bytesRead += bytes.size();
    connection->buffer += bytes;
    auto &buffer = connection->buffer;
    if (!connection->hasPreface) {
        if (buffer.size() < preface.size())
            return;
        if (!buffer.startsWith(preface)) {
            socket.abort();
            return;
        }
        connection->hasPreface = true;
        buffer.remove(0, preface.size());
    }
    while (buffer.size() >= headSize) {
        const auto head = qFromBigEndian<quint32>(buffer.constData()); // length and type
        const auto length = static_cast<qsizetype>(head >> 8);
        if (buffer.size() < headSize + length)
            return;
        const Frame frame{.type = static_cast<quint8>(head & 0xff),
                          .flags = static_cast<quint8>(buffer.at(4)),
                          .stream = qFromBigEndian<quint32>(buffer.constData() + 5) & 0x7fffffff,
                          .payload = buffer.mid(headSize, length)};
        buffer.remove(0, headSize + length);
        handle(socket, connection, frame);
    }
}

void Http2Server::handle(QSslSocket &socket, Connection *connection, const Frame &frame)
{
    if (frame.type == frame::settings && (frame.flags & acknowledged) == 0)
        send(socket, {.type = frame::settings, .flags = acknowledged});
    if (frame.type == frame::ping && (frame.flags & acknowledged) == 0)
        send(socket, {.type = frame::ping, .flags = acknowledged, .payload = frame.payload});
    if (frame.type != frame::headers && frame.type != frame::data)
        return;
    if (frame.type == frame::headers) {
        connection->streams.insert(frame.stream, m_requests.size());
        m_requests.push_back({.at = m_elapsed.elapsed()});
    }
    auto &request = m_requests.at(connection->streams.value(frame.stream));
    if (frame.type == frame::data)
        request.bodySize += frame.payload.size();
    if ((frame.flags & endStream) != 0) {
        request.isWhole = true;
        treat(socket, frame.stream);
    }
}

void Http2Server::treat(QSslSocket &socket, quint32 stream)
{
    switch (m_behaviour) {
    case Behaviour::Close:
        socket.disconnectFromHost();
        return;
    case Behaviour::ResetStream:
        send(socket, {.type = frame::resetStream, .stream = stream, .payload = number(internalError)});
        return;
    case Behaviour::GoAway:
        send(socket, {.type = frame::goAway, .payload = number(0) + number(0)});
        socket.disconnectFromHost();
        return;
    case Behaviour::Answer:
        send(socket, {.type = frame::headers, .flags = endHeaders | endStream, .stream = stream, .payload = status200});
        return;
    case Behaviour::CutAnswer:
        send(socket, {.type = frame::headers, .flags = endHeaders, .stream = stream, .payload = status200});
        send(socket, {.type = frame::data, .stream = stream, .payload = "{}"_ba});
        send(socket, {.type = frame::resetStream, .stream = stream, .payload = number(internalError)});
        return;
    }
}

void Http2Server::send(QSslSocket &socket, const Frame &frame)
{
    socket.write(number(static_cast<quint32>(frame.payload.size()) << 8 | frame.type));
    socket.write(QByteArray(1, static_cast<char>(frame.flags)) + number(frame.stream) + frame.payload);
}
