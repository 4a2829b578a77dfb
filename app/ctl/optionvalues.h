#pragma once

#include "model/instancespec.h"

#include <QString>

#include <string>
#include <vector>

namespace swarm::ctl {

//! From what was typed to values. Each throws CLI::ValidationError, which CLI11 prints like its own complaints.

[[noreturn]] void complain(const QString &message);
[[nodiscard]] QString text(const std::string &raw);
//! small, standard, large, extra, or KIND:CPUS:MEMORY_MB
[[nodiscard]] Size sizeOption(const QString &word);
//! never, suspend, stop, or minutes; empty: as is usual for the size
[[nodiscard]] IdleRule idleOption(const QString &word, const Size &size);
[[nodiscard]] AddressKind addressOption(const QString &word);
//! NAME=VALUE each
[[nodiscard]] QMap<QString, QString> variablesFrom(const std::vector<std::string> &raw);
//! [PROTOCOL:]PORT:INTERNAL[:HANDLER,HANDLER]
[[nodiscard]] ServicePort portOption(const QString &word);
//! "5d" or "5"
[[nodiscard]] int daysFrom(const QString &word);
[[nodiscard]] Image imageOption(const QString &word);

} // namespace swarm::ctl
