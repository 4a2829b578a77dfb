#pragma once

#include "model/copies.h"
#include "model/healthreport.h"
#include "model/instance.h"
#include "model/network.h"
#include "model/operation.h"

#include <QJsonObject>

namespace swarm::ctl {

//! What `--json` prints of each kind of thing. Members are added, never renamed or removed, as long as the schema is 1;
//! packaging/schema/swarmctl.schema.json says what they are.

[[nodiscard]] QJsonObject instanceJson(const Instance &instance);
[[nodiscard]] QJsonObject snapshotJson(const DiskSnapshot &snapshot);
[[nodiscard]] QJsonObject previousJson(const PreviousCopy &copy);
[[nodiscard]] QJsonObject addressJson(const Address &address);
[[nodiscard]] QJsonObject domainJson(const Domain &domain);
[[nodiscard]] QJsonObject keepsakeJson(const Keepsake &keepsake);
[[nodiscard]] QJsonObject healthJson(const HealthReport &report);
//! An operation that was cut off, and what became of it.
[[nodiscard]] QJsonObject recoveredJson(const Operation &operation);
//! "ready" and the like, as in the snapshot's JSON.
[[nodiscard]] QString snapshotWord(DiskSnapshot::State state);
//! In UTC; null when nobody knows.
[[nodiscard]] QJsonValue timeJson(const QDateTime &time);

} // namespace swarm::ctl
