#include "fly/simulator/routes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static int limitOf(const Machine &machine)
{
    const int sizeMb = machine.guest()[u"memory_mb"].toInt();
    return machine.memoryLimitMb > 0 ? std::min(machine.memoryLimitMb, sizeMb) : sizeMb;
}

static int freeIn(const Machine &machine)
{
    return std::max(0, limitOf(machine) - static_cast<int>(memoryInUseKb(machine) / 1024));
}

static Response memoryView(const Machine &machine)
{
    return jsonAnswer(QJsonObject{{u"available_mb"_s, freeIn(machine)}, {u"limit_mb"_s, limitOf(machine)}});
}

static Response setLimit(World &world, const Call &call)
{
    auto &machine = *call.machine;
    const auto wish = call.json[u"limit_mb"];
    const int sizeMb = machine.guest()[u"memory_mb"].toInt();
    if (!wish.isDouble() || wish.toInt() < 1 || wish.toInt() > sizeMb)
        return errorAnswer(400, u"invalid_argument: limit_mb must be between 1 and %1"_s.arg(sizeMb));
    machine.memoryLimitMb = wish.toInt();
    world.changed(machine);
    return memoryView(machine);
}

//! The balloon takes what is free, and no more.
static Response reclaim(World &world, const Call &call)
{
    auto &machine = *call.machine;
    const auto wish = call.json[u"amount_mb"];
    if (!wish.isDouble() || wish.toInt() < 1)
        return errorAnswer(400, u"invalid_argument: amount_mb must be positive"_s);
    const int takenMb = std::min(wish.toInt(), freeIn(machine));
    machine.memoryLimitMb = limitOf(machine) - takenMb;
    world.changed(machine);
    return jsonAnswer(QJsonObject{{u"actual_mb"_s, takenMb}});
}

void addMemoryRoutes(Router &router, World &world)
{
    const auto memory = u"/v1/apps/{app}/machines/{id}/memory"_s;
    const auto whileRunning = [](auto act) {
        return [act](const Call &call) {
            const auto problem = runningProblem(*call.machine, u"change the memory of"_s);
            return problem ? *problem : act(call);
        };
    };
    router.add("GET"_ba, memory, Router::Kind::Read, [](const Call &call) {
        const auto problem = runningProblem(*call.machine, u"read the memory of"_s);
        return problem ? *problem : memoryView(*call.machine);
    });
    router.add("PUT"_ba, memory, Router::Kind::Write,
               whileRunning([&world](const Call &call) { return setLimit(world, call); }));
    router.add("POST"_ba, memory + u"/reclaim"_s, Router::Kind::Write,
               whileRunning([&world](const Call &call) { return reclaim(world, call); }));
}

} // namespace swarm::simulator
