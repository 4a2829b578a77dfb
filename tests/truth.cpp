#include "tests/truth.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

QString Truth::Machine::metadata(const char *key) const
{
    return json["config"_L1]["metadata"_L1][QLatin1StringView(key)].toString();
}

bool Truth::Machine::isOver() const
{
    return state() == "destroyed"_L1 || state() == "migrated"_L1;
}

bool Truth::Machine::isMadeAfter(const Machine &other) const
{
    const auto made = [](const Machine &machine) {
        return std::pair(machine.json["created_at"_L1].toInteger(), machine.id());
    };
    return made(*this) > made(other);
}

Truth::Truth(const QJsonObject &state)
{
    const auto histories = state["history"_L1].toObject();
    for (const auto &value : state["machines"_L1].toArray()) {
        Machine machine{.json = value.toObject()};
        machine.instance = machine.metadata("remote_swarm_id");
        const auto history = histories[machine.id()].toObject();
        for (const auto &run : history["runs"_L1].toArray())
            machine.runs.push_back({.from = run["from"_L1].toInteger(), .to = run["to"_L1].toInteger()});
        m_machines.push_back(std::move(machine));
    }
    std::ranges::sort(m_machines, [](const Machine &one, const Machine &other) { return one.isMadeAfter(other); });
}

const Truth::Machine *Truth::machine(const QString &id) const
{
    const auto found = std::ranges::find(m_machines, id, &Machine::id);
    return found == m_machines.end() ? nullptr : &*found;
}

std::vector<const Truth::Machine *> Truth::living(const QString &instance) const
{
    std::vector<const Machine *> found;
    for (const auto &machine : m_machines) {
        if (machine.instance == instance && !machine.isOver())
            found.push_back(&machine);
    }
    return found;
}

const Truth::Machine *Truth::current(const QString &instance) const
{
    const auto machines = living(instance);
    const auto found = std::ranges::find(machines, u"current"_s, &Machine::role);
    return found == machines.end() ? nullptr : *found;
}

QStringList Truth::instances() const
{
    QStringList ids;
    for (const auto &machine : m_machines) {
        if (!ids.contains(machine.instance))
            ids << machine.instance;
    }
    ids.sort();
    return ids;
}

bool Truth::wasRunning(const QString &id, qint64 from, qint64 to) const
{
    const auto *found = machine(id);
    return found && std::ranges::any_of(found->runs, [&](const Run &run) {
               return run.from <= to && (run.to == 0 || run.to >= from);
           });
}
