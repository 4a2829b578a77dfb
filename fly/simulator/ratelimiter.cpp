#include "fly/simulator/ratelimiter.h"

#include <algorithm>

namespace swarm::simulator {

double RateLimiter::level(const QString &name, double perSecond, double burst) const
{
    const auto bucket = m_buckets.constFind(name);
    if (bucket == m_buckets.cend())
        return burst;
    return std::min(burst, bucket->level + static_cast<double>(m_clock.now() - bucket->at) / 1000 * perSecond);
}

bool RateLimiter::admits(const QString &name, double perSecond, double burst)
{
    const auto held = level(name, perSecond, burst);
    const bool isAdmitted = held >= 1;
    m_buckets.insert(name, {.level = isAdmitted ? held - 1 : held, .at = m_clock.now()});
    return isAdmitted;
}

} // namespace swarm::simulator
