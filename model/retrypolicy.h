#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>

namespace swarm {

//! How often and how long apart a request is repeated.
struct RetryPolicy {
    int retries = 3;
    std::chrono::milliseconds first = std::chrono::seconds(1);
    std::chrono::milliseconds longest = std::chrono::seconds(10);
    double factor = 2;
    std::chrono::seconds longestRetryAfter = std::chrono::seconds(60); //!< a server that asks for more ends the call

    bool operator==(const RetryPolicy &) const = default;

    //! The pause before retry number `attempt` (from 0). `jitter` in [0, 1) spreads clients that failed together.
    [[nodiscard]] std::chrono::milliseconds pauseBefore(int attempt, std::chrono::seconds retryAfter,
                                                        double jitter) const
    {
        const double grown = static_cast<double>(first.count()) * std::pow(factor, attempt);
        const double capped = std::min(grown, static_cast<double>(longest.count()));
        const double spread = capped * (0.75 + jitter / 2); // 75 % to 125 %
        return std::max<std::chrono::milliseconds>(
            std::chrono::milliseconds(static_cast<std::chrono::milliseconds::rep>(spread)), retryAfter);
    }
};

} // namespace swarm
