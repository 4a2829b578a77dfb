#pragma once

#include "fly/machinecommands.h"

namespace swarm {

//! What moves and rollbacks of data left standing beside an instance.
class PreviousCopies
{
public:
    PreviousCopies(FlyTools tools, Instance instance, Progress progress);

    //! The youngest first.
    [[nodiscard]] Task<Result<std::vector<PreviousCopy>>> list();
    //! Removes all of them, machine and disk.
    [[nodiscard]] Task<Result<std::vector<Resource>>> drop();
    //! Removes a copy's disk, never the instance's own.
    [[nodiscard]] Task<Result<void>> dropVolume(QString volume);

private:
    FlyTools m_tools;
    MachineCommands m_commands;
    Instance m_instance;
    Progress m_progress;
};

} // namespace swarm
