#pragma once

#include "model/instancespec.h"

#include <QString>

namespace swarm {

//! The swarmctl line that does the same, quoted for a shell. Leaves out what is the default anyway.
[[nodiscard]] QString createCommand(const InstanceSpec &spec);

} // namespace swarm
