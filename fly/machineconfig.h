#pragma once

#include "fly/flytypes.h"
#include "model/instancespec.h"
#include "model/network.h"

#include <QJsonObject>

namespace swarm {

//! Names that every instance's machine carries, so that a second computer finds the same swarm.
namespace metadata {
inline constexpr auto schema = "remote_swarm_schema";
inline constexpr auto id = "remote_swarm_id";
inline constexpr auto name = "remote_swarm_name";
inline constexpr auto role = "remote_swarm_role";
inline constexpr auto version = "remote_swarm_version";
inline constexpr auto images = "remote_swarm_images";
} // namespace metadata

//! What a machine of ours is to its instance.
namespace role {
inline constexpr auto current = "current";
inline constexpr auto candidate = "candidate"; //!< made, not yet switched to
inline constexpr auto previous = "previous"; //!< switched away from, kept for a while
} // namespace role

//! `{cpu_kind, cpus, memory_mb}`, as machines and volumes take it.
[[nodiscard]] QJsonObject guestOf(const Size &size);
//! Volume names allow a-z, 0-9 and _ only, and 30 characters.
[[nodiscard]] QString volumeNameFor(const QString &instanceName);
//! The whole configuration of a new instance's machine, but for its disk.
[[nodiscard]] QJsonObject configOf(const InstanceSpec &spec);
//! The body of the request that creates a machine. `secretsVersion` 0: not known.
[[nodiscard]] QJsonObject machineBody(const QString &name, const QString &region, const QJsonObject &config,
                                      qint64 secretsVersion);
//! The same for the machine of a new instance.
[[nodiscard]] QJsonObject machineBody(const InstanceSpec &spec, const QString &volume, qint64 secretsVersion);

//! What sh runs in the machine: makes the home folder fit for use, then starts the editor with these arguments.
[[nodiscard]] QString startScript(const QStringList &arguments);
//! What would have to be asked for to get such a machine; but for the address, which it does not know.
[[nodiscard]] InstanceSpec specFrom(const Machine &machine, const Instance &known);
//! Which of the kinds that can be asked for these are.
[[nodiscard]] AddressKind addressKindOf(const std::vector<Address> &addresses);

//! What a machine tells about its instance; what it does not tell is left as in `known`.
[[nodiscard]] Instance instanceFrom(const Machine &machine, const Instance &known);
//! Whether the machine belongs to the swarm and stands for its instance, by its metadata.
[[nodiscard]] bool isInstance(const Machine &machine);
//! A machine's configuration, or what Fly.io remembers of it while its host is away.
[[nodiscard]] const QJsonObject &knownConfig(const Machine &machine);
//! The volume that a machine holds, asleep or not; empty without one.
[[nodiscard]] QString mountedVolume(const Machine &machine);
//! The id of the instance that a machine belongs to, whatever its role; empty when it is none of ours.
[[nodiscard]] QString instanceIdOf(const Machine &machine);
[[nodiscard]] QString roleOf(const Machine &machine);

} // namespace swarm
