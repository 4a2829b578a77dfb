#include "fly/simulator/machinelife.h"
#include "fly/simulator/routes.h"
#include "fly/simulator/waits.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

std::optional<Response> hostProblem(const Machine &machine)
{
    if (machine.isHostReachable)
        return {};
    return errorAnswer(503, u"unavailable: the machine's host is unreachable"_s);
}

static bool isKill(const QJsonValue &signal)
{
    if (signal.isDouble())
        return signal.toInt() == 9;
    const auto name = signal.toString().toUpper();
    return name == "SIGKILL"_L1 || name == "KILL"_L1 || name == "9"_L1;
}

static bool isZeroTime(const QJsonValue &timeout)
{
    if (timeout.isDouble())
        return timeout.toInt() == 0;
    const auto text = timeout.toString();
    return text == "0"_L1 || text == "0s"_L1;
}

static Response startMachine(MachineLife &life, const Call &call)
{
    if (auto problem = hostProblem(*call.machine))
        return *problem;
    const auto before = call.machine->state;
    if (auto refusal = life.start(*call.machine, u"user"_s))
        return *refusal;
    return jsonAnswer(QJsonObject{{u"previous_state"_s, before}, {u"migrated"_s, false}, {u"new_host"_s, QString()}});
}

static Response stopMachine(MachineLife &life, const Call &call)
{
    if (auto problem = hostProblem(*call.machine))
        return *problem;
    const auto signal = call.json[u"signal"];
    if (!signal.isUndefined() && !signal.isNull() && !signal.isString() && !signal.isDouble())
        return errorAnswer(400,
                           u"json: cannot unmarshal value into Go struct field stopRequest.signal of type string"_s);
    const bool hurries = isKill(signal) || isZeroTime(call.json[u"timeout"]);
    const auto refusal = life.stop(*call.machine, u"user"_s, hurries);
    return refusal ? *refusal : okAnswer();
}

static Response setCordon(World &world, const Call &call, bool isCordoned)
{
    call.machine->isCordoned = isCordoned;
    world.changed(*call.machine);
    return okAnswer();
}

static Response events(const Call &call)
{
    bool isNumber = false;
    const int wanted = call.request.queryValue(u"limit"_s).toInt(&isNumber);
    const int limit = isNumber && wanted > 0 ? std::min(wanted, 50) : 20;
    QJsonArray list;
    for (const auto &event : call.machine->events) {
        if (list.size() < limit)
            list.append(event);
    }
    return jsonAnswer(list);
}

void addMachineActionRoutes(Router &router, World &world, MachineLife &life, Waits &waits)
{
    const auto one = u"/v1/apps/{app}/machines/{id}"_s;
    router.add("POST"_ba, one + u"/start"_s, Router::Kind::Write,
               [&](const Call &call) { return startMachine(life, call); });
    router.add("POST"_ba, one + u"/stop"_s, Router::Kind::Write,
               [&](const Call &call) { return stopMachine(life, call); });
    router.add("POST"_ba, one + u"/suspend"_s, Router::Kind::Write, [&](const Call &call) {
        if (auto problem = hostProblem(*call.machine))
            return *problem;
        const auto refusal = life.suspend(*call.machine, u"user"_s);
        return refusal ? *refusal : okAnswer();
    });
    router.add("POST"_ba, one + u"/restart"_s, Router::Kind::Write, [&](const Call &call) {
        if (auto problem = hostProblem(*call.machine))
            return *problem;
        const auto refusal = life.restart(*call.machine);
        return refusal ? *refusal : okAnswer();
    });
    router.add("POST"_ba, one + u"/signal"_s, Router::Kind::Write, [&](const Call &call) {
        const auto refusal = life.signal(*call.machine, isKill(call.json[u"signal"]));
        return refusal ? *refusal : okAnswer();
    });
    router.add("POST"_ba, one + u"/cordon"_s, Router::Kind::Write,
               [&](const Call &call) { return setCordon(world, call, true); });
    router.add("POST"_ba, one + u"/uncordon"_s, Router::Kind::Write,
               [&](const Call &call) { return setCordon(world, call, false); });
    router.addLater("GET"_ba, one + u"/wait"_s, Router::Kind::Wait,
                    [&](const Call &call, const Answer &answer) { waits.add(call, answer); });
    router.add("GET"_ba, one + u"/events"_s, Router::Kind::Listing, [](const Call &call) { return events(call); });
    router.add("GET"_ba, one + u"/versions"_s, Router::Kind::Listing, [](const Call &call) {
        QJsonArray newestFirst;
        for (const auto &version : call.machine->versions)
            newestFirst.prepend(version);
        return jsonAnswer(newestFirst);
    });
}

} // namespace swarm::simulator
