#include "ui/statedelegate.h"

#include "ui/showninstances.h"
#include "ui/statemark.h"

#include <QApplication>
#include <QPainter>

namespace swarm {

StateDelegate::StateDelegate(const ShownInstances &shown, const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_shown(shown)
    , m_clock(clock)
{
}

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const auto text = cell.text;
    cell.text.clear();
    const auto *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const auto mark = markOf(m_shown.instanceAt(index), m_clock.now());
    const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
    const auto background = cell.palette.color(isSelected ? QPalette::Highlight : QPalette::Base);
    const auto plain = cell.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const auto color = m_shown.isStale(index) ? cell.palette.color(QPalette::Disabled, QPalette::Text)
                                              : readable(hueColor(mark.hue, cell.palette), background, plain);

    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
    const int side = cell.fontMetrics.capHeight() + 1;
    const auto area = cell.rect.adjusted(margin, 0, -margin, 0);
    paintMark(*painter, QRect(area.left(), area.center().y() - side / 2, side, side), mark.shape, color);
    const auto words = area.adjusted(side + side * 2 / 3, 0, 0, 0);
    painter->setPen(color);
    painter->drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                      cell.fontMetrics.elidedText(text, Qt::ElideRight, words.width()));
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto hint = QStyledItemDelegate::sizeHint(option, index);
    return {hint.width() + 2 * option.fontMetrics.height(), option.fontMetrics.height() * 2};
}

} // namespace swarm
