#include "fly/simulator/metricstore.h"

#include "fly/simulator/metriccurve.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr qint64 scrapedEachMs = 15'000;

//! The first scrape of a machine at or after a time; each machine has its turn at another moment.
static qint64 scrapeFrom(const PastOfMachine &past, qint64 time)
{
    const qint64 phase = numberOf(past.machine) % scrapedEachMs;
    const qint64 sinceScrape = (time - phase) % scrapedEachMs;
    return sinceScrape == 0 ? time : time + scrapedEachMs - sinceScrape;
}

static bool isMeant(const MetricStore::Override &override, const promql::Labels &labels)
{
    return promql::labelOf(labels, u"instance"_s) == override.machine
        && std::all_of(override.labels.begin(), override.labels.end(),
                       [&labels](const auto &label) { return promql::labelOf(labels, label.first) == label.second; });
}

MetricStore::MetricStore(World &world, const MachineHistory &history)
    : m_world(world)
    , m_history(history)
{
}

std::vector<promql::Series> MetricStore::select(const QList<promql::Matcher> &matchers, qint64 from, qint64 to) const
{
    const auto now = m_world.clock().now();
    from = std::max(from, now - MachineHistory::keptMs);
    to = std::min(to, now);
    std::vector<promql::Series> found;
    for (const auto &[id, past] : m_history.pasts()) {
        for (const auto &series : seriesOf(past, m_world)) {
            if (!promql::accepts(matchers, series.labels))
                continue;
            auto samples = samplesOf(series, past, from, to);
            if (!samples.empty())
                found.push_back({.labels = series.labels, .samples = std::move(samples)});
        }
        for (auto &exits : exitsOf(past, matchers, from, to))
            found.push_back(std::move(exits));
    }
    return found;
}

std::vector<promql::Sample> MetricStore::samplesOf(const MetricSeries &series, const PastOfMachine &past, qint64 from,
                                                   qint64 to) const
{
    QList<Override> overrides;
    std::copy_if(m_overrides.begin(), m_overrides.end(), std::back_inserter(overrides),
                 [&series](const Override &override) { return isMeant(override, series.labels); });

    std::vector<promql::Sample> samples;
    qsizetype run = 0;
    for (auto at = scrapeFrom(past, from); at <= to; at += scrapedEachMs) {
        while (run < past.runs.size() && past.runs[run].to != 0 && past.runs[run].to <= at)
            ++run;
        std::optional<double> value;
        if (run < past.runs.size() && past.runs[run].from <= at)
            value = series.valueAt({.past = past, .run = run, .at = at});
        for (const auto &override : overrides) {
            if (override.from <= at && at <= override.to)
                value = override.value;
        }
        if (value)
            samples.push_back({.at = at, .value = *value});
        else if (!samples.empty() && !samples.back().isStale)
            samples.push_back({.at = at, .isStale = true});
    }
    return samples;
}

//! An exit is measured once, by the scrape after it, when the machine itself is gone already.
std::vector<promql::Series> MetricStore::exitsOf(const PastOfMachine &past, const QList<promql::Matcher> &matchers,
                                                 qint64 from, qint64 to) const
{
    promql::Series codes{.labels = labelsOf(past, u"fly_instance_exit_code"_s)};
    promql::Series ooms{.labels = labelsOf(past, u"fly_instance_exit_oom"_s)};
    for (const auto &exit : past.exits) {
        const auto at = scrapeFrom(past, exit.at);
        if (at < from || at > to)
            continue;
        for (auto *series : {&codes, &ooms}) {
            if (!series->samples.empty() && series->samples.back().at == at)
                series->samples.pop_back();
        }
        codes.samples.push_back({.at = at, .value = static_cast<double>(exit.code)});
        ooms.samples.push_back({.at = at, .value = exit.isOomKilled ? 1.0 : 0.0});
    }
    std::vector<promql::Series> found;
    for (auto *series : {&codes, &ooms}) {
        for (const auto &override : m_overrides) {
            if (!isMeant(override, series->labels))
                continue;
            std::erase_if(series->samples, [&override](const promql::Sample &sample) {
                return override.from <= sample.at && sample.at <= override.to;
            });
            const auto end = std::min(to, override.to);
            for (auto at = scrapeFrom(past, std::max(from, override.from)); override.value && at <= end;
                 at += scrapedEachMs)
                series->samples.push_back({.at = at, .value = *override.value});
            std::sort(series->samples.begin(), series->samples.end(),
                      [](const promql::Sample &one, const promql::Sample &other) { return one.at < other.at; });
        }
        if (!series->samples.empty() && promql::accepts(matchers, series->labels))
            found.push_back(std::move(*series));
    }
    return found;
}

} // namespace swarm::simulator
