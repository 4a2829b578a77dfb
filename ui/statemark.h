#pragma once

#include "model/instance.h"
#include "ui/theme.h"

class QPainter;
class QRectF;

namespace swarm {

//! The sign of a state: a shape that can be told apart without its colour.
struct StateMark {
    enum class Shape { Dot, Half, Triangle, Bars, Square, Check };

    Shape shape = Shape::Square;
    Hue hue = Hue::Quiet;

    bool operator==(const StateMark &) const = default;
};

[[nodiscard]] StateMark markOf(const Instance &instance, const QDateTime &now);
void paintMark(QPainter &painter, const QRectF &area, StateMark::Shape shape, const QColor &color);
//! The same sign as a character, for native menus.
[[nodiscard]] QString markCharacter(StateMark::Shape shape);

} // namespace swarm
