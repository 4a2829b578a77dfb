#include "fly/simulator/response.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK"_ba;
    case 201:
        return "Created"_ba;
    case 202:
        return "Accepted"_ba;
    case 204:
        return "No Content"_ba;
    case 302:
        return "Found"_ba;
    case 303:
        return "See Other"_ba;
    case 400:
        return "Bad Request"_ba;
    case 401:
        return "Unauthorized"_ba;
    case 403:
        return "Forbidden"_ba;
    case 404:
        return "Not Found"_ba;
    case 408:
        return "Request Timeout"_ba;
    case 409:
        return "Conflict"_ba;
    case 412:
        return "Precondition Failed"_ba;
    case 422:
        return "Unprocessable Entity"_ba;
    case 429:
        return "Too Many Requests"_ba;
    case 500:
        return "Internal Server Error"_ba;
    case 502:
        return "Bad Gateway"_ba;
    case 503:
        return "Service Unavailable"_ba;
    default:
        return "Status"_ba;
    }
}

QByteArray Response::head(bool keepAlive) const
{
    QByteArray text = "HTTP/1.1 "_ba + QByteArray::number(status) + ' ' + reasonOf(status) + "\r\n"_ba;
    if (!body.isEmpty())
        text += "Content-Type: "_ba + contentType + "\r\n"_ba;
    if (status != 204)
        text += "Content-Length: "_ba + QByteArray::number(body.size()) + "\r\n"_ba;
    for (const auto &[name, value] : headers)
        text += name + ": "_ba + value + "\r\n"_ba;
    text += keepAlive ? "Connection: keep-alive\r\n\r\n"_ba : "Connection: close\r\n\r\n"_ba;
    return text;
}

Response jsonAnswer(const QJsonValue &body, int status)
{
    const auto document = body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject());
    return {.status = status, .body = document.toJson(QJsonDocument::Compact)};
}

Response okAnswer()
{
    return jsonAnswer(QJsonObject{{u"ok"_s, true}});
}

Response errorAnswer(int status, const QString &text, const QString &word)
{
    QJsonObject body{{u"error"_s, text}};
    if (!word.isEmpty())
        body.insert(u"status"_s, word);
    return jsonAnswer(body, status);
}

Response textAnswer(int status, const QByteArray &text)
{
    return {.status = status, .body = text, .contentType = "text/plain; charset=utf-8"_ba};
}

Response pageAnswer(int status, const QByteArray &html)
{
    return {.status = status, .body = html, .contentType = "text/html; charset=utf-8"_ba};
}

Response noSuchRoute()
{
    return textAnswer(404, "404 page not found\n"_ba);
}

} // namespace swarm::simulator
