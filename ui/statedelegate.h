#pragma once

#include <QStyledItemDelegate>

namespace swarm {

class Clock;
class ShownInstances;

//! Draws a state as its shape and its word.
class StateDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    StateDelegate(const ShownInstances &shown, const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    //! Also what makes the rows as high as they are.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ShownInstances &m_shown;
    const Clock &m_clock;
};

} // namespace swarm
