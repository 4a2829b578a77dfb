#pragma once

#include "fly/flytypes.h"
#include "model/error.h"
#include "model/region.h"

#include <QByteArray>

namespace swarm {

//! From bytes to Fly.io's things. `BAD_REPLY` when the bytes are something else; members of a wrong type count as
//! absent. All are free of side effects and may run on any thread.

[[nodiscard]] Result<QJsonObject> objectFrom(const QByteArray &body);
[[nodiscard]] Result<FlyApp> appFrom(const QByteArray &body);
[[nodiscard]] Result<Machine> machineFrom(const QByteArray &body);
[[nodiscard]] Result<std::vector<Machine>> machinesFrom(const QByteArray &body);
[[nodiscard]] Result<MachinePage> machinePageFrom(const QByteArray &body);
[[nodiscard]] Result<Volume> volumeFrom(const QByteArray &body);
[[nodiscard]] Result<std::vector<Volume>> volumesFrom(const QByteArray &body);
[[nodiscard]] Result<VolumePage> volumePageFrom(const QByteArray &body);
[[nodiscard]] Result<std::vector<IpAssignment>> addressesFrom(const QByteArray &body);
[[nodiscard]] Result<IpAssignment> addressFrom(const QByteArray &body);
[[nodiscard]] Result<RegionList> regionsFrom(const QByteArray &body);
[[nodiscard]] Result<std::vector<TokenInfo>> tokensFrom(const QByteArray &body);

} // namespace swarm
