#pragma once

#include <array>

namespace swarm {

enum class CpuKind { Shared, Performance };

//! How much of a computer a machine gets.
struct Size {
    CpuKind cpuKind = CpuKind::Shared;
    int cpus = 1;
    int memoryMb = 2048;

    bool operator==(const Size &) const = default;
};

//! The sizes offered by name: Small, Standard, Large, Extra.
inline constexpr std::array<Size, 4> sizePresets{
    {{CpuKind::Shared, 1, 1024}, {CpuKind::Shared, 1, 2048}, {CpuKind::Shared, 2, 4096}, {CpuKind::Shared, 4, 8192}}};

//! Why Fly.io would refuse a size.
enum class SizeProblem { None, CpuCount, TooLittleMemory, TooMuchMemory, MemoryStep };

[[nodiscard]] SizeProblem problemOf(const Size &size);
//! The smallest and the largest memory, in MB, and the step between allowed values, for a kind and number of CPUs.
struct MemoryRange {
    int least = 0;
    int most = 0;
    int step = 1;
};
[[nodiscard]] MemoryRange memoryRange(CpuKind kind, int cpus);
//! Fly.io can suspend machines of up to 2 GB without swap.
[[nodiscard]] bool canSuspend(const Size &size);

} // namespace swarm
