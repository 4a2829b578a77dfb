#include "model/observation.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr int longestText = 200; // metadata may be long, and a line is to be written at once

Moment momentOf(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

Status statusNamed(const QString &name)
{
    for (int value = 0; value <= static_cast<int>(Status::Unknown); ++value) {
        if (statusName(static_cast<Status>(value)) == name)
            return static_cast<Status>(value);
    }
    return Status::Unknown;
}

void insert(QJsonObject &json, QLatin1StringView member, const QString &text)
{
    if (!text.isEmpty())
        json[member] = text.left(longestText);
}

void insert(QJsonObject &json, QLatin1StringView member, qint64 number)
{
    if (number != 0)
        json[member] = number;
}

//! Empty when it is no line of a ledger.
std::optional<Observation> observationFrom(const QJsonObject &json)
{
    Observation seen{
        .at = json["at"_L1].toInteger(),
        .name = json["name"_L1].toString(),
        .status = statusNamed(json["status"_L1].toString()),
        .machine = json["machine"_L1].toString(),
        .version = json["version"_L1].toString(),
        .volume = json["volume"_L1].toString(),
        .region = json["region"_L1].toString(),
        .size = {.cpuKind = json["cpu_kind"_L1].toString() == "performance"_L1 ? CpuKind::Performance : CpuKind::Shared,
                 .cpus = json["cpus"_L1].toInt(),
                 .memoryMb = json["memory_mb"_L1].toInt()},
        .diskGb = json["disk_gb"_L1].toInt(),
        .createdAt = json["created_at"_L1].toInteger(),
        .updatedAt = json["updated_at"_L1].toInteger(),
        .startedAt = json["started_at"_L1].toInteger(),
        .endedAt = json["ended_at"_L1].toInteger()};
    const bool makesSense = seen.at > 0 && json["status"_L1].isString() && seen.size.cpus >= 0
        && seen.size.memoryMb >= 0 && seen.diskGb >= 0 && seen.createdAt >= 0 && seen.updatedAt >= 0
        && seen.startedAt >= 0 && seen.endedAt >= 0;
    return makesSense ? std::optional(seen) : std::nullopt;
}

} // namespace

bool Observation::saysTheSameAs(const Observation &other) const
{
    auto then = other;
    then.at = at;
    return then == *this;
}

Observation observationOf(const Instance &instance, Moment at)
{
    return {.at = at,
            .name = instance.name.left(longestText),
            .status = instance.status,
            .machine = instance.machine.left(longestText),
            .version = instance.version.left(longestText),
            .volume = instance.volume.left(longestText),
            .region = instance.region.left(longestText),
            .size = instance.size,
            .diskGb = instance.diskGb,
            .createdAt = momentOf(instance.createdAt),
            .updatedAt = momentOf(instance.updatedAt),
            .startedAt = momentOf(instance.startedAt),
            .endedAt = momentOf(instance.ending.at)};
}

QByteArray lineOf(const Observation &observation)
{
    QJsonObject json{{u"schema"_s, ledgerSchema},
                     {u"at"_s, observation.at},
                     {u"status"_s, statusName(observation.status)},
                     {u"cpus"_s, observation.size.cpus},
                     {u"memory_mb"_s, observation.size.memoryMb}};
    if (observation.size.cpuKind == CpuKind::Performance)
        json["cpu_kind"_L1] = u"performance"_s;
    insert(json, "name"_L1, observation.name);
    insert(json, "machine"_L1, observation.machine);
    insert(json, "version"_L1, observation.version);
    insert(json, "volume"_L1, observation.volume);
    insert(json, "region"_L1, observation.region);
    insert(json, "disk_gb"_L1, qint64(observation.diskGb));
    insert(json, "created_at"_L1, observation.createdAt);
    insert(json, "updated_at"_L1, observation.updatedAt);
    insert(json, "started_at"_L1, observation.startedAt);
    insert(json, "ended_at"_L1, observation.endedAt);
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

LedgerLines linesFrom(const QByteArray &content)
{
    LedgerLines lines;
    for (const auto &line : content.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const auto json = QJsonDocument::fromJson(line).object();
        if (json["schema"_L1].toInt() > ledgerSchema)
            ++lines.tooNew;
        else if (const auto seen = observationFrom(json))
            lines.history.push_back(*seen);
        else
            ++lines.damaged;
    }
    return lines;
}

History sortedByTime(const History &history)
{
    std::vector<std::size_t> order;
    order.reserve(history.size());
    for (std::size_t i = 0; i < history.size(); ++i)
        order.push_back(i);
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::tuple(history[i].at, history[i].updatedAt, i); });
    History sorted;
    sorted.reserve(history.size());
    for (const auto i : order)
        sorted.push_back(history[i]);
    return sorted;
}

History compacted(const History &history, Moment oldest)
{
    History kept;
    for (const auto &seen : sortedByTime(history)) {
        const auto count = kept.size();
        if (count > 0 && kept.back() == seen)
            continue;
        if (count > 1 && seen.saysTheSameAs(kept[count - 1]) && seen.saysTheSameAs(kept[count - 2]))
            kept.back() = seen;
        else
            kept.push_back(seen);
    }
    const auto young = std::ranges::find_if(kept, [&](const Observation &seen) { return seen.at >= oldest; });
    if (young == kept.end())
        return {};
    if (young != kept.begin())
        kept.erase(kept.begin(), young - 1);
    return kept;
}

} // namespace swarm
