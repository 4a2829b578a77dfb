#pragma once

#include "model/instancespec.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace swarm {

//! The swarmctl line that does the same, quoted for a shell. Leaves out what is the default anyway; an image that is
//! the default only because it is configured (`usual`) is none elsewhere.
[[nodiscard]] QString createCommand(const InstanceSpec &spec, const Image &usual = {});

//! "shared:1:2048", as --size takes it.
[[nodiscard]] QString sizeWord(const Size &size);
//! "suspend" or a number of minutes, as the idle rule is written.
[[nodiscard]] QString idleWord(const IdleRule &idle);
//! small, standard, large, extra, or "shared:1:2048"; nothing: that is none.
[[nodiscard]] std::optional<Size> sizeFrom(const QString &word);
//! never, suspend, stop, or minutes; empty: as is usual for the size. Nothing: that is none.
[[nodiscard]] std::optional<IdleRule> idleFrom(const QString &word, const Size &size);
//! "shared", "v4" or "private".
[[nodiscard]] QString addressWord(AddressKind kind);
[[nodiscard]] std::optional<AddressKind> addressFrom(const QString &word);
//! `swarmctl` and these words, quoted for a shell.
[[nodiscard]] QString shellCommand(const QStringList &words);

} // namespace swarm
