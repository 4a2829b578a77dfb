#include "model/rightsizing.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace swarm {
namespace {

using Kind = SizeAdvice::Kind;
using Reason = SizeAdvice::Reason;

constexpr int lookBackDays = 7;
constexpr int outOfMemoryDays = 30;
constexpr double leastRunningSeconds = 24 * 3600;
constexpr double stalestSeconds = 3 * 24 * 3600; // since the last sample
constexpr double hoursPerMonth = 720;

// What a size must leave free. Between the room that a suggested size leaves and the point where more is suggested lies
// a gap, so that what was suggested stays right for a while.
constexpr double memoryHeadRoom = 1.3;
constexpr double fullMemory = 0.9;
constexpr double memoryAfterOutOfMemory = 1.5;
constexpr double cpuHeadRoom = 1.4;
constexpr double fullCpu = 0.9;
constexpr double muchThrottling = 0.1;
constexpr double baselineOfSharedCpu = 1.0 / 16;
constexpr double usableBaseline = 0.8;

// Below this a change is not worth a restart.
constexpr double leastSavingShare = 0.1;
constexpr double leastMonthlySaving = 0.5;

constexpr double bytesPerMb = 1024.0 * 1024;

//! How things went, in a few figures.
struct Figures {
    double cpuMean = 0;
    double cpuHigh = 0;
    double memoryHigh = 0;
    double throttledHigh = 0;
    double runningSeconds = 0;
    double spanSeconds = 0;
    double ageSeconds = 0; //!< of the newest sample
    int fatalMemoryMb = 0; //!< the most with which it ran out of memory lately
    int fatalMemoryOnceMb = 0; //!< the same, some time ago
};

std::vector<Sample> samplesBetween(const Series &series, const QDateTime &from, const QDateTime &to)
{
    std::vector<Sample> samples;
    for (const auto &sample : series.samples) {
        if (sample.at >= from && sample.at <= to && std::isfinite(sample.value))
            samples.push_back(sample);
    }
    return samples;
}

std::vector<double> valuesOf(const std::vector<Sample> &samples)
{
    std::vector<double> values;
    values.reserve(samples.size());
    for (const auto &sample : samples)
        values.push_back(sample.value);
    return values;
}

double mean(const std::vector<double> &values)
{
    return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

//! The usual distance between two samples.
double stepSeconds(const std::vector<Sample> &samples)
{
    std::vector<double> steps;
    for (std::size_t i = 1; i < samples.size(); ++i)
        steps.push_back(static_cast<double>(samples[i - 1].at.msecsTo(samples[i].at)) / 1000);
    return percentile(std::move(steps), 0.5);
}

Figures figuresOf(const Workload &workload, const QDateTime &now)
{
    auto from = now.addDays(-lookBackDays);
    if (workload.sizedAt.isValid())
        from = std::max(from, workload.sizedAt);
    const auto cpu = samplesBetween(workload.cpuBusy, from, now);
    const auto memory = samplesBetween(workload.memoryUsed, from, now);
    Figures figures{.cpuMean = mean(valuesOf(cpu)),
                    .cpuHigh = percentile(valuesOf(cpu), 0.95),
                    .memoryHigh = percentile(valuesOf(memory), 0.99),
                    .throttledHigh = percentile(valuesOf(samplesBetween(workload.throttled, from, now)), 0.95)};
    for (const auto &end : workload.outOfMemory) {
        if (end.at <= now && end.at >= now.addDays(-outOfMemoryDays))
            figures.fatalMemoryOnceMb = std::max(figures.fatalMemoryOnceMb, end.memoryMb);
        if (end.at <= now && end.at >= now.addDays(-lookBackDays))
            figures.fatalMemoryMb = std::max(figures.fatalMemoryMb, end.memoryMb);
    }
    if (cpu.empty() || memory.empty())
        return figures;
    const auto seconds = [](const std::vector<Sample> &samples) {
        return static_cast<double>(samples.size()) * stepSeconds(samples);
    };
    figures.runningSeconds = std::min(seconds(cpu), seconds(memory));
    const auto oldest = std::min(cpu.front().at, memory.front().at);
    figures.spanSeconds = std::max(1.0, static_cast<double>(oldest.secsTo(now)));
    figures.ageSeconds = static_cast<double>(std::min(cpu.back().at, memory.back().at).secsTo(now));
    return figures;
}

//! Why the present size is too small, if it is.
std::optional<Reason> strainOf(const Figures &figures, const Size &size)
{
    if (figures.fatalMemoryMb >= size.memoryMb)
        return Reason::OutOfMemory;
    if (figures.memoryHigh > fullMemory * size.memoryMb * bytesPerMb)
        return Reason::MemoryNearlyFull;
    if (figures.throttledHigh > muchThrottling)
        return Reason::Throttled;
    if (figures.cpuHigh > fullCpu * size.cpus)
        return Reason::CpuNearlyFull;
    return {};
}

//! What a size must have.
struct Need {
    double cpus = 0;
    double memoryMb = 0;
};

Need needOf(const Figures &figures, const Size &size, std::optional<Reason> strain)
{
    Need need{.cpus = figures.cpuHigh * cpuHeadRoom,
              .memoryMb = std::max(figures.memoryHigh * memoryHeadRoom / bytesPerMb,
                                   figures.fatalMemoryOnceMb * memoryAfterOutOfMemory)};
    if (size.cpuKind == CpuKind::Shared) // it can burst, and then lives on its baseline
        need.cpus = std::max(need.cpus, figures.cpuMean / (baselineOfSharedCpu * usableBaseline));
    if (!strain)
        return need;
    need.memoryMb = std::max(need.memoryMb, double(size.memoryMb)); // one thing at a time: nothing shrinks
    need.cpus = std::max(need.cpus, double(size.cpus));
    if (strain == Reason::Throttled || strain == Reason::CpuNearlyFull)
        need.cpus = std::max(need.cpus, size.cpus + 1.0);
    return need;
}

//! The cheapest size of a kind that has what is needed.
std::optional<Size> cheapest(CpuKind kind, const Need &need, const QString &region, const PriceTable &prices)
{
    constexpr int mostCpus = 16;
    std::optional<Size> best;
    for (int cpus = 1; cpus <= mostCpus; ++cpus) {
        const auto range = memoryRange(kind, cpus);
        const int steps = static_cast<int>(std::ceil(std::min(need.memoryMb, 1e6) / range.step));
        const Size size{.cpuKind = kind, .cpus = cpus, .memoryMb = std::max(range.least, steps * range.step)};
        if (cpus < need.cpus || problemOf(size) != SizeProblem::None)
            continue;
        if (!best || computePerHour(size, region, prices) < computePerHour(*best, region, prices))
            best = size;
    }
    return best;
}

} // namespace

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto rank = std::ceil(std::clamp(share, 0.0, 1.0) * static_cast<double>(values.size()));
    const auto nth = values.begin() + static_cast<std::ptrdiff_t>(std::max(rank, 1.0)) - 1;
    std::ranges::nth_element(values, nth);
    return *nth;
}

