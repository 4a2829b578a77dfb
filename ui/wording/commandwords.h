#pragma once

#include "model/instancespec.h"

#include <QString>
#include <QStringList>

namespace swarm {

//! The swarmctl line that does the same, quoted for a shell. Leaves out what is the default anyway; an image that is
//! the default only because it is configured (`usual`) is none elsewhere.
[[nodiscard]] QString createCommand(const InstanceSpec &spec, const Image &usual = {});

//! "shared:1:2048", as --size takes it.
[[nodiscard]] QString sizeWord(const Size &size);
//! "suspend" or a number of minutes, as the idle rule is written.
[[nodiscard]] QString idleWord(const IdleRule &idle);
//! `swarmctl` and these words, quoted for a shell.
[[nodiscard]] QString shellCommand(const QStringList &words);

} // namespace swarm
