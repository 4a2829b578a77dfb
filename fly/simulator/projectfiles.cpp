#include "fly/simulator/projectfiles.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr qint64 biggestFile = 8 * 1024 * 1024;
constexpr qsizetype mostNames = 200;

ProjectFiles::ProjectFiles(const QDir &folder)
    : m_folder(folder.canonicalPath())
{
}

QStringList ProjectFiles::names() const
{
    QStringList list;
    QDirIterator it(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext() && list.size() < mostNames)
        list << m_folder.relativeFilePath(it.next());
    std::sort(list.begin(), list.end());
    return list;
}

std::optional<QString> ProjectFiles::pathOf(const QString &name) const
{
    if (name.isEmpty() || name.startsWith(u'/') || name.contains(QChar::Null) || name.contains(u'\\'))
        return {};
    const auto pieces = name.split(u'/');
    if (pieces.contains(u".."_s) || pieces.contains(u"."_s) || pieces.contains(QString()))
        return {};
    const auto path = m_folder.filePath(name);
    // Whatever exists of the path must really lie inside: a link could lead anywhere.
    QFileInfo existing(path);
    while (!existing.exists() && !existing.isSymLink() && existing.filePath() != m_folder.path())
        existing.setFile(existing.path());
    const auto real = existing.canonicalFilePath();
    if (real != m_folder.path() && !real.startsWith(m_folder.path() + u'/'))
        return {};
    return path;
}

std::optional<QByteArray> ProjectFiles::read(const QString &name) const
{
    const auto path = pathOf(name);
    if (!path)
        return {};
    QFile file(*path);
    if (!QFileInfo(*path).isFile() || file.size() > biggestFile || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

bool ProjectFiles::write(const QString &name, const QByteArray &text) const
{
    const auto path = pathOf(name);
    if (!path || text.size() > biggestFile || !QDir().mkpath(QFileInfo(*path).path()))
        return false;
    QFile file(*path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size() && file.flush();
}

} // namespace swarm::simulator
