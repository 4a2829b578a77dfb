// Create, stop, start and delete, of one instance and of fifty at once, beside the critical path and the rate limits.
#include "model/async/all.h"
#include "tests/bench/barechain.h"
#include "tests/bench/figures.h"
#include "tests/waitfor.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

constexpr double speed = 2; //!< times as fast as the real Fly.io: all known delays halved, ours as well as theirs
constexpr int many = 50;

//! Milliseconds for each of the four.
struct Times {
    double create = 0;
    double stop = 0;
    double start = 0;
    double remove = 0;
};

//! How near the requests of one action came to what Fly.io admits for one machine or app.
struct Load {
    qsizetype requests = 0;
    qsizetype refused = 0; //!< with 429
    double perSecond = 0; //!< simulated
    double busiest = 0; //!< the largest share of what a bucket admitted in that time
    QByteArray where = {};
};

bool isLimited(const simulator::SeenRequest &request)
{
    return request.method != "GET" || request.route.endsWith("/machines"_L1) || request.route.endsWith("/volumes"_L1);
}

Load loadOf(const QList<simulator::SeenRequest> &requests, double milliseconds)
{
    const double seconds = milliseconds / 1000 * speed;
    Load load{.requests = requests.size(), .perSecond = static_cast<double>(requests.size()) / seconds};
    QHash<QByteArray, int> made;
    for (const auto &request : requests) {
        load.refused += request.status == 429 ? 1 : 0;
        const bool isLook = request.method == "GET" && request.route == "/v1/apps/{app}/machines/{id}"_L1;
        if (!request.route.startsWith("/v1/apps/"_L1) || (!isLook && !isLimited(request)))
            continue;
        const auto bucket = request.method + ' ' + request.path.split('?').front();
        const double admitted = isLook ? 10 + 5 * seconds : 3 + seconds;
        const double share = ++made[bucket] / admitted;
        if (share > load.busiest) {
            load.busiest = share;
            load.where = request.method + ' ' + request.route.toUtf8();
        }
    }
    return load;
}

Times bareTimes()
{
    FlyFixture fly({.timeScale = speed, .rateLimits = false});
    BareChain chain(fly);
    Times times;
    times.create = chain.create();
    times.stop = chain.stop();
    times.start = chain.start();
    times.remove = chain.remove();
    return times;
}

//! Whether all of them came to a good end.
template <typename T> bool areGood(const std::vector<Result<T>> &results)
{
    return std::ranges::all_of(results, [](const Result<T> &result) { return result.has_value(); });
}

void print(const char *action, int count, double bare, double ours, const Load &load)
{
    std::printf("%-6s of %2d: critical path %5.0f ms, ours %5.0f ms, ratio %.2f; %3d requests, %5.1f/s, 429: %d, "
                "busiest limit %3.0f %% used (%s)\n",
                action, count, bare, ours, ours / bare, static_cast<int>(load.requests), load.perSecond,
                static_cast<int>(load.refused), load.busiest * 100, load.where.constData());
}

//! Does the same to all, side by side, and prints how it went.
template <typename T>
std::vector<Result<T>> measured(FlyFixture &fly, const char *action, double bare, std::vector<Task<Result<T>>> tasks)
{
    const auto count = static_cast<int>(tasks.size());
    fly.simulator.forgetRequests();
    QElapsedTimer timer;
    timer.start();
    auto results = waitFor(all(std::move(tasks)));
    const auto took = static_cast<double>(timer.elapsed());
    print(action, count, bare, took, loadOf(fly.simulator.requests(), took));
    return results;
}

bool liveThrough(int count, const Times &bare)
{
    FlyFixture fly({.timeScale = speed});
    std::vector<Task<Result<Instance>>> creations;
    for (int number = 0; number < count; ++number)
        creations.push_back(fly.provider->create(FlyFixture::spec(u"box-%1"_s.arg(number)), {}));
    const auto made = measured(fly, "create", bare.create, std::move(creations));
    if (!areGood(made))
        return false;
    const auto each = [&](auto command) {
        std::vector<decltype(command(*made.front()))> tasks;
        for (const auto &instance : made)
            tasks.push_back(command(*instance));
        return tasks;
    };
    const auto stopped = measured(fly, "stop", bare.stop, each([&](const Instance &instance) {
                                      return fly.provider->stop(instance, StopManner::Graceful, {});
                                  }));
    const auto started = measured(fly, "start", bare.start,
                                  each([&](const Instance &instance) { return fly.provider->start(instance, {}); }));
    const auto removed = measured(fly, "delete", bare.remove,
                                  each([&](const Instance &instance) { return fly.provider->remove(instance, {}); }));
    return areGood(stopped) && areGood(started) && areGood(removed) && fly.simulator.isEmpty();
}

} // namespace

bool compareLifecycles()
{
    std::printf("lifecycles, at %.0f times the speed of Fly.io:\n", speed);
    const auto bare = bareTimes();
    const bool isOneGood = liveThrough(1, bare);
    const bool areManyGood = liveThrough(many, bare);
    if (!isOneGood || !areManyGood)
        std::printf("something failed on the way\n");
    return isOneGood && areManyGood;
}
