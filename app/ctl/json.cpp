#include "app/ctl/json.h"

#include "model/imagereference.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

QString healthWord(Health health)
{
    switch (health) {
    case Health::Healthy:
        return u"healthy"_s;
    case Health::Recovering:
        return u"recovering"_s;
    case Health::Unhealthy:
        return u"unhealthy"_s;
    case Health::Asleep:
        return u"asleep"_s;
    }
    Q_UNREACHABLE();
}

QString idleWord(IdleRule::Action action)
{
    switch (action) {
    case IdleRule::Action::Never:
        return u"never"_s;
    case IdleRule::Action::Suspend:
        return u"suspend"_s;
    case IdleRule::Action::Stop:
        return u"stop"_s;
    case IdleRule::Action::StopAfter:
        return u"stopAfter"_s;
    }
    Q_UNREACHABLE();
}

QString reasonWord(HealthReport::Reason reason)
{
    using Reason = HealthReport::Reason;
    switch (reason) {
    case Reason::Fine:
        return u"fine"_s;
    case Reason::Asleep:
        return u"asleep"_s;
    case Reason::Changing:
        return u"changing"_s;
    case Reason::ChecksPending:
        return u"checks_pending"_s;
    case Reason::ChecksFailing:
        return u"checks_failing"_s;
    case Reason::Stuck:
        return u"stuck"_s;
    case Reason::HostUnreachable:
        return u"host_unreachable"_s;
    case Reason::RegionSilent:
        return u"region_silent"_s;
    case Reason::OutOfMemory:
        return u"out_of_memory"_s;
    case Reason::Crashed:
        return u"crashed"_s;
    case Reason::FailedState:
        return u"failed"_s;
    case Reason::Missing:
        return u"missing"_s;
    case Reason::UnknownState:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

QString addressWord(Address::Kind kind)
{
    switch (kind) {
    case Address::Kind::SharedV4:
        return u"shared_v4"_s;
    case Address::Kind::V4:
        return u"v4"_s;
    case Address::Kind::V6:
        return u"v6"_s;
    case Address::Kind::Private:
        return u"private"_s;
    case Address::Kind::EgressV4:
        return u"egress_v4"_s;
    case Address::Kind::EgressV6:
        return u"egress_v6"_s;
    case Address::Kind::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

QString endWord(Recovery::End end)
{
    switch (end) {
    case Recovery::End::Nothing:
        return u"nothing"_s;
    case Recovery::End::Finished:
        return u"finished"_s;
    case Recovery::End::Undone:
        return u"undone"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString snapshotWord(DiskSnapshot::State state)
{
    switch (state) {
    case DiskSnapshot::State::UnderWay:
        return u"under way"_s;
    case DiskSnapshot::State::Ready:
        return u"ready"_s;
    case DiskSnapshot::State::Failed:
        return u"failed"_s;
    case DiskSnapshot::State::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject instanceJson(const Instance &instance)
{
    const auto now = QDateTime::currentDateTimeUtc();
    return {{u"id"_s, instance.id},
            {u"name"_s, instance.name},
            {u"app"_s, instance.app},
            {u"machine"_s, instance.machine},
            {u"volume"_s, instance.volume},
            {u"state"_s, instance.state},
            {u"status"_s, statusName(instance.status)},
            {u"health"_s, healthWord(healthOf(instance, now))},
            {u"region"_s, instance.region},
            {u"url"_s, instance.url.toString()},
            {u"size"_s,
             QJsonObject{{u"kind"_s, instance.size.cpuKind == CpuKind::Shared ? u"shared"_s : u"performance"_s},
                         {u"cpus"_s, instance.size.cpus},
                         {u"memory_mb"_s, instance.size.memoryMb}}},
            {u"disk_gb"_s, instance.diskGb},
            {u"image"_s,
             QJsonObject{{u"repository"_s, instance.image.repository},
                         {u"tag"_s, instance.image.tag},
                         {u"digest"_s, instance.image.digest}}},
            {u"idle"_s,
             instance.isIdleRuleKnown
                 ? QJsonValue(QJsonObject{{u"action"_s, idleWord(instance.idle.action)},
                                          {u"after_minutes"_s, static_cast<qint64>(instance.idle.after.count())}})
                 : QJsonValue()},
            {u"created_at"_s, timeJson(instance.createdAt)},
            {u"updated_at"_s, timeJson(instance.updatedAt)},
            {u"started_at"_s, timeJson(instance.startedAt)}};
}

QJsonObject snapshotJson(const DiskSnapshot &snapshot)
{
    return {{u"id"_s, snapshot.id},
            {u"volume"_s, snapshot.volume},
            {u"state"_s, snapshotWord(snapshot.state)},
            {u"bytes"_s, snapshot.bytes},
            {u"kept_days"_s, snapshot.keptDays},
            {u"created_at"_s, timeJson(snapshot.createdAt)}};
}

QJsonObject previousJson(const PreviousCopy &copy)
{
    return {{u"machine"_s, copy.machine},
            {u"volume"_s, copy.volume},
            {u"region"_s, copy.region},
            {u"disk_gb"_s, copy.diskGb}};
}

QJsonObject addressJson(const Address &address)
{
    return {{u"ip"_s, address.ip},
            {u"kind"_s, addressWord(address.kind)},
            {u"region"_s, address.region},
            {u"per_month"_s, address.perMonth}};
}

QJsonObject domainJson(const Domain &domain)
{
    QJsonArray records;
    for (const auto &record : domain.records)
        records.append(QJsonObject{{u"type"_s, record.type}, {u"name"_s, record.name}, {u"value"_s, record.value}});
    return {{u"hostname"_s, domain.hostname},
            {u"state"_s, domain.state == Domain::State::Ready ? u"ready"_s : domain.word},
            {u"records"_s, records}};
}

QJsonObject keepsakeJson(const Keepsake &keepsake)
{
    return {{u"id"_s, keepsake.instance},
            {u"name"_s, keepsake.name},
            {u"app"_s, keepsake.app},
            {u"region"_s, keepsake.region},
            {u"snapshot"_s, keepsake.snapshot},
            {u"disk_gb"_s, keepsake.diskGb},
            {u"deleted_at"_s, timeJson(keepsake.deletedAt)},
            {u"expires_at"_s, timeJson(keepsake.expiresAt)}};
}

QJsonObject healthJson(const HealthReport &report)
{
    return {{u"health"_s, healthWord(report.health)},
            {u"reason"_s, reasonWord(report.reason)},
            {u"uptime_seconds"_s, report.uptimeSeconds < 0 ? QJsonValue() : QJsonValue(report.uptimeSeconds)},
            {u"changing_seconds"_s, report.changingSeconds < 0 ? QJsonValue() : QJsonValue(report.changingSeconds)}};
}

QJsonObject recoveredJson(const Operation &operation)
{
    QJsonObject json{{u"verb"_s, verbName(operation.verb)}, {u"name"_s, operation.name}, {u"id"_s, operation.instance}};
    if (operation.recovered)
        json.insert(u"end"_s, endWord(*operation.recovered));
    if (operation.error)
        json.insert(u"error"_s, codeName(operation.error->code));
    return json;
}

} // namespace swarm::ctl
