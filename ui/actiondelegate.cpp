#include "ui/actiondelegate.h"

#include "ui/showninstances.h"
#include "ui/theme.h"

#include <QMouseEvent>

namespace swarm {

bool ActionDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonPress)
        m_isSecondClick = false;
    if (event->type() == QEvent::MouseButtonDblClick)
        m_isSecondClick = true;
    if (event->type() != QEvent::MouseButtonRelease || m_isSecondClick || shown().actionAt(index) == RowAction::None)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event); // the type says so
    if (mouse->button() != Qt::LeftButton || !option.rect.contains(mouse->position().toPoint()))
        return false;
    Q_EMIT clicked(index);
    return true;
}

QColor ActionDelegate::wantedColor(const QStyleOptionViewItem &cell, const QModelIndex &index) const
{
    return shown().actionAt(index) == RowAction::Cancel ? secondaryText(cell.palette)
                                                        : cell.palette.color(QPalette::Link);
}

} // namespace swarm
