#include "app/ctl/report.h"

#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
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

using Row = std::array<QString, 6>;

Row rowOf(const Instance &instance)
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
    std::vector<Row> rows{{u"NAME"_s, u"STATE"_s, u"REGION"_s, u"SIZE"_s, u"DISK"_s, u"ADDRESS"_s}};
    for (const auto &instance : instances)
        rows.push_back(rowOf(instance));
    std::array<qsizetype, std::tuple_size_v<Row>> widths{};
    for (const auto &row : rows) {
        for (std::size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    for (const auto &row : rows) {
        QString line;
        for (std::size_t column = 0; column < row.size(); ++column)
            line += row[column].leftJustified(widths[column] + 2);
        print(stdout, line.trimmed());
    }
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
