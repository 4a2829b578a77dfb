#include "fly/simulator/limits.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

QJsonObject Limits::toJson() const
{
    QJsonObject volumeRoom;
    for (auto it = hasVolumeRoom.cbegin(); it != hasVolumeRoom.cend(); ++it)
        volumeRoom.insert(it.key(), it.value());
    return {{u"memory_mb_per_region"_s, memoryMbPerRegion},
            {u"volumes_gb"_s, volumesGb},
            {u"machines_per_app"_s, machinesPerApp},
            {u"tmp_mb"_s, tmpMb},
            {u"trial"_s, isTrial},
            {u"volume_room"_s, volumeRoom}};
}

Limits Limits::fromJson(const QJsonObject &json)
{
    Limits limits{.memoryMbPerRegion = json[u"memory_mb_per_region"].toInt(),
                  .volumesGb = json[u"volumes_gb"].toInt(),
                  .machinesPerApp = json[u"machines_per_app"].toInt(),
                  .tmpMb = json[u"tmp_mb"].toInt(),
                  .isTrial = json[u"trial"].toBool()};
    const auto volumeRoom = json[u"volume_room"].toObject();
    for (auto it = volumeRoom.begin(); it != volumeRoom.end(); ++it)
        limits.hasVolumeRoom.insert(it.key(), it->toBool());
    return limits;
}

} // namespace swarm::simulator
