#pragma once

#include <QDir>
#include <QFileInfo>

#include <memory>
#include <optional>

namespace swarm::simulator {

//! The files that a command inside a machine sees: its home, and two small texts about the system.
//! No path leads out of the home, by whatever links lie in it.
class GuestFiles
{
public:
    enum class Kind { Missing, File, Folder };

    GuestFiles(const QDir &home, const QString &hostname);

    static QString home() { return QStringLiteral("/home/coder"); }

    Kind kindOf(const QString &path) const;
    qint64 sizeOf(const QString &path) const;
    //! Null for what is not a file.
    std::unique_ptr<QIODevice> open(const QString &path) const;
    //! What lies in a folder of the home, sorted by name; or the file itself.
    QFileInfoList list(const QString &path, bool withHidden) const;

    bool write(const QString &path, const QByteArray &text, bool appends) const;
    bool touch(const QString &path) const;
    bool makeFolder(const QString &path) const;
    //! Of a link the link itself. The home stays.
    bool remove(const QString &path) const;

private:
    QByteArray textAt(const QString &path) const;
    std::optional<QString> realPath(const QString &path) const;

    QDir m_home;
    QString m_hostname;
};

} // namespace swarm::simulator
