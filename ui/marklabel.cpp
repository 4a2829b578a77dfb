#include "ui/marklabel.h"

#include <QPainter>

namespace swarm {

MarkLabel::MarkLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MarkLabel::setMark(StateMark mark)
{
    if (mark == m_mark)
        return;
    m_mark = mark;
    update();
}

QSize MarkLabel::sizeHint() const
{
    const int side = fontMetrics().capHeight() + 1;
    return {side + 2, fontMetrics().height()};
}

void MarkLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = fontMetrics().capHeight() + 1;
    paintMark(painter, QRect(1, (height() - side) / 2, side, side), m_mark.shape, hueColor(m_mark.hue, palette()));
}

} // namespace swarm
