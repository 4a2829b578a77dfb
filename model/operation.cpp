#include "model/operation.h"

namespace swarm {

const std::vector<Step> &stepsOf(Verb verb)
{
    static const std::vector<Step> create{Step::Validating,
                                          Step::CreatingApp,
                                          Step::WaitingForApp,
                                          Step::SettingPassword,
                                          Step::PreparingAddressAndDisk,
                                          Step::CreatingMachine,
                                          Step::WaitingForMachine,
                                          Step::WaitingForEditor,
                                          Step::Saving};
    static const std::vector<Step> open{Step::StartingMachine, Step::WaitingForMachine, Step::WaitingForEditor,
                                        Step::OpeningBrowser};
    static const std::vector<Step> start{Step::StartingMachine, Step::WaitingForMachine};
    static const std::vector<Step> stop{Step::StoppingMachine, Step::WaitingForMachine};
    static const std::vector<Step> suspend{Step::SuspendingMachine, Step::WaitingForMachine};
    static const std::vector<Step> restart{Step::RestartingMachine, Step::WaitingForMachine};
    static const std::vector<Step> remove{Step::StoppingMachine, Step::DeletingMachine, Step::DeletingDisk,
                                          Step::ReleasingAddresses, Step::DeletingApp};
    switch (verb) {
    case Verb::Create:
        return create;
    case Verb::Open:
        return open;
    case Verb::Start:
        return start;
    case Verb::Stop:
        return stop;
    case Verb::Suspend:
        return suspend;
    case Verb::Restart:
        return restart;
    case Verb::Delete:
        return remove;
    }
    Q_UNREACHABLE();
}

bool canCancel(const Operation &operation)
{
    // A delete that is half done can only be finished; an undo must not be undone.
    return operation.isRunning() && !operation.isCancelling && operation.verb != Verb::Delete
        && operation.step != Step::Undoing && operation.step != Step::Saving;
}

} // namespace swarm
