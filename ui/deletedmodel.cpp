#include "ui/deletedmodel.h"

#include "ui/wording/instancewords.h"

#include <algorithm>

namespace swarm {

void DeletedModel::setKeepsakes(std::vector<Keepsake> keepsakes)
{
    std::ranges::sort(keepsakes, {}, &Keepsake::name);
    const auto isGone = [&](const Keepsake &row) {
        return std::ranges::find(keepsakes, row.instance, &Keepsake::instance) == keepsakes.end();
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!isGone(keepsakeAt(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < static_cast<int>(keepsakes.size()); ++row) {
        auto &wanted = keepsakes[static_cast<std::size_t>(row)];
        if (row < rowCount() && keepsakeAt(row).instance == wanted.instance) {
            m_rows[static_cast<std::size_t>(row)] = std::move(wanted);
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
            continue;
        }
        beginInsertRows({}, row, row);
        m_rows.insert(m_rows.begin() + row, std::move(wanted));
        endInsertRows();
    }
}

int DeletedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DeletedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DeletedModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    if (role != Qt::DisplayRole)
        return {};
    const auto &row = keepsakeAt(index.row());
    switch (index.column()) {
    case Name:
        return row.name;
    case Region:
        return regionText(row.region);
    case Disk:
        return diskText(row.diskGb);
    case Deleted:
        return dateText(row.deletedAt.toLocalTime().date());
    default:
        return dateText(row.expiresAt.toLocalTime().date());
    }
}

QVariant DeletedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name:
        return tr("Name");
    case Region:
        return tr("Region");
    case Disk:
        return tr("Disk");
    case Deleted:
        return tr("Deleted");
    default:
        return tr("Kept until");
    }
}

} // namespace swarm
