#pragma once

#include "model/copies.h"

#include <QAbstractTableModel>

#include <vector>

namespace swarm {

//! What was deleted with a last snapshot and can be brought back. Rows change in place.
class DeletedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Region, Disk, Deleted, KeptUntil, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setKeepsakes(std::vector<Keepsake> keepsakes);
    [[nodiscard]] const Keepsake &keepsakeAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Keepsake> m_rows; //!< by name
};

} // namespace swarm
