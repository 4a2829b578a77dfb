#include "ui/actiondelegate.h"

#include "ui/showninstances.h"
#include "ui/theme.h"

#include <QMouseEvent>

namespace swarm {

ActionDelegate::ActionDelegate(const ShownInstances &shown, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_shown(shown)
{
}

void ActionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto background = option.palette.color(isSelected ? QPalette::Highlight : QPalette::Base);
    const auto plain = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const auto wanted = m_shown.actionAt(index) == RowAction::Cancel ? secondaryText(option.palette)
                                                                     : option.palette.color(QPalette::Link);
    QStyleOptionViewItem cell(option);
    const auto color = readable(wanted, background, plain);
    cell.palette.setColor(QPalette::Text, color);
    cell.palette.setColor(QPalette::HighlightedText, color);
    QStyledItemDelegate::paint(painter, cell, index);
}

bool ActionDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease || m_shown.actionAt(index) == RowAction::None)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event); // the type says so
    if (mouse->button() != Qt::LeftButton || !option.rect.contains(mouse->position().toPoint()))
        return false;
    Q_EMIT clicked(index);
    return true;
}

} // namespace swarm
