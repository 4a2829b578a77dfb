#pragma once

#include "fly/backupfile.h"
#include "fly/flyclient.h"
#include "fly/machinewait.h"
#include "model/categorylogger.h"
#include "model/provider.h"

#include <functional>
#include <memory>

namespace swarm {

//! Copies the home folder of a started instance into an archive on this computer, by commands inside the machine: packs
//! it into `/tmp` there, which may take as long as it likes, then reads it in pieces.
//!
//! Each command may be repeated, so an answer that got lost costs nothing. A machine that falls asleep with its memory
//! meanwhile, as it does when nobody visits it, is woken; one that stops has lost the archive. Whatever the end,
//! nothing stays in a machine that can be reached, and on failure nothing here. Ask it to stop: destroyed, it cannot
//! tidy up in the machine.
class Backup
{
public:
    using Copied = std::function<void(qint64 done, qint64 total)>;

    //! `copied` is called after each piece; before the first the size is not known.
    Backup(FlyClient &fly, MachineWait &wait, const Clock &clock, const Instance &instance, BackupTarget target,
           Progress progress, Copied copied);

    [[nodiscard]] Task<Result<BackupResult>> run();

private:
    //! How far the packing is, as far as the machine can tell.
    struct Look {
        qint64 bytes = 0;
        std::optional<int> tarCode = {}; //!< once it is over
        QByteArray sha256 = {}; //!< once it is known
        bool isOver = false;
    };

    [[nodiscard]] Task<Result<BackupResult>> copyHome();
    [[nodiscard]] Task<Result<void>> startPacking();
    [[nodiscard]] Task<Result<Look>> waitForArchive();
    [[nodiscard]] Task<Result<Look>> look();
    [[nodiscard]] Task<Error> packingError(Look seen);
    [[nodiscard]] Task<Result<void>> copyArchive(qint64 bytes);
    //! Less than asked for when the answer was cut to what the server hands over.
    [[nodiscard]] Task<Result<QByteArray>> piece(qint64 offset, qint64 length);
    [[nodiscard]] Task<QString> complaints();
    //! Ends the packing if it still runs, and removes the archive from the machine. Not to be stopped.
    [[nodiscard]] Task<bool> cleanUp();
    //! Runs a script that may be run twice, until there is an answer.
    [[nodiscard]] Task<Result<ExecResult>> shell(QString script, int attempts, std::stop_token stop);
    [[nodiscard]] Task<bool> wake(std::stop_token stop);
    [[nodiscard]] static Result<Look> lookFrom(const QByteArray &text);

    FlyClient &m_fly;
    MachineWait &m_wait;
    const Clock &m_clock;
    CategoryLogger m_log{logcategory::provision};
    QString m_app;
    QString m_machine;
    QString m_path;
    std::shared_ptr<BackupFile> m_file; //!< shared with the thread that writes
    Progress m_progress;
    Copied m_copied;
    QString m_folder; //!< in the machine
    QString m_asRoot; //!< what stands before a command that must read everything
    bool m_mayBePacked = false;
};

} // namespace swarm
