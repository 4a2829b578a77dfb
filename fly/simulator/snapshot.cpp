#include "fly/simulator/snapshot.h"

#include "fly/simulator/clock.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

bool Snapshot::isExpired(qint64 now) const
{
    constexpr qint64 dayMs = 24 * 60 * 60 * 1000LL;
    return isCreated() && now > createdAt + retentionDays * dayMs;
}

QJsonObject Snapshot::shown() const
{
    // Go's zero time stands for what is not known yet.
    const auto at = createdAt == 0 ? u"0001-01-01T00:00:00Z"_s : rfc3339(createdAt);
    const auto digest = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256).toHex();
    return {{u"id"_s, id},
            {u"status"_s, status},
            {u"size"_s, isCreated() ? bytes : 0},
            {u"volume_size"_s, qint64(volumeGb) * 1024 * 1024 * 1024},
            {u"digest"_s, isCreated() ? QString::fromLatin1(digest) : QString()},
            {u"created_at"_s, at},
            {u"retention_days"_s, retentionDays}};
}

QJsonObject Snapshot::toJson() const
{
    return {{u"id"_s, id},
            {u"volume"_s, volume},
            {u"app_number"_s, appNumber},
            {u"status"_s, status},
            {u"volume_gb"_s, volumeGb},
            {u"bytes"_s, bytes},
            {u"retention_days"_s, retentionDays},
            {u"created_at"_s, createdAt}};
}

Snapshot Snapshot::fromJson(const QJsonObject &json)
{
    return {.id = json[u"id"].toString(),
            .volume = json[u"volume"].toString(),
            .appNumber = json[u"app_number"].toInteger(),
            .status = json[u"status"].toString(),
            .volumeGb = json[u"volume_gb"].toInt(),
            .bytes = json[u"bytes"].toInteger(),
            .retentionDays = json[u"retention_days"].toInt(5),
            .createdAt = json[u"created_at"].toInteger()};
}

} // namespace swarm::simulator
