#pragma once

#include "model/async/task.h"

namespace swarm {

//! What stands behind the keychain on this system.
enum class KeychainState {
    Open, //!< reachable and unlocked: what is not there was never stored
    Locked,
    Absent,
};

//! Asks the Secret Service over D-Bus on Linux; elsewhere the system's keychain is taken to be open.
[[nodiscard]] Task<KeychainState> keychainState();

} // namespace swarm
