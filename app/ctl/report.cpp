#include "app/ctl/report.h"

#include "model/imagereference.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace swarm::ctl {
namespace {

void print(std::FILE *to, const QString &text)
{
    std::fputs((text + u'\n').toUtf8().constData(), to);
    std::fflush(to);
}

void printJson(QJsonObject json)
{
    json.insert(u"schema"_s, 1);
    print(stdout, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

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

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

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

QString bytesText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
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

QStringList rowOf(const Instance &instance)
{
    return {instance.name,
            stateText(instance),
            regionText(instance.region),
            shortSizeText(instance.size),
            diskText(instance.diskGb),
            instance.url.toString()};
}

} // namespace

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

void Report::remark(const QString &text) const
{
    if (!m_isQuiet)
        print(stderr, text);
}

void Report::warn(const QString &text) const
{
    print(stderr, text);
}

void Report::list(const Instances &instances) const
{
    if (m_isJson) {
        QJsonArray array;
        for (const auto &instance : instances)
            array.append(instanceJson(instance));
        printJson({{u"instances"_s, array}});
        return;
    }
    if (instances.empty()) {
        print(stdout, u"No instances yet. Create one: swarmctl create"_s);
        return;
    }
    std::vector<QStringList> rows{{u"NAME"_s, u"STATE"_s, u"REGION"_s, u"SIZE"_s, u"DISK"_s, u"ADDRESS"_s}};
    for (const auto &instance : instances)
        rows.push_back(rowOf(instance));
    table(rows, {});
}

void Report::table(const std::vector<QStringList> &rows, const QJsonObject &json) const
{
    if (m_isJson) {
        printJson(json);
        return;
    }
    QList<qsizetype> widths;
    for (const auto &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    for (const auto &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += row[column].leftJustified(widths[column] + 2);
        print(stdout, line.trimmed());
    }
}

void Report::deleted(const std::vector<Keepsake> &keepsakes) const
{
    QJsonArray array;
    std::vector<QStringList> rows{{u"NAME"_s, u"DELETED"_s, u"RESTORABLE UNTIL"_s, u"REGION"_s, u"DISK"_s}};
    for (const auto &keepsake : keepsakes) {
        array.append(keepsakeJson(keepsake));
        rows.push_back({keepsake.name, dateText(keepsake.deletedAt.date()), dateText(keepsake.expiresAt.date()),
                        regionText(keepsake.region), diskText(keepsake.diskGb)});
    }
    if (keepsakes.empty() && !m_isJson)
        print(stdout, u"Nothing that was deleted can be restored."_s);
    else
        table(rows, {{u"deleted"_s, array}});
}

void Report::snapshots(const std::vector<DiskSnapshot> &snapshots) const
{
    QJsonArray array;
    std::vector<QStringList> rows{{u"SNAPSHOT"_s, u"TAKEN"_s, u"STATE"_s, u"STORED"_s, u"KEPT"_s}};
    for (const auto &snapshot : snapshots) {
        array.append(snapshotJson(snapshot));
        const auto taken =
            snapshot.createdAt.isValid() ? snapshot.createdAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : u"–"_s;
        rows.push_back({snapshot.id, taken, snapshotWord(snapshot.state), bytesText(snapshot.bytes),
                        u"%1 d"_s.arg(snapshot.keptDays)});
    }
    if (snapshots.empty() && !m_isJson)
        print(stdout, u"There are no snapshots yet."_s);
    else
        table(rows, {{u"snapshots"_s, array}});
}

void Report::versions(const Instance &instance, const std::vector<EarlierVersion> &earlier) const
{
    QJsonArray array;
    std::vector<QStringList> rows{{u"VERSION"_s, u"IMAGE"_s, u"SIZE"_s, u"SINCE"_s}};
    rows.push_back({u"now"_s, imageReference(instance.image), shortSizeText(instance.size), QString()});
    for (const auto &version : earlier) {
        array.append(QJsonObject{{u"version"_s, version.version},
                                 {u"image"_s, imageReference(version.image)},
                                 {u"at"_s, timeJson(version.at)}});
        const auto at = version.at.isValid() ? version.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : u"–"_s;
        rows.push_back({version.version, imageReference(version.image), shortSizeText(version.size), at});
    }
    table(rows, {{u"instance"_s, instanceJson(instance)}, {u"versions"_s, array}});
}

void Report::environment(const QMap<QString, QString> &variables) const
{
    QJsonObject json;
    for (auto variable = variables.begin(); variable != variables.end(); ++variable) {
        json.insert(variable.key(), variable.value());
        if (!m_isJson)
            print(stdout, variable.key() + u'=' + variable.value());
    }
    if (m_isJson)
        printJson({{u"environment"_s, json}});
}

void Report::show(const Instance &instance) const
{
    if (m_isJson) {
        printJson({{u"instance"_s, instanceJson(instance)}});
        return;
    }
    const auto now = QDateTime::currentDateTimeUtc();
    const std::vector<std::pair<QString, QString>> lines{{u"Name"_s, instance.name},
                                                         {u"State"_s, sinceText(instance, now)},
                                                         {u"Health"_s, healthText(instance, now)},
                                                         {u"Address"_s, instance.url.toString()},
                                                         {u"Region"_s, regionText(instance.region)},
                                                         {u"Size"_s, sizeText(instance.size)},
                                                         {u"Disk"_s, diskText(instance.diskGb)},
                                                         {u"Image"_s, imageText(instance.image)},
                                                         {u"When idle"_s, idleRuleText(instance)},
                                                         {u"App"_s, instance.app},
                                                         {u"Machine"_s, instance.machine},
                                                         {u"Volume"_s, instance.volume},
                                                         {u"Id"_s, instance.id}};
    for (const auto &[label, value] : lines)
        print(stdout, (label + u':').leftJustified(11) + value);
}

void Report::result(const QString &text, const Instance &instance, const QJsonObject &more) const
{
    auto json = more;
    json.insert(u"instance"_s, instanceJson(instance));
    result(text, json);
}

void Report::result(const QString &text, const QJsonObject &json) const
{
    if (m_isJson)
        printJson(json);
    else
        print(stdout, text);
}

ExitCode Report::failure(const Error &error) const
{
    return failure(error, sentence(error), remedy(error));
}

ExitCode Report::failure(const Error &error, const QString &sentence, const QString &remedy) const
{
    const auto code = exitCodeFor(error);
    print(stderr, sentence);
    const auto after = aftermath(error);
    if (!after.isEmpty())
        print(stderr, after);
    if (!remedy.isEmpty())
        print(stderr, remedy);
    if (!error.detail.isEmpty() || !error.requestId.isEmpty())
        print(stderr, details(error));
    if (m_isJson) {
        QJsonArray left;
        for (const auto &resource : error.leftBehind)
            left.append(resourceText(resource));
        QJsonObject json{{u"code"_s, codeName(error.code)},
                         {u"category"_s, categoryName(error.category())},
                         {u"message"_s, sentence},
                         {u"remedy"_s, remedy},
                         {u"request_id"_s, error.requestId}};
        if (!left.isEmpty())
            json.insert(u"left_behind"_s, left);
        printJson({{u"error"_s, json}});
    }
    return code;
}

} // namespace swarm::ctl
