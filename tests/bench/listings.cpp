// Listing 1,000 machines in 100 apps beside fly-admin, a client of Fly.io's by others, against one simulator.
#include "fly/flyclient.h"
#include "model/categorylogger.h"
#include "tests/bench/figures.h"
#include "tests/bench/simulatorprocess.h"
#include "tests/waitfor.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include <cstdio>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

constexpr int runs = 5;
constexpr double wallBar = 0.5; //!< times fly-admin's

struct Figures {
    double wall = 0; //!< ms
    double cpu = 0; //!< ms
    double bytes = 0; //!< of all answers
    double requests = 0;
    double machines = 0;
};

double processorTime()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto inMs = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000;
    };
    return inMs(usage.ru_utime) + inMs(usage.ru_stime);
}

//! Requests and bytes since the last time, as the simulator saw them.
std::pair<double, double> trafficOf(const FlyEndpoints &endpoints, const Clock &clock)
{
    HttpClient http(clock);
    const auto url = endpoints.api.resolved(QUrl(u"/_sim/requests"_s));
    const auto seen = waitFor(http.send({.url = url}));
    const auto forgotten = waitFor(http.send({.verb = "DELETE"_ba, .url = url}));
    if (!seen || !forgotten)
        return {};
    double bytes = 0;
    const auto requests = QJsonDocument::fromJson(seen->body).array();
    for (const auto &request : requests)
        bytes += request[u"answer_bytes"_s].toDouble();
    return {static_cast<double>(requests.size()), bytes};
}

template <typename List> Figures ours(const FlyEndpoints &endpoints, List list)
{
    const Clock clock;
    CategoryLogger logger(logcategory::fly);
    FlyConnection connection(endpoints, RetryPolicy(), clock, logger);
    connection.setToken(u"fo1_bench"_s);
    FlyClient fly(connection, Urgency::User);
    const auto warm = waitFor(fly.platform.regions({})); // the first connection
    Q_UNUSED(warm)
    trafficOf(endpoints, clock);

    QElapsedTimer time;
    const double before = processorTime();
    time.start();
    const int machines = list(fly);
    Figures figures{.wall = static_cast<double>(time.nsecsElapsed()) / 1e6, .cpu = processorTime() - before};
    figures.machines = machines;
    std::tie(figures.requests, figures.bytes) = trafficOf(endpoints, clock);
    return figures;
}

int listOrganization(FlyClient &fly)
{
    const auto page = waitFor(fly.organizations.allMachines(u"personal"_s, {}, {}));
    return page ? static_cast<int>(page->rows.size()) : 0;
}

int listEachApp(FlyClient &fly)
{
    const auto all = waitFor(fly.apps.list(u"personal"_s, {}));
    if (!all)
        return 0;
    TaskScope tasks;
    QEventLoop loop;
    int machines = 0;
    std::size_t answered = 0;
    for (const auto &app : *all) {
        tasks.launch(fly.machines.list(app.name, {}, {}), [&](const Result<std::vector<Machine>> &list) {
            machines += list ? static_cast<int>(list->size()) : 0;
            if (++answered == all->size())
                loop.quit();
        });
    }
    loop.exec();
    return machines;
}

Figures flyAdmin(const FlyEndpoints &endpoints)
{
    const Clock clock;
    trafficOf(endpoints, clock);
    QProcess node;
    node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    node.start(
        u"node"_s,
        {QStringLiteral(SWARM_SOURCE "/tests/bench/listwithflyadmin.mjs"), endpoints.api.toString(), u"fo1_bench"_s});
    node.waitForFinished(60'000);
    const auto said = QJsonDocument::fromJson(node.readAllStandardOutput()).object();
    const auto [requests, bytes] = trafficOf(endpoints, clock);
    return {.wall = said["wall_ms"_L1].toDouble(),
            .cpu = said["cpu_ms"_L1].toDouble(),
            .bytes = bytes,
            .requests = requests,
            .machines = said["machines"_L1].toDouble()};
}

Figures medianOf(const std::vector<Figures> &all)
{
    const auto of = [&all](double Figures::*member) {
        std::vector<double> values;
        for (const auto &one : all)
            values.push_back(one.*member);
        return median(values);
    };
    return {.wall = of(&Figures::wall),
            .cpu = of(&Figures::cpu),
            .bytes = of(&Figures::bytes),
            .requests = of(&Figures::requests),
            .machines = of(&Figures::machines)};
}

void print(const char *name, const Figures &figures)
{
    std::printf("  %-42s %5.0f ms wall, %4.0f ms CPU, %6.0f kB, %3.0f requests, %4.0f machines\n", name, figures.wall,
                figures.cpu, figures.bytes / 1000, figures.requests, figures.machines);
}

} // namespace

bool compareListings()
{
    const SimulatorProcess simulator;
    std::vector<Figures> organization;
    std::vector<Figures> eachApp;
    std::vector<Figures> theirs;
    for (int run = 0; run < runs; ++run) {
        organization.push_back(ours(simulator.endpoints(), listOrganization));
        eachApp.push_back(ours(simulator.endpoints(), listEachApp));
        theirs.push_back(flyAdmin(simulator.endpoints()));
    }
    const auto one = medianOf(organization);
    const auto each = medianOf(eachApp);
    const auto other = medianOf(theirs);
    std::printf("listing 1,000 machines in 100 apps, median of %d:\n", runs);
    print("ours, by the organization's list", one);
    print("ours, app by app as fly-admin has to", each);
    print("fly-admin 1.6.1", other);
    std::printf("  wall time beside fly-admin's: %.2f x (bar %.1f), app by app %.2f x\n", one.wall / other.wall,
                wallBar, each.wall / other.wall);
    const bool isAll = one.machines == SimulatorProcess::apps * SimulatorProcess::perApp
        && each.machines == one.machines && other.machines == one.machines;
    return isAll && one.wall <= wallBar * other.wall;
}
