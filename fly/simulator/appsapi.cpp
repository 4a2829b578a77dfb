#include "fly/simulator/ids.h"
#include "fly/simulator/machinelife.h"
#include "fly/simulator/routes.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static QJsonObject appView(World &world, const App &app)
{
    int machines = 0;
    for (const auto *machine : world.machinesOf(app))
        machines += machine->isDestroyed() ? 0 : 1;
    int volumes = 0;
    for (const auto *volume : world.volumesOf(app))
        volumes += volume->isLive() ? 1 : 0;
    return {{u"id"_s, app.id},
            {u"name"_s, app.name},
            {u"internal_numeric_id"_s, app.number},
            {u"status"_s, app.status()},
            {u"machine_count"_s, machines},
            {u"volume_count"_s, volumes},
            {u"network"_s, app.network},
            {u"network_cidr"_s, u"fdaa:0:%1::/48"_s.arg(app.number, 0, 16)},
            {u"organization"_s,
             QJsonObject{{u"name"_s, u"Personal"_s},
                         {u"slug"_s, World::organization()},
                         {u"internal_numeric_id"_s, World::organizationNumber()}}},
            {u"cname_target"_s, app.name + u".fly.dev"_s},
            {u"app_role"_s, QString()}};
}

std::optional<Response> appNameProblem(const World &world, const QString &name)
{
    static const QRegularExpression allowed(u"^[a-z0-9-]{1,62}$"_s);
    if (!allowed.match(name).hasMatch())
        return errorAnswer(422,
                           u"Validation failed: Name under 63 chars using numbers, lowercase letters and dashes"_s);
    if (world.apps().contains(name) || world.isForeign(name))
        return errorAnswer(422, u"Validation failed: Name has already been taken"_s, u"name_taken"_s);
    return {};
}

static Response createApp(World &world, const Call &call, std::chrono::milliseconds unsettled)
{
    auto name = call.json[u"name"].toString();
    if (name.isEmpty())
        name = call.json[u"app_name"].toString();
    const auto organization = call.json[u"org_slug"].toString();
    if (organization.isEmpty())
        return errorAnswer(422, u"Validation failed: org_slug is required"_s);
    if (organization != World::organization())
        return errorAnswer(404, u"Could not find Organization \"%1\""_s.arg(organization));
    if (auto problem = appNameProblem(world, name))
        return *problem;

    const auto now = world.clock().stamp();
    const auto network = call.json[u"network"].toString();
    const auto &app = world.addApp({.id = newAppId(),
                                    .number = world.nextNumber(),
                                    .name = name,
                                    .network = network.isEmpty() ? u"default"_s : network,
                                    .createdAt = now,
                                    .halfSettledAt = now + unsettled.count() / 2,
                                    .settledAt = now + unsettled.count()});
    auto view = appView(world, app);
    view.insert(u"created_at"_s, rfc3339(app.createdAt)); // said here only
    return jsonAnswer(view, 201);
}

void deleteApp(World &world, MachineLife &life, const QString &name)
{
    auto *app = world.app(name);
    if (!app)
        return;
    for (auto *machine : world.machinesOf(*app))
        life.vanish(*machine);
    for (auto *volume : world.volumesOf(*app)) {
        volume->machine.clear();
        volume->state = u"destroyed"_s;
        volume->destroyedAt = world.clock().now();
        world.changed(*volume);
    }
    world.removeApp(name);
}

void addAppRoutes(Router &router, World &world, MachineLife &life, std::chrono::milliseconds unsettled)
{
    router.add("GET"_ba, u"/v1/apps"_s, Router::Kind::Listing, [&world](const Call &call) {
        const auto organization = call.request.queryValue(u"org_slug"_s);
        if (organization != World::organization())
            return errorAnswer(404, u"Could not find Organization \"%1\""_s.arg(organization));
        QJsonArray list;
        for (const auto &[name, app] : world.apps())
            list.append(appView(world, app));
        return jsonAnswer(QJsonObject{{u"total_apps"_s, list.size()}, {u"apps"_s, list}});
    });
    router.add("POST"_ba, u"/v1/apps"_s, Router::Kind::Write,
               [&world, unsettled](const Call &call) { return createApp(world, call, unsettled); });
    router.add("GET"_ba, u"/v1/apps/{app}"_s, Router::Kind::Read,
               [&world](const Call &call) { return jsonAnswer(appView(world, *call.app)); });
    router.add("DELETE"_ba, u"/v1/apps/{app}"_s, Router::Kind::Write, [&world, &life](const Call &call) {
        static const QStringList quiet{u"stopped"_s, u"suspended"_s,  u"created"_s,
                                       u"failed"_s,  u"destroying"_s, u"destroyed"_s};
        const bool isForced = call.request.queryFlag(u"force"_s);
        for (const auto *machine : world.machinesOf(*call.app)) {
            if (!isForced && !quiet.contains(machine->state)) {
                return errorAnswer(
                    412,
                    u"failed_precondition: app has running machines: %1; stop them first or use force"_s.arg(
                        machine->id));
            }
        }
        deleteApp(world, life, call.app->name);
        return Response{.status = 202};
    });
}

} // namespace swarm::simulator
