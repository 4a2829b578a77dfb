#pragma once

#include "model/backup.h"
#include "model/error.h"

#include <QCryptographicHash>
#include <QFile>

namespace swarm {

//! An archive that grows on this computer, as FILE.part until it is whole. Unless it is kept, nothing of it stays.
//!
//! Its functions wait for the disk: they are for another thread, and for one at a time. `LOCAL_FILE_FAILED`: the disk
//! is full, or this user may not write there.
class BackupFile
{
public:
    explicit BackupFile(BackupTarget target);
    BackupFile(const BackupFile &) = delete;
    BackupFile &operator=(const BackupFile &) = delete;
    ~BackupFile();

    //! `RESOURCE_ALREADY_EXISTS` when the file, or its .part, is there and may not be overwritten.
    [[nodiscard]] Result<void> open();
    //! Whether so many bytes will fit, as far as the disk can tell.
    [[nodiscard]] Result<void> expect(qint64 bytes) const;
    [[nodiscard]] Result<void> append(const QByteArray &bytes);
    //! Gives it its name, once it has proved to be what was sent.
    [[nodiscard]] Result<void> keep(const QByteArray &sha256);
    Result<void> discard();

private:
    [[nodiscard]] std::unexpected<Error> problem(const QString &what) const;

    BackupTarget m_target;
    QFile m_part;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    bool m_isOurs = false; //!< the .part is ours to remove
};

} // namespace swarm
