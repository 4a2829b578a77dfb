#include "fly/simulator/allowance.h"
#include "fly/simulator/ids.h"
#include "fly/simulator/machineconfig.h"
#include "fly/simulator/regions.h"
#include "fly/simulator/routes.h"
#include "fly/simulator/snapshots.h"
#include "fly/simulator/volumeplacement.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

using namespace std::chrono_literals;

constexpr int biggestGb = 500;
constexpr auto extending = 500ms;

static QString regionOf(const Call &call)
{
    const auto wish = call.json[u"region"].toString();
    return wish.isEmpty() ? nearestRegion() : wish;
}

static int sizeOf(const Call &call, const Snapshots::Origin &origin)
{
    constexpr int usualGb = 3;
    return call.json[u"size_gb"].toInt(std::max(usualGb, origin.leastGb()));
}

static std::optional<Response> createProblem(World &world, const Call &call, const Snapshots::Origin &origin)
{
    const auto name = call.json[u"name"].toString();
    static const QRegularExpression allowed(u"^[a-z0-9_]{1,30}$"_s);
    if (!allowed.match(name).hasMatch()) {
        return errorAnswer(
            422,
            u"Validation failed: Name must be 30 characters or fewer using lowercase letters, numbers and "
            "underscores"_s);
    }
    const auto size = call.json[u"size_gb"];
    if (!size.isUndefined() && !size.isNull() && !size.isDouble())
        return errorAnswer(
            400, u"json: cannot unmarshal string into Go struct field CreateVolumeRequest.size_gb of type int"_s);
    const int sizeGb = sizeOf(call, origin);
    if (sizeGb < 1 || sizeGb > biggestGb)
        return errorAnswer(422, u"Validation failed: Size must be between 1 and %1 GB"_s.arg(biggestGb));
    if (sizeGb < origin.leastGb())
        return errorAnswer(422,
                           u"Validation failed: Size must be at least %1 GB, as the source"_s.arg(origin.leastGb()));
    const auto days = call.json[u"snapshot_retention"];
    if (days.isDouble() && (days.toInt() < 1 || days.toInt() > 60))
        return errorAnswer(422, u"Validation failed: Snapshot retention must be between 1 and 60 days"_s);
    const auto region = regionOf(call);
    if (!isLiveRegion(region))
        return errorAnswer(422, u"region %1 not found"_s.arg(region));
    if (const auto guest = call.json[u"compute"].toObject(); !guest.isEmpty()) {
        if (auto problem = guestProblem(guest))
            return problem;
    }
    if (auto problem = volumeAllowance(world, sizeGb))
        return problem;
    if (!world.hasRoom(region))
        return errorAnswer(400, u"no capacity"_s, u"insufficient_capacity"_s);
    return {};
}

static QString zoneFor(World &world, const Call &call, const Snapshots::Origin &origin)
{
    return chooseZone(world, *call.app,
                      {.name = call.json[u"name"].toString(),
                       .region = regionOf(call),
                       .isApartFromName = call.json[u"require_unique_zone"].toBool(true),
                       .isApartFromAll = call.json[u"unique_zone_app_wide"].toBool(),
                       .apartFrom = origin.volume ? origin.volume->zone : QString()});
}

static std::optional<Response> hostAway(const Volume &volume)
{
    if (volume.isHostReachable)
        return {};
    return errorAnswer(503, u"unavailable: the volume's host is unreachable"_s);
}

static Response createVolume(World &world, Snapshots &snapshots, const Call &call)
{
    Snapshots::Origin origin;
    if (const auto problem = snapshots.find(call.json, &origin))
        return *problem;
    if (const auto problem = createProblem(world, call, origin))
        return *problem;
    const auto zone = zoneFor(world, call, origin);
    if (zone.isEmpty() || !world.limits().hasVolumeRoom.value(regionOf(call), true))
        return errorAnswer(422, u"could not find a candidate host for the volume"_s, u"volume_placement_capacity"_s);
    auto &volume = world.addVolume({.id = newVolumeId(),
                                    .appNumber = call.app->number,
                                    .app = call.app->name,
                                    .name = call.json[u"name"].toString(),
                                    .region = regionOf(call),
                                    .zone = zone,
                                    .sizeGb = sizeOf(call, origin),
                                    .isEncrypted = call.json[u"encrypted"].toBool(true),
                                    .snapshotRetention = call.json[u"snapshot_retention"].toInt(5),
                                    .hasAutoBackup = call.json[u"auto_backup_enabled"].toBool(true),
                                    .createdAt = world.clock().stamp()});
    snapshots.fill(volume, origin);
    world.changed(volume);
    return jsonAnswer(volume.shown());
}

