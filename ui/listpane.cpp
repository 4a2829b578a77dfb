#include "ui/listpane.h"

#include "ui/actiondelegate.h"
#include "ui/celldelegate.h"
#include "ui/columnmenu.h"
#include "ui/emptypage.h"
#include "ui/errorcard.h"
#include "ui/instancetable.h"
#include "ui/noticebar.h"
#include "ui/showninstances.h"
#include "ui/statedelegate.h"
#include "ui/widgets.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace swarm {

ListPane::ListPane(ShownInstances &shown, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_shown(shown)
    , m_table(new InstanceTable)
    , m_notice(new NoticeBar)
    , m_problem(new ErrorCard)
    , m_loading(new EmptyPage(u"loadingPage"_s, tr("Loading your swarm")))
    , m_none(new EmptyPage(u"noInstancesPage"_s, tr("No instances yet"), tr("New instance")))
    , m_noMatch(new EmptyPage(u"noMatchPage"_s, tr("Nothing matches"), tr("Clear search")))
    , m_unreachable(new ErrorCard)
    , m_pages(new QStackedWidget)
{
    setObjectName(u"listPane"_s);
    m_problem->setObjectName(u"problemBar"_s);
    m_problem->hide();
    m_unreachable->setObjectName(u"unreachableCard"_s);
    m_loading->setText(tr("Asking Fly.io what is there."));
    m_noMatch->setText(tr("No instance has all of these words in its name, region, state, image, size or id."));
    connect(m_problem, &ErrorCard::actionClicked, this, &ListPane::retryRequested);
    connect(m_unreachable, &ErrorCard::actionClicked, this, &ListPane::retryRequested);
    connect(m_none, &EmptyPage::actionClicked, this, &ListPane::createRequested);
    connect(m_noMatch, &EmptyPage::actionClicked, this, &ListPane::clearRequested);

    buildTable(clock);
    auto *unreachablePage = new QWidget;
    auto *inUnreachable = new QVBoxLayout(unreachablePage);
    inUnreachable->setContentsMargins(fontMetrics().height(), fontMetrics().height(), fontMetrics().height(),
                                      fontMetrics().height());
    inUnreachable->addWidget(m_unreachable);
    inUnreachable->addStretch();
    for (QWidget *page : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_loading),
                          static_cast<QWidget *>(m_none), static_cast<QWidget *>(m_noMatch), unreachablePage})
        m_pages->addWidget(page);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    connect(m_notice, &NoticeBar::pageRequested, this, &ListPane::pageRequested);
    layout->addWidget(m_problem);
    layout->addWidget(m_pages, 1);
}

void ListPane::buildTable(const Clock &clock)
{
    m_table->setObjectName(u"instances"_s);
    m_table->setAccessibleName(tr("Instances"));
    m_table->setModel(&m_shown);
    m_table->setLinkColumn(InstanceModel::Action);
    m_table->setItemDelegate(new CellDelegate(m_shown, m_table));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(InstanceModel::State, Qt::AscendingOrder);
    m_table->setItemDelegateForColumn(InstanceModel::State, new StateDelegate(m_shown, clock, m_table));
    auto *actions = new ActionDelegate(m_shown, m_table);
    m_table->setItemDelegateForColumn(InstanceModel::Action, actions);

    m_table->header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table->header(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint &where) { showColumnMenu(m_table->header()->mapToGlobal(where)); });

    const auto idOf = [this](const QModelIndex &index) { return m_shown.instanceAt(index).id; };
    connect(actions, &ActionDelegate::clicked, this,
            [this, idOf](const QModelIndex &index) { Q_EMIT actionRequested(idOf(index)); });
    connect(m_table, &InstanceTable::chosen, this,
            [this, idOf](const QModelIndex &index) { Q_EMIT chosen(idOf(index)); });
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &where) { Q_EMIT menuRequested(m_table->viewport()->mapToGlobal(where)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListPane::selectionChanged);
}

QTreeView *ListPane::table() const
{
    return m_table;
}

void ListPane::setFace(Face face)
{
    m_pages->setCurrentIndex(static_cast<int>(face));
}

void ListPane::setProblem(const std::optional<Error> &error, const QString &note)
{
    m_problem->setVisible(error.has_value() && m_pages->currentWidget() == m_table);
    if (!error) {
        m_problem->setAccessibleName({}); // the next one is news again
        return;
    }
    m_problem->setError(*error, note, tr("Retry"));
    if (const auto words = sentence(*error); words != m_problem->accessibleName())
        announce(*m_problem, words);
    m_unreachable->setError(*error, {}, tr("Retry"));
}

void ListPane::setDefaultCost(const QString &text)
{
    m_none->setText(text);
}

QList<InstanceId> ListPane::selection() const
{
    QList<InstanceId> ids;
    const auto rows = m_table->selectionModel()->selectedRows();
    for (const auto &row : rows)
        ids += m_shown.instanceAt(row).id;
    return ids;
}

void ListPane::select(const InstanceId &id)
{
    const auto row = m_shown.indexOf(id);
    if (!row.isValid())
        return;
    m_table->setCurrentIndex(row);
    m_table->scrollTo(row);
}

void ListPane::addNotice(const NoticeBar::Notice &notice)
{
    m_notice->add(notice);
}

void ListPane::openColumnMenu()
{
    showColumnMenu(m_table->viewport()->mapToGlobal(QPoint()));
}

void ListPane::showColumnMenu(const QPoint &where)
{
    auto *menu = new ColumnMenu(*m_table->header(), this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &ColumnMenu::resetRequested, this, &ListPane::resetColumns);
    menu->popup(where);
}

void ListPane::resetColumns()
{
    auto *header = m_table->header();
    for (int column = 0; column < InstanceModel::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->setSectionHidden(column, false);
    }
    m_table->sortByColumn(InstanceModel::State, Qt::AscendingOrder);
    setDefaultWidths();
}

void ListPane::setDefaultWidths()
{
    const auto metrics = m_table->fontMetrics();
    const auto sign = metrics.height(); // the mark before the state
    //: A name of usual length, to make its column wide enough.
    const std::array samples{tr("data-cleaning-2026"),
                             stateText({.status = Status::Stopped, .ending = {.cause = Ending::Cause::OutOfMemory}}),
                             regionText(u"ams"_s),
                             shortSizeText({.cpus = 1, .memoryMb = 256}),
                             diskText(500),
                             m_shown.headerData(InstanceModel::Uptime, Qt::Horizontal, Qt::DisplayRole).toString(),
                             hourlyText(0.123),
                             m_shown.headerData(InstanceModel::Month, Qt::Horizontal, Qt::DisplayRole).toString(),
                             tr("Recreate")};
    static_assert(samples.size() == InstanceModel::ColumnCount);
    for (int column = 0; column < InstanceModel::ColumnCount; ++column) {
        const auto &sample = samples[static_cast<std::size_t>(column)];
        const auto room = 2 * CellDelegate::margin(metrics) + (column == InstanceModel::State ? sign : 0);
        m_table->header()->resizeSection(column, metrics.horizontalAdvance(sample) + room + metrics.averageCharWidth());
    }
}

} // namespace swarm
