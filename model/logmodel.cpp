#include "model/logmodel.h"

#include <algorithm>
#include <span>

namespace swarm {
namespace {

constexpr int droppedAtOnce = 5'000; // each removal moves everything that is shown

} // namespace

void LogModel::append(const std::vector<LogLine> &all)
{
    if (all.empty())
        return;
    // Of more than there is room for, the newest.
    const std::span lines = std::span(all).last(std::min<std::size_t>(all.size(), mostLines));
    const int surplus = rowCount() + static_cast<int>(lines.size()) - mostLines;
    if (surplus > 0) {
        const int dropped = std::min(rowCount(), std::max(surplus, droppedAtOnce));
        beginRemoveRows({}, 0, dropped - 1);
        m_lines.erase(m_lines.begin(), m_lines.begin() + dropped);
        endRemoveRows();
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(lines.size()) - 1);
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    endInsertRows();
}

void LogModel::clear()
{
    if (m_lines.empty())
        return;
    beginRemoveRows({}, 0, rowCount() - 1);
    m_lines.clear();
    endRemoveRows();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    return role == LineRole ? QVariant::fromValue(lineAt(index.row())) : QVariant();
}

} // namespace swarm
