#pragma once

namespace swarm {

//! What an operation is doing right now. Words for these live in ui/wording.
enum class Step {
    Validating,
    CreatingApp,
    WaitingForApp, //!< a new app answers 404 and 401 for a while
    SettingPassword,
    PreparingAddressAndDisk,
    CreatingMachine,
    StartingMachine,
    WaitingForMachine,
    WaitingForEditor,
    OpeningBrowser,
    StoppingMachine,
    SuspendingMachine,
    RestartingMachine,
    DeletingMachine,
    DeletingDisk,
    ReleasingAddresses,
    DeletingApp,
    Undoing,
    Saving,
};

} // namespace swarm
