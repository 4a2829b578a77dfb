#include "fly/simulator/guestfiles.h"

#include <QBuffer>
#include <QDateTime>
#include <QFile>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

GuestFiles::GuestFiles(const QDir &home, const QString &hostname)
    : m_home(home.canonicalPath())
    , m_hostname(hostname)
{
}

static QString absolute(const QString &path)
{
    return QDir::cleanPath(path.startsWith(u'/') ? path : GuestFiles::home() + u'/' + path);
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

std::optional<QString> GuestFiles::realPath(const QString &path) const
{
    const auto place = absolute(path);
    if (path.isEmpty() || path.contains(QChar::Null) || (place != home() && !place.startsWith(home() + u'/')))
        return {};
    const auto real = QDir::cleanPath(m_home.path() + place.mid(home().size()));
    // Whatever exists of the path must really lie inside: a link could lead anywhere.
    QFileInfo existing(real);
    while (!existing.exists() && !existing.isSymLink() && existing.filePath() != m_home.path())
        existing.setFile(existing.path());
    const auto canonical = existing.canonicalFilePath();
    if (canonical != m_home.path() && !canonical.startsWith(m_home.path() + u'/'))
        return {};
    return real;
}

GuestFiles::Kind GuestFiles::kindOf(const QString &path) const
{
    if (!textAt(path).isEmpty())
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
    if (const auto text = textAt(path); !text.isEmpty()) {
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

bool GuestFiles::write(const QString &path, const QByteArray &text, bool appends) const
{
    const auto real = realPath(path);
    if (!real || (QFileInfo::exists(*real) && !QFileInfo(*real).isFile()))
        return false;
    QFile file(*real);
    const auto end = appends ? QIODevice::Append : QIODevice::Truncate;
    return file.open(QIODevice::WriteOnly | end) && file.write(text) == text.size() && file.flush();
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
