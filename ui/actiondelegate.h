#pragma once

#include "ui/celldelegate.h"

namespace swarm {

//! Draws a row's primary action as a link, and says when it is clicked.
class ActionDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

Q_SIGNALS:
    void clicked(const QModelIndex &index);

protected:
    [[nodiscard]] QColor wantedColor(const QStyleOptionViewItem &cell, const QModelIndex &index) const override;

private:
    bool m_isSecondClick = false; //!< of a double click, which would cancel what the first one began
};

} // namespace swarm
