#include "fly/flyparser.h"
#include "fly/jsonread.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace swarm {

bool Volume::isDying() const
{
    static const QSet<QString> words{u"scheduling_destroy"_s, u"fork_cleanup"_s, u"waiting_for_detach"_s,
                                     u"pending_destroy"_s,    u"destroying"_s,   u"destroyed"_s};
    return words.contains(state);
}

namespace {

Result<Volume> oneVolume(const QJsonObject &json)
{
    Volume volume{.id = json["id"_L1].toString(),
                  .app = json["app_name"_L1].toString(),
                  .name = json["name"_L1].toString(),
                  .state = json["state"_L1].toString(),
                  .region = json["region"_L1].toString(),
                  .zone = json["zone"_L1].toString(),
                  .attachedMachine = json["attached_machine_id"_L1].toString(),
                  .sizeGb = json["size_gb"_L1].toInt(),
                  .isEncrypted = json["encrypted"_L1].toBool(true),
                  .snapshotRetention = json["snapshot_retention"_L1].toInt(),
                  .hasAutoBackup = json["auto_backup_enabled"_L1].toBool(true),
                  .bytesUsed = json["bytes_used"_L1].toInteger(),
                  .bytesTotal = json["bytes_total"_L1].toInteger(),
                  .hostStatus = json["host_status"_L1].toString(),
                  .createdAt = timeFrom(json["created_at"_L1])};
    if (volume.id.isEmpty())
        return nonsense(u"a volume with an id"_s);
    return volume;
}

Result<VolumeExtension> oneExtension(const QJsonObject &json)
{
    auto volume = oneVolume(json["volume"_L1].toObject());
    if (!volume)
        return std::unexpected(volume.error());
    return VolumeExtension{.volume = std::move(*volume), .needsRestart = json["needs_restart"_L1].toBool()};
}

Snapshot::State snapshotStateFrom(const QString &word)
{
    static const QHash<QString, Snapshot::State> states{{u"waiting"_s, Snapshot::State::Pending},
                                                        {u"pending"_s, Snapshot::State::Pending},
                                                        {u"running"_s, Snapshot::State::Running},
                                                        {u"created"_s, Snapshot::State::Created},
                                                        {u"failed"_s, Snapshot::State::Failed}};
    return states.value(word, Snapshot::State::Unknown);
}

Result<Snapshot> oneSnapshot(const QJsonObject &json)
{
    Snapshot snapshot{.id = json["id"_L1].toString(),
                      .state = snapshotStateFrom(json["status"_L1].toString()),
                      .bytes = json["size"_L1].toInteger(),
                      .volumeBytes = json["volume_size"_L1].toInteger(),
                      .retentionDays = json["retention_days"_L1].toInt(),
                      .createdAt = timeFrom(json["created_at"_L1])};
    if (snapshot.id.isEmpty())
        return nonsense(u"a snapshot with an id"_s);
    return snapshot;
}

Result<QString> newSnapshotId(const QJsonObject &json)
{
    const auto backup = json["Msg"_L1]["backup"_L1].toObject();
    for (const auto &id : {backup["graph_id"_L1], backup["id"_L1], json["id"_L1]}) {
        if (!id.toString().isEmpty())
            return id.toString();
    }
    return nonsense(u"a snapshot"_s);
}

} // namespace

Result<Volume> volumeFrom(const QByteArray &body)
{
    return thingFrom(body, oneVolume);
}

Result<std::vector<Volume>> volumesFrom(const QByteArray &body)
{
    return listFrom(body, oneVolume);
}

Result<OrgPage<Volume>> volumePageFrom(const QByteArray &body)
{
    return orgPageFrom(body, u"volumes"_s, oneVolume);
}

Result<VolumeExtension> extensionFrom(const QByteArray &body)
{
    return thingFrom(body, oneExtension);
}

Result<QString> newSnapshotFrom(const QByteArray &body)
{
    return thingFrom(body, newSnapshotId);
}

Result<std::vector<Snapshot>> snapshotsFrom(const QByteArray &body)
{
    return listFrom(body, oneSnapshot);
}

} // namespace swarm
