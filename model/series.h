#pragma once

#include <QDateTime>
#include <QMap>
#include <QString>

#include <chrono>
#include <vector>

namespace swarm {

//! A value at a time.
struct Sample {
    QDateTime at = {};
    double value = 0;

    bool operator==(const Sample &) const = default;
};

//! A stretch of time, and how far apart the values in it are to be.
struct TimeRange {
    QDateTime from = {};
    QDateTime to = {};
    std::chrono::seconds step{15};
};

//! How something went over time. Where there are no samples the machine was off.
struct Series {
    QMap<QString, QString> labels = {};
    std::vector<Sample> samples = {}; //!< oldest first

    bool operator==(const Series &) const = default;
};

} // namespace swarm
