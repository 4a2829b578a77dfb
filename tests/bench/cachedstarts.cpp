// Start of the window with the 1,000 instances that it saw the last time, beside an empty Qt window, and its memory in
// the tray. With a keychain of its own: tests/bench/run gives it one.
#include "tests/bench/figures.h"
#include "tests/bench/simulatorprocess.h"
#include "tests/bench/start.h"

#include <QProcess>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

constexpr int runs = 9;
constexpr int instances = SimulatorProcess::apps * SimulatorProcess::perApp;
constexpr double memoryBar = 45; //!< MB

//! Signs in and sees all instances once, as a user did the last time.
bool signInOnce(const QStringList &where, QProcessEnvironment environment)
{
    environment.insert(u"FLY_API_TOKEN"_s, u"fo1_bench"_s);
    QProcess list;
    list.setProcessEnvironment(environment);
    list.start(QStringLiteral(SWARM_BIN "/swarmctl"), QStringList{u"list"_s, u"--quiet"_s} + where);
    if (!list.waitForFinished(60'000) || list.exitCode() != 0)
        return false;
    environment.remove(u"FLY_API_TOKEN"_s);
    QProcess login;
    login.setProcessEnvironment(environment);
    login.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    login.start(QStringLiteral(SWARM_BIN "/swarmctl"), QStringList{u"login"_s, u"--quiet"_s} + where);
    login.write("fo1_bench\n");
    login.closeWriteChannel();
    return login.waitForFinished(60'000) && login.exitCode() == 0;
}

} // namespace

bool compareCachedStarts()
{
    const SimulatorProcess simulator;
    const QTemporaryDir home;
    auto environment = environmentIn(home.path());
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
    const QStringList where{u"--api-url"_s, simulator.endpoints().api.toString(), u"--graphql-url"_s,
                            simulator.endpoints().graphql.toString()};
    if (!signInOnce(where, environment)) {
        std::puts("start with 1,000 instances: NOT MEASURED, it could not sign in (is there a keychain?)");
        return false;
    }
    const auto empty = QStringLiteral(SWARM_BIN "/bench_emptywindow");
    const auto ours = QStringLiteral(SWARM_BIN "/remote-swarm");
    std::vector<double> emptyTimes;
    std::vector<double> ourTimes;
    std::vector<double> ratios;
    bool hasAllRows = true;
    for (int run = 0; run <= runs; ++run) { // the first warms the caches and is not counted
        const auto one = startOf(empty, {}, environment);
        const auto other = startOf(ours, where + QStringList{u"--report-paint"_s}, environment);
        if (run == 0)
            continue;
        hasAllRows = hasAllRows && other.rows == instances;
        emptyTimes.push_back(one.milliseconds);
        ourTimes.push_back(other.milliseconds);
        ratios.push_back(other.milliseconds / one.milliseconds);
    }
    const double memory = hiddenMemoryOf(ours, where + QStringList{u"--hidden"_s}, environment);
    std::printf(
        "start to the painted list of the last time, 1,000 instances, median of %d: Qt window with a table and a "
        "tray icon %.0f ms, remote-swarm %.0f ms, ratio %.2f%s\n",
        runs, median(emptyTimes), median(ourTimes), median(ratios),
        hasAllRows ? "" : "; SOME STARTS CAME WITHOUT ALL ROWS");
    std::printf("memory hidden in the tray, 1,000 instances (PSS): %.1f MB (bar %.0f)\n", memory, memoryBar);
    return hasAllRows && memory > 0 && memory < memoryBar;
}
