#pragma once

#include "model/async/task.h"
#include "model/error.h"

#include <QString>

namespace swarm {

//! Where tokens and passwords are kept. Never a file of ours.
//!
//! `NotFound` means that the entry is certainly absent. `KeychainLocked` and `KeychainAbsent` mean that nobody can
//! tell: treating them as "signed out" would forget a token that is still there.
class TokenStore
{
public:
    TokenStore() = default;
    TokenStore(const TokenStore &) = delete;
    TokenStore &operator=(const TokenStore &) = delete;
    virtual ~TokenStore() = default;

    [[nodiscard]] virtual Task<Result<QString>> read(QString key) = 0;
    [[nodiscard]] virtual Task<Result<void>> write(QString key, QString secret) = 0;
    //! Removing what is not there succeeds.
    [[nodiscard]] virtual Task<Result<void>> remove(QString key) = 0;
    //! False when what is written is gone with the program.
    [[nodiscard]] virtual bool isLasting() const = 0;
};

} // namespace swarm
