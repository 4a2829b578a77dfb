#pragma once

#include "model/error.h"
#include "model/instance.h"

#include <QJsonObject>

namespace swarm {

//! The version of the record's format; files of a higher one are left alone.
inline constexpr int instanceSchema = 1;

//! The record of an instance: everything that is worth knowing before the provider answers. No secrets.
[[nodiscard]] QJsonObject toJson(const Instance &instance);
//! The inverse. `BadReply` with the reason when it is no record of an instance.
[[nodiscard]] Result<Instance> instanceFromJson(const QJsonObject &json);
//! The same, faster, for one that is known to have no members but ours.
[[nodiscard]] Result<Instance> instanceFromPlainJson(const QJsonObject &json);

} // namespace swarm
