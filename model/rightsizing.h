#pragma once

#include "model/prices.h"
#include "model/series.h"

#include <optional>

namespace swarm {

//! What an instance did lately, from metrics.
struct Workload {
    //! A run that ended for lack of memory.
    struct OutOfMemory {
        QDateTime at = {};
        int memoryMb = 0; //!< what it had then

        bool operator==(const OutOfMemory &) const = default;
    };

    Size size = {}; //!< at present
    QString region = {};
    QDateTime sizedAt = {}; //!< since when it has this size; invalid: longer than the samples reach back
    Series cpuBusy = {}; //!< cores
    Series memoryUsed = {}; //!< bytes
    Series throttled = {}; //!< share of the time, 0 to 1; may be empty
    std::vector<OutOfMemory> outOfMemory = {}; //!< of the last thirty days
};

//! Whether an instance would be better off with another size, and why.
struct SizeAdvice {
    enum class Kind { None, Smaller, Larger };
    enum class Reason {
        TooLittleData, //!< less than a day of running, or not recent
        Fits,
        LittleToSave, //!< a smaller one would do, and would hardly be cheaper
        RunsIdle, //!< a smaller one has room enough
        OutOfMemory,
        MemoryNearlyFull,
        Throttled, //!< wants more than its shared CPUs' share
        CpuNearlyFull,
        NothingLarger, //!< it wants more, and this kind of CPU has no more
    };

    Kind kind = Kind::None;
    Reason reason = Reason::TooLittleData;
    Size size = {}; //!< the suggested one; the present one for Kind::None
    double monthlySaving = 0; //!< dollars, running as much as lately; below 0 it costs more
    double hourlySaving = 0; //!< while it runs
    bool losesSuspend = false; //!< Fly.io can suspend the present size, and not the suggested one
    double cpuHigh = 0; //!< cores: busier only 5 % of the time
    double memoryHigh = 0; //!< bytes: fuller only 1 % of the time
    double runningShare = 0; //!< of the time that the samples span

    bool operator==(const SizeAdvice &) const = default;
};

//! Looks at the seven days before `now`, and only at what ran with the present size. The kind of CPU stays what was
//! chosen. What is suggested leaves room enough not to be taken back at the next look; for thirty days that holds for
//! memory which turned out to be too little.
[[nodiscard]] SizeAdvice adviceFor(const Workload &workload, const QDateTime &now,
                                   const PriceTable &prices = PriceTable::current());

//! The value below which `share` of the samples lie; 0 without samples.
[[nodiscard]] double percentile(std::vector<double> values, double share);

} // namespace swarm
