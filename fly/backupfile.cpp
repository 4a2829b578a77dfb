#include "fly/backupfile.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <filesystem>
#include <tuple>
#include <utility>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

bool isOnDisk(const QFile &file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

std::unexpected<Error> taken(const QString &path)
{
    return std::unexpected(Error{.code = ErrorCode::ResourceAlreadyExists, .detail = path + u" is there already"_s});
}

std::filesystem::path nativePath(const QString &path)
{
    return QFileInfo(path).filesystemFilePath();
}

} // namespace

BackupFile::BackupFile(BackupTarget target)
    : m_target(std::move(target))
    , m_part(m_target.path + u".part"_s)
{
}

BackupFile::~BackupFile()
{
    std::ignore = discard(); // there is nobody left to tell
}

Result<void> BackupFile::open()
{
    const QFileInfo file(m_target.path);
    if (m_target.path.isEmpty() || file.isDir())
        return problem(u"is no name for a file"_s);
    if (!m_target.overwrites && (file.exists() || file.isSymLink()))
        return taken(m_target.path);
    if (m_target.overwrites)
        m_part.remove();
    else if (m_part.exists())
        return taken(m_part.fileName());
    if (!m_part.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return problem(u"cannot be made"_s);
    m_isOurs = true;
    return {};
}

Result<void> BackupFile::expect(qint64 bytes) const
{
    const QStorageInfo disk(QFileInfo(m_target.path).absolutePath());
    if (!disk.isValid() || disk.bytesAvailable() < 0 || disk.bytesAvailable() >= bytes)
        return {};
    return std::unexpected(Error{
        .code = ErrorCode::LocalFileFailed,
        .detail =
            u"%1 has no room for %2 bytes, only for %3"_s.arg(disk.rootPath()).arg(bytes).arg(disk.bytesAvailable())});
}

Result<void> BackupFile::append(const QByteArray &bytes)
{
    if (m_part.write(bytes) != bytes.size())
        return problem(u"cannot be written"_s);
    m_hash.addData(bytes);
    return {};
}

Result<void> BackupFile::keep(const QByteArray &sha256)
{
    if (m_hash.result().toHex() != sha256) {
        return std::unexpected(
            Error{.code = ErrorCode::BadReply, .detail = u"what arrived is not the archive that was packed"_s});
    }
    if (!m_part.flush() || !isOnDisk(m_part))
        return problem(u"cannot be written"_s);
    m_part.close();
    if (m_target.overwrites) {
        std::error_code error;
        std::filesystem::rename(nativePath(m_part.fileName()), nativePath(m_target.path), error);
        if (error)
            return problem(u"cannot be renamed: "_s + QString::fromStdString(error.message()));
    } else if (!QFile::rename(m_part.fileName(), m_target.path)) { // which never replaces a file
        return QFileInfo::exists(m_target.path) ? taken(m_target.path) : problem(u"cannot be renamed"_s);
    }
    m_isOurs = false;
    return {};
}

Result<void> BackupFile::discard()
{
    m_part.close();
    if (!std::exchange(m_isOurs, false) || m_part.remove() || !m_part.exists())
        return {};
    return problem(u"left its .part behind"_s);
}

std::unexpected<Error> BackupFile::problem(const QString &what) const
{
    auto detail = m_target.path + u' ' + what;
    if (m_part.error() != QFile::NoError)
        detail += u": "_s + m_part.errorString();
    return std::unexpected(Error{.code = ErrorCode::LocalFileFailed, .detail = detail});
}

} // namespace swarm
