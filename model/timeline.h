#pragma once

#include "model/instance.h"
#include "model/operation.h"

namespace swarm {

//! What a person would call one thing that happened to an instance.
struct Happening {
    enum class What {
        Created,
        CouldNotStart,
        Started,
        Woken, //!< by a visit to its address
        Stopped,
        Suspended,
        OutOfMemory,
        Crashed,
        Quit, //!< the editor ended by itself
        Restarted,
        Updated,
        UpdateTakenBack,
        Moved, //!< by the provider, to other hardware
        Removed,
        Operation, //!< of ours, that left no event of its own
        Other,
    };
    //! Somebody: by request, at a time of which we do not know our own operations. Elsewhere: by a request that was not
    //! ours.
    enum class By { Us, Elsewhere, Somebody, Provider };

    QDateTime at = {};
    What what = What::Other;
    By by = By::Provider;
    bool isForIdleness = false;
    bool isStartedAgain = false; //!< after it had ended
    int exitCode = 0;
    QString word = {}; //!< the provider's own, for Other
    std::optional<Operation> operation = {}; //!< of ours, which caused it

    bool operator==(const Happening &) const = default;
};
using Happenings = std::vector<Happening>;

//! What happened to the instance, newest first: the events of its machine, and `operations` of ours among them, which
//! are known since `knownSince`.
[[nodiscard]] Happenings timelineOf(const Instance &instance, const std::vector<Operation> &operations,
                                    const QDateTime &knownSince);

} // namespace swarm
