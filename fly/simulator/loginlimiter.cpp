#include "fly/simulator/loginlimiter.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr double perMinute = 2;
constexpr double perHour = 12;

bool LoginLimiter::canTry(const QString &machine) const
{
    return m_limiter.level(machine + u"/minute"_s, perMinute / 60, perMinute) >= 1
        || m_limiter.level(machine + u"/hour"_s, perHour / 3600, perHour) >= 1;
}

void LoginLimiter::failed(const QString &machine)
{
    if (!m_limiter.admits(machine + u"/minute"_s, perMinute / 60, perMinute))
        m_limiter.admits(machine + u"/hour"_s, perHour / 3600, perHour);
}

void LoginLimiter::forget(const QString &machine)
{
    m_limiter.forget(machine + u"/minute"_s);
    m_limiter.forget(machine + u"/hour"_s);
}

} // namespace swarm::simulator
