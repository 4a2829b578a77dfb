// A whole run of `swarmctl list` beside the same with fly-admin, and beside a Qt program that does nothing.
#include "tests/bench/figures.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 15;

//! Milliseconds from its start to its end; less than nothing: it failed.
double runOf(const QString &program, const QStringList &arguments, const QString &home)
{
    QProcess process;
    auto environment = environmentIn(home);
    environment.insert(u"FLY_API_TOKEN"_s, u"fo1_bench"_s);
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    const bool hasEnded = process.waitForFinished(30'000) && process.exitCode() == 0;
    return hasEnded ? static_cast<double>(timer.nsecsElapsed()) / 1e6 : -1;
}

} // namespace

bool compareCommands()
{
    QProcess simulator;
    simulator.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    simulator.start(QStringLiteral(SWARM_BIN "/flysim"), {u"--port"_s, u"0"_s, u"--demo"_s, u"--no-rate-limits"_s});
    while (!simulator.canReadLine() && simulator.waitForReadyRead(10'000)) { }
    const auto ready = QJsonDocument::fromJson(simulator.readLine()).object();
    const auto api = ready["api_url"_L1].toString();
    const QTemporaryDir home;
    std::vector<double> bare;
    std::vector<double> ours;
    std::vector<double> others;
    for (int run = 0; run <= runs; ++run) { // the first warms the caches and is not counted
        const auto first = runOf(QStringLiteral(SWARM_BIN "/bench_emptyconsole"), {}, home.path());
        const auto second = runOf(
            QStringLiteral(SWARM_BIN "/swarmctl"),
            {u"list"_s, u"--api-url"_s, api, u"--graphql-url"_s, ready["graphql_url"_L1].toString()}, home.path());
        const auto third =
            runOf(u"node"_s, {QStringLiteral(SWARM_SOURCE "/tests/bench/listwithflyadmin.mjs"), api, u"fo1_bench"_s},
                  home.path());
        if (run == 0)
            continue;
        bare.push_back(first);
        ours.push_back(second);
        others.push_back(third);
    }
    simulator.terminate();
    simulator.waitForFinished(5000);
    const bool hasRun = std::ranges::all_of(ours, [](double time) { return time > 0; })
        && std::ranges::all_of(others, [](double time) { return time > 0; });
    std::printf(
        "a whole run, median of %d: bare Qt console program %.0f ms, swarmctl list %.0f ms (%.1f x), the same list by "
        "fly-admin in node %.0f ms (ours is %.2f x of it)%s\n",
        runs, median(bare), median(ours), median(ours) / median(bare), median(others), median(ours) / median(others),
        hasRun ? "" : "; SOME FAILED");
    return hasRun;
}
