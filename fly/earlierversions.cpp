#include "fly/earlierversions.h"

#include "fly/configchange.h"
#include "model/imagereference.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! A ULID begins with its time: 48 bits in ten of Crockford's digits.
QDateTime timeOf(const QString &ulid)
{
    static const auto digits = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"_s;
    if (ulid.size() != 26)
        return {};
    qint64 ms = 0;
    for (int i = 0; i < 10; ++i) {
        const auto digit = digits.indexOf(ulid[i]);
        if (digit < 0)
            return {};
        ms = ms * 32 + digit;
    }
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

Size sizeIn(const QJsonObject &config)
{
    const auto guest = config["guest"_L1];
    return {.cpuKind = guest["cpu_kind"_L1].toString() == "performance"_L1 ? CpuKind::Performance : CpuKind::Shared,
            .cpus = guest["cpus"_L1].toInt(1),
            .memoryMb = guest["memory_mb"_L1].toInt()};
}

bool isImage(const QString &reference, const QString &wanted)
{
    const auto image = imageFrom(reference);
    return reference == wanted || (image && (image->tag == wanted || image->digest == wanted));
}

//! A tag may mean another image by now: the digest that we remember of then tells which one it was.
QJsonObject withDigest(QJsonObject config, const QStringList &remembered)
{
    const auto image = imageFrom(config["image"_L1].toString());
    if (!image || !image->digest.isEmpty())
        return config;
    for (const auto &reference : remembered) {
        const auto known = imageFrom(reference);
        if (known && !known->digest.isEmpty() && known->repository == image->repository && known->tag == image->tag)
            config["image"_L1] = reference;
    }
    return config;
}

//! A version that was asked for by a tag alone ran what the tag meant: the present image, if that has the same tag.
QJsonObject withPresentDigest(QJsonObject config, const QJsonObject &present)
{
    const auto then = imageFrom(config["image"_L1].toString());
    const auto now = imageFrom(present["image"_L1].toString());
    const bool isSame =
        then && now && then->digest.isEmpty() && then->repository == now->repository && then->tag == now->tag;
    if (isSame)
        config["image"_L1] = present["image"_L1];
    return config;
}

//! Whether both say the same about what is brought back: all but disk and metadata.
bool areAlike(QJsonObject first, QJsonObject second)
{
    for (auto *config : {&first, &second}) {
        config->remove("mounts"_L1);
        config->remove("metadata"_L1);
    }
    return areSame(first, second);
}

std::vector<MachineVersion> newestFirst(std::vector<MachineVersion> versions)
{
    // Their names are ULIDs, which sort by time.
    std::ranges::sort(versions, std::ranges::greater(), &MachineVersion::version);
    return versions;
}

} // namespace

std::vector<EarlierVersion> earlierVersionsFrom(const std::vector<MachineVersion> &versions, const QString &present)
{
    std::vector<EarlierVersion> list;
    for (const auto &version : newestFirst(versions)) {
        if (version.version == present || version.config.isEmpty())
            continue;
        list.push_back({.version = version.version,
                        .image = imageFrom(version.config["image"_L1].toString()).value_or(Image()),
                        .size = sizeIn(version.config),
                        .at = timeOf(version.version)});
    }
    return list;
}

QJsonObject rolledBack(QJsonObject present, const QJsonObject &earlier, RollBackManner manner)
{
    if (manner == RollBackManner::Image) {
        const auto image = imageFrom(earlier["image"_L1].toString());
        return image ? withChange(std::move(present), {.image = *image}) : present;
    }
    auto config = earlier;
    config["mounts"_L1] = present["mounts"_L1];
    config["metadata"_L1] = present["metadata"_L1];
    return withImageRemembered(std::move(config), earlier["image"_L1].toString());
}

std::optional<QJsonObject> earlierConfigIn(const std::vector<MachineVersion> &versions, const Machine &machine,
                                           const QString &wanted, RollBackManner manner)
{
    const auto present = pinnedConfig(machine);
    for (const auto &version : newestFirst(versions)) {
        if (version.version == machine.instanceId || version.config.isEmpty())
            continue;
        const auto earlier = withPresentDigest(version.config, present);
        const auto image = earlier["image"_L1].toString();
        const bool differs = image != present["image"_L1].toString()
            || (manner == RollBackManner::Configuration && !areAlike(earlier, present));
        const bool isWanted = wanted.isEmpty() ? differs : version.version == wanted || isImage(image, wanted);
        if (isWanted)
            return withDigest(earlier, rememberedImages(machine.config));
    }
    if (manner != RollBackManner::Image)
        return {};
    auto images = rememberedImages(machine.config);
    std::ranges::reverse(images);
    for (const auto &image : std::as_const(images)) {
        const bool isPresent = isImage(present["image"_L1].toString(), image);
        if (wanted.isEmpty() ? !isPresent : isImage(image, wanted))
            return QJsonObject{{u"image"_s, image}};
    }
    return {};
}

} // namespace swarm
