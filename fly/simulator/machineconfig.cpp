#include "fly/simulator/machineconfig.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static const QJsonObject smallestGuest{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 1}, {u"memory_mb"_s, 256}};

static std::optional<QJsonObject> guestOfPreset(const QString &preset)
{
    static const QRegularExpression shape(u"^(shared-cpu|performance)-(\\d+)x$"_s);
    const auto match = shape.match(preset);
    if (!match.hasMatch())
        return {};
    const bool isShared = match.captured(1) == "shared-cpu"_L1;
    const int cpus = match.captured(2).toInt();
    return QJsonObject{{u"cpu_kind"_s, isShared ? u"shared"_s : u"performance"_s},
                       {u"cpus"_s, cpus},
                       {u"memory_mb"_s, cpus * (isShared ? 256 : 2048)}};
}

std::optional<Response> guestProblem(const QJsonObject &guest)
{
    const auto kind = guest[u"cpu_kind"].toString(u"shared"_s);
    const bool isShared = kind == "shared"_L1;
    if (!isShared && kind != "performance"_L1)
        return errorAnswer(422, u"invalid config.guest.cpu_kind, allowed values: shared, performance"_s);

    static const QList<int> sharedCpus{1, 2, 4, 6, 8};
    static const QList<int> performanceCpus{1, 2, 4, 6, 8, 10, 12, 14, 16};
    const auto &allowed = isShared ? sharedCpus : performanceCpus;
    const int cpus = guest[u"cpus"].toInt(1);
    if (!allowed.contains(cpus)) {
        QStringList texts;
        for (const int count : allowed)
            texts << QString::number(count);
        return errorAnswer(422, u"invalid config.guest.cpus, allowed values: "_s + texts.join(u", "_s));
    }

    const int least = cpus * (isShared ? 256 : 2048);
    const int most = cpus * (isShared ? 2048 : 8192);
    const int step = isShared ? 256 : 2048;
    const int memory = guest[u"memory_mb"].toInt(least);
    if (memory < least)
        return errorAnswer(422, u"invalid config.guest.memory_mb, minimum required %1 MiB"_s.arg(least));
    if (memory > most)
        return errorAnswer(422, u"invalid config.guest.memory_mb, maximum allowed %1 MiB"_s.arg(most));
    if (memory % step != 0)
        return errorAnswer(422, u"invalid config.guest.memory_mb, must be in %1 MiB increments"_s.arg(step));
    return {};
}

static QString goTypeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return u"bool"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Array:
        return u"array"_s;
    default:
        return u"object"_s;
    }
}

static Response wrongType(const QJsonValue &value, const QString &field, const QString &type)
{
    return errorAnswer(
        400, u"json: cannot unmarshal %1 into Go struct field %2 of type %3"_s.arg(goTypeOf(value), field, type));
}

static std::optional<Response> serviceProblem(const QJsonObject &service)
{
    const auto autostart = service[u"autostart"];
    if (!autostart.isUndefined() && !autostart.isNull() && !autostart.isBool())
        return wrongType(autostart, u"MachineService.autostart"_s, u"bool"_s);
    const auto autostop = service[u"autostop"];
    static const QStringList words{u"off"_s, u"stop"_s, u"suspend"_s, u"true"_s, u"false"_s};
    if (autostop.isString() && !words.contains(autostop.toString()))
        return errorAnswer(400, u"invalid autostop value \"%1\""_s.arg(autostop.toString()));
    if (const auto port = service[u"internal_port"]; !port.isUndefined() && !port.isDouble())
        return wrongType(port, u"MachineService.internal_port"_s, u"int"_s);
    return {};
}

