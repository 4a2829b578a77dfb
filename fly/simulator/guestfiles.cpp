#include "fly/simulator/guestfiles.h"

#include <QBuffer>
#include <QDateTime>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr qint64 mostWritten = 1024LL * 1024 * 1024; //!< into one file, so that nothing runs away

GuestFiles::GuestFiles(const QDir &home, const QDir &tmp, qint64 tmpRoom, const QString &hostname)
    : m_home(home.canonicalPath())
    , m_tmp(tmp.canonicalPath())
    , m_tmpRoom(tmpRoom)
    , m_hostname(hostname)
{
}

static QString absolute(const QString &path)
{
    return QDir::cleanPath(path.startsWith(u'/') ? path : GuestFiles::home() + u'/' + path);
}

static bool isNull(const QString &path)
{
    return absolute(path) == "/dev/null"_L1;
}

QByteArray GuestFiles::textAt(const QString &path) const
{
    const auto place = absolute(path);
    if (place == "/etc/hostname"_L1)
        return m_hostname.toUtf8() + '\n';
    if (place == "/etc/os-release"_L1) {
        return "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nNAME=\"Debian GNU/Linux\"\nVERSION_ID=\"12\"\n"
               "VERSION=\"12 (bookworm)\"\nVERSION_CODENAME=bookworm\nID=debian\n"_ba;
    }
    return {};
}

static bool isBelow(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder + u'/');
}

std::optional<QString> GuestFiles::realPath(const QString &path) const
{
    const auto place = absolute(path);
    const bool isInTmp = isBelow(place, tmp());
    if (path.isEmpty() || path.contains(QChar::Null) || (!isInTmp && !isBelow(place, home())))
        return {};
    const auto root = (isInTmp ? m_tmp : m_home).path();
    const auto real = QDir::cleanPath(root + place.mid((isInTmp ? tmp() : home()).size()));
    // Whatever exists of the path must really lie inside: a link could lead anywhere.
    QFileInfo existing(real);
    while (!existing.exists() && !existing.isSymLink() && existing.filePath() != root)
        existing.setFile(existing.path());
    if (!isBelow(existing.canonicalFilePath(), root))
        return {};
    return real;
}

GuestFiles::Kind GuestFiles::kindOf(const QString &path) const
{
    if (!textAt(path).isEmpty() || isNull(path))
        return Kind::File;
    const auto real = realPath(path);
    const QFileInfo info(real.value_or(QString()));
    if (!real || !info.exists())
        return Kind::Missing;
    return info.isDir() ? Kind::Folder : Kind::File;
}

qint64 GuestFiles::sizeOf(const QString &path) const
{
    const auto text = textAt(path);
    return text.isEmpty() ? QFileInfo(realPath(path).value_or(QString())).size() : text.size();
}

std::unique_ptr<QIODevice> GuestFiles::open(const QString &path) const
{
    std::unique_ptr<QIODevice> device;
    if (const auto text = textAt(path); !text.isEmpty() || isNull(path)) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(text);
        device = std::move(buffer);
    } else if (const auto real = realPath(path); real && QFileInfo(*real).isFile()) {
        device = std::make_unique<QFile>(*real);
    }
    if (!device || !device->open(QIODevice::ReadOnly))
        return {};
    return device;
}

QFileInfoList GuestFiles::list(const QString &path, bool withHidden) const
{
    const auto real = realPath(path);
    if (!real)
        return {};
    const QFileInfo info(*real);
    if (!info.isDir())
        return {info};
    auto filters = QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot;
    if (withHidden)
        filters |= QDir::Hidden;
    return QDir(*real).entryInfoList(filters, QDir::Name);
}

std::optional<QFileInfo> GuestFiles::infoOf(const QString &path) const
{
    const auto real = realPath(path);
    const QFileInfo info(real.value_or(QString()));
    if (!real || (!info.exists() && !info.isSymLink()))
        return {};
    return info;
}

static qint64 bytesIn(const QString &folder)
{
    qint64 sum = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext())
        sum += files.nextFileInfo().size();
    return sum;
}

qint64 GuestFiles::bytesBelow(const QString &path) const
{
    const auto info = infoOf(path);
    if (!info || info->isSymLink())
        return 0;
    return info->isDir() ? bytesIn(info->filePath()) : info->size();
}

std::unique_ptr<GuestSink> GuestFiles::openForWriting(const QString &path, bool appends) const
{
    if (isNull(path))
        return std::make_unique<NoSink>();
    const auto real = realPath(path);
    if (!real || (QFileInfo::exists(*real) && !QFileInfo(*real).isFile()))
        return {};
    auto file = std::make_unique<QFile>(*real);
    const auto end = appends ? QIODevice::Append : QIODevice::Truncate;
    if (!file->open(QIODevice::WriteOnly | end))
        return {};
    const auto room = isBelow(*real, m_tmp.path()) ? m_tmpRoom - bytesIn(m_tmp.path()) : mostWritten;
    return std::make_unique<FileSink>(std::move(file), std::max<qint64>(0, room));
}

bool GuestFiles::touch(const QString &path) const
{
    const auto real = realPath(path);
    if (!real)
        return false;
    const QFileInfo info(*real);
    if (info.isDir())
        return true;
    if (info.exists() && !info.isFile())
        return false;
    QFile file(*real);
    return file.open(QIODevice::ReadWrite | QIODevice::Append)
        && file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
}

bool GuestFiles::makeFolder(const QString &path) const
{
    const auto real = realPath(path);
    return real && QDir().mkpath(*real);
}

bool GuestFiles::setMode(const QString &path, int mode) const
{
    // Qt keeps the bits of the owner, the group and the others four apart, Unix three.
    const int bits = ((mode & 0700) << 6) | ((mode & 0070) << 1) | (mode & 0007);
    const auto real = realPath(path);
    return real && QFile::setPermissions(*real, QFileDevice::Permissions(QFlag(bits)));
}

bool GuestFiles::remove(const QString &path) const
{
    const auto place = absolute(path);
    const auto folder = realPath(QFileInfo(place).path());
    if (!folder || path.contains(QChar::Null))
        return false;
    const QFileInfo info(*folder + u'/' + QFileInfo(place).fileName());
    if (info.isDir() && !info.isSymLink())
        return QDir(info.filePath()).removeRecursively();
    return QFile::remove(info.filePath());
}

} // namespace swarm::simulator
