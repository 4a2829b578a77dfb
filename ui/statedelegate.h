#pragma once

#include "ui/celldelegate.h"

namespace swarm {

class Clock;

//! Draws a state as its shape and its word.
class StateDelegate : public CellDelegate
{
    Q_OBJECT

public:
    StateDelegate(const ShownInstances &shown, const Clock &clock, QObject *parent = nullptr);

protected:
    [[nodiscard]] QColor wantedColor(const QStyleOptionViewItem &cell, const QModelIndex &index) const override;
    int paintSign(QPainter &painter, const QStyleOptionViewItem &cell, const QRect &area, const QColor &color,
                  const QModelIndex &index) const override;

private:
    const Clock &m_clock;
};

} // namespace swarm
