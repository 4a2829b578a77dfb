#include "fly/simulator/promqlfunctions.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;

namespace swarm::simulator::promql {

using Samples = std::span<const Sample>;

//! How much a counter grew, extrapolated to the edges of the range as Prometheus does.
static std::optional<double> grownBy(Samples samples, qint64 start, qint64 end)
{
    if (samples.size() < 2)
        return {};
    const auto &first = samples.front();
    const auto &last = samples.back();
    double growth = last.value - first.value;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        if (samples[i].value < samples[i - 1].value) // it began anew at zero
            growth += samples[i - 1].value;
    }
    const auto seconds = [](qint64 ms) { return static_cast<double>(ms) / 1000; };
    const double sampled = seconds(last.at - first.at);
    const double apart = sampled / static_cast<double>(samples.size() - 1);
    double toStart = seconds(first.at - start);
    double toEnd = seconds(end - last.at);
    if (growth > 0 && first.value >= 0) // nor does it reach back to before it was zero
        toStart = std::min(toStart, sampled * first.value / growth);
    const double threshold = apart * 1.1;
    toStart = toStart < threshold ? toStart : apart / 2;
    toEnd = toEnd < threshold ? toEnd : apart / 2;
    return growth * (sampled + toStart + toEnd) / sampled;
}

static double sumOf(Samples samples)
{
    return std::accumulate(samples.begin(), samples.end(), 0.0,
                           [](double sum, const Sample &sample) { return sum + sample.value; });
}

using Function = std::function<std::optional<double>(Samples, qint64, qint64)>;

static const QHash<QString, Function> &functions()
{
    static const auto byValue = [](const Sample &one, const Sample &other) { return one.value < other.value; };
    static const QHash<QString, Function> all{
        {u"increase"_s, grownBy},
        {u"rate"_s,
         [](Samples samples, qint64 start, qint64 end) -> std::optional<double> {
             const auto growth = grownBy(samples, start, end);
             return growth ? std::optional(*growth * 1000 / static_cast<double>(end - start)) : std::nullopt;
         }},
        {u"sum_over_time"_s, [](Samples samples, qint64, qint64) { return sumOf(samples); }},
        {u"avg_over_time"_s,
         [](Samples samples, qint64, qint64) { return sumOf(samples) / static_cast<double>(samples.size()); }},
        {u"count_over_time"_s, [](Samples samples, qint64, qint64) { return static_cast<double>(samples.size()); }},
        {u"max_over_time"_s,
         [](Samples samples, qint64, qint64) {
             return std::max_element(samples.begin(), samples.end(), byValue)->value;
         }},
        {u"min_over_time"_s,
         [](Samples samples, qint64, qint64) {
             return std::min_element(samples.begin(), samples.end(), byValue)->value;
         }},
        {u"last_over_time"_s, [](Samples samples, qint64, qint64) { return samples.back().value; }},
    };
    return all;
}

bool isKnownFunction(const QString &name)
{
    return functions().contains(name);
}

std::optional<double> callFunction(const QString &name, Samples samples, qint64 start, qint64 end)
{
    return samples.empty() ? std::nullopt : functions()[name](samples, start, end);
}

} // namespace swarm::simulator::promql
