#include "model/error.h"

using namespace Qt::StringLiterals;

namespace swarm {

Error::Kind Error::kind() const
{
    switch (code) {
    case ErrorCode::AuthInvalidToken:
    case ErrorCode::AuthExpiredToken:
    case ErrorCode::AuthInsufficientPermissions:
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainAbsent:
        return Kind::Unauthorised;
    case ErrorCode::ResourceNotFound:
        return Kind::NotFound;
    case ErrorCode::ResourceAlreadyExists:
    case ErrorCode::ResourceBusy:
    case ErrorCode::ResourceWrongState:
        return Kind::Conflict;
    case ErrorCode::CapacityRegion:
    case ErrorCode::CapacityHost:
    case ErrorCode::CapacityVolume:
    case ErrorCode::ResourceLimitExceeded:
        return Kind::NoRoom;
    case ErrorCode::NetworkConnectionFailed:
        return Kind::Offline;
    case ErrorCode::NetworkTimeout:
    case ErrorCode::NetworkOutcomeUnknown:
        return Kind::Timeout;
    case ErrorCode::ApiInvalidRequest:
    case ErrorCode::ApiUnsupportedOperation:
    case ErrorCode::LocalFileFailed:
        return Kind::Rejected;
    case ErrorCode::RateLimitExceeded:
        return Kind::RateLimited;
    case ErrorCode::InternalError:
        return Kind::ServerFault;
    case ErrorCode::BadReply:
        return Kind::BadReply;
    case ErrorCode::Cancelled:
        return Kind::Cancelled;
    }
    Q_UNREACHABLE();
}

Error::Category Error::category() const
{
    if (code == ErrorCode::LocalFileFailed)
        return Category::Internal;
    switch (kind()) {
    case Kind::Unauthorised:
        return Category::Authentication;
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::NoRoom:
        return Category::Resource;
    case Kind::Offline:
    case Kind::Timeout:
        return Category::Network;
    case Kind::Rejected:
        return Category::Api;
    case Kind::RateLimited:
        return Category::RateLimit;
    case Kind::ServerFault:
    case Kind::BadReply:
        return Category::Internal;
    case Kind::Cancelled:
        return Category::None;
    }
    Q_UNREACHABLE();
}

bool Error::isRetryable() const
{
    switch (kind()) {
    case Kind::Timeout:
    case Kind::Offline:
    case Kind::RateLimited:
    case Kind::ServerFault:
        return true;
    default:
        return code == ErrorCode::ResourceBusy;
    }
}

QString codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::AuthInvalidToken:
        return u"AUTH_INVALID_TOKEN"_s;
    case ErrorCode::AuthExpiredToken:
        return u"AUTH_EXPIRED_TOKEN"_s;
    case ErrorCode::AuthInsufficientPermissions:
        return u"AUTH_INSUFFICIENT_PERMISSIONS"_s;
    case ErrorCode::KeychainLocked:
        return u"KEYCHAIN_LOCKED"_s;
    case ErrorCode::KeychainAbsent:
        return u"KEYCHAIN_ABSENT"_s;
    case ErrorCode::ResourceNotFound:
        return u"RESOURCE_NOT_FOUND"_s;
    case ErrorCode::ResourceAlreadyExists:
        return u"RESOURCE_ALREADY_EXISTS"_s;
    case ErrorCode::ResourceBusy:
        return u"RESOURCE_BUSY"_s;
    case ErrorCode::ResourceWrongState:
        return u"RESOURCE_WRONG_STATE"_s;
    case ErrorCode::CapacityRegion:
        return u"CAPACITY_REGION"_s;
    case ErrorCode::CapacityHost:
        return u"CAPACITY_HOST"_s;
    case ErrorCode::CapacityVolume:
        return u"CAPACITY_VOLUME"_s;
    case ErrorCode::ResourceLimitExceeded:
        return u"RESOURCE_LIMIT_EXCEEDED"_s;
    case ErrorCode::NetworkConnectionFailed:
        return u"NETWORK_CONNECTION_FAILED"_s;
    case ErrorCode::NetworkTimeout:
        return u"NETWORK_TIMEOUT"_s;
    case ErrorCode::NetworkOutcomeUnknown:
        return u"NETWORK_OUTCOME_UNKNOWN"_s;
    case ErrorCode::ApiInvalidRequest:
        return u"API_INVALID_REQUEST"_s;
    case ErrorCode::ApiUnsupportedOperation:
        return u"API_UNSUPPORTED_OPERATION"_s;
    case ErrorCode::RateLimitExceeded:
        return u"RATE_LIMIT_EXCEEDED"_s;
    case ErrorCode::InternalError:
        return u"INTERNAL_ERROR"_s;
    case ErrorCode::BadReply:
        return u"BAD_REPLY"_s;
    case ErrorCode::Cancelled:
        return u"CANCELLED"_s;
    case ErrorCode::LocalFileFailed:
        return u"LOCAL_FILE_FAILED"_s;
    }
    Q_UNREACHABLE();
}

QString categoryName(Error::Category category)
{
    switch (category) {
    case Error::Category::None:
        return {};
    case Error::Category::Authentication:
        return u"AUTHENTICATION"_s;
    case Error::Category::Resource:
        return u"RESOURCE"_s;
    case Error::Category::Network:
        return u"NETWORK"_s;
    case Error::Category::Api:
        return u"API"_s;
    case Error::Category::RateLimit:
        return u"RATE_LIMIT"_s;
    case Error::Category::Internal:
        return u"INTERNAL"_s;
    }
    Q_UNREACHABLE();
}

} // namespace swarm
