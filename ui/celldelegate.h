#pragma once

#include <QStyledItemDelegate>

namespace swarm {

class ShownInstances;

//! Draws the text of a cell with room around it, grey where it may be out of date.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(const ShownInstances &shown, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    //! Also what makes the rows as high as they are.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    //! Between the edge of a cell and what is in it; headers keep the same.
    [[nodiscard]] static int margin(const QFontMetrics &metrics) { return metrics.height() / 2; }

protected:
    //! The colour that the text would like to have.
    [[nodiscard]] virtual QColor wantedColor(const QStyleOptionViewItem &cell, const QModelIndex &index) const;
    //! Draws what stands before the text and returns how much room it took.
    virtual int paintSign(QPainter &painter, const QStyleOptionViewItem &cell, const QRect &area, const QColor &color,
                          const QModelIndex &index) const;
    [[nodiscard]] const ShownInstances &shown() const { return m_shown; }

private:
    const ShownInstances &m_shown;
};

} // namespace swarm
