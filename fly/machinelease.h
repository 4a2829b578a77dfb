#pragma once

#include "fly/flytools.h"
#include "model/provider.h"

namespace swarm {

//! The right to change one machine alone, for as long as an operation takes: another computer, or flyctl, is refused
//! meanwhile. It ends by itself two minutes after we are gone.
class MachineLease
{
public:
    MachineLease(FlyTools tools, QString app, QString machine, Progress progress);

    //! Takes it, and waits a while for somebody else's to end. `RESOURCE_BUSY`: it did not.
    [[nodiscard]] Task<Result<void>> take();
    //! Makes sure that it lasts for another while. Call before each change.
    [[nodiscard]] Task<Result<void>> keep();
    //! Gives it back; what goes wrong there is of no consequence.
    [[nodiscard]] Task<void> release();
    //! Continues one that an operation which was cut off had taken, even when it could not write that down any more.
    [[nodiscard]] Task<void> resume(JournalEntry entry);

    //! Empty while it is not held.
    [[nodiscard]] const QString &nonce() const { return m_nonce; }

private:
    [[nodiscard]] Task<Result<Lease>> acquire();

    FlyTools m_tools;
    QString m_app;
    QString m_machine;
    Progress m_progress;
    QString m_description; //!< tells ours from others' when an answer gets lost
    QString m_nonce;
    QDateTime m_takenAt;
};

} // namespace swarm
