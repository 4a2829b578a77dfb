#include "fly/simulator/promqlevaluator.h"

#include "fly/simulator/promqlfunctions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator::promql {

constexpr qint64 looksBackMs = 300'000;

static const QString nameLabel = u"__name__"_s;

static Labels withoutName(Labels labels)
{
    labels.erase(nameLabel);
    return labels;
}

static std::unexpected<Problem> impossible(const QString &text)
{
    return std::unexpected(Problem{.kind = Problem::Kind::Execution, .text = text});
}

//! From after `start` to `end`.
static std::span<const Sample> between(const Series &series, qint64 start, qint64 end)
{
    const auto isBefore = [](qint64 time, const Sample &sample) { return time < sample.at; };
    const auto first = std::upper_bound(series.samples.begin(), series.samples.end(), start, isBefore);
    const auto last = std::upper_bound(first, series.samples.end(), end, isBefore);
    return {first, last};
}

static std::vector<Sample> freshOf(std::span<const Sample> samples)
{
    std::vector<Sample> fresh;
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(fresh),
                 [](const Sample &sample) { return !sample.isStale; });
    return fresh;
}

static double compute(const QString &operation, double left, double right)
{
    switch (operation[0].unicode()) {
    case u'+':
        return left + right;
    case u'-':
        return left - right;
    case u'*':
        return left * right;
    default:
        return left / right;
    }
}

Evaluator::Evaluator(const SampleSource &source, qint64 from, qint64 to)
    : m_source(source)
    , m_from(from)
    , m_to(to)
{
}

const std::vector<Series> &Evaluator::seriesOf(const Expression &selector)
{
    const auto found = m_fetched.find(&selector);
    if (found != m_fetched.end())
        return found->second;
    const auto back = std::max(selector.range, looksBackMs);
    return m_fetched.emplace(&selector, m_source.select(selector.matchers, m_from - back, m_to)).first->second;
}

Evaluator::Outcome Evaluator::at(const Expression &expression, qint64 time)
{
    switch (expression.kind) {
    case Expression::Kind::Number:
        return Vector{{.value = expression.number}};
    case Expression::Kind::Selector:
        return select(expression, time);
    case Expression::Kind::Range:
        return std::unexpected(Problem{.text = u"a range vector is no value"_s});
    case Expression::Kind::Call:
        return call(expression, time);
    case Expression::Kind::Aggregate:
        return aggregate(expression, time);
    case Expression::Kind::Binary:
        return binary(expression, time);
    case Expression::Kind::Negation: {
        auto inner = at(*expression.parts[0], time);
        if (inner) {
            for (auto &[labels, value] : *inner) {
                labels = withoutName(labels);
                value = -value;
            }
        }
        return inner;
    }
    }
    Q_UNREACHABLE();
}

Evaluator::Vector Evaluator::select(const Expression &selector, qint64 time)
{
    Vector found;
    for (const auto &series : seriesOf(selector)) {
        const auto recent = between(series, time - looksBackMs, time);
        if (!recent.empty() && !recent.back().isStale)
            found.push_back({.labels = series.labels, .value = recent.back().value});
    }
    return found;
}

std::vector<Series> Evaluator::samplesAt(const Expression &range, qint64 time)
{
    std::vector<Series> found;
    for (const auto &series : seriesOf(range)) {
        auto fresh = freshOf(between(series, time - range.range, time));
        if (!fresh.empty())
            found.push_back({.labels = series.labels, .samples = std::move(fresh)});
    }
    return found;
}

Evaluator::Outcome Evaluator::call(const Expression &call, qint64 time)
{
    const auto &range = *call.parts[0];
    Vector found;
    for (const auto &series : samplesAt(range, time)) {
        const auto value = callFunction(call.word, series.samples, time - range.range, time);
        if (!value)
            continue;
        const auto labels = call.word == "last_over_time"_L1 ? series.labels : withoutName(series.labels);
        const bool isTwice =
            std::any_of(found.begin(), found.end(), [&labels](const Value &other) { return other.labels == labels; });
        if (isTwice)
            return impossible(u"vector cannot contain metrics with the same labelset"_s);
        found.push_back({.labels = labels, .value = *value});
    }
    return found;
}

static Labels groupOf(const Labels &labels, const Expression &aggregation)
{
    if (aggregation.isWithout) {
        auto rest = withoutName(labels);
        for (const auto &label : aggregation.labels)
            rest.erase(label);
        return rest;
    }
    Labels kept;
    for (const auto &label : aggregation.labels) {
        if (labels.contains(label))
            kept.emplace(label, labels.at(label));
    }
    return kept;
}

static double combine(const QString &word, const QList<double> &values)
{
    if (word == "count"_L1)
        return static_cast<double>(values.size());
    if (word == "max"_L1)
        return *std::max_element(values.begin(), values.end());
    if (word == "min"_L1)
        return *std::min_element(values.begin(), values.end());
    double sum = 0;
    for (const auto value : values)
        sum += value;
    return word == "avg"_L1 ? sum / static_cast<double>(values.size()) : sum;
}

Evaluator::Outcome Evaluator::aggregate(const Expression &aggregation, qint64 time)
{
    const auto inner = at(*aggregation.parts[0], time);
    if (!inner)
        return inner;
    std::map<Labels, QList<double>> groups;
    for (const auto &[labels, value] : *inner)
        groups[groupOf(labels, aggregation)].append(value);
    Vector combined;
    for (const auto &[labels, values] : groups)
        combined.push_back({.labels = labels, .value = combine(aggregation.word, values)});
    return combined;
}

Evaluator::Outcome Evaluator::binary(const Expression &operation, qint64 time)
{
    const auto &leftPart = *operation.parts[0];
    const auto &rightPart = *operation.parts[1];
    const auto left = at(leftPart, time);
    if (!left)
        return left;
    const auto right = at(rightPart, time);
    if (!right)
        return right;

    Vector found;
    if (rightPart.isScalar()) {
        for (const auto &[labels, value] : *left)
            found.push_back({withoutName(labels), compute(operation.word, value, right->front().value)});
        return found;
    }
    if (leftPart.isScalar()) {
        for (const auto &[labels, value] : *right)
            found.push_back({withoutName(labels), compute(operation.word, left->front().value, value)});
        return found;
    }
    const auto tooMany =
        u"found duplicate series for the match group on the %1 hand-side of the operation; many-to-many "
        "matching not allowed: matching labels must be unique on one side"_s;
    std::map<Labels, double> partners;
    for (const auto &[labels, value] : *right) {
        if (!partners.emplace(withoutName(labels), value).second)
            return impossible(tooMany.arg(u"right"_s));
    }
    std::map<Labels, bool> seen;
    for (const auto &[labels, value] : *left) {
        const auto rest = withoutName(labels);
        const auto partner = partners.find(rest);
        if (partner == partners.end())
            continue;
        if (!seen.emplace(rest, true).second)
            return impossible(tooMany.arg(u"left"_s));
        found.push_back({rest, compute(operation.word, value, partner->second)});
    }
    return found;
}

} // namespace swarm::simulator::promql
