#include "fly/simulator/ids.h"
#include "fly/simulator/routes.h"

#include <QJsonArray>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static QString newIp(const QString &type)
{
    auto *random = QRandomGenerator::global();
    if (type == "shared_v4"_L1)
        return u"66.241.124.%1"_s.arg(random->bounded(2, 250));
    if (type == "v4"_L1)
        return u"137.66.%1.%2"_s.arg(random->bounded(2, 250)).arg(random->bounded(2, 250));
    if (type == "private_v6"_L1)
        return u"fdaa:0:%1:0:1::%2"_s.arg(randomHex(4), randomHex(2));
    return u"2a09:8280:1::%1:%2:0"_s.arg(randomHex(2), randomHex(4));
}

Address giveAddress(World &world, App &app, const QString &type, const QString &region)
{
    if (type == "shared_v4"_L1) {
        for (const auto &address : app.addresses) {
            if (address.type == type)
                return address;
        }
    }
    const auto now = world.clock().stamp();
    app.addresses.append({.id = newUlid(now),
                          .ip = newIp(type),
                          .type = type,
                          .region = region.isEmpty() ? u"global"_s : region,
                          .createdAt = now});
    return app.addresses.last();
}

static QJsonObject addressView(const App &app, const Address &address)
{
    const bool isPrivate = address.type == "private_v6"_L1;
    return {{u"ip"_s, address.ip},
            {u"region"_s, address.region},
            {u"service_name"_s, QString()},
            {u"shared"_s, address.type == "shared_v4"_L1},
            {u"created_at"_s, rfc3339(address.createdAt)},
            {u"type"_s, address.type},
            {u"network"_s,
             isPrivate ? QJsonValue(QJsonObject{{u"name"_s, app.network}, {u"org_slug"_s, World::organization()}})
                       : QJsonValue()}};
}

void addAddressRoutes(Router &router, World &world)
{
    const auto all = u"/v1/apps/{app}/ip_assignments"_s;
    router.add("GET"_ba, all, Router::Kind::Listing, [](const Call &call) {
        QJsonArray list;
        for (const auto &address : call.app->addresses)
            list.append(addressView(*call.app, address));
        return jsonAnswer(QJsonObject{{u"ips"_s, list}});
    });
    router.add("POST"_ba, all, Router::Kind::Write, [&world](const Call &call) {
        static const QStringList types{u"v4"_s, u"v6"_s, u"shared_v4"_s, u"private_v6"_s};
        const auto type = call.json[u"type"].toString();
        if (!types.contains(type))
            return errorAnswer(422, u"invalid ip type \"%1\""_s.arg(type));
        const auto address = giveAddress(world, *call.app, type, call.json[u"region"].toString());
        return jsonAnswer(addressView(*call.app, address));
    });
    router.add("DELETE"_ba, all + u"/{ip}"_s, Router::Kind::Write, [](const Call &call) {
        const auto ip = call.name(u"ip"_s);
        const auto removed = call.app->addresses.removeIf([&ip](const Address &address) { return address.ip == ip; });
        return removed > 0 ? Response{.status = 204} : errorAnswer(404, u"ip assignment not found"_s);
    });
}

} // namespace swarm::simulator
