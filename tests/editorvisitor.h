#pragma once

#include "fly/httpclient.h"
#include "tests/waitfor.h"

#include <QJsonDocument>

//! A browser, as far as the built-in editor needs one: logs in, keeps the cookie, reads and writes files.
class EditorVisitor
{
public:
    explicit EditorVisitor(const swarm::Clock &clock)
        : m_http(clock)
    {
    }

    [[nodiscard]] int logIn(const QUrl &editor, const QString &password)
    {
        const auto reply = send({.verb = "POST",
                                 .url = editor.resolved(QUrl(QStringLiteral("/login"))),
                                 .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                                 .body = "password=" + QUrl::toPercentEncoding(password),
                                 .followsRedirects = false});
        m_cookie = reply.header("set-cookie").split(';').value(0);
        return reply.status;
    }
    [[nodiscard]] swarm::HttpReply get(const QUrl &url)
    {
        return send({.url = url, .headers = {{"Cookie", m_cookie}}, .followsRedirects = false});
    }
    [[nodiscard]] int put(const QUrl &url, const QByteArray &content)
    {
        return send({.verb = "PUT", .url = url, .headers = {{"Cookie", m_cookie}}, .body = content}).status;
    }
    //! Whether the simulator holds nothing that lives or bills.
    [[nodiscard]] bool isEmpty(const QUrl &api)
    {
        const auto reply = get(api.resolved(QUrl(QStringLiteral("/_sim/empty"))));
        return QJsonDocument::fromJson(reply.body)[QStringLiteral("empty")].toBool();
    }

private:
    [[nodiscard]] swarm::HttpReply send(swarm::HttpRequest request)
    {
        return waitFor(m_http.send(std::move(request))).value_or(swarm::HttpReply());
    }

    swarm::HttpClient m_http;
    QByteArray m_cookie;
};
