#include "fly/simulator/allowance.h"
#include "fly/simulator/ids.h"
#include "fly/simulator/regions.h"
#include "fly/simulator/routes.h"

#include <QJsonArray>
#include <QRandomGenerator>

#include <algorithm>

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
    if (type == "egress_v4"_L1)
        return u"209.71.%1.%2"_s.arg(random->bounded(2, 250)).arg(random->bounded(2, 250));
    if (type == "egress_v6"_L1)
        return u"2a09:8280:e:%1::%2"_s.arg(randomHex(4), randomHex(4));
    return u"2a09:8280:1::%1:%2:0"_s.arg(randomHex(2), randomHex(4));
}

Address giveAddress(World &world, App &app, Address wish)
{
    if (wish.type == "shared_v4"_L1) {
        for (const auto &address : app.addresses) {
            if (address.type == wish.type)
                return address;
        }
    }
    wish.createdAt = world.clock().stamp();
    wish.id = newUlid(wish.createdAt);
    wish.ip = newIp(wish.type);
    if (wish.region.isEmpty())
        wish.region = u"global"_s;
    app.addresses.append(wish);
    return wish;
}

Address giveAddress(World &world, App &app, const QString &type, const QString &region)
{
    return giveAddress(world, app, Address{.type = type, .region = region});
}

static QJsonValue networkView(const App &app, const Address &address)
{
    if (!address.isPrivate())
        return QJsonValue::Null;
    return QJsonObject{{u"name"_s, address.network.isEmpty() ? app.network : address.network},
                       {u"org_slug"_s, address.organization.isEmpty() ? World::organization() : address.organization}};
}

static QJsonObject addressView(const App &app, const Address &address)
{
    return {{u"ip"_s, address.ip},
            {u"region"_s, address.region},
            {u"service_name"_s, address.service},
            {u"shared"_s, address.type == "shared_v4"_L1},
            {u"created_at"_s, rfc3339(address.createdAt)},
            {u"type"_s, address.type},
            {u"network"_s, networkView(app, address)}};
}

static bool hasNetwork(const World &world, const QString &name)
{
    return name.isEmpty() || name == "default"_L1
        || std::any_of(world.apps().begin(), world.apps().end(),
                       [&name](const auto &entry) { return entry.second.network == name; });
}

static std::optional<Response> egressProblem(const Address &wish)
{
    if (wish.region.isEmpty())
        return errorAnswer(422, u"Validation failed: Region is required for an egress address"_s);
    if (!isLiveRegion(wish.region))
        return errorAnswer(422, u"region %1 not found"_s.arg(wish.region));
    return {};
}

static Response assignPair(World &world, App &app, Address wish)
{
    wish.type = u"egress_v4"_s;
    const auto v4 = addressView(app, giveAddress(world, app, wish));
    wish.type = u"egress_v6"_s;
    const auto v6 = addressView(app, giveAddress(world, app, wish));
    auto answer = v4;
    answer.insert(u"ip_pair"_s, QJsonObject{{u"v4"_s, v4}, {u"v6"_s, v6}});
    return jsonAnswer(answer);
}

static Response assignAddress(World &world, const Call &call)
{
    static const QStringList types{u"v4"_s,        u"v6"_s,        u"shared_v4"_s,  u"private_v6"_s,
                                   u"egress_v4"_s, u"egress_v6"_s, u"egress_pair"_s};
    Address wish{.type = call.json[u"type"].toString(),
                 .region = call.json[u"region"].toString(),
                 .service = call.json[u"service_name"].toString()};
    if (!types.contains(wish.type))
        return errorAnswer(422, u"invalid ip type \"%1\""_s.arg(wish.type));
    if (auto problem = addressAllowance(world, wish.type))
        return *problem;
    if (wish.isEgress()) {
        if (auto problem = egressProblem(wish))
            return *problem;
    }
    if (wish.isPrivate()) {
        wish.network = call.json[u"network"].toString();
        wish.organization = call.json[u"org_slug"].toString();
        if (!hasNetwork(world, wish.network))
            return errorAnswer(400, u"network not found"_s);
    }
    if (wish.type == "egress_pair"_L1)
        return assignPair(world, *call.app, wish);
    return jsonAnswer(addressView(*call.app, giveAddress(world, *call.app, wish)));
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
    router.add("POST"_ba, all, Router::Kind::Write, [&world](const Call &call) { return assignAddress(world, call); });
    router.add("DELETE"_ba, all + u"/{ip}"_s, Router::Kind::Write, [](const Call &call) {
        const auto ip = call.name(u"ip"_s);
        const auto removed = call.app->addresses.removeIf([&ip](const Address &address) { return address.ip == ip; });
        return removed > 0 ? Response{.status = 204} : errorAnswer(404, u"ip assignment not found"_s);
    });
}

} // namespace swarm::simulator
