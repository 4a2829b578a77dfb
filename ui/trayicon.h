#pragma once

#include <QIcon>

namespace swarm {

//! What the tray says about the whole swarm at a glance.
enum class TrayShape { Idle, Running, Changing, Attention };

//! Drawn for a dark panel (in light tones) or for a light one, sharp from 16 to 64 pixels.
[[nodiscard]] QIcon trayIcon(TrayShape shape, bool onDark);

} // namespace swarm
