#pragma once

#include "model/serviceport.h"
#include "model/specproblem.h"
#include "model/step.h"

#include <QString>

#include <chrono>
#include <expected>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace swarm {

//! The stable name of what went wrong. Scripts and support rely on codeName(); add to the end, never rename.
enum class ErrorCode {
    AuthInvalidToken, //!< 401
    AuthExpiredToken, //!< 401 after the same token had worked
    AuthInsufficientPermissions, //!< 403 that speaks of rights, not of quota
    KeychainLocked, //!< the secret service is there and does not let us in
    KeychainAbsent, //!< there is no secret service
    ResourceNotFound, //!< 404
    ResourceAlreadyExists, //!< a name that is taken
    ResourceBusy, //!< held by a lease, by a concurrent update, or by an operation of ours
    ResourceWrongState, //!< 412
    CapacityRegion, //!< no room in the region
    CapacityHost, //!< no room on the machine's host
    CapacityVolume, //!< no room on the volume's host
    ResourceLimitExceeded, //!< quota, trial or payment
    NetworkConnectionFailed,
    NetworkTimeout,
    NetworkOutcomeUnknown, //!< sent once, no answer: it may have happened
    ApiInvalidRequest, //!< 400, 422
    ApiUnsupportedOperation, //!< a route that the server does not know
    RateLimitExceeded, //!< 429
    InternalError, //!< 5xx
    BadReply, //!< an answer that makes no sense
    Cancelled,
    LocalFileFailed, //!< a file of ours could not be written: disk full, no rights
};

//! Why we did not even ask the provider, where the request itself is in order.
enum class Refusal {
    ImageOlder, //!< may not understand what the present one wrote
    DiskOnlyGrows,
    LivesOn, //!< what is alive is not forgotten
    OtherVersion, //!< another version of Remote Swarm made it
    NoReceipt, //!< on this computer
};

//! A thing at the provider that an operation made or removed.
struct Resource {
    enum class Kind { App, Volume, Machine, Address, Secret, Snapshot, Domain };

    Kind kind = Kind::App;
    QString name = {}; //!< the provider's name or id of it

    bool operator==(const Resource &) const = default;
};

//! What went wrong, in terms of what the user or the caller can do about it. Never holds a token or a password.
struct Error {
    //! Named after what can be done about it.
    enum class Kind {
        Cancelled,
        Timeout,
        Offline,
        Unauthorised,
        NotFound,
        Conflict,
        NoRoom,
        RateLimited,
        Rejected,
        ServerFault,
        BadReply
    };
    enum class Category { None, Authentication, Resource, Network, Api, RateLimit, Internal };

    ErrorCode code = ErrorCode::BadReply;
    int httpStatus = 0; //!< 0 when there was no answer
    QString detail = {}; //!< the server's words, for the log and the "Details" fold
    QString requestId = {}; //!< the provider's id of the request, for its support
    std::chrono::seconds retryAfter{0}; //!< how long the server asked us to wait
    std::optional<Step> step = {}; //!< during which step of an operation
    QString instance = {}; //!< the name of the instance it is about
    std::vector<Resource> undone = {}; //!< what a failed operation took back
    std::vector<Resource> leftBehind = {}; //!< what it could not take back, and may be billing
    //! Set when we did not even ask the provider: it could only have said no, or should not have been asked.
    std::variant<std::monostate, Refusal, SpecProblem, PortRefusal> refusal = {};
    bool wasPutBack = false; //!< a change in place did not work, and the machine is as it was before
    QString regionWithRoom = {}; //!< of an error about room: the nearest region that has some; empty: not known
    std::shared_ptr<const Error> cause = {};

    bool operator==(const Error &) const = default;

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] Category category() const;
    //! Whether the same request may succeed later without anybody changing anything.
    [[nodiscard]] bool isRetryable() const;
    //! Whether only another token helps. A 403 is no reason to sign in again: it is about rights or quota.
    [[nodiscard]] bool isTokenRefused() const
    {
        return code == ErrorCode::AuthInvalidToken || code == ErrorCode::AuthExpiredToken;
    }
};

template <typename T> using Result = std::expected<T, Error>;

//! What a task that was asked to stop returns.
[[nodiscard]] inline std::unexpected<Error> cancelled()
{
    return std::unexpected(Error{.code = ErrorCode::Cancelled});
}

//! "RESOURCE_NOT_FOUND" and the like.
[[nodiscard]] QString codeName(ErrorCode code);
//! "RESOURCE" and the like; empty for Category::None.
[[nodiscard]] QString categoryName(Error::Category category);

} // namespace swarm
