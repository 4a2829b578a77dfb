#pragma once

#include "fly/simulator/guestsink.h"

#include <QDir>
#include <QFileInfo>

#include <memory>
#include <optional>

namespace swarm::simulator {

//! The files that a command inside a machine sees: its home, `/tmp`, and a few small things of the system.
//! No path leads out of the first two, by whatever links lie in them.
class GuestFiles
{
public:
    enum class Kind { Missing, File, Folder };

    //! `tmpRoom`: how many bytes fit into `/tmp`.
    GuestFiles(const QDir &home, const QDir &tmp, qint64 tmpRoom, const QString &hostname);

    static QString home() { return QStringLiteral("/home/coder"); }
    static QString tmp() { return QStringLiteral("/tmp"); }

    Kind kindOf(const QString &path) const;
    qint64 sizeOf(const QString &path) const;
    //! Null for what is not a file.
    std::unique_ptr<QIODevice> open(const QString &path) const;
    //! What lies in a folder, sorted by name; or the file itself.
    QFileInfoList list(const QString &path, bool withHidden) const;
    //! What is really there; nothing for what is not in the home or in `/tmp`.
    std::optional<QFileInfo> infoOf(const QString &path) const;
    //! Of all files in it, or of itself; as far as they lie in the home or in `/tmp`.
    qint64 bytesBelow(const QString &path) const;

    //! Null where no file can be.
    std::unique_ptr<GuestSink> openForWriting(const QString &path, bool appends) const;
    bool touch(const QString &path) const;
    bool makeFolder(const QString &path) const;
    bool setMode(const QString &path, int mode) const;
    //! Of a link the link itself. The home and `/tmp` stay.
    bool remove(const QString &path) const;

private:
    QByteArray textAt(const QString &path) const;
    std::optional<QString> realPath(const QString &path) const;

    QDir m_home;
    QDir m_tmp;
    qint64 m_tmpRoom;
    QString m_hostname;
};

} // namespace swarm::simulator
