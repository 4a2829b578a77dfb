#pragma once

#include "fly/simulator/clock.h"

#include <QHash>

namespace swarm::simulator {

//! Fly's limits: token buckets per action and per machine or app, in simulated time.
class RateLimiter
{
public:
    explicit RateLimiter(Clock &clock)
        : m_clock(clock)
    {
    }

    //! Takes one from the bucket; false when it is empty.
    bool admits(const QString &bucket, double perSecond, double burst);
    //! What the bucket holds, without taking any.
    double level(const QString &bucket, double perSecond, double burst) const;
    void forget(const QString &bucket) { m_buckets.remove(bucket); }

private:
    struct Bucket {
        double level = 0;
        qint64 at = 0;
    };

    Clock &m_clock;
    QHash<QString, Bucket> m_buckets;
};

} // namespace swarm::simulator
