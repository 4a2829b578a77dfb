#include "fly/flyerror.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

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
    const auto text = (detail.isEmpty() ? QString::fromUtf8(reply.body.left(200)) : detail).left(longestDetail);
    return text.trimmed().isEmpty() ? u"HTTP status %1"_s.arg(reply.status) : text;
}

QString statusWordOf(const HttpReply &reply)
{
    return QJsonDocument::fromJson(reply.body)["status"_L1].toString();
}

//! One row: an answer with this status (0: any), this status word and this text (empty: any) means `code`.
struct Meaning {
    int status;
    QLatin1StringView word;
    QLatin1StringView text;
    ErrorCode code;
};

// The first row that fits decides; a row with neither word nor text is what is left of its status.
constexpr std::array meanings{
    Meaning{0, "name_taken"_L1, {}, ErrorCode::ResourceAlreadyExists},
    Meaning{0, "volume_placement_capacity"_L1, {}, ErrorCode::CapacityVolume},

    Meaning{400, {}, "no capacity"_L1, ErrorCode::CapacityRegion},
    Meaning{400, "insufficient_capacity"_L1, {}, ErrorCode::CapacityRegion},
    Meaning{400, {}, "could not find"_L1, ErrorCode::ResourceNotFound},
    Meaning{400, {}, "not found"_L1, ErrorCode::ResourceNotFound},

    Meaning{401, {}, "discharge"_L1, ErrorCode::AuthExpiredToken},
    Meaning{401, {}, "expired"_L1, ErrorCode::AuthExpiredToken},
    Meaning{401, {}, {}, ErrorCode::AuthInvalidToken},

    Meaning{402, {}, {}, ErrorCode::ResourceLimitExceeded},

    Meaning{403, {}, "quota"_L1, ErrorCode::ResourceLimitExceeded},
    Meaning{403, {}, "payment method"_L1, ErrorCode::ResourceLimitExceeded},
    Meaning{403, {}, "credit card"_L1, ErrorCode::ResourceLimitExceeded},
    Meaning{403, {}, "billing"_L1, ErrorCode::ResourceLimitExceeded},
    Meaning{403, {}, "trial"_L1, ErrorCode::ResourceLimitExceeded},
    Meaning{403, {}, {}, ErrorCode::AuthInsufficientPermissions},

    Meaning{404, {}, {}, ErrorCode::ResourceNotFound},
    Meaning{405, {}, {}, ErrorCode::ApiUnsupportedOperation},
    Meaning{408, {}, {}, ErrorCode::NetworkTimeout},

    Meaning{409, {}, "already_exists"_L1, ErrorCode::ResourceAlreadyExists},
    Meaning{409, {}, "already exists"_L1, ErrorCode::ResourceAlreadyExists},
    Meaning{409, "insufficient_capacity"_L1, {}, ErrorCode::CapacityHost},
    Meaning{409, {}, "insufficient"_L1, ErrorCode::CapacityHost},
    Meaning{409, {}, "could not reserve"_L1, ErrorCode::CapacityHost},
    Meaning{409, {}, "lease"_L1, ErrorCode::ResourceBusy},
    Meaning{409, {}, "concurrent"_L1, ErrorCode::ResourceBusy},
    Meaning{409, {}, {}, ErrorCode::ResourceWrongState},

    Meaning{412, {}, "with existing volume"_L1, ErrorCode::CapacityVolume},
    Meaning{412, "insufficient_capacity"_L1, {}, ErrorCode::CapacityHost},
    Meaning{412, {}, "insufficient"_L1, ErrorCode::CapacityHost},
    Meaning{412, {}, {}, ErrorCode::ResourceWrongState},

    Meaning{422, {}, "already been taken"_L1, ErrorCode::ResourceAlreadyExists},
    Meaning{422, {}, "already exists"_L1, ErrorCode::ResourceAlreadyExists},
    Meaning{422, "insufficient_capacity"_L1, {}, ErrorCode::CapacityRegion},
    Meaning{422, {}, "candidate host"_L1, ErrorCode::CapacityRegion},
    Meaning{422, {}, "no capacity"_L1, ErrorCode::CapacityRegion},
    Meaning{422, {}, "quota"_L1, ErrorCode::ResourceLimitExceeded},
    Meaning{422, {}, "payment method"_L1, ErrorCode::ResourceLimitExceeded},
    Meaning{422, {}, "credit card"_L1, ErrorCode::ResourceLimitExceeded},
    Meaning{422, {}, "billing"_L1, ErrorCode::ResourceLimitExceeded},
    Meaning{422, {}, "trial"_L1, ErrorCode::ResourceLimitExceeded},

    Meaning{429, {}, {}, ErrorCode::RateLimitExceeded},
};

ErrorCode codeOf(int status, const QString &word, const QString &text)
{
    const auto fits = [&](const Meaning &meaning) {
        return (meaning.status == 0 || meaning.status == status) && (meaning.word.isEmpty() || meaning.word == word)
            && text.contains(meaning.text, Qt::CaseInsensitive);
    };
    if (const auto *meaning = std::ranges::find_if(meanings, fits); meaning != meanings.end())
        return meaning->code;
    if (status >= 500 && status < 600)
        return ErrorCode::InternalError;
    return status >= 400 && status < 600 ? ErrorCode::ApiInvalidRequest : ErrorCode::BadReply;
}

//! A route that the service does not know is answered in plain text, before it looks at anything else.
bool isUnknownRoute(const HttpReply &reply)
{
    return reply.status == 404 && reply.header("content-type"_ba).startsWith("text/plain");
}

//! Dates are allowed in this header, too; those count as "it did not say".
std::chrono::seconds retryAfterOf(const HttpReply &reply)
{
    constexpr int longest = 24 * 60 * 60;
    return std::chrono::seconds(std::clamp(reply.header("retry-after"_ba).trimmed().toInt(), 0, longest));
}

} // namespace

Error errorFrom(const HttpReply &reply, bool hasWorked)
{
    const auto text = textOf(reply);
    auto code =
        isUnknownRoute(reply) ? ErrorCode::ApiUnsupportedOperation : codeOf(reply.status, statusWordOf(reply), text);
    if (code == ErrorCode::AuthInvalidToken && hasWorked)
        code = ErrorCode::AuthExpiredToken;
    return withRequest({.code = code, .detail = text, .retryAfter = retryAfterOf(reply)}, reply);
}

Error errorFromGraphQl(const QJsonArray &errors, const QString &requestId, bool hasWorked)
{
    const auto first = errors.first().toObject();
    const auto message = first["message"_L1].toString();
    const auto text = message.isEmpty() ? u"an error without words"_s : message;
    const auto word = first["extensions"_L1]["code"_L1].toString();
    Error error{.code = codeOf(422, {}, text), .httpStatus = 200, .detail = text, .requestId = requestId};
    if (word == "UNAUTHORIZED"_L1)
        error.code = hasWorked ? ErrorCode::AuthExpiredToken : codeOf(401, {}, text);
    else if (word == "NOT_FOUND"_L1 || text.contains("could not find"_L1, Qt::CaseInsensitive))
        error.code = ErrorCode::ResourceNotFound;
    else if (word.endsWith("SERVER_ERROR"_L1) || word == "SERVICE_UNAVAILABLE"_L1 || word == "MAINTENANCE"_L1)
        error.code = ErrorCode::InternalError;
    return error;
}

QString requestIdOf(const HttpReply &reply)
{
    return QString::fromLatin1(reply.header("fly-request-id"_ba));
}

Error withRequest(Error error, const HttpReply &reply)
{
    error.httpStatus = reply.status;
    error.requestId = requestIdOf(reply);
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
