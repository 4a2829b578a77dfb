#pragma once

#include "app/ctl/grammar.h"

namespace swarm::ctl {

//! The manual page swarmctl(1), in troff's man macros.
[[nodiscard]] QString manualPage(const Grammar &grammar);

} // namespace swarm::ctl
