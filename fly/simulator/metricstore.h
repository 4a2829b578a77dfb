#pragma once

#include "fly/simulator/metricseries.h"
#include "fly/simulator/promqlevaluator.h"

namespace swarm::simulator {

//! What Prometheus would have kept: a sample each 15 s of simulated time while a machine is started, for 15 days.
//! Nothing is stored: each sample follows from the history of the machine.
class MetricStore : public promql::SampleSource
{
public:
    //! A value put in the place of what a series would have in a stretch of time; without one, a gap.
    struct Override {
        QString machine = {};
        promql::Labels labels = {}; //!< its name and what else is to be equal
        qint64 from = 0;
        qint64 to = 0;
        std::optional<double> value = {};
    };

    MetricStore(World &world, const MachineHistory &history);

    std::vector<promql::Series> select(const QList<promql::Matcher> &matchers, qint64 from, qint64 to) const override;
    void add(const Override &override) { m_overrides.append(override); }

private:
    std::vector<promql::Sample> samplesOf(const MetricSeries &series, const PastOfMachine &past, qint64 from,
                                          qint64 to) const;
    std::vector<promql::Series> exitsOf(const PastOfMachine &past, const QList<promql::Matcher> &matchers, qint64 from,
                                        qint64 to) const;

    World &m_world;
    const MachineHistory &m_history;
    QList<Override> m_overrides;
};

} // namespace swarm::simulator
