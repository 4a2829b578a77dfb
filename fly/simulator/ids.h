#pragma once

#include <QString>

namespace swarm::simulator {

//! Identifiers that look like Fly's.
QString newUlid(qint64 stamp);
QString newMachineId();
QString newVolumeId();
QString newSnapshotId();
QString newNonce();
QString newAppId();
QString newMachineName();
//! Lower-case hexadecimal digits.
QString randomHex(int digits);

} // namespace swarm::simulator
