#pragma once

#include "fly/machinecommands.h"
#include "fly/provisioner.h"

namespace swarm {

//! A new machine on an instance's own disk, for one that is broken or gone. The disk is never touched: whatever happens
//! in between, it has all the data, and this can be done again.
class Recreation
{
public:
    Recreation(FlyTools tools, Instance instance, Progress progress);

    //! The new machine, its editor answering. `RESOURCE_WRONG_STATE` when the disk's host cannot be reached.
    [[nodiscard]] Task<Result<Machine>> run();
    [[nodiscard]] Task<Result<Recovery>> recover(JournalEntry entry);

private:
    //! The configuration to begin again with: the machine's, or what the record knows when that is gone.
    [[nodiscard]] Task<Result<QJsonObject>> config();
    [[nodiscard]] Task<Result<Volume>> disk();
    [[nodiscard]] Task<Result<void>> clearWay(Volume volume);
    [[nodiscard]] Task<Result<void>> untilFree(QString volume);
    [[nodiscard]] Task<Result<Machine>> untilRunning(Machine made);

    FlyTools m_tools;
    MachineCommands m_commands;
    Instance m_instance;
    Progress m_progress;
    bool m_isClearing = false; //!< the machine that held the disk may be gone
};

} // namespace swarm
