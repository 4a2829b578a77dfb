#pragma once

namespace swarm {

//! What is measured of an instance. Each is one series for a machine, labelled `instance` with the machine's id.
enum class Metric {
    CpuBusy, //!< cores
    CpuBaseline, //!< cores that are there for good; more is borrowed
    CpuThrottled, //!< share of the time in which it wanted more and got none, 0 to 1
    MemoryUsed, //!< bytes
    MemoryTotal, //!< bytes
    DiskUsed, //!< bytes on the volume
    DiskTotal, //!< bytes
    NetworkReceived, //!< bytes a second
    NetworkSent, //!< bytes a second
    Load, //!< processes that run or want to
    Up, //!< 1 while the machine runs
    Connections, //!< open ones, at the proxy, of the whole app
};

} // namespace swarm
