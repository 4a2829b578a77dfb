#pragma once

#include "fly/simulator/promql.h"

#include <expected>
#include <map>

namespace swarm::simulator::promql {

//! Where the series are.
class SampleSource
{
public:
    virtual ~SampleSource() = default;
    //! Those that have samples between the two times, both included.
    virtual std::vector<Series> select(const QList<Matcher> &matchers, qint64 from, qint64 to) const = 0;
};

//! Evaluates expressions at times between two that are known beforehand, so that each series is fetched once.
class Evaluator
{
public:
    struct Value {
        Labels labels = {};
        double value = 0;
    };
    using Vector = std::vector<Value>;
    using Outcome = std::expected<Vector, Problem>;

    Evaluator(const SampleSource &source, qint64 from, qint64 to);

    //! A scalar is one value without labels.
    Outcome at(const Expression &expression, qint64 time);
    //! The samples of a range, as they are.
    std::vector<Series> samplesAt(const Expression &range, qint64 time);

private:
    const std::vector<Series> &seriesOf(const Expression &selector);
    Vector select(const Expression &selector, qint64 time);
    Outcome call(const Expression &call, qint64 time);
    Outcome aggregate(const Expression &aggregation, qint64 time);
    Outcome binary(const Expression &operation, qint64 time);

    const SampleSource &m_source;
    qint64 m_from = 0;
    qint64 m_to = 0;
    std::map<const Expression *, std::vector<Series>> m_fetched;
};

} // namespace swarm::simulator::promql
