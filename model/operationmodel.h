#pragma once

#include "model/operations.h"

#include <QAbstractListModel>

namespace swarm {

//! The operations as a list, newest first. Raw values: the whole swarm::Operation in OperationRole.
class OperationModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { OperationRole = Qt::UserRole + 1 };

    explicit OperationModel(const Operations &operations, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] const Operation &operationAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

private:
    std::vector<Operation> m_rows;
};

} // namespace swarm
