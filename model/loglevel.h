#pragma once

namespace swarm {

//! How much somebody has to mind what is logged; in this order.
enum class LogLevel { Debug, Info, Warning, Error };

} // namespace swarm
