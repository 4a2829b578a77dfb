#pragma once

#include <QString>

namespace swarm {

class Engine;
class Paths;

//! What helps others to find a fault: versions, settings, states, and the end of the log, which holds no secrets.
//! Returns what the system says when it could not be written; empty when it was.
[[nodiscard]] QString saveFaultReport(const QString &file, Engine &engine, const Paths &paths);

} // namespace swarm
