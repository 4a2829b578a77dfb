#include "ui/statemark.h"

#include <QPainter>
#include <QPolygonF>

using namespace Qt::StringLiterals;

namespace swarm {

StateMark markOf(const Instance &instance, const QDateTime &now)
{
    using Shape = StateMark::Shape;
    switch (healthOf(instance, now)) {
    case Health::Healthy:
        return {Shape::Dot, Hue::Good};
    case Health::Recovering:
        return {Shape::Half, Hue::Changing};
    case Health::Unhealthy:
        return {Shape::Triangle, Hue::Bad};
    case Health::Asleep:
        return {instance.status == Status::Suspended ? Shape::Bars : Shape::Square, Hue::Quiet};
    }
    Q_UNREACHABLE();
}

void paintMark(QPainter &painter, const QRectF &area, StateMark::Shape shape, const QColor &color)
{
    const auto side = std::min(area.width(), area.height());
    const QRectF box(area.center().x() - side / 2, area.center().y() - side / 2, side, side);
    const auto line = side * 0.16;
    const auto inner = box.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (shape) {
    case StateMark::Shape::Dot:
        painter.drawEllipse(box);
        break;
    case StateMark::Shape::Half:
        painter.drawPie(inner, 90 * 16, -180 * 16);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, line));
        painter.drawEllipse(inner);
        break;
    case StateMark::Shape::Triangle: {
        const QPointF corners[]{{box.center().x(), box.top()}, box.bottomRight(), box.bottomLeft()};
        painter.drawPolygon(corners, 3);
        break;
    }
    case StateMark::Shape::Bars:
        painter.drawRect(QRectF(box.left() + side * 0.18, box.top() + side * 0.1, side * 0.22, side * 0.8));
        painter.drawRect(QRectF(box.left() + side * 0.60, box.top() + side * 0.1, side * 0.22, side * 0.8));
        break;
    case StateMark::Shape::Square:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, line));
        painter.drawRoundedRect(inner.adjusted(line / 2, line / 2, -line / 2, -line / 2), line, line);
        break;
    case StateMark::Shape::Check: {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, line * 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF stroke[]{{box.left() + side * 0.05, box.top() + side * 0.55},
                               {box.left() + side * 0.37, box.top() + side * 0.87},
                               {box.left() + side * 0.95, box.top() + side * 0.15}};
        painter.drawPolyline(stroke, 3);
        break;
    }
    }
    painter.restore();
}

QString markCharacter(StateMark::Shape shape)
{
    switch (shape) {
    case StateMark::Shape::Dot:
        return u"●"_s;
    case StateMark::Shape::Half:
        return u"◐"_s;
    case StateMark::Shape::Triangle:
        return u"▲"_s;
    case StateMark::Shape::Bars:
        return u"‖"_s;
    case StateMark::Shape::Square:
        return u"□"_s;
    case StateMark::Shape::Check:
        return u"✓"_s;
    }
    Q_UNREACHABLE();
}

} // namespace swarm
