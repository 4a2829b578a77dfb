// Start and memory of the window beside an empty Qt window.
#include "tests/bench/figures.h"
#include "tests/bench/start.h"

#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 9;

} // namespace

bool compareStarts()
{
    std::vector<double> empty;
    std::vector<double> ours;
    std::vector<double> ratios;
    std::vector<double> emptyMemory;
    std::vector<double> ourMemory;
    for (int run = 0; run <= runs; ++run) { // the first warms the caches and is not counted
        const QTemporaryDir home;
        const auto environment = environmentIn(home.path());
        const auto one = startOf(QStringLiteral(SWARM_BIN "/bench_emptywindow"), {}, environment);
        const auto other =
            startOf(QStringLiteral(SWARM_BIN "/remote-swarm"), {u"--demo"_s, u"--report-paint"_s}, environment);
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
