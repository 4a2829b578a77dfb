#pragma once

#include "fly/machinecommands.h"
#include "fly/machinelease.h"
#include "fly/provisioner.h"

namespace swarm {

//! Deleting with a last snapshot, and coming back from it. Fly.io removes an app's snapshots together with the app: the
//! app stays as their home, empty, until the days are over.
class Keeping
{
public:
    Keeping(FlyTools tools, Progress progress);

    //! Stops the instance, takes the snapshot, waits until it is complete. Removes nothing; a failure starts it again.
    [[nodiscard]] Task<Result<Keepsake>> take(Instance instance, int days);
    //! In the same app: a disk from the snapshot, a machine with the configuration of then, addresses.
    [[nodiscard]] Task<Result<Machine>> restore(Keepsake keepsake);
    //! Takes back a restore that failed or was cut off; the snapshot stays.
    [[nodiscard]] Task<Result<std::vector<Resource>>> takeBackRestore(Keepsake keepsake);

private:
    [[nodiscard]] Task<Result<Snapshot>> lastSnapshot(Instance instance, Machine machine, int days);
    [[nodiscard]] Task<Result<Machine>> restored(Keepsake keepsake);

    FlyTools m_tools;
    MachineCommands m_commands;
    Progress m_progress;
};

} // namespace swarm
