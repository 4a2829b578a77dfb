#pragma once

#include "model/error.h"

namespace swarm::ctl {

//! What scripts see; never renumber.
enum ExitCode {
    ExitOk = 0,
    ExitFailed = 1, //!< failed, and undone
    ExitUsage = 2,
    ExitSignIn = 3, //!< sign-in or rights
    ExitNotFound = 4,
    ExitConflict = 5, //!< conflict or busy
    ExitNoRoom = 6, //!< no room or quota
    ExitUnreachable = 7, //!< cannot reach Fly.io
    ExitLeftBehind = 8, //!< something is left behind, and named
    ExitInterrupted = 130,
};

[[nodiscard]] ExitCode exitCodeFor(const Error &error);

} // namespace swarm::ctl
