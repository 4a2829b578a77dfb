#pragma once

#include "model/cost.h"
#include "model/observation.h"
#include "model/pricebook.h"
#include "model/series.h"

#include <chrono>

namespace swarm {

//! What `fly_instance_up` says about a stretch of time: without a sample the machine was off.
struct UpTime {
    std::vector<Series> machines = {}; //!< one for each machine that the instance has had
    QDateTime from = {}; //!< what was asked for
    QDateTime to = {};
    std::chrono::seconds step{60}; //!< a sample stands for so much time
};

//! An instance that was, or may have been, doing one thing for some time.
struct Stretch {
    enum class State { Absent, Running, Asleep, Unknown };

    Moment from = 0;
    Moment to = 0;
    State state = State::Unknown;
    Size size = {};
    QString region = {};
    int diskGb = 0;
    bool isSizeCertain = true; //!< else it is the cheaper of the sizes before and after
    bool isDiskCertain = true; //!< else it may have been larger

    bool operator==(const Stretch &) const = default;
};

//! What is known of the time from `from` to `to`, without holes. Between two observations it holds what Fly.io's time
//! stamps and the machine's last start and ending prove; a change within `longestSilence` is taken to have happened at
//! its end. The rest is filled from `up`, or unknown.
[[nodiscard]] std::vector<Stretch> stretches(const History &history, Moment from, Moment to, const UpTime &up = {});

//! Longer than between two polls of which the first failed often.
inline constexpr std::chrono::milliseconds longestSilence = std::chrono::minutes(6);

//! What an instance used and cost in some time.
struct UseCost {
    struct Use {
        Size size = {};
        QString region = {};
        std::chrono::milliseconds running{0};

        bool operator==(const Use &) const = default;
    };

    std::vector<Use> uses = {}; //!< in the order of first use
    std::chrono::milliseconds running{0};
    std::chrono::milliseconds asleep{0};
    std::chrono::milliseconds unknown{0};
    CostSplit cost = {};
    CostParts unknownParts = {}; //!< what could not be counted, or not wholly
    QDate pricesFrom = {}; //!< of the latest prices used

    bool operator==(const UseCost &) const = default;

    [[nodiscard]] bool isAtLeast() const { return bool(unknownParts); }
    UseCost &operator+=(const UseCost &other);
};

//! The UTC calendar month of `now`, to date. Snapshots and addresses count as they are now, for as long as the instance
//! existed.
[[nodiscard]] UseCost monthToDate(const History &history, const QDateTime &now, const CostExtras &extras = {},
                                  const UpTime &up = {}, const PriceBook &prices = PriceBook());

} // namespace swarm
