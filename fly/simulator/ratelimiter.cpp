#include "fly/simulator/ratelimiter.h"

#include <algorithm>

namespace swarm::simulator {

bool RateLimiter::admits(const QString &name, double perSecond, double burst)
{
    const auto now = m_clock.now();
    auto &bucket = m_buckets[name];
    if (bucket.at == 0)
        bucket = {.level = burst, .at = now};
    bucket.level = std::min(burst, bucket.level + static_cast<double>(now - bucket.at) / 1000 * perSecond);
    bucket.at = now;
    if (bucket.level < 1)
        return false;
    bucket.level -= 1;
    return true;
}

} // namespace swarm::simulator