SizeAdvice adviceFor(const Workload &workload, const QDateTime &now, const PriceTable &prices)
{
    const auto &present = workload.size;
    const auto figures = figuresOf(workload, now);
    SizeAdvice advice{.size = present, .cpuHigh = figures.cpuHigh, .memoryHigh = figures.memoryHigh};
    if (figures.spanSeconds > 0)
        advice.runningShare = std::min(1.0, figures.runningSeconds / figures.spanSeconds);
    const bool hasEnoughData = figures.runningSeconds >= leastRunningSeconds && figures.ageSeconds <= stalestSeconds;
    const auto strain = strainOf(figures, present);
    if (!hasEnoughData && strain != Reason::OutOfMemory) // which says enough
        return advice;

    const auto need = needOf(figures, present, strain);
    const auto better = cheapest(present.cpuKind, need, workload.region, prices);
    if (!better || (strain && *better == present)) {
        advice.reason = strain ? Reason::NothingLarger : Reason::Fits;
        return advice;
    }

    const double hourlyNow = computePerHour(present, workload.region, prices);
    const double hourlySaving = hourlyNow - computePerHour(*better, workload.region, prices);
    const double monthlySaving = hourlySaving * hoursPerMonth * advice.runningShare;
    if (!strain && hourlySaving <= 0) {
        advice.reason = Reason::Fits;
        return advice;
    }
    if (!strain && (hourlySaving < leastSavingShare * hourlyNow || monthlySaving < leastMonthlySaving)) {
        advice.reason = Reason::LittleToSave;
        return advice;
    }
    advice.kind = strain ? Kind::Larger : Kind::Smaller;
    advice.reason = strain.value_or(Reason::RunsIdle);
    advice.size = *better;
    advice.hourlySaving = hourlySaving;
    advice.monthlySaving = monthlySaving;
    advice.losesSuspend = canSuspend(present) && !canSuspend(*better);
    return advice;
}

} // namespace swarm
