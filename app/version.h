#pragma once

#include <QString>

namespace swarm {

//! "0.1.0 (1a2b3c4d5e6f), Qt 6.4.2": which program this is, for reports. A "+" after the commit: with changes.
[[nodiscard]] QString versionText();
//! The commit alone; empty when the sources came without their history.
[[nodiscard]] QString versionCommit();

} // namespace swarm
