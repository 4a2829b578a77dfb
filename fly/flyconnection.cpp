#include "fly/flyconnection.h"

#include "fly/flyerror.h"
#include "fly/flyparser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

bool isMacaroon(const QString &token)
{
    return token.startsWith("fm2_"_L1) || token.startsWith("fm1r_"_L1) || token.startsWith("fm1a_"_L1);
}

QUrl withPath(QUrl url, const QString &encodedPath)
{
    url.setPath(url.path(QUrl::FullyEncoded) + encodedPath, QUrl::StrictMode);
    return url;
}

//! "Tue, 24 Nov 2026 12:00:00 GMT"; invalid for anything else.
QDateTime dateOf(const HttpReply &reply)
{
    auto text = QString::fromLatin1(reply.header("date"_ba));
    if (text.endsWith(" GMT"_L1)) // which Qt reads as a number only
        text.replace(text.size() - 3, 3, u"+0000"_s);
    return QDateTime::fromString(text, Qt::RFC2822Date).toUTC();
}

} // namespace

QByteArray machinesAuthorization(const QString &token)
{
    const auto parts = token.split(u',', Qt::SkipEmptyParts);
    QStringList macaroons;
    std::ranges::copy_if(parts, std::back_inserter(macaroons), isMacaroon);
    if (!macaroons.isEmpty())
        return "FlyV1 " + macaroons.join(u',').toUtf8();
    return "Bearer " + parts.value(0).toUtf8();
}

QByteArray graphqlAuthorization(const QString &token)
{
    const auto parts = token.split(u',', Qt::SkipEmptyParts);
    return (std::ranges::any_of(parts, isMacaroon) ? "FlyV1 "_ba : "Bearer "_ba) + token.toUtf8();
}

FlyConnection::FlyConnection(FlyEndpoints endpoints, RetryPolicy retry, const Clock &clock, Logger &logger)
    : m_endpoints(std::move(endpoints))
    , m_retry(retry)
    , m_clock(clock)
    , m_logger(logger)
    , m_gate(clock)
    , m_http(clock)
    , m_waiting(clock)
{
}

void FlyConnection::setToken(const QString &token)
{
    m_authorization = token.isEmpty() ? QByteArray() : machinesAuthorization(token);
    m_graphqlAuthorization = token.isEmpty() ? QByteArray() : graphqlAuthorization(token);
    m_hasWorked = false;
}

HttpRequest FlyConnection::requestFor(const FlyCall &call) const
{
    auto url = withPath(call.server == FlyCall::Server::Machines ? m_endpoints.api : m_endpoints.web(), call.path());
    if (!call.query.isEmpty()) {
        QUrlQuery query;
        for (const auto &[name, value] : call.query)
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        url.setQuery(query);
    }
    HttpRequest request{.verb = call.verb,
                        .url = url,
                        .headers = {{"Accept"_ba, "application/json"_ba}},
                        .deadline = call.deadline,
                        .isUrgent = call.urgency == Urgency::User,
                        .stop = call.stop};
    if (!m_authorization.isEmpty() && !call.isAnonymous)
        request.headers.emplace_back("Authorization"_ba, m_authorization);
    if (!call.lease.isEmpty())
        request.headers.emplace_back("fly-machine-lease-nonce"_ba, call.lease.toUtf8());
    if (call.verb != "GET") {
        request.headers.emplace_back("Content-Type"_ba, "application/json"_ba);
        if (!call.body.isEmpty())
            request.body = QJsonDocument(call.body).toJson(QJsonDocument::Compact);
    }
    return request;
}

Task<Result<HttpReply>> FlyConnection::send(FlyCall call)
{
    auto request = requestFor(call);
    auto ticket = m_gate.ticket(call.bucket(), call.limit(), call.urgency);
    auto reply = co_await persist(std::move(request), std::move(ticket), call.path(), call.repeat);
    m_hasWorked = m_hasWorked || (reply && !call.isAnonymous);
    co_return reply;
}

Task<Result<HttpReply>> FlyConnection::sendOnce(FlyCall call)
{
    auto request = requestFor(call);
    auto ticket = m_gate.ticket(call.bucket(), call.limit(), call.urgency);
    ticket.isLong = true;
    co_return co_await attempt(std::move(request), std::move(ticket), call.path());
}

