// Start and memory of the window beside an empty Qt window.
#include "tests/bench/figures.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 9;

//! Megabytes of memory that only this process needs, and its share of what it shares.
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

struct Start {
    double milliseconds = 0;
    double megabytes = 0;
};

//! From the start of the process to its first painted window, and its memory two seconds later.
Start startOf(const QString &program, const QStringList &arguments)
{
    const QTemporaryDir home;
    QProcess process;
    process.setProcessEnvironment(environmentIn(home.path()));
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    while (process.waitForReadyRead(20'000) && !process.readAllStandardOutput().contains("painted")) { }
    Start start{.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6};
    process.waitForFinished(2000); // it does not end: this only lets it settle
    start.megabytes = proportionalMemory(process.processId());
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished();
    return start;
}

} // namespace

bool compareStarts()
{
    std::vector<double> empty;
    std::vector<double> ours;
    std::vector<double> ratios;
    std::vector<double> emptyMemory;
    std::vector<double> ourMemory;
    for (int run = 0; run <= runs; ++run) { // the first warms the caches and is not counted
        const auto one = startOf(QStringLiteral(SWARM_BIN "/bench_emptywindow"), {});
        const auto other = startOf(QStringLiteral(SWARM_BIN "/remote-swarm"), {u"--demo"_s, u"--report-paint"_s});
        if (run == 0)
            continue;
        empty.push_back(one.milliseconds);
        ours.push_back(other.milliseconds);
        ratios.push_back(other.milliseconds / one.milliseconds);
        emptyMemory.push_back(one.megabytes);
        ourMemory.push_back(other.megabytes);
    }
    std::printf("start to painted window, median of %d: Qt window with a table and a tray icon %.0f ms, remote-swarm "
                "--demo %.0f ms, ratio %.2f\n",
                runs, median(empty), median(ours), median(ratios));
    std::printf("memory 2 s later (PSS):  that Qt window %.1f MB, remote-swarm --demo with its simulator %.1f MB\n",
                median(emptyMemory), median(ourMemory));
    return true;
}
