#include "ui/linefinder.h"

#include "ui/ansitext.h"
#include "ui/shownlog.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <chrono>

namespace swarm {
namespace {

constexpr auto longestTurn = std::chrono::milliseconds(3); //!< then the window has its turn

} // namespace

LineFinder::LineFinder(const ShownLog &lines, QObject *parent)
    : QObject(parent)
    , m_lines(lines)
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &LineFinder::search);
    connect(&lines, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { forget(last - first + 1); });
}

void LineFinder::find(const QRegularExpression &pattern, int from, Direction direction)
{
    m_pattern = pattern;
    m_direction = direction;
    m_left = m_lines.rowCount();
    m_row = from < 0 && direction == Direction::Previous ? 0 : from;
    step();
    search();
}

void LineFinder::search()
{
    const QDeadlineTimer deadline(longestTurn);
    while (m_left > 0) {
        --m_left;
        if (m_pattern.match(plainText(m_lines.lineAt(m_lines.index(m_row, 0)).text)).hasMatch()) {
            m_turn.stop();
            Q_EMIT found(m_row);
            return;
        }
        step();
        if (deadline.hasExpired()) {
            m_turn.start(0);
            return;
        }
    }
    Q_EMIT nothingFound();
}

void LineFinder::step()
{
    const int count = m_lines.rowCount();
    if (count == 0)
        return;
    m_row = (m_row + (m_direction == Direction::Next ? 1 : count - 1)) % count;
}

void LineFinder::forget(int count)
{
    m_row = std::max(0, m_row - count);
    m_left = std::min(m_left, m_lines.rowCount());
    if (m_row >= m_lines.rowCount())
        m_row = 0;
}

} // namespace swarm
