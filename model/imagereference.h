#pragma once

#include "model/instance.h"

#include <QString>

#include <optional>

namespace swarm {

//! REPOSITORY[:TAG][@DIGEST]; without a tag it is the latest. Nothing when it is no such reference.
[[nodiscard]] std::optional<Image> imageFrom(const QString &reference);
//! The same in the other direction.
[[nodiscard]] QString imageReference(const Image &image);

} // namespace swarm
