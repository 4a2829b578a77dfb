#include "fly/simulator/regions.h"
#include "fly/simulator/routes.h"

#include <QJsonArray>

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

static Response placements(const World &world, const Call &call)
{
    const auto wish = call.json[u"region"].toString();
    const int count = call.json[u"count"].toInteger(1) > 0 ? call.json[u"count"].toInt(1) : 1;
    QJsonArray list;
    for (const auto &region : regions()) {
        const auto code = region.code.toString();
        const bool isAsked = wish.isEmpty() || wish == "any"_L1 || wish.split(u',').contains(code);
        if (isAsked && !region.isDeprecated && world.hasRoom(code))
            list.append(QJsonObject{{u"Region"_s, code}, {u"Count"_s, count}, {u"Concurrency"_s, 1}});
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
