#include "model/operation.h"

using namespace std::chrono_literals;

namespace swarm {

const std::vector<Step> &stepsOf(Verb verb)
{
    static const std::vector<Step> create{
        Step::Validating,      Step::CreatingApp,       Step::WaitingForApp,    Step::PreparingAddressAndDisk,
        Step::CreatingMachine, Step::WaitingForMachine, Step::WaitingForEditor, Step::Saving};
    static const std::vector<Step> clone{Step::TakingSnapshot,
                                         Step::Validating,
                                         Step::CreatingApp,
                                         Step::WaitingForApp,
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
    static const std::vector<Step> change{Step::ReservingMachine, Step::ChangingMachine, Step::WaitingForMachine,
                                          Step::CheckingEditor};
    static const std::vector<Step> rotate{Step::SettingPassword,   Step::ReservingMachine, Step::ChangingMachine,
                                          Step::WaitingForMachine, Step::CheckingEditor,   Step::Saving};
    static const std::vector<Step> replace{Step::LookingAround,  Step::ReservingMachine, Step::StoppingMachine,
                                           Step::CopyingDisk,    Step::CreatingMachine,  Step::WaitingForMachine,
                                           Step::CheckingEditor, Step::Switching};
    static const std::vector<Step> goBack{Step::LookingAround,   Step::ReservingMachine,  Step::StoppingMachine,
                                          Step::StartingMachine, Step::WaitingForMachine, Step::CheckingEditor,
                                          Step::Switching};
    static const std::vector<Step> recreate{Step::LookingAround, Step::DeletingMachine, Step::CreatingMachine,
                                            Step::WaitingForMachine, Step::CheckingEditor};
    static const std::vector<Step> restore{Step::PreparingAddressAndDisk, Step::CreatingMachine,
                                           Step::WaitingForMachine, Step::CheckingEditor, Step::Saving};
    static const std::vector<Step> erase{Step::DeletingDisk, Step::ReleasingAddresses, Step::DeletingApp};
    static const std::vector<Step> drop{Step::DeletingMachine, Step::DeletingDisk};
    static const std::vector<Step> extend{Step::ExtendingDisk};
    static const std::vector<Step> rename{Step::Renaming};
    static const std::vector<Step> snapshot{Step::TakingSnapshot};
    static const std::vector<Step> adopt{Step::Adopting};
    static const std::vector<Step> forget{Step::Saving};
    static const std::vector<Step> addresses{Step::ChangingAddresses};
    static const std::vector<Step> domains{Step::ChangingDomains};
    static const std::vector<Step> backUp{Step::BackingUp};
    static const std::vector<Step> removeOrphan{Step::Undoing};
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
    case Verb::Resize:
    case Verb::ChangeImage:
    case Verb::ChangeEnvironment:
    case Verb::ChangeIdleRule:
    case Verb::ChangePorts:
    case Verb::Configure:
    case Verb::RollBack:
        return change;
    case Verb::Extend:
        return extend;
    case Verb::Rename:
        return rename;
    case Verb::RotatePassword:
        return rotate;
    case Verb::RollBackData:
    case Verb::Move:
        return replace;
    case Verb::Snapshot:
        return snapshot;
    case Verb::Restore:
        return restore;
    case Verb::Erase:
        return erase;
    case Verb::Clone:
        return clone;
    case Verb::Recreate:
        return recreate;
    case Verb::GoBack:
        return goBack;
    case Verb::DropPrevious:
        return drop;
    case Verb::Adopt:
        return adopt;
    case Verb::Forget:
        return forget;
    case Verb::AddAddress:
    case Verb::RemoveAddress:
        return addresses;
    case Verb::AddDomain:
    case Verb::RemoveDomain:
        return domains;
    case Verb::BackUp:
        return backUp;
    case Verb::RemoveOrphan:
        return removeOrphan;
    }
    Q_UNREACHABLE();
}

std::chrono::minutes patienceFor(Verb verb)
{
    switch (verb) {
    case Verb::Delete: // with a last snapshot, which may take half an hour
    case Verb::Snapshot:
    case Verb::Clone:
    case Verb::Move:
    case Verb::RollBackData:
    case Verb::Restore:
        return 75min;
    case Verb::BackUp:
        return 240min;
    default:
        return 20min;
    }
}

bool canCancel(const Operation &operation)
{
    if (!operation.isRunning() || operation.isCancelling || operation.isRecovery)
        return false;
    switch (operation.step) {
    case Step::Undoing: // an undo must not be undone
    case Step::Saving:
    case Step::Switching:
        return false;
    default:
        break;
    }
    switch (operation.verb) {
    case Verb::Delete: // one that is half done can only be finished
        return operation.step == Step::TakingSnapshot;
    case Verb::Erase:
    case Verb::DropPrevious:
    case Verb::RemoveOrphan:
        return false;
    default:
        return true;
    }
}

bool restartsEditor(Verb verb)
{
    switch (verb) {
    case Verb::Restart:
    case Verb::Resize:
    case Verb::ChangeImage:
    case Verb::ChangeEnvironment:
    case Verb::ChangeIdleRule:
    case Verb::ChangePorts:
    case Verb::Configure:
    case Verb::RollBack:
    case Verb::RollBackData:
    case Verb::RotatePassword:
    case Verb::Move:
    case Verb::Recreate:
    case Verb::GoBack:
        return true;
    default:
        return false;
    }
}

} // namespace swarm
