#include "ui/instancetable.h"

#include "ui/celldelegate.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleOption>

namespace swarm {
namespace {

//! Gives header texts the same margin as the cells below them.
class HeaderStyle : public QProxyStyle
{
public:
    explicit HeaderStyle(int margin)
        : m_margin(margin)
    {
    }

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        return metric == PM_HeaderMargin ? m_margin : QProxyStyle::pixelMetric(metric, option, widget);
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        if (element != PE_IndicatorHeaderArrow || !widget) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            return;
        }
        QStyleOptionHeader arrow(*qstyleoption_cast<const QStyleOptionHeader *>(option));
        arrow.rect.moveTop((widget->height() - arrow.rect.height()) / 2); // the larger margin would lift it
        QProxyStyle::drawPrimitive(element, &arrow, painter, widget);
    }

private:
    int m_margin;
};

} // namespace

InstanceTable::InstanceTable(QWidget *parent)
    : QTreeView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setUniformRowHeights(true); // keeps ten thousand rows cheap
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != m_linkColumn) // the link has acted at the first click
            Q_EMIT chosen(index);
    });
    header()->setStretchLastSection(true);
    header()->setHighlightSections(false);
    auto *style = new HeaderStyle(CellDelegate::margin(fontMetrics()));
    style->setParent(this);
    header()->setStyle(style);
}

void InstanceTable::keyPressEvent(QKeyEvent *event)
{
    const bool isMove = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
    if (isMove && event->modifiers() == Qt::NoModifier && !selectionModel()->hasSelection()
        && model()->rowCount() > 0) {
        // The first key selects where one is; by itself the view would only put its frame there.
        setCurrentIndex(currentIndex().isValid() ? currentIndex() : model()->index(0, 0));
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid())
        Q_EMIT chosen(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

void InstanceTable::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QTreeView::drawRow(painter, option, index);
    painter->setPen(hairline(option.palette, option.palette.color(QPalette::Base)));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void InstanceTable::mouseMoveEvent(QMouseEvent *event)
{
    QTreeView::mouseMoveEvent(event);
    const auto index = indexAt(event->position().toPoint());
    const bool isLink = index.column() == m_linkColumn && !index.data().toString().isEmpty();
    viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace swarm
