#include "app/ctl/exitcode.h"

namespace swarm::ctl {

ExitCode exitCodeFor(const Error &error)
{
    if (!error.leftBehind.empty())
        return ExitLeftBehind;
    switch (error.kind()) {
    case Error::Kind::Cancelled:
        return ExitInterrupted;
    case Error::Kind::Unauthorised:
        return ExitSignIn;
    case Error::Kind::NotFound:
        return ExitNotFound;
    case Error::Kind::Conflict:
        return ExitConflict;
    case Error::Kind::NoRoom:
        return ExitNoRoom;
    case Error::Kind::Offline:
        return ExitUnreachable;
    case Error::Kind::Timeout: // an editor or a machine that is late is not a Fly.io that is away
        return error.step == Step::WaitingForEditor || error.step == Step::WaitingForMachine ? ExitFailed
                                                                                             : ExitUnreachable;
    case Error::Kind::RateLimited:
    case Error::Kind::Rejected:
    case Error::Kind::ServerFault:
    case Error::Kind::BadReply:
        return ExitFailed;
    }
    Q_UNREACHABLE();
}

} // namespace swarm::ctl
