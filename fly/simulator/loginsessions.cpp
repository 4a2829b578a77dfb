#include "fly/simulator/loginsessions.h"

#include "fly/simulator/ids.h"

#include <QCryptographicHash>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr qint64 sessionMs = 15 * 60'000;
constexpr qint64 tokenMs = 30 * 24 * 3'600'000LL;

static Response page(int status, const QString &title, const QString &content)
{
    const auto html = u"<!doctype html><html lang=en><meta charset=utf-8><title>%1</title>"
                      "<meta name=viewport content='width=device-width'><style>"
                      ":root{color-scheme:light dark}body{font:1.05rem/1.5 system-ui,sans-serif;max-width:28rem;"
                      "margin:16vh auto;padding:0 1.25rem}h1{font-size:1.4rem}form{display:flex;gap:.75rem;"
                      "margin-top:1.5rem}button{font:inherit;padding:.5rem 1.5rem;border-radius:.5rem;"
                      "border:1px solid #8888;cursor:pointer}button.yes{background:#6d28d9;color:#fff;"
                      "border-color:#6d28d9}small{opacity:.7}</style><h1>%1</h1>%2</html>"_s.arg(title, content);
    return {.status = status, .body = html.toUtf8(), .contentType = "text/html; charset=utf-8"_ba};
}

LoginSessions::Session *LoginSessions::find(const QString &id)
{
    const auto it = m_sessions.find(id);
    const bool isThere = it != m_sessions.end() && m_world.clock().now() < it->second.endsAt;
    return isThere ? &it->second : nullptr;
}

QString LoginSessions::newToken()
{
    return m_world.tokens().add({.name = u"sign-in"_s, .endsAt = m_world.clock().now() + tokenMs}, u"fo1_"_s).secret;
}

Response LoginSessions::begin(const QJsonObject &request, const QString &pageUrl)
{
    const auto challenge = request[u"code_challenge"].toString();
    const auto id = randomHex(32);
    const bool usesPkce = !m_isOld && !challenge.isEmpty();
    if (usesPkce && request[u"code_challenge_method"].toString() != "S256"_L1)
        return errorAnswer(422, u"invalid code_challenge_method"_s);
    m_sessions.insert_or_assign(id,
                                Session{.computer = request[u"name"].toString(u"A program"_s),
                                        .challenge = challenge,
                                        .state = request[u"state"].toString(),
                                        .redirectPort = request[u"redirect_port"].toInt(),
                                        .usesPkce = usesPkce,
                                        .endsAt = m_world.clock().now() + sessionMs});
    return jsonAnswer(
        QJsonObject{
            {u"id"_s, id}, {u"auth_url"_s, pageUrl + id}, {u"pkce"_s, usesPkce}, {u"access_token"_s, QJsonValue()}},
        201);
}

Response LoginSessions::poll(const QString &id)
{
    auto *session = find(id);
    if (!session || session->usesPkce || session->token.isEmpty())
        return errorAnswer(404, u"not found"_s);
    return jsonAnswer(QJsonObject{{u"id"_s, id}, {u"access_token"_s, session->token}});
}

Response LoginSessions::redeem(const QString &id, const QJsonObject &request)
{
    auto *session = find(id);
    if (!session || !session->usesPkce)
        return errorAnswer(404, u"not found"_s);
    const auto hash =
        QCryptographicHash::hash(request[u"code_verifier"].toString().toLatin1(), QCryptographicHash::Sha256);
    const auto challenge =
        QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    const bool isRight =
        !session->code.isEmpty() && request[u"code"].toString() == session->code && challenge == session->challenge;
    if (!isRight)
        return errorAnswer(403, u"invalid_code"_s);
    m_sessions.erase(id); // once
    return jsonAnswer(QJsonObject{{u"access_token"_s, newToken()}});
}

static Response overPage()
{
    return page(404, u"This sign-in is over"_s, u"<p>Please start again where you came from.</p>"_s);
}

Response LoginSessions::page(const QString &id)
{
    const auto *session = find(id);
    if (!session || session->isDecided)
        return overPage();
    return simulator::page(200, u"Sign in to Fly.io"_s,
                           u"<p><b>%1</b> wants to use the account <b>%2</b>.</p><form method=post>"
                           "<button class=yes name=decision value=allow>Allow</button>"
                           "<button name=decision value=deny>Deny</button></form>"
                           "<p><small>This is the simulator: no real account is involved.</small></p>"_s.arg(
                               session->computer.toHtmlEscaped(), World::viewerEmail()));
}

Response LoginSessions::decide(const QString &id, bool isAllowed)
{
    auto *session = find(id);
    if (!session || session->isDecided)
        return overPage();
    session->isDecided = true;
    if (isAllowed && session->usesPkce)
        session->code = randomHex(32);
    if (isAllowed && !session->usesPkce)
        session->token = newToken();
    const auto answer = answerTo(*session, isAllowed);
    if (!isAllowed)
        m_sessions.erase(id);
    return answer;
}

Response LoginSessions::answerTo(const Session &session, bool isAllowed)
{
    const auto closing = u"<p>You can close this page.</p>"_s;
    if (session.usesPkce && session.redirectPort > 0) {
        const auto result = isAllowed ? u"code="_s + session.code : u"error=access_denied"_s;
        const auto back = u"http://127.0.0.1:%1/callback?%2&state="_s.arg(session.redirectPort).arg(result).toLatin1()
            + QUrl::toPercentEncoding(session.state);
        return {.status = 303, .headers = {{"Location"_ba, back}}};
    }
    if (!isAllowed)
        return simulator::page(200, u"Not signed in"_s, closing);
    if (!session.usesPkce)
        return simulator::page(200, u"You are signed in"_s, closing);
    return simulator::page(200, u"Allowed"_s,
                           u"<p>Type this code where you came from:</p><p><code>%1</code></p>"_s.arg(session.code));
}

} // namespace swarm::simulator
