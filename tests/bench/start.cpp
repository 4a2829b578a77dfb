#include "tests/bench/start.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 2000;
constexpr int hiddenMs = 6000; //!< until it has asked for everything

double proportionalMemory(qint64 process)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

void end(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished();
}

} // namespace

Start startOf(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    QByteArray said;
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    while (!said.contains("painted") && process.waitForReadyRead(20'000))
        said += process.readAllStandardOutput();
    Start start{.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6};
    process.waitForFinished(settleMs); // it does not end: this only lets it settle
    said += process.readAllStandardOutput();
    const auto rows = said.indexOf("rows ");
    if (rows >= 0)
        start.rows = said.mid(rows + 5).trimmed().toInt();
    start.megabytes = proportionalMemory(process.processId());
    end(process);
    return start;
}

double hiddenMemoryOf(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.waitForFinished(hiddenMs); // it does not end
    const double megabytes = proportionalMemory(process.processId());
    end(process);
    return megabytes;
}
