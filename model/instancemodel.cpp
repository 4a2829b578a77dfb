#include "model/instancemodel.h"

#include "model/prices.h"

namespace swarm {
namespace {

//! Sorts by how much attention a state wants: what runs first, what sleeps last.
int rankOf(Status status)
{
    switch (status) {
    case Status::Failed:
    case Status::Missing:
    case Status::Unknown:
        return 0;
    case Status::Running:
        return 1;
    case Status::Suspended:
        return 3;
    case Status::Stopped:
        return 4;
    case Status::Deleted:
        return 5;
    default:
        return 2;
    }
}

} // namespace

InstanceModel::InstanceModel(const InstanceStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_rows(store.instances())
{
    connect(&store, &InstanceStore::changed, this, &InstanceModel::apply);
}

int InstanceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InstanceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InstanceModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const auto &instance = instanceAt(index.row());
    if (role == IdRole)
        return instance.id;
    if (role == InstanceRole)
        return QVariant::fromValue(instance);
    if (role != ValueRole)
        return {};
    switch (index.column()) {
    case Name:
        return instance.name;
    case State:
        return rankOf(instance.status);
    case Region:
        return instance.region;
    case Size:
        return instance.size.cpus * 1'000'000 + instance.size.memoryMb;
    case Disk:
        return instance.diskGb;
    case Uptime:
        return instance.status == Status::Running ? instance.startedAt : instance.ending.at;
    case HourlyPrice:
        return instance.status == Status::Running ? computePerHour(instance.size, instance.region) : 0.0;
    case Month: {
        const auto cost = m_month.constFind(instance.id);
        return cost == m_month.cend() ? QVariant() : QVariant(*cost);
    }
    default:
        return {};
    }
}

void InstanceModel::setMonth(const QHash<InstanceId, double> &costs)
{
    const auto before = std::exchange(m_month, costs);
    const auto inCents = [](const QHash<InstanceId, double> &all, const InstanceId &id) {
        return qRound64(all.value(id, -1) * 100);
    };
    for (int row = 0; row < rowCount(); ++row) {
        const auto &id = instanceAt(row).id;
        if (inCents(before, id) != inCents(m_month, id))
            Q_EMIT dataChanged(index(row, Month), index(row, Month));
    }
}

void InstanceModel::apply(const InstanceDelta &delta)
{
    for (const int row : delta.removedRows) {
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (const auto &change : delta.changes) {
        m_rows[static_cast<std::size_t>(change.row)] = change.after;
        Q_EMIT dataChanged(index(change.row, 0), index(change.row, ColumnCount - 1));
    }
    if (!delta.added.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(delta.added.size()) - 1);
        m_rows.insert(m_rows.end(), delta.added.begin(), delta.added.end());
        endInsertRows();
    }
}

} // namespace swarm
