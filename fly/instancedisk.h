#pragma once

#include "fly/fleetreader.h"
#include "fly/flytools.h"

namespace swarm {

//! The disk of one instance: its size and its snapshots. Calls the `volumes` of the Machines API.
class InstanceDisk
{
public:
    InstanceDisk(FlyTools tools, FleetReader &reader)
        : m_tools(std::move(tools))
        , m_reader(reader)
    {
    }

    //! Restarts the machine where Fly.io says that it has to. Refusal::DiskOnlyGrows for a smaller size.
    [[nodiscard]] Task<Result<Outcome>> extend(Instance instance, int sizeGb, Progress progress);
    [[nodiscard]] Task<Result<std::vector<DiskSnapshot>>> snapshots(Instance instance);
    //! Returns when it is complete. `keptDays` above 0 is set for all snapshots of the disk.
    [[nodiscard]] Task<Result<DiskSnapshot>> takeSnapshot(Instance instance, int keptDays, Progress progress);

private:
    FlyTools m_tools;
    FleetReader &m_reader;
};

} // namespace swarm
