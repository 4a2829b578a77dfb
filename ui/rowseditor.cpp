#include "ui/rowseditor.h"

#include "ui/widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace swarm {

RowsEditor::RowsEditor(Look look, const Names &names, QWidget *parent)
    : QWidget(parent)
    , m_look(std::move(look))
    , m_table(new QTableWidget(0, static_cast<int>(m_look.columns.size())))
    , m_state(new SecondaryLabel)
    , m_add(new LinkButton(tr("&Add")))
    , m_remove(new LinkButton(tr("&Remove")))
{
    m_table->setObjectName(names.table);
    m_table->setAccessibleName(m_look.accessibleName);
    m_table->setHorizontalHeaderLabels(m_look.columns);
    m_table->horizontalHeader()->setSectionResizeMode(m_look.wideColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(fontMetrics().height() * m_look.lines);
    m_state->setObjectName(names.state);
    m_add->setObjectName(names.add);
    m_remove->setObjectName(names.remove);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    layout->addWidget(m_state);
    setOpen(false);

    connect(m_table, &QTableWidget::itemChanged, this, &RowsEditor::changed);
    connect(m_add, &QToolButton::clicked, this, [this] {
        addRow(m_look.fresh);
        m_table->setCurrentCell(m_table->rowCount() - 1, m_look.firstColumn);
        m_table->setFocus();
        m_table->editItem(m_table->currentItem());
        Q_EMIT changed();
    });
    connect(m_remove, &QToolButton::clicked, this, [this] {
        m_table->removeRow(m_table->currentRow());
        Q_EMIT changed();
    });
}

void RowsEditor::setWaiting(const QString &text)
{
    m_state->setText(text);
}

void RowsEditor::setFailed(const QString &text)
{
    m_state->setText(text);
    m_state->setAlarming(true);
}

void RowsEditor::open(const std::vector<QStringList> &rows, const QString &hint)
{
    for (const auto &row : rows)
        addRow(row);
    m_state->setText(hint);
    setOpen(true);
}

void RowsEditor::setColumnWidth(int column, int width)
{
    m_table->setColumnWidth(column, width);
}

std::vector<QStringList> RowsEditor::rows() const
{
    std::vector<QStringList> all;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_table->columnCount(); ++column) {
            const auto *item = m_table->item(row, column); // not there yet while a row is being added
            cells << (item ? item->text() : QString());
        }
        all.push_back(cells);
    }
    return all;
}

void RowsEditor::addRow(const QStringList &cells)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    for (int column = 0; column < m_table->columnCount(); ++column)
        m_table->setItem(row, column, new QTableWidgetItem(cells.value(column)));
}

void RowsEditor::setOpen(bool isOpen)
{
    for (auto *part :
         {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_add), static_cast<QWidget *>(m_remove)})
        part->setEnabled(isOpen);
}

} // namespace swarm
