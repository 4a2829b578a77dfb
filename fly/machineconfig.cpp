#include "fly/machineconfig.h"

#include "fly/configchange.h"
#include "fly/machineevents.h"
#include "fly/serviceconfig.h"
#include "model/imagereference.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr int longestVolumeName = 30;
const auto userPrefix = u"user_"_s;
const auto repositoryVariable = u"REMOTE_SWARM_REPOSITORY"_s;

QString quoted(QString argument)
{
    return u'\'' + argument.replace(u'\'', "'\\''"_L1) + u'\'';
}

//! What quoted() did to each of them, backwards.
QStringList unquoted(const QString &words)
{
    QStringList all;
    QString word;
    bool isInside = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto letter = words[i];
        if (letter == u'\'') {
            isInside = !isInside;
        } else if (!isInside && letter == u'\\' && i + 1 < words.size()) {
            word += words[++i];
        } else if (!isInside && letter.isSpace()) {
            if (!word.isEmpty())
                all << std::exchange(word, {});
        } else {
            word += letter;
        }
    }
    if (!word.isEmpty())
        all << word;
    return all;
}

constexpr auto beforeArguments = "--disable-telemetry --disable-update-check"_L1;
constexpr auto afterArguments = " /home/coder/project"_L1;

QStringList argumentsIn(const QJsonObject &config)
{
    const auto script = config["init"_L1]["cmd"_L1][0].toString();
    const auto begin = script.indexOf(beforeArguments);
    if (begin < 0 || !script.endsWith(afterArguments))
        return {}; // somebody else's
    return unquoted(script.mid(begin + beforeArguments.size()).chopped(afterArguments.size()));
}

QJsonObject envOf(const InstanceSpec &spec)
{
    QJsonObject env;
    for (auto variable = spec.env.begin(); variable != spec.env.end(); ++variable)
        env.insert(variable.key(), variable.value());
    if (spec.idle.action == IdleRule::Action::StopAfter)
        env.insert(idleVariable(), QString::number(std::chrono::seconds(spec.idle.after).count()));
    if (!spec.repository.isEmpty())
        env.insert(repositoryVariable, spec.repository);
    return env;
}

QJsonArray servicesOf(const InstanceSpec &spec)
{
    // Port 80 only ever redirects: over plain http the password and the cookie would travel in clear.
    const QJsonArray ports{
        QJsonObject{{u"port"_s, 443}, {u"handlers"_s, QJsonArray{u"tls"_s, u"http"_s}}},
        QJsonObject{{u"port"_s, 80}, {u"handlers"_s, QJsonArray{u"http"_s}}, {u"force_https"_s, true}}};
    QJsonArray services{QJsonObject{{u"protocol"_s, u"tcp"_s},
                                    {u"internal_port"_s, editorPort},
                                    {u"autostop"_s, autostopOf(spec.idle)},
                                    {u"autostart"_s, true},
                                    {u"min_machines_running"_s, 0},
                                    {u"ports"_s, ports}}};
    for (const auto &extra : spec.services) {
        const QJsonObject port{{u"port"_s, extra.port}, {u"handlers"_s, QJsonArray::fromStringList(extra.handlers)}};
        services.append(QJsonObject{
            {u"protocol"_s, extra.protocol}, {u"internal_port"_s, extra.internalPort}, {u"ports"_s, QJsonArray{port}}});
    }
    return services;
}

QJsonObject metadataOf(const InstanceSpec &spec)
{
    QJsonObject json;
    for (auto item = spec.metadata.begin(); item != spec.metadata.end(); ++item)
        json.insert(userPrefix + item.key(), item.value());
    const QJsonArray images{imageReference(spec.image)};
    json[QLatin1StringView(metadata::schema)] = u"1"_s;
    json[QLatin1StringView(metadata::id)] = spec.id;
    json[QLatin1StringView(metadata::name)] = spec.name;
    json[QLatin1StringView(metadata::role)] = u"current"_s;
    json[QLatin1StringView(metadata::version)] = QLatin1StringView(SWARM_VERSION);
    json[QLatin1StringView(metadata::images)] = QString::fromUtf8(QJsonDocument(images).toJson(QJsonDocument::Compact));
    return json;
}

QJsonObject editorCheck()
{
    return {{u"type"_s, u"http"_s},       {u"port"_s, editorPort},   {u"method"_s, u"GET"_s},
            {u"path"_s, u"/healthz"_s},   {u"interval"_s, u"15s"_s}, {u"timeout"_s, u"5s"_s},
            {u"grace_period"_s, u"20s"_s}};
}

QString metadataValue(const Machine &machine, const char *key)
{
    return knownConfig(machine)["metadata"_L1][QLatin1StringView(key)].toString();
}

Image imageOf(const Machine &machine, const Image &known)
{
    auto image = imageFrom(machine.config["image"_L1].toString()).value_or(known);
    const auto digest = machine.imageRef["digest"_L1].toString();
    if (!digest.isEmpty())
        image.digest = digest;
    return image;
}

