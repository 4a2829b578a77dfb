#include "ui/statedelegate.h"

#include "ui/showninstances.h"
#include "ui/statemark.h"

namespace swarm {

StateDelegate::StateDelegate(const ShownInstances &shown, const Clock &clock, QObject *parent)
    : CellDelegate(shown, parent)
    , m_clock(clock)
{
}

QColor StateDelegate::wantedColor(const QStyleOptionViewItem &cell, const QModelIndex &index) const
{
    return hueColor(markOf(shown().instanceAt(index), m_clock.now()).hue, cell.palette);
}

int StateDelegate::paintSign(QPainter &painter, const QStyleOptionViewItem &cell, const QRect &area,
                             const QColor &color, const QModelIndex &index) const
{
    const int side = cell.fontMetrics.capHeight() + 1;
    const QRect place(area.left(), area.top() + (area.height() - side) / 2, side, side);
    paintMark(painter, place, markOf(shown().instanceAt(index), m_clock.now()).shape, color);
    return side + side * 2 / 3;
}

} // namespace swarm
