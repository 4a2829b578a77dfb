#pragma once

#include "app/ctl/grammar.h"

namespace swarm::ctl {

enum class ShellKind { Bash, Zsh, Fish };

//! A script for the shell that completes verbs, options, their values, files, and names of instances.
[[nodiscard]] QString completionScript(const Grammar &grammar, ShellKind shell);

} // namespace swarm::ctl