void readEvents(Instance &instance, const QJsonArray &events)
{
    if (events.isEmpty())
        return; // lists do not tell them
    instance.events = machineEventsFrom(events);
    bool isStartKnown = false;
    bool isEndKnown = false;
    for (const auto &event : std::as_const(instance.events)) {
        using Kind = MachineEvent::Kind;
        const bool isStart =
            event.kind == Kind::Starting || event.kind == Kind::Started || event.kind == Kind::Restarting;
        if (!isStartKnown && isStart) {
            instance.startedAt = event.at;
            isStartKnown = true;
        } else if (!isEndKnown && event.kind == Kind::Exited) {
            instance.ending = {.cause = event.cause, .exitCode = event.exitCode, .at = event.at};
            isEndKnown = true;
        } else if (!isEndKnown && (event.kind == Kind::Suspending || event.kind == Kind::Suspended)) {
            instance.ending = {.cause = Ending::Cause::Requested, .at = event.at};
            isEndKnown = true;
        }
    }
}

CheckState checksFrom(const QJsonArray &checks)
{
    auto worst = CheckState::None;
    for (const auto &check : checks) {
        if (check[u"name"_s].toString().startsWith("bg_deployments_"_L1))
            continue;
        const auto word = check[u"status"_s].toString();
        const auto state = word == "critical"_L1 ? CheckState::Critical
            : word == "warning"_L1               ? CheckState::Warning
                                                 : CheckState::Passing;
        worst = std::max(worst, state);
    }
    return worst;
}

//! The service answers `autostop` as a bool or a word, whatever was sent.
void readIdleRule(Instance &instance, const QJsonObject &config)
{
    const auto service = config["services"_L1][0];
    if (!service.isObject())
        return;
    const auto autostop = service["autostop"_L1];
    const int seconds = config["env"_L1][idleVariable()].toString().toInt();
    instance.idle = {};
    if (autostop.toString() == "suspend"_L1)
        instance.idle.action = IdleRule::Action::Suspend;
    else if (autostop.toBool() || autostop.toString() == "stop"_L1)
        instance.idle.action = IdleRule::Action::Stop;
    else if (seconds > 0)
        instance.idle = {.action = IdleRule::Action::StopAfter,
                         .after = std::chrono::duration_cast<std::chrono::minutes>(std::chrono::seconds(seconds))};
    else
        instance.idle.action = IdleRule::Action::Never;
    instance.autostarts = service["autostart"_L1].toBool();
    instance.isIdleRuleKnown = true;
}

void readConfig(Instance &instance, const Machine &machine)
{
    const auto &config = machine.config;
    const auto guest = config["guest"_L1].toObject();
    if (!guest.isEmpty()) {
        const bool isShared = guest["cpu_kind"_L1].toString() != "performance"_L1;
        instance.size = {.cpuKind = isShared ? CpuKind::Shared : CpuKind::Performance,
                         .cpus = guest["cpus"_L1].toInt(),
                         .memoryMb = guest["memory_mb"_L1].toInt()};
    }
    const auto mount = config["mounts"_L1][0].toObject();
    if (!mount.isEmpty()) {
        const auto volume = mount["volume"_L1].toString();
        const int sizeGb = mount["size_gb"_L1].toInt(instance.diskGb);
        // The configuration remembers the size that the disk had then; it has only grown since.
        instance.diskGb = volume == instance.volume ? std::max(instance.diskGb, sizeGb) : sizeGb;
        instance.volume = volume;
    }
    const auto id = metadataValue(machine, metadata::id);
    const auto name = metadataValue(machine, metadata::name);
    if (instance.id.isEmpty())
        instance.id = id.isEmpty() ? machine.id : id;
    if (!name.isEmpty())
        instance.name = name;
    else if (instance.name.isEmpty())
        instance.name = machine.app.isEmpty() ? machine.name : machine.app;
    instance.softwareVersion = metadataValue(machine, metadata::version);
    instance.image = imageOf(machine, instance.image);
}

} // namespace

//! A new volume belongs to root and hides the image's home: make it writable, fill it once, then start the editor.
QString startScript(const QStringList &arguments)
{
    QString words;
    for (const auto &argument : arguments)
        words += u' ' + quoted(argument);
    return uR"sh(sudo chown coder:coder /home/coder
if [ ! -e /home/coder/.bashrc ]; then
  cp -an /etc/skel/. /home/coder/
  [ -d /opt/editor/home ] && cp -an /opt/editor/home/. /home/coder/
fi
mkdir -p /home/coder/project
if [ -n "$REMOTE_SWARM_REPOSITORY" ] && [ -z "$(ls -A /home/coder/project)" ]; then
  git clone -- "$REMOTE_SWARM_REPOSITORY" /home/coder/project || true
fi
exec /usr/bin/entrypoint.sh --bind-addr 0.0.0.0:8080 )sh"_s
        + beforeArguments + words + afterArguments;
}

