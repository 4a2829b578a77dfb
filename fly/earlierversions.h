#pragma once

#include "fly/flytypes.h"
#include "model/copies.h"

#include <optional>

namespace swarm {

//! What Fly.io remembers of a machine's earlier configurations, newest first, without the present one.
[[nodiscard]] std::vector<EarlierVersion> earlierVersionsFrom(const std::vector<MachineVersion> &versions,
                                                              const QString &present);
//! The configuration to go back to: by Fly.io's name of it, by an image's tag, digest or whole reference; or, empty,
//! the newest one that differs in what `manner` brings back. An image that only our metadata remember will do as well.
[[nodiscard]] std::optional<QJsonObject> earlierConfigIn(const std::vector<MachineVersion> &versions,
                                                         const Machine &machine, const QString &wanted,
                                                         RollBackManner manner);
//! `present` with what `manner` brings back from `earlier`. Disk and metadata are never brought back.
[[nodiscard]] QJsonObject rolledBack(QJsonObject present, const QJsonObject &earlier, RollBackManner manner);

} // namespace swarm
