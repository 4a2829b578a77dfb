#pragma once

#include <QString>

#include <optional>

namespace swarm {

//! What an operation does. Journals know these by verbName(); add to the end, never rename.
enum class Verb {
    Create,
    Open,
    Start,
    Stop,
    Suspend,
    Restart,
    Delete,
    Resize,
    Extend, //!< the disk
    ChangeImage,
    ChangeEnvironment,
    ChangeIdleRule,
    ChangePorts,
    Rename,
    RotatePassword,
    RollBack, //!< to an earlier image or configuration
    RollBackData, //!< to a snapshot
    Snapshot,
    Restore, //!< what was deleted with a last snapshot
    Erase, //!< what was deleted with a last snapshot, for good
    Clone,
    Move,
    Recreate, //!< the machine, on its disk
    GoBack, //!< to the copy that a move or a rollback of data left
    DropPrevious, //!< that copy
    Adopt,
    Forget,
    AddAddress,
    RemoveAddress,
    AddDomain,
    RemoveDomain,
    BackUp,
    RemoveOrphan,
    Configure, //!< several things of a machine at once, as a file says
};

inline constexpr auto lastVerb = Verb::Configure;

//! "roll-back-data" and the like.
[[nodiscard]] QString verbName(Verb verb);
[[nodiscard]] std::optional<Verb> verbFrom(const QString &name);

} // namespace swarm
