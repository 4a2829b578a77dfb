#include "fly/configchange.h"

#include "fly/machineconfig.h"
#include "model/imagereference.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr qsizetype mostImages = 5;

QJsonObject withEditorService(QJsonObject config, const QString &member, const QJsonValue &value)
{
    const int index = editorService(config);
    if (index < 0)
        return config;
    auto services = config["services"_L1].toArray();
    auto service = services[index].toObject();
    service.insert(member, value);
    services[index] = service;
    config["services"_L1] = services;
    return config;
}

QJsonObject withIdleRule(QJsonObject config, const IdleRule &idle)
{
    config = withEditorService(std::move(config), u"autostop"_s, autostopOf(idle));
    auto env = config["env"_L1].toObject();
    env.remove(idleVariable());
    if (idle.action == IdleRule::Action::StopAfter)
        env.insert(idleVariable(), QString::number(std::chrono::seconds(idle.after).count()));
    config["env"_L1] = env;
    return config;
}

//! Where the start is ours; what somebody else starts has other arguments.
QJsonObject withArguments(QJsonObject config, const QStringList &arguments)
{
    auto init = config["init"_L1].toObject();
    const QJsonArray shell{u"/bin/sh"_s, u"-c"_s};
    if (init["entrypoint"_L1].toArray() != shell)
        return config;
    init["cmd"_L1] = QJsonArray{startScript(arguments)};
    config["init"_L1] = init;
    return config;
}

QJsonObject withUserMetadata(QJsonObject config, const InstanceChange &change)
{
    auto metadata = config["metadata"_L1].toObject();
    for (auto item = change.setMetadata.begin(); item != change.setMetadata.end(); ++item)
        metadata.insert(u"user_"_s + item.key(), item.value());
    for (const auto &name : change.unsetMetadata)
        metadata.remove(u"user_"_s + name);
    config["metadata"_L1] = metadata;
    return config;
}

//! "stop" comes back as true, "off" as false.
QJsonValue plainAutostop(const QJsonValue &value)
{
    const auto word = value.toString();
    if (word == "stop"_L1 || word == "true"_L1)
        return true;
    if (word == "off"_L1 || word == "false"_L1 || value.isUndefined() || value.isNull())
        return false;
    return value;
}

//! What was asked for without a digest comes back with the one that Fly.io found.
bool isSameImage(const QString &wanted, const QString &is)
{
    const auto asked = imageFrom(wanted);
    const auto given = imageFrom(is);
    if (!asked || !given)
        return wanted == is;
    const bool isTagged = asked->repository == given->repository && asked->tag == given->tag;
    return isTagged && (asked->digest.isEmpty() || asked->digest == given->digest);
}

QJsonObject plain(QJsonObject config)
{
    auto services = config["services"_L1].toArray();
    for (auto &&value : services) {
        auto service = value.toObject();
        service.insert(u"autostop"_s, plainAutostop(service["autostop"_L1]));
        value = service;
    }
    config["services"_L1] = services;
    return config;
}

} // namespace

QString idleVariable()
{
    return u"CODE_SERVER_IDLE_TIMEOUT_SECONDS"_s;
}

QString autostopOf(const IdleRule &idle)
{
    switch (idle.action) {
    case IdleRule::Action::Suspend:
        return u"suspend"_s;
    case IdleRule::Action::Stop:
        return u"stop"_s;
    case IdleRule::Action::Never:
    case IdleRule::Action::StopAfter: // code-server ends by itself
        return u"off"_s;
    }
    Q_UNREACHABLE();
}

int editorService(const QJsonObject &config)
{
    const auto services = config["services"_L1].toArray();
    for (int i = 0; i < services.size(); ++i) {
        if (services[i]["internal_port"_L1].toInt() == editorPort)
            return i;
    }
    return services.isEmpty() ? -1 : 0;
}

QJsonObject withVolume(QJsonObject config, const QString &volume)
{
    const auto path = config["mounts"_L1][0]["path"_L1].toString(u"/home/coder"_s);
    config["mounts"_L1] = QJsonArray{QJsonObject{{u"volume"_s, volume}, {u"path"_s, path}}};
    return config;
}

