#include "fly/flyerror.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr qsizetype longestDetail = 500;

//! The server's words, wherever its different services put them.
QString textOf(const HttpReply &reply)
{
    const auto json = QJsonDocument::fromJson(reply.body).object();
    for (const auto member : {"message"_L1, "error"_L1, "msg"_L1}) {
        const auto text = json[member].toString();
        if (!text.isEmpty())
            return text.left(longestDetail);
    }
    const auto detail = json["errors"_L1].toObject()["detail"_L1].toString();
    return (detail.isEmpty() ? QString::fromUtf8(reply.body.left(200)) : detail).left(longestDetail);
}

QString statusWordOf(const HttpReply &reply)
{
    return QJsonDocument::fromJson(reply.body)["status"_L1].toString();
}

bool speaksOf(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words, [&](QLatin1StringView word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool speaksOfLimits(const QString &text)
{
    return speaksOf(text, {"quota"_L1, "payment method"_L1, "trial"_L1, "billing"_L1, "credit card"_L1});
}

ErrorCode refusedToken(const QString &text, bool hasWorked)
{
    return hasWorked || speaksOf(text, {"discharge"_L1, "expired"_L1}) ? ErrorCode::AuthExpiredToken
                                                                       : ErrorCode::AuthInvalidToken;
}

ErrorCode conflict(const QString &text)
{
    if (speaksOf(text, {"already_exists"_L1, "already exists"_L1}))
        return ErrorCode::ResourceAlreadyExists;
    if (speaksOf(text, {"insufficient"_L1, "could not reserve"_L1}))
        return ErrorCode::CapacityHost;
    if (speaksOf(text, {"lease"_L1, "concurrent"_L1}))
        return ErrorCode::ResourceBusy;
    return ErrorCode::ResourceWrongState;
}

ErrorCode precondition(const QString &text)
{
    if (speaksOf(text, {"insufficient resources to create new machine with existing volume"_L1}))
        return ErrorCode::CapacityVolume;
    if (speaksOf(text, {"insufficient"_L1}))
        return ErrorCode::CapacityHost;
    return ErrorCode::ResourceWrongState;
}

ErrorCode unprocessable(const QString &text, const QString &status)
{
    if (status == "name_taken"_L1 || speaksOf(text, {"already been taken"_L1}))
        return ErrorCode::ResourceAlreadyExists;
    if (status == "volume_placement_capacity"_L1)
        return ErrorCode::CapacityVolume;
    if (status == "insufficient_capacity"_L1 || speaksOf(text, {"candidate host"_L1, "no capacity"_L1}))
        return ErrorCode::CapacityRegion;
    return speaksOfLimits(text) ? ErrorCode::ResourceLimitExceeded : ErrorCode::ApiInvalidRequest;
}

ErrorCode badRequest(const QString &text)
{
    if (speaksOf(text, {"no capacity"_L1}))
        return ErrorCode::CapacityRegion;
    if (speaksOf(text, {"could not find"_L1, "not found"_L1}))
        return ErrorCode::ResourceNotFound;
    return ErrorCode::ApiInvalidRequest;
}

ErrorCode codeOf(const HttpReply &reply, const QString &text, bool hasWorked)
{
    switch (reply.status) {
    case 400:
        return badRequest(text);
    case 401:
        return refusedToken(text, hasWorked);
    case 403:
        return speaksOfLimits(text) ? ErrorCode::ResourceLimitExceeded : ErrorCode::AuthInsufficientPermissions;
    case 404:
    case 405:
        return reply.header("content-type"_ba).startsWith("text/plain") ? ErrorCode::ApiUnsupportedOperation
                                                                        : ErrorCode::ResourceNotFound;
    case 408:
        return ErrorCode::NetworkTimeout;
    case 409:
        return conflict(text);
    case 412:
        return precondition(text);
    case 422:
        return unprocessable(text, statusWordOf(reply));
    case 429:
        return ErrorCode::RateLimitExceeded;
    default:
        if (reply.status >= 500)
            return ErrorCode::InternalError;
        return reply.status >= 400 ? ErrorCode::ApiInvalidRequest : ErrorCode::BadReply;
    }
}

} // namespace

Error errorFrom(const HttpReply &reply, bool hasWorked)
{
    const auto text = textOf(reply);
    return {.code = codeOf(reply, text, hasWorked),
            .httpStatus = reply.status,
            .detail = text,
            .requestId = QString::fromLatin1(reply.header("fly-request-id"_ba)),
            .retryAfter = std::chrono::seconds(reply.header("retry-after"_ba).toInt())};
}

Error errorFromGraphQl(const QJsonArray &errors, const QString &requestId, bool hasWorked)
{
    const auto first = errors.first().toObject();
    const auto text = first["message"_L1].toString();
    const auto word = first["extensions"_L1]["code"_L1].toString();
    Error error{.code = ErrorCode::ApiInvalidRequest, .httpStatus = 200, .detail = text, .requestId = requestId};
    if (word == "UNAUTHORIZED"_L1)
        error.code = refusedToken(text, hasWorked);
    else if (word == "NOT_FOUND"_L1 || speaksOf(text, {"could not find"_L1}))
        error.code = ErrorCode::ResourceNotFound;
    else if (word.endsWith("SERVER_ERROR"_L1) || word == "SERVICE_UNAVAILABLE"_L1 || word == "MAINTENANCE"_L1)
        error.code = ErrorCode::InternalError;
    return error;
}

bool mayHaveHappened(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NetworkOutcomeUnknown:
    case ErrorCode::NetworkTimeout:
    case ErrorCode::InternalError:
    case ErrorCode::BadReply:
    case ErrorCode::Cancelled:
        return true;
    default:
        return false;
    }
}

} // namespace swarm
