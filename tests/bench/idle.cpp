// What a program costs that has nothing to do: a window with a few editors that is polled, in sight and out of it,
// beside an empty Qt window.
#include "tests/bench/figures.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr auto speed = 60; //!< ten minutes pass in ten seconds
constexpr int settleMs = 4000;
constexpr int watchedMs = 10'000;

struct Effort {
    double cpuMs = 0; //!< of all threads
    long wakeUps = 0; //!< of the thread that paints
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Effort effortOf(qint64 process)
{
    const auto stat = contentOf(u"/proc/%1/stat"_s.arg(process));
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const double ticks = fields.value(11).toDouble() + fields.value(12).toDouble();
    Effort effort{.cpuMs = ticks * 1000 / static_cast<double>(::sysconf(_SC_CLK_TCK))};
    for (const auto &line : contentOf(u"/proc/%1/task/%1/status"_s.arg(process)).split('\n')) {
        if (line.startsWith("voluntary_ctxt_switches:"))
            effort.wakeUps = line.mid(line.indexOf(':') + 1).trimmed().toLong();
    }
    return effort;
}

Effort idling(const QString &program, const QStringList &arguments)
{
    const QTemporaryDir home;
    QProcess process;
    process.setProcessEnvironment(environmentIn(home.path()));
    process.start(program, arguments);
    process.waitForFinished(settleMs); // it does not end: this only lets it settle
    const auto before = effortOf(process.processId());
    process.waitForFinished(watchedMs);
    const auto after = effortOf(process.processId());
    process.kill();
    process.waitForFinished();
    return {.cpuMs = after.cpuMs - before.cpuMs, .wakeUps = after.wakeUps - before.wakeUps};
}

} // namespace

bool compareIdling()
{
    const QStringList demo{u"--demo"_s, u"--time-scale"_s, QString::number(speed)};
    const auto empty = idling(QStringLiteral(SWARM_BIN "/bench_emptywindow"), {});
    const auto shown = idling(QStringLiteral(SWARM_BIN "/remote-swarm"), demo);
    const auto hidden = idling(QStringLiteral(SWARM_BIN "/remote-swarm"), demo + QStringList{u"--hidden"_s});
    std::printf("ten minutes of polling seven editors, at %d times the speed, simulator included:\n", speed);
    std::printf("  window in sight  %6.0f ms CPU, %5ld wake-ups of the window's thread\n", shown.cpuMs, shown.wakeUps);
    std::printf("  out of sight     %6.0f ms CPU, %5ld wake-ups\n", hidden.cpuMs, hidden.wakeUps);
    std::printf("  empty Qt window  %6.0f ms CPU, %5ld wake-ups\n", empty.cpuMs, empty.wakeUps);
    return hidden.cpuMs <= shown.cpuMs; // what nobody sees must not cost more
}