bool FlyConnection::mayRepeat(const Error &error, Repeat repeat, int attempts) const
{
    const bool isAllowed = repeat == Repeat::Freely || !mayHaveHappened(error);
    return error.isRetryable() && error.code != ErrorCode::ResourceBusy && isAllowed && attempts < m_retry.retries
        && error.retryAfter <= m_retry.longestRetryAfter;
}

Task<Result<HttpReply>> FlyConnection::persist(HttpRequest request, RequestGate::Ticket ticket, QString name,
                                               Repeat repeat)
{
    for (int attempts = 0;; ++attempts) {
        const auto reply = co_await attempt(request, ticket, name);
        if (reply || !mayRepeat(reply.error(), repeat, attempts))
            co_return reply;

        const double jitter = QRandomGenerator::global()->generateDouble();
        const auto pause = m_retry.pauseBefore(attempts, reply.error().retryAfter, jitter);
        if (reply.error().code == ErrorCode::RateLimitExceeded)
            m_gate.pauseFor(m_clock.scaled(pause)); // for all; this one waits at the gate with them
        else
            co_await m_clock.sleepFor(pause, request.stop);
    }
}

Task<Result<HttpReply>> FlyConnection::attempt(HttpRequest request, RequestGate::Ticket ticket, QString name)
{
    auto &http = ticket.isLong ? m_waiting : m_http;
    const auto verb = request.verb;
    const auto pass = co_await m_gate.turn(std::move(ticket), request.stop);
    const auto reply = co_await http.send(std::move(request));
    if (!reply) {
        logFailure(verb, name, reply.error());
        co_return std::unexpected(reply.error());
    }
    if (const auto time = dateOf(*reply); time.isValid())
        m_serverTime = time;
    m_logger.debug([&] {
        return LogEntry{.message = QString::fromLatin1(verb) + u' ' + name,
                        .context = {{u"status"_s, reply->status},
                                    {u"bytes"_s, reply->body.size()},
                                    {u"request"_s, requestIdOf(*reply)}}};
    });
    if (reply->status / 100 != 2) {
        const auto error = errorFrom(*reply, m_hasWorked);
        logFailure(verb, name, error);
        co_return std::unexpected(error);
    }
    co_return *reply;
}

void FlyConnection::logFailure(const QByteArray &verb, const QString &name, const Error &error)
{
    // What is absent or not yet so is an answer like others.
    if (error.code == ErrorCode::Cancelled || error.httpStatus == 404 || error.httpStatus == 408)
        return;
    m_logger.info(QString::fromLatin1(verb) + u' ' + name,
                  {{u"error"_s, codeName(error.code)},
                   {u"status"_s, error.httpStatus},
                   {u"request"_s, error.requestId},
                   {u"detail"_s, error.detail}});
}

Task<Result<QJsonObject>> FlyConnection::graphql(GraphQlCall call)
{
    const QJsonObject body{{u"query"_s, call.query}, {u"variables"_s, call.variables}};
    HttpRequest request{.verb = "POST"_ba,
                        .url = m_endpoints.graphql,
                        .headers = {{"Accept"_ba, "application/json"_ba},
                                    {"Content-Type"_ba, "application/json"_ba},
                                    {"Authorization"_ba, m_graphqlAuthorization}},
                        .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
                        .isUrgent = call.urgency == Urgency::User,
                        .stop = call.stop};
    auto ticket = m_gate.ticket({}, {}, call.urgency);
    const auto reply = co_await persist(std::move(request), std::move(ticket), m_endpoints.graphql.path(), call.repeat);
    if (!reply)
        co_return std::unexpected(reply.error());
    const auto json = objectFrom(reply->body);
    if (!json)
        co_return std::unexpected(withRequest(json.error(), *reply));
    const auto errors = (*json)["errors"_L1];
    if (errors.isArray() && !errors.toArray().isEmpty())
        co_return std::unexpected(errorFromGraphQl(errors.toArray(), requestIdOf(*reply), m_hasWorked));
    const bool hasNoErrors = errors.isUndefined() || errors.isNull() || errors.isArray();
    if (!hasNoErrors || !(*json)["data"_L1].isObject()) {
        const Error error{.code = ErrorCode::BadReply, .detail = u"expected data"_s};
        co_return std::unexpected(withRequest(error, *reply));
    }
    m_hasWorked = true;
    co_return (*json)["data"_L1].toObject();
}

} // namespace swarm
