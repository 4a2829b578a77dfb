#include "model/sizeadvisor.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto step = 600s; //!< of samples for a week
constexpr int days = 7;

Series ofMachine(const Result<std::vector<Series>> &all, const QString &machine)
{
    if (!all)
        return {};
    const auto isIts = [&machine](const Series &series) { return series.labels.value(u"instance"_s) == machine; };
    const auto found = std::ranges::find_if(*all, isIts);
    return found == all->end() ? Series() : *found;
}

} // namespace

Task<std::optional<SizeAdvice>> adviceOn(Provider *provider, Instance instance, QDateTime now, PriceTable prices)
{
    const TimeRange week{.from = now.addDays(-days), .to = now, .step = step};
    const auto cpu = co_await provider->measure(instance, Metric::CpuBusy, week);
    const auto memory = co_await provider->measure(instance, Metric::MemoryUsed, week);
    const auto throttled = co_await provider->measure(instance, Metric::CpuThrottled, week);
    if (!cpu || !memory)
        co_return std::nullopt;
    Workload workload{.size = instance.size,
                      .region = instance.region,
                      .cpuBusy = ofMachine(cpu, instance.machine),
                      .memoryUsed = ofMachine(memory, instance.machine),
                      .throttled = ofMachine(throttled, instance.machine)};
    if (instance.ending.cause == Ending::Cause::OutOfMemory)
        workload.outOfMemory.push_back({.at = instance.ending.at, .memoryMb = instance.size.memoryMb});
    co_return adviceFor(workload, now, prices);
}

} // namespace swarm
