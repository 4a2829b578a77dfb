#include "model/instancejson.h"

#include <QSet>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

// The words of the file format: they outlive any renaming in the code.
constexpr std::array<std::pair<IdleRule::Action, QLatin1StringView>, 4> idleWords{
    {{IdleRule::Action::Never, "never"_L1},
     {IdleRule::Action::Suspend, "suspend"_L1},
     {IdleRule::Action::Stop, "stop"_L1},
     {IdleRule::Action::StopAfter, "stopAfter"_L1}}};
constexpr std::array<std::pair<Ending::Cause, QLatin1StringView>, 5> causeWords{
    {{Ending::Cause::Unknown, "unknown"_L1},
     {Ending::Cause::Requested, "requested"_L1},
     {Ending::Cause::OutOfMemory, "outOfMemory"_L1},
     {Ending::Cause::Finished, "finished"_L1},
     {Ending::Cause::Crashed, "crashed"_L1}}};

template <typename Words, typename Value> QString wordOf(const Words &words, Value value)
{
    for (const auto &[known, word] : words) {
        if (known == value)
            return word;
    }
    Q_UNREACHABLE();
}

template <typename Words, typename Value> Value valueOf(const Words &words, const QString &word, Value otherwise)
{
    for (const auto &[value, known] : words) {
        if (known == word)
            return value;
    }
    return otherwise;
}

QString text(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeFrom(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

const QSet<QString> &knownMembers()
{
    static const QSet<QString> names = [] {
        QSet<QString> all;
        const auto json = toJson(Instance());
        for (auto member = json.begin(); member != json.end(); ++member)
            all.insert(member.key());
        return all;
    }();
    return names;
}

QJsonObject unknownOf(const QJsonObject &json)
{
    QJsonObject unknown;
    for (auto member = json.begin(); member != json.end(); ++member) {
        if (!knownMembers().contains(member.key()))
            unknown.insert(member.key(), member.value());
    }
    return unknown;
}

} // namespace

QJsonObject toJson(const Instance &instance)
{
    auto json = instance.unknownMembers;
    json["schema"_L1] = instanceSchema;
    json["id"_L1] = instance.id;
    json["name"_L1] = instance.name;
    json["app"_L1] = instance.app;
    json["machine"_L1] = instance.machine;
    json["version"_L1] = instance.version;
    json["volume"_L1] = instance.volume;
    json["region"_L1] = instance.region;
    json["state"_L1] = instance.state;
    json["missing"_L1] = instance.status == Status::Missing;
    json["size"_L1] =
        QJsonObject{{u"kind"_s, instance.size.cpuKind == CpuKind::Shared ? u"shared"_s : u"performance"_s},
                    {u"cpus"_s, instance.size.cpus},
                    {u"memory_mb"_s, instance.size.memoryMb}};
    json["disk_gb"_L1] = instance.diskGb;
    json["image"_L1] = QJsonObject{{u"repository"_s, instance.image.repository},
                                   {u"tag"_s, instance.image.tag},
                                   {u"digest"_s, instance.image.digest}};
    json["idle"_L1] = QJsonObject{{u"action"_s, wordOf(idleWords, instance.idle.action)},
                                  {u"after_minutes"_s, static_cast<qint64>(instance.idle.after.count())},
                                  {u"known"_s, instance.isIdleRuleKnown},
                                  {u"autostarts"_s, instance.autostarts}};
    json["ending"_L1] = QJsonObject{{u"cause"_s, wordOf(causeWords, instance.ending.cause)},
                                    {u"exit_code"_s, instance.ending.exitCode},
                                    {u"at"_s, text(instance.ending.at)}};
    json["cordoned"_L1] = instance.isCordoned;
    json["url"_L1] = instance.url.toString();
    json["software_version"_L1] = instance.softwareVersion;
    json["created_at"_L1] = text(instance.createdAt);
    json["updated_at"_L1] = text(instance.updatedAt);
    json["started_at"_L1] = text(instance.startedAt);
    return json;
}

Result<Instance> instanceFromJson(const QJsonObject &json)
{
    auto instance = instanceFromPlainJson(json);
    if (instance)
        instance->unknownMembers = unknownOf(json);
    return instance;
}

Result<Instance> instanceFromPlainJson(const QJsonObject &json)
{
    Instance instance{.id = json["id"_L1].toString(), .name = json["name"_L1].toString()};
    if (instance.id.isEmpty() || instance.name.isEmpty())
        return std::unexpected(Error{.code = ErrorCode::BadReply, .detail = u"no id or name"_s});

    const auto size = json["size"_L1].toObject();
    const auto image = json["image"_L1].toObject();
    const auto idle = json["idle"_L1].toObject();
    const auto ending = json["ending"_L1].toObject();
    instance.app = json["app"_L1].toString();
    instance.machine = json["machine"_L1].toString();
    instance.version = json["version"_L1].toString();
    instance.volume = json["volume"_L1].toString();
    instance.region = json["region"_L1].toString();
    instance.state = json["state"_L1].toString();
    instance.status = json["missing"_L1].toBool() ? Status::Missing : statusOf(instance.state);
    instance.size = {.cpuKind = size["kind"_L1].toString() == "performance"_L1 ? CpuKind::Performance : CpuKind::Shared,
                     .cpus = size["cpus"_L1].toInt(1),
                     .memoryMb = size["memory_mb"_L1].toInt()};
    instance.diskGb = json["disk_gb"_L1].toInt();
    instance.image = {.repository = image["repository"_L1].toString(),
                      .tag = image["tag"_L1].toString(),
                      .digest = image["digest"_L1].toString()};
    instance.idle = {.action = valueOf(idleWords, idle["action"_L1].toString(), IdleRule::Action::Never),
                     .after = std::chrono::minutes(idle["after_minutes"_L1].toInt())};
    instance.isIdleRuleKnown = idle["known"_L1].toBool();
    instance.autostarts = idle["autostarts"_L1].toBool();
    instance.ending = {.cause = valueOf(causeWords, ending["cause"_L1].toString(), Ending::Cause::Unknown),
                       .exitCode = ending["exit_code"_L1].toInt(),
                       .at = timeFrom(ending["at"_L1])};
    instance.isCordoned = json["cordoned"_L1].toBool();
    instance.url = QUrl(json["url"_L1].toString());
    instance.softwareVersion = json["software_version"_L1].toString();
    instance.createdAt = timeFrom(json["created_at"_L1]);
    instance.updatedAt = timeFrom(json["updated_at"_L1]);
    instance.startedAt = timeFrom(json["started_at"_L1]);
    return instance;
}

} // namespace swarm
