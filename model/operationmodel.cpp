#include "model/operationmodel.h"

#include <algorithm>

namespace swarm {

OperationModel::OperationModel(const Operations &operations, QObject *parent)
    : QAbstractListModel(parent)
    , m_rows(operations.all().rbegin(), operations.all().rend())
{
    connect(&operations, &Operations::added, this, [this](const Operation &operation) {
        beginInsertRows({}, 0, 0);
        m_rows.insert(m_rows.begin(), operation);
        endInsertRows();
    });
    connect(&operations, &Operations::changed, this, [this](const Operation &operation) {
        const auto found = std::ranges::find(m_rows, operation.id, &Operation::id);
        if (found == m_rows.end())
            return;
        *found = operation;
        const auto row = index(static_cast<int>(found - m_rows.begin()));
        Q_EMIT dataChanged(row, row);
    });
    connect(&operations, &Operations::dismissed, this, [this](OperationId id) {
        const auto found = std::ranges::find(m_rows, id, &Operation::id);
        if (found == m_rows.end())
            return;
        const int row = static_cast<int>(found - m_rows.begin());
        beginRemoveRows({}, row, row);
        m_rows.erase(found);
        endRemoveRows();
    });
}

int OperationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant OperationModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    return role == OperationRole ? QVariant::fromValue(operationAt(index.row())) : QVariant();
}

} // namespace swarm
