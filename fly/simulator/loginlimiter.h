#pragma once

#include "fly/simulator/ratelimiter.h"

namespace swarm::simulator {

//! code-server's limit for wrong passwords: two a minute, and twelve more an hour.
class LoginLimiter
{
public:
    explicit LoginLimiter(Clock &clock)
        : m_limiter(clock)
    {
    }

    bool canTry(const QString &machine) const;
    void failed(const QString &machine);
    void forget(const QString &machine);

private:
    RateLimiter m_limiter;
};

} // namespace swarm::simulator