static Response deleteVolume(World &world, const Call &call)
{
    auto &volume = *call.volume;
    if (!volume.machine.isEmpty())
        return errorAnswer(412, u"failed_precondition: volume is currently bound to machine: "_s + volume.machine);
    if (volume.isLive()) {
        volume.state = u"pending_destroy"_s;
        volume.destroyedAt = world.clock().now();
        world.changed(volume);
    }
    return jsonAnswer(volume.shown());
}

static Response changeVolume(World &world, const Call &call)
{
    auto &volume = *call.volume;
    if (const auto days = call.json[u"snapshot_retention"]; days.isDouble()) {
        if (days.toInt() < 1 || days.toInt() > 60)
            return errorAnswer(422, u"Validation failed: Snapshot retention must be between 1 and 60 days"_s);
        volume.snapshotRetention = days.toInt();
    }
    if (const auto isOn = call.json[u"auto_backup_enabled"]; isOn.isBool())
        volume.hasAutoBackup = isOn.toBool();
    world.changed(volume);
    return jsonAnswer(volume.shown());
}

static Response extendVolume(World &world, const Call &call)
{
    auto &volume = *call.volume;
    const int sizeGb = call.json[u"size_gb"].toInt();
    if (auto problem = hostAway(volume))
        return *problem;
    if (!volume.isLive())
        return errorAnswer(412, u"failed_precondition: volume is being destroyed"_s);
    if (sizeGb < volume.sizeGb)
        return errorAnswer(
            422, u"Validation failed: volume size can only be increased, currently %1 GB"_s.arg(volume.sizeGb));
    if (sizeGb > biggestGb)
        return errorAnswer(422, u"Validation failed: Size must be between 1 and %1 GB"_s.arg(biggestGb));
    if (auto problem = volumeAllowance(world, sizeGb - volume.sizeGb))
        return *problem;
    volume.sizeGb = sizeGb;
    volume.state = u"extending"_s;
    world.changed(volume);
    world.clock().after(extending, &world, [&world, id = volume.id] {
        auto *grown = world.volume(id);
        if (!grown || grown->state != "extending"_L1)
            return;
        grown->state = u"created"_s;
        world.changed(*grown);
    });
    const bool needsRestart = volume.isHostOld && !volume.machine.isEmpty();
    return jsonAnswer(QJsonObject{{u"volume"_s, volume.shown()}, {u"needs_restart"_s, needsRestart}});
}

void addVolumeRoutes(Router &router, World &world, Snapshots &snapshots)
{
    const auto all = u"/v1/apps/{app}/volumes"_s;
    const auto one = all + u"/{id}"_s;
    router.add("GET"_ba, all, Router::Kind::Listing, [&world](const Call &call) {
        const bool isSummary = call.request.queryFlag(u"summary"_s);
        QJsonArray list;
        for (const auto *volume : world.volumesOf(*call.app))
            list.append(isSummary ? volume->summary() : volume->shown());
        return jsonAnswer(list);
    });
    router.add("POST"_ba, all, Router::Kind::Write,
               [&](const Call &call) { return createVolume(world, snapshots, call); });
    router.add("GET"_ba, one, Router::Kind::Read, [](const Call &call) { return jsonAnswer(call.volume->shown()); });
    router.add("PUT"_ba, one, Router::Kind::Write, [&world](const Call &call) { return changeVolume(world, call); });
    router.add("DELETE"_ba, one, Router::Kind::Write, [&world](const Call &call) { return deleteVolume(world, call); });
    router.add("PUT"_ba, one + u"/extend"_s, Router::Kind::Write,
               [&world](const Call &call) { return extendVolume(world, call); });
    router.add("GET"_ba, one + u"/snapshots"_s, Router::Kind::Listing,
               [&snapshots](const Call &call) { return jsonAnswer(snapshots.list(*call.volume)); });
    router.add("POST"_ba, one + u"/snapshots"_s, Router::Kind::Write, [&snapshots](const Call &call) {
        const auto problem = hostAway(*call.volume);
        return problem ? *problem : snapshots.begin(*call.volume);
    });
}

} // namespace swarm::simulator
