#include "app/autostart.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! As the desktop entry specification wants an argument of Exec: quoted, with its own signs escaped twice.
QString quoted(const QString &program)
{
    QString inner;
    for (const auto letter : program) {
        if (u"\"`$\\"_s.contains(letter))
            inner += u"\\\\"_s;
        inner += letter == u'%' ? u"%%"_s : QString(letter);
    }
    return u'"' + inner + u'"';
}

} // namespace

Autostart::Autostart(QString folder, QString program)
    : m_folder(std::move(folder))
    , m_program(std::move(program))
{
}

QString Autostart::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/autostart"_s;
}

QString Autostart::path() const
{
    return QDir(m_folder).filePath(u"remote-swarm.desktop"_s);
}

bool Autostart::isOn() const
{
    return QFile::exists(path());
}

QString Autostart::set(bool isOn) const
{
    if (!isOn) {
        QFile file(path());
        return !file.exists() || file.remove() ? QString() : file.errorString();
    }
    QDir().mkpath(m_folder);
    QSaveFile file(path());
    const auto entry = u"[Desktop Entry]\n"
                       "Type=Application\n"
                       "Name=Remote Swarm\n"
                       "Comment=Keeps an eye on your editors on Fly.io\n"
                       "Exec=%1 --login\n"
                       "Icon=remote-swarm\n"
                       "X-GNOME-Autostart-enabled=true\n"_s.arg(quoted(m_program));
    if (!file.open(QIODevice::WriteOnly) || file.write(entry.toUtf8()) < 0 || !file.commit())
        return file.errorString();
    return {};
}

} // namespace swarm
