#include "fly/simulator/machinehistory.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr qsizetype mostTraffic = 10'000;

static bool isRunning(const PastOfMachine &past)
{
    return !past.runs.isEmpty() && past.runs.last().to == 0;
}

static void finish(PastOfMachine &past, qint64 at)
{
    if (isRunning(past))
        past.runs.last().to = std::max(at, past.runs.last().from + 1);
}

std::optional<int> PastOfMachine::mostOpen(qint64 from, qint64 to) const
{
    if (watchedFrom == 0 || to < watchedFrom)
        return {};
    int most = 0;
    for (auto change = traffic.crbegin(); change != traffic.crend(); ++change) {
        if (change->at <= to)
            most = std::max(most, change->open);
        if (change->at <= from)
            break;
    }
    return most;
}

MachineHistory::MachineHistory(World &world, QObject *parent)
    : QObject(parent)
    , m_world(world)
{
    connect(&world, &World::machineChanged, this, [this](const QString &id) {
        if (const auto *machine = m_world.machine(id))
            follow(*machine);
    });
}

void MachineHistory::follow(const Machine &machine)
{
    auto &past = m_pasts[machine.id];
    past.machine = machine.id;
    past.app = machine.app;
    past.region = machine.region;
    const auto now = m_world.clock().now();
    if (past.watchedFrom == 0)
        past.watchedFrom = now;
    for (const auto &event : m_events.take(machine))
        read(past, machine, event);
    // Not everything that happens to a machine is an event.
    if (machine.isStarted() && !isRunning(past))
        begin(past, machine, machine.startedAt > 0 ? std::min(machine.startedAt, now) : now);
    if (!machine.isStarted())
        finish(past, now);
    forgetOld(past);
}

void MachineHistory::read(PastOfMachine &past, const Machine &machine, const QJsonObject &event)
{
    const auto type = event[u"type"].toString();
    const auto at = event[u"timestamp"].toInteger();
    if (type == "start"_L1) {
        if (event[u"status"] == "started"_L1)
            begin(past, machine, at);
        return;
    }
    finish(past, at);
    if (type == "suspend"_L1) {
        m_asleep.insert(machine.id);
        return;
    }
    m_asleep.remove(machine.id);
    if (type == "exit"_L1) {
        const auto exit = event[u"request"].toObject()[u"exit_event"].toObject();
        past.exits.append({.at = at, .code = exit[u"exit_code"].toInt(), .isOomKilled = exit[u"oom_killed"].toBool()});
    }
}

void MachineHistory::begin(PastOfMachine &past, const Machine &machine, qint64 at)
{
    finish(past, at);
    const auto guest = machine.guest();
    Run run{.from = at,
            .isResumed = m_asleep.remove(machine.id) && !past.runs.isEmpty(),
            .cpus = guest[u"cpus"].toInt(1),
            .isShared = guest[u"cpu_kind"].toString(u"shared"_s) == "shared"_L1,
            .memoryMb = guest[u"memory_mb"].toInt(256),
            .volume = machine.mountedVolume(),
            .mount = machine.config[u"mounts"].toArray().at(0).toObject()[u"path"].toString()};
    if (const auto *volume = m_world.volume(run.volume))
        run.diskGb = volume->sizeGb;
    past.runs.append(run);
}

void MachineHistory::forgetOld(PastOfMachine &past) const
{
    const auto oldest = m_world.clock().now() - keptMs;
    past.runs.removeIf([oldest](const Run &run) { return run.to != 0 && run.to < oldest; });
    past.exits.removeIf([oldest](const PastOfMachine::Exit &exit) { return exit.at < oldest; });
}

void MachineHistory::noteTraffic(const QString &machineId, int open)
{
    auto &past = m_pasts[machineId];
    past.traffic.append({.at = m_world.clock().now(), .open = open});
    if (past.traffic.size() > mostTraffic)
        past.traffic.removeFirst();
}

static QJsonObject runView(const Run &run)
{
    return {{u"from"_s, run.from},     {u"to"_s, run.to},           {u"resumed"_s, run.isResumed},
            {u"cpus"_s, run.cpus},     {u"shared"_s, run.isShared}, {u"memory_mb"_s, run.memoryMb},
            {u"volume"_s, run.volume}, {u"mount"_s, run.mount},     {u"disk_gb"_s, run.diskGb}};
}

static Run runFrom(const QJsonObject &json)
{
    return {.from = json[u"from"].toInteger(),
            .to = json[u"to"].toInteger(),
            .isResumed = json[u"resumed"].toBool(),
            .cpus = json[u"cpus"].toInt(1),
            .isShared = json[u"shared"].toBool(true),
            .memoryMb = json[u"memory_mb"].toInt(256),
            .volume = json[u"volume"].toString(),
            .mount = json[u"mount"].toString(),
            .diskGb = json[u"disk_gb"].toInt()};
}

QJsonObject MachineHistory::toJson() const
{
    QJsonObject all;
    for (const auto &[id, past] : m_pasts) {
        QJsonArray runs;
        for (const auto &run : past.runs)
            runs.append(runView(run));
        QJsonArray exits;
        for (const auto &exit : past.exits) {
            exits.append(
                QJsonObject{{u"at"_s, exit.at}, {u"exit_code"_s, exit.code}, {u"oom_killed"_s, exit.isOomKilled}});
        }
        QJsonArray traffic;
        for (const auto &change : past.traffic)
            traffic.append(QJsonArray{change.at, change.open});
        all.insert(id,
                   QJsonObject{{u"app"_s, past.app},
                               {u"region"_s, past.region},
                               {u"runs"_s, runs},
                               {u"exits"_s, exits},
                               {u"traffic"_s, traffic},
                               {u"watched_from"_s, past.watchedFrom}});
    }
    return all;
}

void MachineHistory::load(const QJsonObject &json)
{
    m_pasts.clear();
    m_asleep.clear();
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        const auto object = entry->toObject();
        PastOfMachine past{.machine = entry.key(),
                           .app = object[u"app"].toString(),
                           .region = object[u"region"].toString(),
                           .watchedFrom = object[u"watched_from"].toInteger()};
        for (const auto &run : object[u"runs"].toArray())
            past.runs.append(runFrom(run.toObject()));
        for (const auto &value : object[u"exits"].toArray()) {
            const auto exit = value.toObject();
            past.exits.append({.at = exit[u"at"].toInteger(),
                               .code = exit[u"exit_code"].toInt(),
                               .isOomKilled = exit[u"oom_killed"].toBool()});
        }
        for (const auto &change : object[u"traffic"].toArray())
            past.traffic.append({.at = change.toArray().at(0).toInteger(), .open = change.toArray().at(1).toInt()});
        m_pasts.emplace(past.machine, std::move(past));
    }
    for (const auto &[id, machine] : m_world.machines()) {
        follow(machine);
        if (machine.state == "suspended"_L1)
            m_asleep.insert(id);
    }
}

} // namespace swarm::simulator
