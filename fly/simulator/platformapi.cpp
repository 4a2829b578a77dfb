#include "fly/simulator/allowance.h"
#include "fly/simulator/machineconfig.h"
#include "fly/simulator/regions.h"
#include "fly/simulator/routes.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static Response regionList(const World &world)
{
    QJsonArray list;
    for (const auto &region : regions()) {
        const auto code = region.code.toString();
        list.append(QJsonObject{{u"code"_s, code},
                                {u"name"_s, region.name.toString()},
                                {u"latitude"_s, region.latitude},
                                {u"longitude"_s, region.longitude},
                                {u"gateway_available"_s, code != "gru"_L1 && code != "jnb"_L1},
                                {u"requires_paid_plan"_s, code == "bom"_L1},
                                {u"deprecated"_s, region.isDeprecated},
                                {u"geo_region"_s, region.area.toString()},
                                {u"mpg_available"_s, false},
                                {u"capacity"_s, region.isDeprecated || !world.hasRoom(code) ? 0 : 1000}});
    }
    return jsonAnswer(QJsonObject{{u"Regions"_s, list}, {u"Nearest"_s, nearestRegion()}});
}

//! How many machines fit there, of those asked about; without a number, as many as the organization may have.
static int countIn(World &world, const QString &region, const QJsonObject &guest, const Call &call)
{
    const bool wantsVolume =
        call.json[u"volume_size_bytes"].toInteger() > 0 || !call.json[u"volume_name"].toString().isEmpty();
    if (!world.hasRoom(region) || (wantsVolume && !world.limits().hasVolumeRoom.value(region, true)))
        return 0;
    const int allowed = machinesAllowed(world, guest, region);
    const int asked = call.json[u"count"].toInt();
    return asked > 0 ? std::min(asked, allowed) : allowed;
}

static Response placements(World &world, const Call &call)
{
    const auto organization = call.json[u"org_slug"].toString();
    if (organization.isEmpty())
        return errorAnswer(400, u"invalid_argument: org_slug is required"_s);
    if (organization != World::organization())
        return errorAnswer(404, u"Could not find Organization \"%1\""_s.arg(organization));
    const auto wish = call.json[u"region"].toString();
    const auto wanted = regionsOf(wish.isEmpty() ? u"any"_s : wish);
    if (wanted.isEmpty())
        return errorAnswer(422, u"region %1 not found"_s.arg(wish));
    static const QJsonObject usualGuest{{u"cpu_kind"_s, u"performance"_s}, {u"cpus"_s, 1}, {u"memory_mb"_s, 2048}};
    const auto compute = call.json[u"compute"].toObject();
    if (auto problem = guestProblem(compute))
        return *problem;
    const auto guest = compute.isEmpty() ? usualGuest : compute;

    QJsonArray list;
    for (const auto &region : wanted) {
        if (const int count = countIn(world, region, guest, call); count > 0)
            list.append(QJsonObject{{u"Region"_s, region}, {u"Count"_s, count}, {u"Concurrency"_s, 1}});
    }
    return jsonAnswer(QJsonObject{{u"Regions"_s, list}});
}

void addPlatformRoutes(Router &router, World &world)
{
    router.add("GET"_ba, u"/v1/platform/regions"_s, Router::Kind::Open,
               [&world](const Call &) { return regionList(world); });
    router.add("POST"_ba, u"/v1/platform/placements"_s, Router::Kind::Read,
               [&world](const Call &call) { return placements(world, call); });
}

} // namespace swarm::simulator
