#pragma once

#include "model/async/task.h"
#include "model/async/worker.h"
#include "model/error.h"

#include <QStringList>

namespace swarm {

class TokenStore;

//! What this computer keeps about one account, in all its organizations: records, history, receipts of what was
//! deleted, and the secrets of its instances in the keychain.
//!
//! Journals of operations that were cut off are not removed: without them nobody could finish or undo what may be
//! billing. They hold no secrets.
class AccountTraces
{
public:
    //! `folder` holds a folder for each of the account's organizations.
    AccountTraces(QString folder, TokenStore &secrets);

    //! How many deleted instances can be restored or erased from here only.
    [[nodiscard]] Task<int> receipts();

    struct Removal {
        int unsettled = 0; //!< journals that had to stay
        QStringList undeletable = {}; //!< files that the system would not let go

        bool operator==(const Removal &) const = default;
    };
    //! An error is the keychain's: the files are gone all the same.
    [[nodiscard]] Task<Result<Removal>> remove();

private:
    QString m_folder;
    TokenStore &m_secrets;
    Worker m_worker;
};

} // namespace swarm
