#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace swarm {

//! Colours that mean something. Never the only sign: a shape and a word stand beside them.
enum class Hue { Good, Changing, Bad, Quiet };

//! Gives the program our light or dark palette.
void applyTheme(QApplication &application, bool dark);
[[nodiscard]] QPalette themePalette(bool dark);

[[nodiscard]] bool isDark(const QPalette &palette);
[[nodiscard]] QColor hueColor(Hue hue, const QPalette &palette);
//! Text of second rank, still easy to read.
[[nodiscard]] QColor secondaryText(const QPalette &palette);
//! Between two things that lie side by side.
[[nodiscard]] QColor hairline(const QPalette &palette, const QColor &ground);
//! Around a field.
[[nodiscard]] QColor frameColor(const QPalette &palette);
//! `wanted` where it can be read on `background`, else `otherwise`.
[[nodiscard]] QColor readable(const QColor &wanted, const QColor &background, const QColor &otherwise);
//! From 1 to 21, as WCAG counts it.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

} // namespace swarm
