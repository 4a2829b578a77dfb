#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace swarm {

//! Why a run of a machine ended.
struct Ending {
    enum class Cause { Unknown, Requested, OutOfMemory, Finished, Crashed };

    Cause cause = Cause::Unknown;
    int exitCode = 0;
    QDateTime at = {};

    bool operator==(const Ending &) const = default;
};

//! One thing that happened to a machine, as the provider tells it. What a person would call one thing is often several
//! of these; see timelineOf().
struct MachineEvent {
    enum class Kind {
        Launched,
        LaunchFailed,
        Starting,
        Started,
        Stopping,
        Exited,
        Suspending,
        Suspended,
        Restarting,
        Updating,
        Reverted, //!< the provider took an update back
        Moved, //!< to other hardware
        Destroying,
        Destroyed,
        Other,
    };
    //! Who began it: somebody with a token, the proxy before the address, or the provider for reasons of its own. Some
    //! of what the proxy does comes as the provider's.
    enum class Source { Unknown, Request, Proxy, Provider };

    QDateTime at = {};
    Kind kind = Kind::Other;
    Source source = Source::Unknown;
    Ending::Cause cause = Ending::Cause::Unknown; //!< of an exit
    int exitCode = 0;
    bool isRestarting = false; //!< after an exit the provider starts it again
    QString word = {}; //!< the provider's own, for Other

    bool operator==(const MachineEvent &) const = default;
};
using MachineEvents = QList<MachineEvent>; //!< shared between the copies of an instance

} // namespace swarm
