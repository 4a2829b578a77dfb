#pragma once

#include <QByteArray>
#include <QString>

namespace swarm {

//! Where an archive of an instance's home folder goes on this computer.
struct BackupTarget {
    QString path = {};
    bool overwrites = false; //!< else an existing file is refused

    bool operator==(const BackupTarget &) const = default;
};

//! The archive as it lies there.
struct BackupResult {
    QString path = {};
    qint64 bytes = 0;
    QByteArray sha256 = {}; //!< in hexadecimal
    QString notes = {}; //!< tar's own words about what changed while it was packed; empty when nothing did
    bool isCopyLeft = false; //!< the machine could not be told to forget the archive; it does at its next stop

    bool operator==(const BackupResult &) const = default;
};

} // namespace swarm
