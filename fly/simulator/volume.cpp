#include "fly/simulator/volume.h"

#include "fly/simulator/clock.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

bool Volume::isLive() const
{
    static const QStringList dying{u"scheduling_destroy"_s, u"fork_cleanup"_s, u"waiting_for_detach"_s,
                                   u"pending_destroy"_s,    u"destroying"_s,   u"destroyed"_s};
    return !dying.contains(state);
}

bool Volume::isMountable() const
{
    return state == "created"_L1 || state == "hydrating"_L1 || state == "extending"_L1;
}

QJsonObject Volume::shown() const
{
    // Fly knows the figures of the file system only once it has been mounted.
    constexpr qint64 blockSize = 4096;
    const qint64 total = wasMounted ? qint64(sizeGb) * 1024 * 1024 * 1024 : 0;
    const qint64 blocks = total / blockSize;
    const qint64 free = blocks - blocks / 10;
    return {{u"id"_s, id},
            {u"name"_s, name},
            {u"state"_s, state},
            {u"size_gb"_s, sizeGb},
            {u"region"_s, region},
            {u"zone"_s, zone},
            {u"encrypted"_s, isEncrypted},
            {u"attached_machine_id"_s, machine.isEmpty() ? QJsonValue() : QJsonValue(machine)},
            {u"attached_alloc_id"_s, QJsonValue()},
            {u"created_at"_s, rfc3339(createdAt)},
            {u"blocks"_s, blocks},
            {u"block_size"_s, wasMounted ? blockSize : 0},
            {u"blocks_free"_s, free},
            {u"blocks_avail"_s, free},
            {u"bytes_used"_s, total - free * blockSize},
            {u"bytes_total"_s, total},
            {u"fstype"_s, u"ext4"_s},
            {u"snapshot_retention"_s, snapshotRetention},
            {u"auto_backup_enabled"_s, hasAutoBackup},
            {u"host_status"_s, isHostReachable ? u"ok"_s : u"unreachable"_s},
            {u"host_dedication_key"_s, QString()},
            {u"type"_s, u"local"_s}};
}

QJsonObject Volume::summary() const
{
    auto view = shown();
    for (const auto &key :
         {u"blocks"_s, u"block_size"_s, u"blocks_free"_s, u"blocks_avail"_s, u"bytes_used"_s, u"bytes_total"_s})
        view.remove(key);
    return view;
}

QJsonObject Volume::toJson() const
{
    return {{u"id"_s, id},
            {u"app_number"_s, appNumber},
            {u"app"_s, app},
            {u"name"_s, name},
            {u"state"_s, state},
            {u"region"_s, region},
            {u"zone"_s, zone},
            {u"size_gb"_s, sizeGb},
            {u"encrypted"_s, isEncrypted},
            {u"machine"_s, machine},
            {u"was_mounted"_s, wasMounted},
            {u"host_reachable"_s, isHostReachable},
            {u"host_full"_s, isHostFull},
            {u"host_old"_s, isHostOld},
            {u"snapshot_retention"_s, snapshotRetention},
            {u"auto_backup_enabled"_s, hasAutoBackup},
            {u"created_at"_s, createdAt},
            {u"updated_at"_s, updatedAt},
            {u"destroyed_at"_s, destroyedAt}};
}

Volume Volume::fromJson(const QJsonObject &json)
{
    return {.id = json[u"id"].toString(),
            .appNumber = json[u"app_number"].toInteger(),
            .app = json[u"app"].toString(),
            .name = json[u"name"].toString(),
            .state = json[u"state"].toString(),
            .region = json[u"region"].toString(),
            .zone = json[u"zone"].toString(),
            .sizeGb = json[u"size_gb"].toInt(),
            .isEncrypted = json[u"encrypted"].toBool(true),
            .machine = json[u"machine"].toString(),
            .wasMounted = json[u"was_mounted"].toBool(),
            .snapshotRetention = json[u"snapshot_retention"].toInt(5),
            .hasAutoBackup = json[u"auto_backup_enabled"].toBool(true),
            .createdAt = json[u"created_at"].toInteger(),
            .updatedAt = json[u"updated_at"].toInteger(),
            .destroyedAt = json[u"destroyed_at"].toInteger(),
            .isHostReachable = json[u"host_reachable"].toBool(true),
            .isHostFull = json[u"host_full"].toBool(),
            .isHostOld = json[u"host_old"].toBool()};
}

} // namespace swarm::simulator
