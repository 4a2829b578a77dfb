#pragma once

#include <QString>

#include <expected>

namespace swarm {

//! Why something typed is no host name that an instance could have.
enum class HostnameProblem {
    Empty,
    HasScheme, //!< https://…
    HasPath,
    HasPort,
    IpAddress,
    Characters,
    TooLong, //!< 63 characters between dots, 253 in all
    NoDomain, //!< a single word
    FlyOwn, //!< Fly.io's own names have their certificates already
};

//! The name as the DNS spells it: in ASCII, in small letters, without a dot at its end. `*.` at its beginning stands
//! for all names below.
[[nodiscard]] std::expected<QString, HostnameProblem> hostnameFrom(const QString &typed);

} // namespace swarm
