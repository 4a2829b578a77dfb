#include "ui/showninstances.h"

#include "model/prices.h"
#include "ui/wording/costwords.h"
#include "ui/wording/instancewords.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr bool isNumber(int column)
{
    return column == InstanceModel::Disk || column == InstanceModel::Uptime || column == InstanceModel::HourlyPrice
        || column == InstanceModel::Month;
}

bool occurs(const QString &word, const Instance &instance)
{
    const auto in = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    return in(instance.name) || in(instance.region) || in(regionCity(instance.region)) || in(stateText(instance))
        || in(imageText(instance.image)) || in(sizeText(instance.size)) || in(instance.app) || in(instance.machine)
        || in(instance.id);
}

} // namespace

ShownInstances::ShownInstances(InstanceModel &instances, const Operations &operations, const MonthCosts &months,
                               const Clock &clock, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_instances(instances)
    , m_operations(operations)
    , m_months(months)
    , m_clock(clock)
{
    setSourceModel(&instances);
    connect(&months, &MonthCosts::changed, this, &ShownInstances::takeMonth);
    connect(&operations, &Operations::added, this, &ShownInstances::operationChanged);
    connect(&operations, &Operations::changed, this, &ShownInstances::operationChanged);
    connect(&operations, &Operations::finished, this, &ShownInstances::operationChanged);
}

const Instance &ShownInstances::instanceAt(const QModelIndex &shown) const
{
    return m_instances.instanceAt(mapToSource(shown).row());
}

QModelIndex ShownInstances::indexOf(const InstanceId &id) const
{
    for (int row = 0; row < m_instances.rowCount(); ++row) {
        if (m_instances.instanceAt(row).id == id)
            return mapFromSource(m_instances.index(row, 0));
    }
    return {};
}

RowAction ShownInstances::actionAt(const QModelIndex &shown) const
{
    const auto &instance = instanceAt(shown);
    return rowActionOf(instance, m_operations);
}

void ShownInstances::setSearch(const QString &words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

void ShownInstances::setStale(bool stale)
{
    if (m_isStale == stale)
        return;
    m_isStale = stale;
    announce(0, InstanceModel::ColumnCount - 1);
}

void ShownInstances::refreshTimes()
{
    announce(InstanceModel::Uptime, InstanceModel::Uptime);
}

QVariant ShownInstances::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    switch (role) {
    case Qt::DisplayRole:
        return textAt(index);
    case Qt::ToolTipRole:
        return toolTipAt(index);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

QVariant ShownInstances::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case InstanceModel::Name:
        return tr("Name");
    case InstanceModel::State:
        return tr("State");
    case InstanceModel::Region:
        return tr("Region");
    case InstanceModel::Size:
        return tr("Size");
    case InstanceModel::Disk:
        return tr("Disk");
    case InstanceModel::Uptime:
        return tr("Idle/Uptime");
    case InstanceModel::HourlyPrice:
        return tr("$/h");
    case InstanceModel::Month:
        return tr("This month");
    default:
        return {};
    }
}

bool ShownInstances::filterAcceptsRow(int row, const QModelIndex &) const
{
    const auto &instance = m_instances.instanceAt(row);
    return std::ranges::all_of(m_words, [&instance](const QString &word) { return occurs(word, instance); });
}

bool ShownInstances::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int column = left.column();
    if (column != InstanceModel::Name) {
        const auto one = m_instances.data(left, InstanceModel::ValueRole);
        const auto other = m_instances.data(right, InstanceModel::ValueRole);
        const auto order = QVariant::compare(one, other);
        if (order != QPartialOrdering::Equivalent)
            return order == QPartialOrdering::Less;
    }
    const auto &one = m_instances.instanceAt(left.row());
    const auto &other = m_instances.instanceAt(right.row());
    const int order = QString::localeAwareCompare(one.name, other.name);
    return order == 0 ? one.id < other.id : order < 0;
}

QString ShownInstances::textAt(const QModelIndex &shown) const
{
    const auto &instance = instanceAt(shown);
    switch (shown.column()) {
    case InstanceModel::Name:
        return instance.name;
    case InstanceModel::State:
        return stateText(instance, m_clock.now());
    case InstanceModel::Region:
        return regionText(instance.region);
    case InstanceModel::Size:
        return shortSizeText(instance.size);
    case InstanceModel::Disk:
        return diskText(instance.diskGb);
    case InstanceModel::Uptime:
        return ageText(instance, m_clock.now());
    case InstanceModel::HourlyPrice:
        return instance.status == Status::Running ? hourlyText(computePerHour(instance.size, instance.region)) : u"–"_s;
    case InstanceModel::Month:
        return monthText(instance.id);
    case InstanceModel::Action:
        return rowActionText(actionAt(shown));
    default:
        return {};
    }
}

QString ShownInstances::toolTipAt(const QModelIndex &shown) const
{
    const auto &instance = instanceAt(shown);
    switch (shown.column()) {
    case InstanceModel::Name:
        return instance.url.isEmpty() ? instance.name : instance.url.toDisplayString();
    case InstanceModel::State:
    case InstanceModel::Uptime:
        return sinceText(instance, m_clock.now()) + u'\n' + healthText(instance, m_clock.now());
    case InstanceModel::Size:
        return sizeText(instance.size);
    case InstanceModel::HourlyPrice:
        return tr("About %1 an hour while it runs; its disk costs about %2 a month, always.")
            .arg(hourlyText(computePerHour(instance.size, instance.region)), moneyText(diskPerMonth(instance.diskGb)));
    case InstanceModel::Month:
        return monthToolTip(instance.id);
    case InstanceModel::Action:
        return permissionsOf(instance, m_operations).reason;
    default:
        return {};
    }
}

QString ShownInstances::monthText(const InstanceId &id) const
{
    const auto use = m_months.all().constFind(id);
    if (use == m_months.all().cend() || !isWorthSaying(*use))
        return u"–"_s;
    const auto amount = moneyText(use->cost.total());
    return use->isAtLeast() ? u"≥ "_s + amount : amount;
}

QString ShownInstances::monthToolTip(const InstanceId &id) const
{
    const auto use = m_months.all().constFind(id);
    if (use == m_months.all().cend())
        return {};
    auto lines = monthToDateLines(*use);
    if (use->unknownParts & (CostPart::Compute | CostPart::Disk))
        lines += tr("Nobody knows what it did before this computer watched it: it may be more.");
    return lines.join(u'\n');
}

void ShownInstances::takeMonth()
{
    QHash<InstanceId, double> dollars;
    for (auto use = m_months.all().cbegin(); use != m_months.all().cend(); ++use)
        dollars.insert(use.key(), use->cost.total());
    m_instances.setMonth(dollars);
}

void ShownInstances::operationChanged(const Operation &operation)
{
    const auto row = indexOf(operation.instance);
    if (row.isValid()) {
        const auto cell = row.siblingAtColumn(InstanceModel::Action);
        Q_EMIT dataChanged(cell, cell);
    }
}

void ShownInstances::announce(int firstColumn, int lastColumn)
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, firstColumn), index(rowCount() - 1, lastColumn));
}

} // namespace swarm
