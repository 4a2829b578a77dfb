#include "fly/simulator/waits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

Waits::Waits(World &world, QObject *parent)
    : QObject(parent)
    , m_world(world)
{
    connect(&world, &World::machineChanged, this, &Waits::look);
}

static std::optional<int> secondsOf(QString text)
{
    if (text.isEmpty())
        return 60;
    if (text.endsWith(u's'))
        text.chop(1);
    bool isNumber = false;
    const int seconds = text.toInt(&isNumber);
    if (!isNumber || seconds < 1 || seconds > 60)
        return {};
    return seconds;
}

static Response badWait(const QString &text)
{
    return errorAnswer(400, u"invalid_argument: "_s + text);
}

std::optional<Response> Waits::read(const Call &call, Waiting *waiting)
{
    const auto query = call.request.query();
    for (const auto &csv : query.allQueryItemValues(u"state"_s, QUrl::FullyDecoded))
        waiting->states += csv.split(u',', Qt::SkipEmptyParts);
    if (waiting->states.isEmpty())
        waiting->states << u"started"_s;
    static const QStringList known{u"started"_s,   u"stopped"_s, u"suspended"_s,
                                   u"destroyed"_s, u"failed"_s,  u"settled"_s};
    for (const auto &state : std::as_const(waiting->states)) {
        if (!known.contains(state))
            return badWait(u"unrecognized machine state '%1'"_s.arg(state));
    }
    waiting->version = call.request.queryValue(u"instance_id"_s);
    if (waiting->version.isEmpty())
        waiting->version = call.request.queryValue(u"version"_s);
    if (waiting->version.isEmpty() && waiting->states.contains(u"stopped"_s))
        return badWait(u"missing required instance_id/version"_s);
    const auto &versions = call.machine->versions;
    const bool isKnownVersion =
        waiting->version.isEmpty() || std::any_of(versions.begin(), versions.end(), [waiting](const QJsonValue &v) {
            return v.toObject()[u"version"].toString() == waiting->version;
        });
    if (!isKnownVersion)
        return badWait(u"machine version %1 not found"_s.arg(waiting->version));
    constexpr int lengthOfAnEventId = 26;
    waiting->afterEvent = call.request.queryValue(u"from_event_id"_s);
    if (!waiting->afterEvent.isEmpty() && waiting->afterEvent.size() != lengthOfAnEventId)
        return badWait(u"from_event_id '%1' is no event id"_s.arg(waiting->afterEvent));
    return {};
}

void Waits::add(const Call &call, const Answer &answer)
{
    const auto seconds = secondsOf(call.request.queryValue(u"timeout"_s));
    if (!seconds) {
        answer(badWait(u"timeout must be between 1s and 60s"_s));
        return;
    }
    Waiting waiting{.number = ++m_lastNumber, .machine = call.machine->id, .answer = answer};
    if (const auto problem = read(call, &waiting)) {
        answer(*problem);
        return;
    }
    if (const auto response = arrival(waiting)) {
        answer(*response);
        return;
    }
    m_world.clock().after(std::chrono::seconds(*seconds), this, [this, number = waiting.number] { giveUp(number); });
    m_waiting.append(std::move(waiting));
}

bool Waits::isWanted(const Waiting &waiting, const QString &state)
{
    static const QStringList settled{u"created"_s,   u"started"_s,   u"stopped"_s,
                                     u"suspended"_s, u"destroyed"_s, u"failed"_s};
    return waiting.states.contains(state) || (waiting.states.contains(u"settled"_s) && settled.contains(state));
}

static Response arrived(const Machine &machine, const QString &state, const QJsonValue &event)
{
    return jsonAnswer(QJsonObject{
        {u"ok"_s, true}, {u"state"_s, state}, {u"version"_s, machine.instanceId}, {u"event_id"_s, event[u"id"]}});
}

std::optional<Response> Waits::arrival(const Waiting &waiting) const
{
    const auto *machine = m_world.machine(waiting.machine);
    if (!machine)
        return errorAnswer(404, u"machine not found"_s);
    if (!waiting.afterEvent.isEmpty())
        return arrivalAfter(waiting, *machine);
    // An earlier version has ended for good: it counts as stopped and never becomes anything else.
    const bool isEarlier = !waiting.version.isEmpty() && waiting.version != machine->instanceId;
    const auto state = isEarlier && !machine->isDestroyed() ? u"stopped"_s : machine->state;
    if (!isWanted(waiting, state))
        return {};
    return arrived(*machine, state, machine->events.at(0));
}

//! What the machine has been through meanwhile counts, even when it has moved on.
std::optional<Response> Waits::arrivalAfter(const Waiting &waiting, const Machine &machine)
{
    for (auto i = machine.events.size() - 1; i >= 0; --i) {
        const auto event = machine.events[i];
        const auto state = event[u"status"].toString();
        if (event[u"id"].toString() > waiting.afterEvent && isWanted(waiting, state))
            return arrived(machine, state, event);
    }
    return {};
}

void Waits::look(const QString &machine)
{
    for (qsizetype i = m_waiting.size() - 1; i >= 0; --i) {
        if (m_waiting[i].machine != machine)
            continue;
        if (const auto response = arrival(m_waiting[i])) {
            const auto answer = m_waiting.takeAt(i).answer;
            answer(*response);
        }
    }
}

void Waits::giveUp(quint64 number)
{
    for (qsizetype i = 0; i < m_waiting.size(); ++i) {
        if (m_waiting[i].number != number)
            continue;
        const auto waiting = m_waiting.takeAt(i);
        const auto *machine = m_world.machine(waiting.machine);
        const auto text = u"deadline_exceeded: machine failed to reach desired state, %1, currently %2"_s.arg(
            waiting.states.join(u','), machine ? machine->state : u"destroyed"_s);
        waiting.answer(errorAnswer(408, text));
        return;
    }
}

} // namespace swarm::simulator
