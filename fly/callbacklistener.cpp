#include "fly/callbacklistener.h"

#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr qint64 longestRequest = 16 * 1024;

//! Reads in constant time: how long it takes tells nothing about the state.
bool isSame(const QString &one, const QString &other)
{
    const auto a = one.toUtf8();
    const auto b = other.toUtf8();
    int difference = a.size() == b.size() ? 0 : 1;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i] ^ b[b.isEmpty() ? 0 : i % b.size()];
    return difference == 0 && !a.isEmpty();
}

} // namespace

CallbackListener::CallbackListener(QString state, QString allowedOrigin, QObject *parent)
    : QObject(parent)
    , m_state(std::move(state))
    , m_allowedOrigin(std::move(allowedOrigin))
{
    connect(&m_server, &QTcpServer::newConnection, this, &CallbackListener::accept);
}

bool CallbackListener::listen()
{
    return m_server.listen(QHostAddress::LocalHost);
}

void CallbackListener::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void CallbackListener::read(QTcpSocket &socket)
{
    const auto request = socket.peek(longestRequest);
    if (!request.contains("\r\n\r\n")) {
        if (request.size() >= longestRequest)
            socket.abort();
        return;
    }
    const auto words = request.left(request.indexOf('\r')).split(' ');
    const bool wasAnswered = m_answer.has_value();
    socket.write(answerTo(words.value(0), words.value(1)));
    socket.disconnectFromHost();
    if (!wasAnswered && m_answer)
        Q_EMIT answered();
}

QByteArray CallbackListener::answerTo(const QByteArray &verb, const QByteArray &target)
{
    if (verb == "OPTIONS")
        return page("204 No Content"_ba, {});
    const QUrl url(QString::fromUtf8(target));
    const QUrlQuery query(url.query(QUrl::FullyEncoded));
    if (verb != "GET" || url.path() != "/callback"_L1)
        return page("404 Not Found"_ba, "There is nothing here."_ba);
    if (!isSame(query.queryItemValue(u"state"_s, QUrl::FullyDecoded), m_state))
        return page("400 Bad Request"_ba, "This answer belongs to another sign-in. Please start again."_ba);
    if (!m_answer)
        m_answer = Answer{.code = query.queryItemValue(u"code"_s, QUrl::FullyDecoded)};
    return page("200 OK"_ba, "You can close this page and go back to Remote Swarm."_ba);
}

QByteArray CallbackListener::page(const QByteArray &status, const QByteArray &text) const
{
    const auto body = text.isEmpty()
        ? QByteArray()
        : "<!doctype html><meta charset=utf-8><meta name=color-scheme content='light dark'>"
          "<title>Remote Swarm</title><body style='font:1.1rem system-ui,sans-serif;"
          "max-width:32rem;margin:20vh auto;padding:0 1rem'><p>"_ba
            + text;
    return "HTTP/1.1 " + status
        + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
          "Access-Control-Allow-Origin: "
        + m_allowedOrigin.toUtf8()
        + "\r\nAccess-Control-Allow-Methods: GET\r\nAccess-Control-Allow-Private-Network: true\r\n"
          "Connection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace swarm
