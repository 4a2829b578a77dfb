#include "ui/shownlog.h"

#include "ui/ansitext.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr auto longestTurn = std::chrono::milliseconds(3); //!< then the window has its turn
constexpr int linesBetweenLooks = 50; //!< at the clock

} // namespace

ShownLog::ShownLog(LogModel &lines, QObject *parent)
    : QAbstractListModel(parent)
    , m_lines(lines)
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &ShownLog::search);
    connect(&lines, &QAbstractItemModel::rowsInserted, this, &ShownLog::search); // always at the end
    // Always from the beginning. While they are still there, since who is told that ours go may look at them once more.
    connect(&lines, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { forget(last - first + 1); });
    connect(&lines, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        m_first += last - first + 1;
        m_next = std::max(m_next, m_first);
    });
    search();
}

void ShownLog::setPattern(const QRegularExpression &pattern)
{
    if (pattern == m_pattern)
        return;
    m_pattern = pattern;
    m_pattern.optimize();
    beginAnew();
}

void ShownLog::setSource(std::optional<LogLine::Source> source)
{
    if (source == m_source)
        return;
    m_source = source;
    beginAnew();
}

void ShownLog::setLeastSeverity(LogLine::Severity severity)
{
    if (severity == m_leastSeverity)
        return;
    m_leastSeverity = severity;
    beginAnew();
}

void ShownLog::beginAnew()
{
    if (!m_found.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_found.clear();
        endRemoveRows();
    }
    m_next = m_first;
    search();
}

void ShownLog::search()
{
    const QDeadlineTimer deadline(longestTurn);
    const auto end = m_first + m_lines.rowCount();
    std::vector<Number> found;
    for (int looked = 1; m_next < end; ++looked, ++m_next) {
        if (matches(m_lines.lineAt(static_cast<int>(m_next - m_first))))
            found.push_back(m_next);
        if (looked % linesBetweenLooks == 0 && deadline.hasExpired()) {
            ++m_next;
            break;
        }
    }
    if (!found.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(found.size()) - 1);
        m_found.insert(m_found.end(), found.begin(), found.end());
        endInsertRows();
    }
    if (m_next < end)
        m_turn.start(0);
    else
        Q_EMIT searched();
}

void ShownLog::forget(int count)
{
    const auto kept = std::ranges::lower_bound(m_found, m_first + count);
    if (kept == m_found.begin())
        return;
    beginRemoveRows({}, 0, static_cast<int>(kept - m_found.begin()) - 1);
    m_found.erase(m_found.begin(), kept);
    endRemoveRows();
}

int ShownLog::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

const LogLine &ShownLog::lineAt(const QModelIndex &index) const
{
    return m_lines.lineAt(static_cast<int>(m_found[static_cast<std::size_t>(index.row())] - m_first));
}

QVariant ShownLog::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return lineText(lineAt(index));
    case Qt::ToolTipRole:
        return QString(lineAt(index).at.toLocalTime().toString(Qt::ISODateWithMs) + u'\n'
                       + plainText(lineAt(index).text));
    default:
        return {};
    }
}

QString ShownLog::lineText(const LogLine &line)
{
    auto text = line.at.toLocalTime().toString(u"hh:mm:ss "_s) + line.sourceWord() + u' ';
    if (!line.level.isEmpty())
        text += line.level + u' ';
    return text + plainText(line.text);
}

bool ShownLog::matches(const LogLine &line) const
{
    if ((m_source && line.source != *m_source) || line.severity() < m_leastSeverity)
        return false;
    return m_pattern.pattern().isEmpty() || m_pattern.match(plainText(line.text)).hasMatch(); // as it is read
}

} // namespace swarm
