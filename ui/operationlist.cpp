#include "ui/operationlist.h"

#include "ui/followup.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {

OperationList::OperationList(OperationModel &model, Operations &operations, OperationRow::Form form, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_operations(operations)
    , m_form(form)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    m_layout->addStretch();
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insert(first, last); });
    connect(&operations, &Operations::changed, this, [this](const Operation &operation) {
        for (auto *row : std::as_const(m_rows)) {
            if (row->id() == operation.id)
                row->setOperation(operation);
        }
        Q_EMIT changed();
    });
    connect(&operations, &Operations::dismissed, this, [this](int id) {
        for (auto *row : std::as_const(m_rows)) {
            if (row->id() != id)
                continue;
            m_rows.removeOne(row);
            row->hide();
            row->deleteLater(); // its own button may have asked for this
            break;
        }
        Q_EMIT changed();
    });
    refill();
}

void OperationList::setInstance(const InstanceId &id)
{
    if (m_instance == id)
        return;
    m_instance = id;
    refill();
}

int OperationList::heightOfRows(int count) const
{
    return count * (fontMetrics().height() * 3 / 2 + 4);
}

void OperationList::insert(int first, int last)
{
    for (int row = last; row >= first; --row)
        addRow(m_model.operationAt(row), 0);
    Q_EMIT changed();
}

void OperationList::refill()
{
    for (auto *row : std::as_const(m_rows))
        row->deleteLater();
    m_rows.clear();
    for (int row = 0; row < m_model.rowCount(); ++row)
        addRow(m_model.operationAt(row), static_cast<int>(m_rows.size()));
    Q_EMIT changed();
}

void OperationList::followUp(OperationId id)
{
    const auto *operation = std::as_const(m_operations).find(id);
    const auto next = operation ? followUpOf(*operation) : std::nullopt;
    if (!next)
        return;
    if (next->asksFirst) {
        Q_EMIT changeRequested(next->request.verb, next->request.instance);
    } else {
        m_operations.begin(next->request);
        m_operations.dismiss(id); // it is no longer so
    }
}

void OperationList::addRow(const Operation &operation, int place)
{
    if (m_instance && operation.instance != *m_instance)
        return;
    auto *row = new OperationRow(operation, m_form);
    connect(row, &OperationRow::cancelRequested, &m_operations, &Operations::cancel);
    connect(row, &OperationRow::dismissRequested, &m_operations, &Operations::dismiss);
    connect(row, &OperationRow::retryRequested, this, [this](int id) {
        if (m_operations.retry(id) != 0)
            m_operations.dismiss(id); // the new one takes its place
    });
    connect(row, &OperationRow::followUpRequested, this, &OperationList::followUp);
    m_rows.insert(place, row);
    m_layout->insertWidget(place, row);
}

} // namespace swarm