QJsonObject withMetadata(QJsonObject config, const QMap<QString, QString> &values)
{
    auto metadata = config["metadata"_L1].toObject();
    for (auto item = values.begin(); item != values.end(); ++item)
        metadata.insert(item.key(), item.value());
    config["metadata"_L1] = metadata;
    return config;
}

QJsonObject withAutostart(QJsonObject config, bool isOn)
{
    return withEditorService(std::move(config), u"autostart"_s, isOn);
}

QJsonObject withChange(QJsonObject config, const InstanceChange &change)
{
    if (change.size) {
        auto guest = config["guest"_L1].toObject();
        const auto wanted = guestOf(*change.size);
        for (auto member = wanted.begin(); member != wanted.end(); ++member)
            guest.insert(member.key(), member.value());
        config["guest"_L1] = guest;
        config.remove("size"_L1); // the older way to say it, which Fly.io refuses beside the newer
    }
    if (change.image) {
        const auto image = imageReference(*change.image);
        const auto present = config["image"_L1].toString();
        if (present != image)
            config = withImageRemembered(std::move(config), present);
        config["image"_L1] = image;
        config = withImageRemembered(std::move(config), image);
    }
    if (change.idle)
        config = withIdleRule(std::move(config), *change.idle);
    auto env = config["env"_L1].toObject();
    for (auto variable = change.setEnv.begin(); variable != change.setEnv.end(); ++variable)
        env.insert(variable.key(), variable.value());
    for (const auto &name : change.unsetEnv)
        env.remove(name);
    if (!change.setEnv.isEmpty() || !change.unsetEnv.isEmpty())
        config["env"_L1] = env;
    if (change.arguments)
        config = withArguments(std::move(config), *change.arguments);
    if (!change.setMetadata.isEmpty() || !change.unsetMetadata.isEmpty())
        config = withUserMetadata(std::move(config), change);
    return config;
}

QJsonObject asInstance(QJsonObject config, const InstanceSpec &spec)
{
    return withMetadata(std::move(config),
                        {{QString::fromLatin1(metadata::schema), u"1"_s},
                         {QString::fromLatin1(metadata::id), spec.id},
                         {QString::fromLatin1(metadata::name), spec.name},
                         {QString::fromLatin1(metadata::role), QString::fromLatin1(role::current)},
                         {QString::fromLatin1(metadata::version), QStringLiteral(SWARM_VERSION)}});
}

QString pinnedImage(const Machine &machine)
{
    auto image = imageFrom(machine.config["image"_L1].toString());
    if (!image)
        return machine.config["image"_L1].toString();
    const auto digest = machine.imageRef["digest"_L1].toString();
    if (image->digest.isEmpty())
        image->digest = digest;
    return imageReference(*image);
}

QJsonObject pinnedConfig(const Machine &machine)
{
    auto config = machine.config;
    config["image"_L1] = pinnedImage(machine);
    return config;
}

QStringList rememberedImages(const QJsonObject &config)
{
    const auto text = config["metadata"_L1][QLatin1StringView(metadata::images)].toString().toUtf8();
    QStringList images;
    for (const auto &image : QJsonDocument::fromJson(text).array())
        images << image.toString();
    return images;
}

QJsonObject withImageRemembered(QJsonObject config, const QString &image)
{
    auto images = rememberedImages(config);
    images.removeAll(image);
    images << image;
    images = images.mid(std::max<qsizetype>(0, images.size() - mostImages));
    const auto text = QJsonDocument(QJsonArray::fromStringList(images)).toJson(QJsonDocument::Compact);
    return withMetadata(std::move(config), {{QString::fromLatin1(metadata::images), QString::fromUtf8(text)}});
}

bool holds(const QJsonObject &wanted, const QJsonObject &before, const Machine &now)
{
    const auto sent = plain(wanted);
    const auto was = plain(before);
    const auto is = plain(now.config);
    for (auto member = sent.begin(); member != sent.end(); ++member) {
        if (member.value() == was[member.key()])
            continue;
        const bool isImage = member.key() == "image"_L1;
        const auto stands = is[member.key()];
        if (isImage ? !isSameImage(member->toString(), stands.toString()) : stands != member.value())
            return false;
    }
    return true;
}

bool areSame(const QJsonObject &first, const QJsonObject &second)
{
    return plain(first) == plain(second);
}

} // namespace swarm
