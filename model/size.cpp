#include "model/size.h"

#include <algorithm>

namespace swarm {
namespace {

bool isCpuCount(CpuKind kind, int cpus)
{
    constexpr std::array shared{1, 2, 4, 6, 8};
    constexpr std::array performance{1, 2, 4, 6, 8, 10, 12, 14, 16};
    return kind == CpuKind::Shared ? std::ranges::find(shared, cpus) != shared.end()
                                   : std::ranges::find(performance, cpus) != performance.end();
}

} // namespace

MemoryRange memoryRange(CpuKind kind, int cpus)
{
    if (kind == CpuKind::Shared)
        return {.least = cpus * 256, .most = cpus * 2048, .step = 256};
    return {.least = cpus * 2048, .most = cpus * 8192, .step = 2048};
}

SizeProblem problemOf(const Size &size)
{
    if (!isCpuCount(size.cpuKind, size.cpus))
        return SizeProblem::CpuCount;
    const auto range = memoryRange(size.cpuKind, size.cpus);
    if (size.memoryMb < range.least)
        return SizeProblem::TooLittleMemory;
    if (size.memoryMb > range.most)
        return SizeProblem::TooMuchMemory;
    return size.memoryMb % range.step == 0 ? SizeProblem::None : SizeProblem::MemoryStep;
}

bool canSuspend(const Size &size)
{
    return size.memoryMb <= 2048;
}

} // namespace swarm
