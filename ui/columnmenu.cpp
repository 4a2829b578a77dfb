#include "ui/columnmenu.h"

#include "model/instancemodel.h"

#include <QActionGroup>
#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace swarm {

ColumnMenu::ColumnMenu(QHeaderView &header, QWidget *parent)
    : QMenu(parent)
    , m_header(header)
{
    setObjectName(u"columnMenu"_s);
    addColumns();
    addSeparator();
    addSorting();
    addSeparator();
    auto *reset = addAction(tr("As at first"), this, &ColumnMenu::resetRequested);
    reset->setObjectName(u"resetColumns"_s);
}

void ColumnMenu::addColumns()
{
    for (int column = 0; column < InstanceModel::ColumnCount; ++column) {
        if (column == InstanceModel::Name || column == InstanceModel::Action)
            continue; // a list without these is no list
        auto *action = addAction(titleOf(column), &m_header,
                                 [this, column](bool isShown) { m_header.setSectionHidden(column, !isShown); });
        action->setCheckable(true);
        action->setChecked(!m_header.isSectionHidden(column));
    }
}

void ColumnMenu::addSorting()
{
    auto *menu = addMenu(tr("Sort by"));
    menu->setObjectName(u"sortMenu"_s);
    auto *columns = new QActionGroup(menu);
    for (int column = 0; column < InstanceModel::ColumnCount; ++column) {
        if (column == InstanceModel::Action)
            continue; // of words that change with the state
        auto *action = menu->addAction(titleOf(column), &m_header, [this, column] {
            m_header.setSortIndicator(column, m_header.sortIndicatorOrder());
        });
        action->setCheckable(true);
        action->setChecked(column == m_header.sortIndicatorSection());
        columns->addAction(action);
    }
    menu->addSeparator();
    auto *descending = menu->addAction(tr("Descending"), &m_header, [this](bool isDescending) {
        m_header.setSortIndicator(m_header.sortIndicatorSection(),
                                  isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    descending->setObjectName(u"sortDescending"_s);
    descending->setCheckable(true);
    descending->setChecked(m_header.sortIndicatorOrder() == Qt::DescendingOrder);
}

QString ColumnMenu::titleOf(int column) const
{
    return m_header.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

} // namespace swarm