std::optional<Response> configProblem(const QJsonObject &config)
{
    if (config[u"image"].toString().isEmpty())
        return errorAnswer(400, u"invalid_argument: machine config is missing an image"_s);
    if (config.contains(u"guest"_s) && config.contains(u"size"_s))
        return errorAnswer(400, u"invalid_argument: size and guest are mutually exclusive"_s);
    if (const auto size = config[u"size"].toString(); !size.isEmpty()) {
        const auto guest = guestOfPreset(size);
        if (!guest)
            return errorAnswer(422, u"invalid machine size '%1'"_s.arg(size));
        if (auto problem = guestProblem(*guest))
            return problem;
    }
    if (auto problem = guestProblem(config[u"guest"].toObject()))
        return problem;

    const auto env = config[u"env"].toObject();
    for (const auto &value : env) {
        if (!value.isString())
            return wrongType(value, u"MachineConfig.env"_s, u"string"_s);
    }
    const auto metadata = config[u"metadata"].toObject();
    for (const auto &value : metadata) {
        if (!value.isString())
            return wrongType(value, u"MachineConfig.metadata"_s, u"string"_s);
    }
    if (config.contains(u"checks"_s) && !config[u"checks"].isObject() && !config[u"checks"].isNull())
        return wrongType(config[u"checks"], u"MachineConfig.checks"_s, u"map[string]MachineCheck"_s);
    if (config.contains(u"mounts"_s) && !config[u"mounts"].isArray() && !config[u"mounts"].isNull())
        return wrongType(config[u"mounts"], u"MachineConfig.mounts"_s, u"[]MachineMount"_s);
    for (const auto &service : config[u"services"].toArray()) {
        if (auto problem = serviceProblem(service.toObject()))
            return problem;
    }
    const auto mounts = config[u"mounts"].toArray();
    if (mounts.size() > 1)
        return errorAnswer(400, u"invalid_argument: only one volume mount is supported per machine"_s);
    if (!mounts.isEmpty()) {
        const auto path = mounts[0].toObject()[u"path"].toString();
        if (!path.startsWith(u'/') || path == "/"_L1)
            return errorAnswer(400, u"invalid_argument: invalid mount path '%1'"_s.arg(path));
    }
    const auto policy = config[u"restart"].toObject()[u"policy"].toString();
    static const QStringList policies{QString(), u"no"_s, u"always"_s, u"on-failure"_s, u"spot-price"_s};
    if (!policies.contains(policy))
        return errorAnswer(400, u"invalid_argument: unknown restart policy '%1'"_s.arg(policy));
    return {};
}

QJsonObject storedConfig(QJsonObject config)
{
    // value(), not []: that would add what is looked for.
    if (const auto preset = config.take(u"size"_s).toString(); !preset.isEmpty())
        config.insert(u"guest"_s, guestOfPreset(preset).value_or(smallestGuest));
    auto guest = config.value(u"guest").toObject();
    for (auto it = smallestGuest.begin(); it != smallestGuest.end(); ++it) {
        if (!guest.contains(it.key()))
            guest.insert(it.key(), it.value());
    }
    config.insert(u"guest"_s, guest);
    for (const auto *key : {u"init", u"dns"}) {
        if (!config.value(QStringView(key)).isObject())
            config.insert(QStringView(key), QJsonObject());
    }
    auto restart = config.value(u"restart").toObject();
    if (!restart.contains(u"policy"_s))
        restart.insert(u"policy"_s, u"on-failure"_s);
    if (restart.value(u"policy").toString() == "on-failure"_L1 && !restart.contains(u"max_retries"_s))
        restart.insert(u"max_retries"_s, 10);
    config.insert(u"restart"_s, restart);

    auto services = config.value(u"services").toArray();
    for (auto &&value : services) {
        auto service = value.toObject();
        const auto autostop = service.value(u"autostop");
        if (autostop.toString() == "off"_L1 || autostop.toString() == "false"_L1)
            service.insert(u"autostop"_s, false);
        else if (autostop.toString() == "stop"_L1 || autostop.toString() == "true"_L1)
            service.insert(u"autostop"_s, true);
        value = service;
    }
    if (config.contains(u"services"_s))
        config.insert(u"services"_s, services);
    return config;
}

QJsonObject imageRef(const QString &image)
{
    auto rest = image;
    QString digest;
    if (const auto at = rest.indexOf(u'@'); at >= 0) {
        digest = rest.mid(at + 1);
        rest.truncate(at);
    }
    QString registry = u"registry-1.docker.io"_s;
    if (const auto slash = rest.indexOf(u'/'); slash > 0 && rest.left(slash).contains(u'.')) {
        registry = rest.left(slash);
        rest = rest.mid(slash + 1);
    }
    QString tag;
    if (const auto colon = rest.lastIndexOf(u':'); colon > rest.lastIndexOf(u'/')) {
        tag = rest.mid(colon + 1);
        rest.truncate(colon);
    }
    if (!rest.contains(u'/'))
        rest.prepend(u"library/"_s);
    if (digest.isEmpty()) {
        if (tag.isEmpty())
            tag = u"latest"_s;
        const auto hash = QCryptographicHash::hash((rest + u':' + tag).toUtf8(), QCryptographicHash::Sha256);
        digest = u"sha256:"_s + QString::fromLatin1(hash.toHex());
    }
    return {{u"registry"_s, registry},
            {u"repository"_s, rest},
            {u"tag"_s, tag},
            {u"digest"_s, digest},
            {u"labels"_s, QJsonValue()}};
}

} // namespace swarm::simulator
