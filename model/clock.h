#pragma once

#include "model/async/await.h"

#include <QDateTime>

#include <chrono>
#include <cmath>

namespace swarm {

//! The one source of waiting: everything that waits, waits through here, so that tests can make time run faster.
class Clock
{
public:
    //! `scale` 1 is real time; 100 makes every wait a hundred times shorter.
    explicit Clock(double scale = 1)
        : m_scale(scale)
    {
    }

    [[nodiscard]] std::chrono::milliseconds scaled(std::chrono::milliseconds time) const
    {
        const double shorter = static_cast<double>(time.count()) / m_scale;
        return std::chrono::milliseconds(std::llround(shorter));
    }
    //! Ends early when asked to stop.
    [[nodiscard]] Sleep sleepFor(std::chrono::milliseconds time, std::stop_token stop = {}) const
    {
        return Sleep(scaled(time), std::move(stop));
    }
    [[nodiscard]] QDateTime now() const { return QDateTime::currentDateTimeUtc(); }

private:
    double m_scale;
};

} // namespace swarm
