#pragma once

#include "fly/simulator/machinehistory.h"
#include "fly/simulator/promql.h"

#include <functional>

namespace swarm::simulator {

//! A moment at which a machine was started.
struct Moment {
    const PastOfMachine &past;
    qsizetype run = 0; //!< which one of its runs
    qint64 at = 0;

    const Run &what() const { return past.runs[run]; }
    //! Adds up what a rate gives over the time since the machine booted, sleep left out.
    double since(const std::function<double(qint64 from, qint64 to)> &rate) const;
};

//! One series of a machine: its labels, and how its value comes about. Nothing: it does not exist at that moment.
struct MetricSeries {
    using ValueAt = std::function<std::optional<double>(const Moment &)>;

    promql::Labels labels = {};
    ValueAt valueAt = {};
};

//! All that is measured while a machine is started.
QList<MetricSeries> seriesOf(const PastOfMachine &past, const World &world);
//! The labels that each series of the machine has.
promql::Labels labelsOf(const PastOfMachine &past, const QString &name);

} // namespace swarm::simulator
