#pragma once

#include <QIcon>

namespace swarm {

//! The icon of this freedesktop name: the desktop theme's, else ours in the colour of the text around it.
[[nodiscard]] QIcon icon(const QString &name);
//! Ours, in a colour of its own.
[[nodiscard]] QIcon icon(const QString &name, const QColor &color);
//! The program's own icon.
[[nodiscard]] QIcon applicationIcon();

} // namespace swarm
