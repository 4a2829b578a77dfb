#pragma once

#include <QObject>
#include <QRegularExpression>
#include <QTimer>

namespace swarm {

class ShownLog;

//! Looks for the next line of a log that matches, forwards or backwards and around the end, a few milliseconds at a
//! time.
class LineFinder : public QObject
{
    Q_OBJECT

public:
    enum class Direction { Next, Previous };

    explicit LineFinder(const ShownLog &lines, QObject *parent = nullptr);

    //! Begins behind row `from`, -1: at the end that the direction comes from. Another search that runs is given up.
    void find(const QRegularExpression &pattern, int from, Direction direction);
    void cancel() { m_turn.stop(); }

Q_SIGNALS:
    void found(int row);
    void nothingFound();

private:
    void search();
    void step();
    //! The oldest lines go.
    void forget(int count);

    const ShownLog &m_lines;
    QRegularExpression m_pattern;
    Direction m_direction = Direction::Next;
    int m_row = 0; //!< the next one to look at
    int m_left = 0; //!< so many until all have been looked at
    QTimer m_turn;
};

} // namespace swarm
