// Prints figures: start and memory of the window beside an empty Qt window, and the wall time of a create beside the
// least that its chain of dependent requests can take. Asserts the bars that are ours.
#include "fly/machineconfig.h"
#include "tests/flyfixture.h"
#include "tests/waitfor.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

constexpr int runs = 9;
constexpr double createBar = 1.1; //!< times the longest chain of dependent calls

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

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
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto *variable : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(variable), home.path());
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
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

void compareStarts()
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
    std::printf(
        "start to painted window, median of %d: empty Qt window %.0f ms, remote-swarm --demo %.0f ms, ratio %.2f\n",
        runs, median(empty), median(ours), median(ratios));
    std::printf("memory 2 s later (PSS):  empty Qt window %.1f MB, remote-swarm --demo with its simulator %.1f MB\n",
                median(emptyMemory), median(ourMemory));
}

//! Asks again without a pause until `isDone`.
template <typename Ask, typename Done> void until(Ask ask, Done isDone)
{
    while (!isDone(waitFor(ask()))) { }
}

//! The longest chain of dependent calls of a create, made by hand without a moment's pause.
double bareChain()
{
    FlyFixture fly({.timeScale = 1, .rateLimits = false});
    HttpClient visitor(fly.clock);
    const auto spec = FlyFixture::spec(u"box"_s);
    const auto isGood = [](const auto &result) { return result.has_value(); };
    QElapsedTimer timer;
    timer.start();
    auto app = waitFor(fly.client->apps.create(u"box"_s, u"personal"_s, u"box"_s, {}));
    until([&] { return fly.client->apps.get(u"box"_s, {}); }, isGood);
    auto secrets = waitFor(fly.client->secrets.set(u"box"_s, {{u"PASSWORD"_s, spec.password}}, {}));
    const auto v4 = waitFor(fly.client->addresses.assign(u"box"_s, AddressType::SharedV4, {}, {}));
    const auto volume = waitFor(fly.client->volumes.create(
        u"box"_s, {.name = u"box_data"_s, .region = u"ams"_s, .sizeGb = 10, .guest = guestOf(spec.size)}, {}));
    const auto machine = waitFor(fly.client->machines.create(u"box"_s, machineBody(spec, volume->id, *secrets), {}));
    until([&] { return fly.client->machines.get(u"box"_s, machine->id, {}); },
          [](const Result<Machine> &seen) { return seen && seen->state == "started"_L1; });
    const HttpRequest visit{.url = fly.simulator.appUrl(u"box"_s).resolved(QUrl(u"/healthz"_s))};
    until([&] { return visitor.send(visit); },
          [](const Result<HttpReply> &reply) { return reply && reply->status == 200; });
    return static_cast<double>(timer.elapsed());
}

double ourCreate()
{
    FlyFixture fly({.timeScale = 1});
    QElapsedTimer timer;
    timer.start();
    const auto made = waitFor(fly.provider->create(FlyFixture::spec(u"box"_s), {}));
    return made ? static_cast<double>(timer.elapsed()) : 0;
}

bool compareCreates()
{
    constexpr int creates = 3;
    std::vector<double> bare;
    std::vector<double> ours;
    for (int run = 0; run < creates; ++run) {
        bare.push_back(bareChain());
        ours.push_back(ourCreate());
    }
    const double ratio = median(ours) / median(bare);
    std::printf(
        "create, median of %d: the longest chain of dependent calls %.0f ms, ours %.0f ms, ratio %.2f (bar %.1f)\n",
        creates, median(bare), median(ours), ratio, createBar);
    return median(ours) > 0 && ratio <= createBar;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(
        u"remoteswarm.*=false"_s); // the bare chain asks where it knows that it is too early
    const bool isWithinBar = compareCreates();
    std::fflush(stdout);
    compareStarts();
    return isWithinBar ? 0 : 1;
}
