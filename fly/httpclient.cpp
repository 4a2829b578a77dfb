#include "fly/httpclient.h"

#include "fly/oneshotdevice.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! A thousand machines with all their events are a quarter of this; read as JSON it takes ten times as much memory.
constexpr qint64 largestReply = 16 * 1024 * 1024;

//! Resumes from the event loop, not from inside the reply's own signal: whoever waited may delete it.
class Finished
{
public:
    explicit Finished(QNetworkReply &reply)
        : m_reply(&reply)
    {
    }

    [[nodiscard]] bool await_ready() const noexcept { return m_reply->isFinished(); }
    void await_suspend(std::coroutine_handle<> waiter)
    {
        QObject::connect(
            m_reply, &QNetworkReply::finished, &m_here, [waiter] { waiter.resume(); }, Qt::QueuedConnection);
    }
    void await_resume() const noexcept { }

private:
    QNetworkReply *m_reply;
    QObject m_here; // dies with the coroutine, and the connection with it
};

struct Abandon {
    void operator()(QNetworkReply *reply) const
    {
        reply->abort();
        reply->deleteLater();
    }
};

bool changesTheWorld(const QByteArray &verb)
{
    return verb != "GET" && verb != "HEAD";
}

bool isLocalName(const QString &host)
{
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1);
}

bool isLoopback(const QString &host)
{
    return isLocalName(host) || QHostAddress(host).isLoopback();
}

//! Whether the request certainly never left.
bool wasNeverSent(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::NetworkSessionFailedError:
        return true;
    default:
        return false;
    }
}

//! Whether the error is only Qt's word for the status of an answer that came whole. Over HTTP/2 a stream that breaks
//! off after its headers has an error of the same kind, and a status that says nothing of it.
bool isAboutStatus(QNetworkReply::NetworkError error, int status)
{
    return status >= 400 && error > QNetworkReply::UnknownProxyError && error != QNetworkReply::ProtocolFailure;
}

} // namespace

QByteArray HttpReply::header(const QByteArray &name) const
{
    for (const auto &[known, value] : headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

HttpClient::HttpClient(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_network(new QNetworkAccessManager(this))
{
}

QNetworkRequest HttpClient::prepared(const HttpRequest &request)
{
    auto url = request.url;
    QNetworkRequest prepared;
    if (isLocalName(url.host())) { // browsers know these names, Qt's resolver does not
        const auto port = url.port() < 0 ? QString() : u":%1"_s.arg(url.port());
        prepared.setRawHeader("Host"_ba, (url.host() + port).toUtf8());
        url.setHost(u"127.0.0.1"_s);
    }
    prepared.setUrl(url);
    prepared.setRawHeader("User-Agent"_ba, "remote-swarm/" SWARM_VERSION ""_ba);
    for (const auto &[name, value] : request.headers)
        prepared.setRawHeader(name, value);
    prepared.setPriority(request.isUrgent ? QNetworkRequest::HighPriority : QNetworkRequest::NormalPriority);
    // A token must not follow a redirect to another host.
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                          request.followsRedirects ? QNetworkRequest::SameOriginRedirectPolicy
                                                   : QNetworkRequest::ManualRedirectPolicy);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // Else Qt answers a 401 by looking for a password in its own cache.
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return prepared;
}

Task<Result<HttpReply>> HttpClient::send(HttpRequest request)
{
    if (request.stop.stop_requested())
        co_return std::unexpected(Error{.code = ErrorCode::Cancelled});
    if (request.url.scheme() != "https"_L1 && !isLoopback(request.url.host())) {
        co_return std::unexpected(Error{.code = ErrorCode::ApiInvalidRequest,
                                        .detail = u"%1 is not https"_s.arg(request.url.toDisplayString())});
    }

    auto prepared = HttpClient::prepared(request);
    std::unique_ptr<QNetworkReply, Abandon> reply;
    if (changesTheWorld(request.verb)) {
        auto *body = new OneShotDevice(request.body);
        prepared.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        prepared.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        reply.reset(m_network->sendCustomRequest(prepared, request.verb, body));
        body->setParent(reply.get());
    } else {
        reply.reset(m_network->sendCustomRequest(prepared, request.verb));
    }

    // Not setTransferTimeout(): it reports a timeout as a cancellation, and restarts with every byte.
    QTimer deadline;
    deadline.setSingleShot(true);
    deadline.callOnTimeout(reply.get(), &QNetworkReply::abort);
    deadline.start(m_clock.scaled(request.deadline));
    bool isTooLarge = false;
    // Not downloadProgress(): that comes ten times a second only, which is time for hundreds of megabytes.
    const auto measure = [&isTooLarge, raw = reply.get()] {
        const auto announced = raw->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (std::max(announced, raw->bytesAvailable()) > largestReply && !std::exchange(isTooLarge, true))
            raw->abort();
    };
    QObject::connect(reply.get(), &QNetworkReply::metaDataChanged, reply.get(), measure);
    QObject::connect(reply.get(), &QNetworkReply::readyRead, reply.get(), measure);
    const std::stop_callback onStop(request.stop, [raw = reply.get()] { raw->abort(); });

    co_await Finished(*reply);

    if (request.stop.stop_requested())
        co_return std::unexpected(Error{.code = ErrorCode::Cancelled});
    const auto error = reply->error();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isTooLarge)
        co_return std::unexpected(Error{.code = ErrorCode::BadReply, .httpStatus = status, .detail = u"over 16 MB"_s});
    const bool isTimedOut = !deadline.isActive();
    const bool isWhole =
        status != 0 && !isTimedOut && (error == QNetworkReply::NoError || isAboutStatus(error, status));
    if (!isWhole || error == QNetworkReply::ContentReSendError) {
        auto code = isTimedOut ? ErrorCode::NetworkTimeout : ErrorCode::NetworkConnectionFailed;
        if (changesTheWorld(request.verb) && !wasNeverSent(error))
            code = ErrorCode::NetworkOutcomeUnknown;
        co_return std::unexpected(Error{.code = code, .httpStatus = status, .detail = reply->errorString()});
    }
    HttpReply answer{.status = status, .headers = {}, .body = reply->readAll()};
    for (const auto &header : reply->rawHeaderPairs())
        answer.headers.emplace_back(header.first, header.second);
    co_return answer;
}

} // namespace swarm
