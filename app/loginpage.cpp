#include "app/loginpage.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::chrono::milliseconds patience = 30s; // a browser that has to start first
constexpr qsizetype longestRequest = qsizetype{16} * 1024;

QByteArray randomPath()
{
    std::array<quint32, 8> bytes{};
    QRandomGenerator::system()->fillRange(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return '/' + QByteArray(reinterpret_cast<const char *>(bytes.data()), sizeof bytes).toHex();
}

QByteArray answer(const QByteArray &status, const QByteArray &body)
{
    return "HTTP/1.1 " + status
        + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer"
          "\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

//! Serves one page to the one who knows its path, once.
class OneTimeServer : public QObject
{
public:
    explicit OneTimeServer(QByteArray page)
        : m_page(std::move(page))
        , m_path(randomPath())
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_server.serverPort()).arg(QString::fromLatin1(m_path)));
    }
    [[nodiscard]] std::stop_token served() { return m_served.get_token(); }

private:
    void serve(QTcpSocket *socket)
    {
        const auto request = socket->peek(longestRequest);
        if (!request.contains("\r\n\r\n") && request.size() < longestRequest)
            return;
        socket->readAll();
        const bool isIt = !m_page.isEmpty() && request.startsWith("GET " + m_path + ' ');
        socket->write(isIt ? answer("200 OK", std::exchange(m_page, {})) : answer("404 Not Found", {}));
        socket->disconnectFromHost();
        if (isIt) // once the bytes are with the browser
            connect(socket, &QTcpSocket::disconnected, this, [this] { m_served.request_stop(); });
    }

    QTcpServer m_server;
    QByteArray m_page;
    QByteArray m_path;
    std::stop_source m_served;
};

} // namespace

QByteArray loginForm(const QUrl &login, const QString &password)
{
    const auto html = uR"(<!doctype html>
<html><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Remote Swarm</title></head>
<body style="font-family: sans-serif; text-align: center; margin-top: 20vh">
<form id="login" method="post" action="%1">
<input type="hidden" name="base" value="."><input type="hidden" name="href" value="%3">
<input type="hidden" name="password" value="%2">
<noscript><p>%4</p></noscript><button id="go">%5</button>
</form>
<script>document.getElementById("go").hidden = true; document.getElementById("login").submit();</script>
</body></html>
)"_s;
    return html
        .arg(login.toString(QUrl::FullyEncoded).toHtmlEscaped(), password.toHtmlEscaped(),
             login.adjusted(QUrl::RemovePath).toString(QUrl::FullyEncoded).toHtmlEscaped(),
             QCoreApplication::translate("LoginPage", "Your editor is ready."),
             QCoreApplication::translate("LoginPage", "Open the editor"))
        .toUtf8();
}

Task<Result<void>> LoginPage::open(Instance instance, QString password)
{
    if (password.isEmpty()) {
        if (!m_launch(instance.url))
            co_return std::unexpected(
                Error{.code = ErrorCode::InternalError, .detail = u"no browser could be started"_s});
        co_return Result<void>();
    }
    OneTimeServer server(loginForm(instance.url.resolved(QUrl(u"/login"_s)), password));
    if (!m_launch(server.url()))
        co_return std::unexpected(Error{.code = ErrorCode::InternalError, .detail = u"no browser could be started"_s});
    co_await m_clock.sleepFor(patience, server.served());
    if (!server.served().stop_requested())
        co_return std::unexpected(
            Error{.code = ErrorCode::NetworkTimeout, .detail = u"the browser did not fetch the login page"_s});
    co_return Result<void>();
}

} // namespace swarm
