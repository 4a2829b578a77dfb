#pragma once

#include "fly/flytypes.h"
#include "model/copies.h"
#include "model/instancespec.h"

#include <QJsonObject>

namespace swarm {

//! From one whole configuration of a machine to another. What is not spoken of stays, known to us or not.

//! The variable by which code-server ends itself when nobody was connected for so many seconds.
[[nodiscard]] QString idleVariable();
//! What `autostop` of a service says for a rule: "off", "stop" or "suspend".
[[nodiscard]] QString autostopOf(const IdleRule &idle);
//! Where in `services` the editor's own one stands; -1 without one.
[[nodiscard]] int editorService(const QJsonObject &config);

[[nodiscard]] QJsonObject withVolume(QJsonObject config, const QString &volume);
[[nodiscard]] QJsonObject withMetadata(QJsonObject config, const QMap<QString, QString> &values);
//! Whether a visit to the address wakes it.
[[nodiscard]] QJsonObject withAutostart(QJsonObject config, bool isOn);
[[nodiscard]] QJsonObject withChange(QJsonObject config, const InstanceChange &change);
//! For another instance: its own id, name, role and size, and whatever else the spec says of it.
[[nodiscard]] QJsonObject asInstance(QJsonObject config, const InstanceSpec &spec);
//! The machine's configuration with its image as Fly.io resolved it, so that no update changes the version by itself.
[[nodiscard]] QJsonObject pinnedConfig(const Machine &machine);
//! Its image as a reference with digest, and with the tag it came from.
[[nodiscard]] QString pinnedImage(const Machine &machine);
//! Adds an image to the last five that the metadata remember; the newest is the last.
[[nodiscard]] QJsonObject withImageRemembered(QJsonObject config, const QString &image);
[[nodiscard]] QStringList rememberedImages(const QJsonObject &config);
//! Whether what `wanted` changed in `before` stands in `now`: Fly.io may take a change back later.
[[nodiscard]] bool holds(const QJsonObject &wanted, const QJsonObject &before, const Machine &now);
//! Whether both say the same: Fly.io answers `autostop` as a bool or a word, and fills in what was left out.
[[nodiscard]] bool areSame(const QJsonObject &first, const QJsonObject &second);

} // namespace swarm
