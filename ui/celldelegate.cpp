#include "ui/celldelegate.h"

#include "ui/showninstances.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>

namespace swarm {

CellDelegate::CellDelegate(const ShownInstances &shown, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_shown(shown)
{
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const auto text = cell.text;
    cell.text.clear();
    const auto *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget); // the ground, and the focus

    const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
    const auto ground = cell.palette.color(isSelected ? QPalette::Highlight : QPalette::Base);
    const auto plain = cell.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const auto color = m_shown.isStale(index) ? readable(secondaryText(cell.palette), ground, plain)
                                              : readable(wantedColor(cell, index), ground, plain);
    const int room = margin(cell.fontMetrics);
    auto area = cell.rect.adjusted(room, 0, -room, 0);
    area.setLeft(area.left() + paintSign(*painter, cell, area, color, index));
    painter->setPen(color);
    painter->setFont(cell.font);
    painter->drawText(area, static_cast<int>(cell.displayAlignment) | Qt::TextSingleLine,
                      cell.fontMetrics.elidedText(text, Qt::ElideRight, area.width()));
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto hint = QStyledItemDelegate::sizeHint(option, index);
    return {hint.width() + 4 * margin(option.fontMetrics), option.fontMetrics.height() * 2};
}

QColor CellDelegate::wantedColor(const QStyleOptionViewItem &cell, const QModelIndex &) const
{
    return cell.palette.color(cell.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::Text);
}

int CellDelegate::paintSign(QPainter &, const QStyleOptionViewItem &, const QRect &, const QColor &,
                            const QModelIndex &) const
{
    return 0;
}

} // namespace swarm
