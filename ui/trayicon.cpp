#include "ui/trayicon.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <cmath>

namespace swarm {
namespace {

//! A cell of a honeycomb, its upright sides on whole pixels.
QPainterPath cell(const QRectF &box)
{
    const auto shoulder = box.height() * 0.27;
    QPainterPath path;
    path.moveTo(box.center().x(), box.top());
    path.lineTo(box.right(), box.top() + shoulder);
    path.lineTo(box.right(), box.bottom() - shoulder);
    path.lineTo(box.center().x(), box.bottom());
    path.lineTo(box.left(), box.bottom() - shoulder);
    path.lineTo(box.left(), box.top() + shoulder);
    path.closeSubpath();
    return path;
}

QRectF inset(const QRectF &box, double by)
{
    return box.adjusted(by, by, -by, -by);
}

QPixmap drawn(TrayShape shape, int side, const QColor &color, const QColor &signal)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = std::max(1.0, std::round(side / 10.0));
    const QRectF box = inset(QRectF(0, 0, side, side), std::round(side / 16.0));
    const auto outer = cell(box);
    const auto ring = outer.subtracted(cell(inset(box, line)));
    const auto core = cell(inset(box, line * 2.2));

    painter.fillPath(shape == TrayShape::Attention ? outer : ring, shape == TrayShape::Attention ? signal : color);
    if (shape == TrayShape::Running)
        painter.fillPath(core, color);
    if (shape == TrayShape::Changing) {
        QPainterPath right;
        right.addRect(QRectF(std::round(side / 2.0), 0, side, side));
        painter.fillPath(core.intersected(right), color);
    }
    if (shape == TrayShape::Attention) {
        painter.setCompositionMode(QPainter::CompositionMode_Clear);
        const double width = std::max(2.0, 2 * std::round(side / 16.0));
        const double left = std::round((side - width) / 2);
        painter.fillRect(QRectF(left, std::round(side * 0.27), width, std::round(side * 0.28)), Qt::black);
        painter.fillRect(QRectF(left, std::round(side * 0.62), width, width), Qt::black);
    }
    return pixmap;
}

} // namespace

QIcon trayIcon(TrayShape shape, bool onDark)
{
    const QColor color = onDark ? QColor(0xf2f3f5) : QColor(0x24272b);
    const QColor signal = onDark ? QColor(0xff8a7d) : QColor(0xb3261e);
    QIcon icon;
    for (const int side : {16, 18, 20, 22, 24, 32, 44, 48, 64})
        icon.addPixmap(drawn(shape, side, color, signal));
    return icon;
}

} // namespace swarm
