#include "app/faultreport.h"

#include "app/engine.h"
#include "ui/wording/instancewords.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QSaveFile>
#include <QSysInfo>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr qint64 endOfLog = 65'536; //!< bytes

QByteArray endOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return file.errorString().toUtf8() + '\n';
    if (file.size() > endOfLog) {
        file.seek(file.size() - endOfLog);
        file.readLine(); // the rest of one that is cut
    }
    return file.readAll();
}

QByteArray wholeFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : file.errorString().toUtf8() + '\n';
}

QString lineOf(const Instance &instance)
{
    return u"%1: %2 (%3), app %4, machine %5, region %6, %7, disk %8 GB, image %9:%10, updated %11"_s
        .arg(instance.name, statusName(instance.status), instance.state, instance.app, instance.machine,
             instance.region, sizeText(instance.size))
        .arg(instance.diskGb)
        .arg(instance.image.repository, instance.image.tag, instance.updatedAt.toString(Qt::ISODate));
}

} // namespace

QString saveFaultReport(const QString &path, Engine &engine, const Paths &paths)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    QTextStream text(&file);
    text << "Remote Swarm " << SWARM_VERSION << ", Qt " << qVersion() << ", " << QSysInfo::prettyProductName() << ", "
         << QSysInfo::currentCpuArchitecture() << ", " << QGuiApplication::platformName() << '\n'
         << engine.clock().now().toString(Qt::ISODate) << "\n\n== Settings ==\n";
    text << wholeFile(paths.settings()) << "\n== Watching ==\n";
    const auto &fleet = engine.fleet();
    text << "Last answer: " << fleet.checkedAt().toString(Qt::ISODate) << '\n';
    if (fleet.error())
        text << "Last error: " << codeName(fleet.error()->code) << ' ' << fleet.error()->detail << '\n';
    text << "\n== Instances ==\n";
    for (const auto &instance : engine.store().instances())
        text << lineOf(instance) << '\n';
    text << "\n== End of the log ==\n" << endOf(QDir(paths.logs()).filePath(u"remote-swarm.log"_s));
    text.flush();
    return file.commit() ? QString() : file.errorString();
}

} // namespace swarm