InstanceSpec specFrom(const Machine &machine, const Instance &known)
{
    const auto &config = knownConfig(machine);
    const auto now = instanceFrom(machine, known);
    InstanceSpec spec{.name = now.name,
                      .region = now.region,
                      .size = now.size,
                      .diskGb = now.diskGb,
                      .image = now.image,
                      .idle = now.idle,
                      .repository = config["env"_L1][repositoryVariable].toString(),
                      .services = extraPorts(config),
                      .arguments = argumentsIn(config)};
    const auto env = config["env"_L1].toObject();
    for (auto variable = env.begin(); variable != env.end(); ++variable) {
        if (variable.key() != repositoryVariable && variable.key() != idleVariable())
            spec.env.insert(variable.key(), variable->toString());
    }
    const auto metadata = config["metadata"_L1].toObject();
    for (auto item = metadata.begin(); item != metadata.end(); ++item) {
        if (item.key().startsWith(userPrefix))
            spec.metadata.insert(item.key().mid(userPrefix.size()), item->toString());
    }
    return spec;
}

AddressKind addressKindOf(const std::vector<Address> &addresses)
{
    if (std::ranges::find(addresses, Address::Kind::V4, &Address::kind) != addresses.end())
        return AddressKind::DedicatedV4;
    return std::ranges::any_of(addresses, &Address::isPublic) || addresses.empty() ? AddressKind::Shared
                                                                                   : AddressKind::Private;
}

QJsonObject guestOf(const Size &size)
{
    return {{u"cpu_kind"_s, size.cpuKind == CpuKind::Shared ? u"shared"_s : u"performance"_s},
            {u"cpus"_s, size.cpus},
            {u"memory_mb"_s, size.memoryMb}};
}

QString volumeNameFor(const QString &instanceName)
{
    const auto suffix = u"_data"_s;
    auto name = instanceName.left(longestVolumeName - suffix.size());
    return name.replace(u'-', u'_') + suffix;
}

QJsonObject configOf(const InstanceSpec &spec)
{
    return {{u"image"_s, imageReference(spec.image)},
            {u"guest"_s, guestOf(spec.size)},
            {u"env"_s, envOf(spec)},
            {u"init"_s,
             QJsonObject{{u"entrypoint"_s, QJsonArray{u"/bin/sh"_s, u"-c"_s}},
                         {u"cmd"_s, QJsonArray{startScript(spec.arguments)}}}},
            {u"services"_s, servicesOf(spec)},
            {u"checks"_s, QJsonObject{{u"editor"_s, editorCheck()}}},
            {u"restart"_s, QJsonObject{{u"policy"_s, u"on-failure"_s}}},
            {u"stop_config"_s, QJsonObject{{u"signal"_s, u"SIGTERM"_s}, {u"timeout"_s, u"10s"_s}}},
            {u"metadata"_s, metadataOf(spec)}};
}

QJsonObject machineBody(const QString &name, const QString &region, const QJsonObject &config, qint64 secretsVersion)
{
    QJsonObject body{{u"name"_s, name}, {u"region"_s, region}, {u"config"_s, config}};
    if (secretsVersion > 0)
        body.insert(u"min_secrets_version"_s, secretsVersion);
    return body;
}

QJsonObject machineBody(const InstanceSpec &spec, const QString &volume, qint64 secretsVersion)
{
    return machineBody(u"editor"_s, spec.region, withVolume(configOf(spec), volume), secretsVersion);
}

Instance instanceFrom(const Machine &machine, const Instance &known)
{
    auto instance = known;
    if (machine.id != known.machine)
        instance.events = {}; // of another machine
    if (!machine.app.isEmpty())
        instance.app = machine.app;
    instance.machine = machine.id;
    instance.version = machine.instanceId;
    instance.region = machine.region;
    instance.state = machine.state;
    instance.status = statusOf(machine.state);
    instance.isCordoned = machine.isCordoned;
    instance.isHostReachable = machine.hostStatus.isEmpty() || machine.hostStatus == "ok"_L1;
    instance.createdAt = machine.createdAt;
    instance.updatedAt = machine.updatedAt;
    instance.checks = checksFrom(machine.checks);
    readEvents(instance, machine.events);
    if (!machine.config.isEmpty()) { // null while the host is away
        readConfig(instance, machine);
        readIdleRule(instance, machine.config);
    }
    return instance;
}

bool isInstance(const Machine &machine)
{
    return !metadataValue(machine, metadata::schema).isEmpty() && roleOf(machine) == QLatin1StringView(role::current);
}

const QJsonObject &knownConfig(const Machine &machine)
{
    return machine.config.isEmpty() ? machine.incompleteConfig : machine.config;
}

QString mountedVolume(const Machine &machine)
{
    return knownConfig(machine)["mounts"_L1][0]["volume"_L1].toString();
}

QString instanceIdOf(const Machine &machine)
{
    return metadataValue(machine, metadata::id);
}

QString roleOf(const Machine &machine)
{
    const auto word = metadataValue(machine, metadata::role);
    return word.isEmpty() ? QString::fromLatin1(role::current) : word;
}

} // namespace swarm
