#include "fly/simulator/frontdoor.h"
#include "fly/simulator/ids.h"
#include "fly/simulator/machineview.h"
#include "fly/simulator/routes.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static Lease *liveLease(World &world, Machine &machine)
{
    if (machine.lease && machine.lease->expiresAt <= world.clock().now())
        machine.lease.reset();
    return machine.lease ? &*machine.lease : nullptr;
}

static Response envelope(const Machine &machine, int status)
{
    return jsonAnswer(QJsonObject{{u"status"_s, u"success"_s}, {u"data"_s, leaseView(machine)}}, status);
}

static Response noLease()
{
    return jsonAnswer(
        QJsonObject{{u"status"_s, u"error"_s}, {u"message"_s, u"lease not found"_s}, {u"code"_s, u"not_found"_s}}, 404);
}

static bool hasNonce(const Call &call)
{
    return QString::fromUtf8(call.request.header("fly-machine-lease-nonce"_ba)) == call.machine->lease->nonce;
}

static Response acquire(World &world, const Call &call)
{
    auto &machine = *call.machine;
    if (liveLease(world, machine) && !hasNonce(call))
        return leaseHeld(machine);
    auto seconds = call.request.queryValue(u"ttl"_s).toLongLong();
    if (seconds <= 0)
        seconds = call.json[u"ttl"].toInteger(120);
    const bool isRefresh = machine.lease.has_value();
    machine.lease = Lease{.nonce = isRefresh ? machine.lease->nonce : newNonce(),
                          .owner = World::viewerEmail(),
                          .description = call.json[u"description"].toString(),
                          .expiresAt = world.clock().now() + seconds * 1000};
    return envelope(machine, 201);
}

void addLeaseRoutes(Router &router, World &world)
{
    const auto lease = u"/v1/apps/{app}/machines/{id}/lease"_s;
    router.add("GET"_ba, lease, Router::Kind::Read, [&world](const Call &call) {
        return liveLease(world, *call.machine) ? envelope(*call.machine, 200) : noLease();
    });
    router.add("POST"_ba, lease, Router::Kind::LeaseWrite, [&world](const Call &call) { return acquire(world, call); });
    router.add("DELETE"_ba, lease, Router::Kind::LeaseWrite, [&world](const Call &call) {
        if (!liveLease(world, *call.machine))
            return noLease();
        if (!hasNonce(call))
            return leaseHeld(*call.machine);
        call.machine->lease.reset();
        return jsonAnswer(QJsonObject{{u"status"_s, u"success"_s}, {u"data"_s, QJsonObject{{u"ok"_s, true}}}});
    });
}

} // namespace swarm::simulator
