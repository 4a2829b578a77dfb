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
    ReservingMachine, //!< a lease keeps others from changing it meanwhile
    ChangingMachine,
    CheckingEditor, //!< by the machine's own check, without a visit that would wake it
    TakingSnapshot,
    CopyingDisk,
    ExtendingDisk,
    Switching, //!< to the new machine
    Renaming,
    ChangingAddresses,
    ChangingDomains,
    LookingAround, //!< at what the provider has
    BackingUp,
    Adopting,
};

inline constexpr auto lastStep = Step::Adopting;

} // namespace swarm
