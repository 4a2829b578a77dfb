#pragma once

#include <QString>

namespace swarm::ctl {

//! One line from standard input. A secret is not shown while it is typed.
[[nodiscard]] QString readLine();
[[nodiscard]] QString readSecret(const QString &prompt);
//! Whether a person sits at standard input.
[[nodiscard]] bool isInteractive();

} // namespace swarm::ctl
