#pragma once

#include "fly/flytools.h"
#include "model/provider.h"

namespace swarm {

//! What becomes of an operation that was cut off: finished or undone, after looking at what Fly.io has. What bills and
//! nobody can use is taken back; what somebody may have begun to use stays.
class FlyRecovery
{
public:
    FlyRecovery(FlyTools tools, JournalEntry entry, Progress progress);

    [[nodiscard]] Task<Result<Recovery>> run();

private:
    [[nodiscard]] Task<Result<Recovery>> ofCreation();
    [[nodiscard]] Task<Result<Recovery>> ofCommand(Status wanted);
    [[nodiscard]] Task<Result<Recovery>> ofChange();
    [[nodiscard]] Task<Result<Recovery>> ofRotation();
    [[nodiscard]] Task<Result<Recovery>> ofSnapshot();
    [[nodiscard]] Task<Result<Recovery>> ofReplacement();
    [[nodiscard]] Task<Result<Recovery>> ofRecreation();
    [[nodiscard]] Task<Result<Recovery>> ofRemoval();
    [[nodiscard]] Task<Result<Recovery>> ofRemovalNotBegun();
    [[nodiscard]] Task<Result<Recovery>> ofRestore();
    [[nodiscard]] Task<Result<Recovery>> ofDrop();
    //! The living machine of the instance in the app, if there is one.
    [[nodiscard]] Task<Result<std::optional<Machine>>> livingMachine(QString app);
    //! Whether the app may still answer "unauthorized" only because it is not known everywhere.
    [[nodiscard]] bool isAppNew() const;
    [[nodiscard]] Task<void> releaseLease();

    FlyTools m_tools;
    JournalEntry m_entry;
    Progress m_progress;
};

} // namespace swarm
