#include "fly/simulator/guestfiles.h"
#include "fly/simulator/routes.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {
namespace {

//! A process as it would be after the machine has run for a while. CPU time is what its start took and a share since.
struct ProcessShape {
    int pid = 0;
    QString command = {};
    QString directory = {};
    qint64 usualKb = 0;
    int memoryShare = 1; //!< at most the machine's memory divided by this
    qint64 startMs = 0;
    int idlePerMille = 0;
    QString listens = {};
};

QString mainCommand(const Machine &machine)
{
    const auto init = machine.config[u"init"].toObject();
    QStringList words;
    for (const auto &key : {u"exec"_s, u"entrypoint"_s, u"cmd"_s}) {
        for (const auto &word : init[key].toArray())
            words << word.toString();
    }
    if (!init.contains(u"exec"_s) && !init.contains(u"entrypoint"_s))
        words = QStringList{u"/bin/sh /usr/bin/entrypoint.sh --bind-addr 0.0.0.0:8080"_s} + words;
    return words.join(u' ');
}

QList<ProcessShape> shapesOf(const Machine &machine)
{
    const auto node = u"/usr/lib/code-server/lib/node /usr/lib/code-server"_s;
    const auto port = machine.editorPort();
    return {
        {.pid = 1, .command = u"/fly/init"_s, .directory = u"/"_s, .usualKb = 5200, .memoryShare = 48, .startMs = 90},
        {.pid = 315,
         .command = u"/.fly/hallpass"_s,
         .directory = u"/"_s,
         .usualKb = 9800,
         .memoryShare = 24,
         .startMs = 40,
         .listens = u"[%1]:22"_s.arg(machine.privateIp)},
        {.pid = 320,
         .command = mainCommand(machine),
         .directory = GuestFiles::home(),
         .usualKb = 3300,
         .memoryShare = 64,
         .startMs = 20},
        {.pid = 338,
         .command = node,
         .directory = GuestFiles::home(),
         .usualKb = 62'000,
         .memoryShare = 8,
         .startMs = 900,
         .idlePerMille = 1},
        {.pid = 349,
         .command = node + u"/out/node/entry"_s,
         .directory = GuestFiles::home(),
         .usualKb = 148'000,
         .memoryShare = 3,
         .startMs = 2600,
         .idlePerMille = 12,
         .listens = port > 0 ? u"0.0.0.0:%1"_s.arg(port) : QString()},
    };
}

qint64 memoryKbOf(const Machine &machine)
{
    return machine.guest()[u"memory_mb"].toInteger(256) * 1024;
}

qint64 residentKb(const ProcessShape &shape, qint64 memoryKb)
{
    return std::min(shape.usualKb, memoryKb / shape.memoryShare);
}

QJsonObject processView(const ProcessShape &shape, qint64 memoryKb, qint64 uptimeMs)
{
    const auto cpuMs = std::min(uptimeMs, shape.startMs + uptimeMs * shape.idlePerMille / 1000);
    QJsonArray sockets;
    if (!shape.listens.isEmpty())
        sockets.append(QJsonObject{{u"proto"_s, u"tcp"_s}, {u"address"_s, shape.listens}});
    return {{u"pid"_s, shape.pid},
            {u"command"_s, shape.command},
            {u"directory"_s, shape.directory},
            {u"cpu"_s, uptimeMs > 0 ? cpuMs * 100 / uptimeMs : 0},
            {u"rss"_s, residentKb(shape, memoryKb)},
            {u"rtime"_s, uptimeMs},
            {u"stime"_s, cpuMs / 4},
            {u"listen_sockets"_s, sockets}};
}

Response processes(World &world, const Call &call)
{
    const auto &machine = *call.machine;
    if (auto problem = runningProblem(machine, u"list processes of"_s))
        return *problem;
    const auto wish = call.request.queryValue(u"sort_by"_s);
    static const QStringList keys{u"pid"_s, u"cpu"_s, u"rss"_s, u"rtime"_s, u"stime"_s};
    if (!wish.isEmpty() && !keys.contains(wish))
        return errorAnswer(400, u"invalid sort_by \"%1\""_s.arg(wish));
    const auto order = call.request.queryValue(u"order"_s);
    if (!order.isEmpty() && order != "asc"_L1 && order != "desc"_L1)
        return errorAnswer(400, u"invalid order \"%1\""_s.arg(order));

    const auto uptimeMs = std::max<qint64>(0, world.clock().now() - machine.startedAt);
    const auto memoryKb = memoryKbOf(machine);
    QList<QJsonObject> list;
    for (const auto &shape : shapesOf(machine))
        list.append(processView(shape, memoryKb, uptimeMs));
    const auto key = wish.isEmpty() ? u"pid"_s : wish;
    const bool isDescending = order == "desc"_L1;
    std::sort(list.begin(), list.end(), [&](const QJsonObject &a, const QJsonObject &b) {
        const auto left = std::pair(a[key].toInteger(), a[u"pid"].toInteger());
        const auto right = std::pair(b[key].toInteger(), b[u"pid"].toInteger());
        return isDescending ? right < left : left < right;
    });
    QJsonArray answer;
    for (const auto &process : list)
        answer.append(process);
    return jsonAnswer(answer);
}

} // namespace

qint64 memoryInUseKb(const Machine &machine)
{
    qint64 sumKb = 0;
    for (const auto &shape : shapesOf(machine))
        sumKb += residentKb(shape, memoryKbOf(machine));
    return sumKb;
}

void addProcessRoutes(Router &router, World &world)
{
    router.add("GET"_ba, u"/v1/apps/{app}/machines/{id}/ps"_s, Router::Kind::Listing,
               [&world](const Call &call) { return processes(world, call); });
}

} // namespace swarm::simulator
