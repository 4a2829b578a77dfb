#pragma once

#include "model/logmodel.h"

#include <QAbstractListModel>
#include <QRegularExpression>
#include <QTimer>

#include <deque>
#include <optional>

namespace swarm {

//! The lines of a log that match what somebody looks for, in words.
//!
//! A log may have a hundred thousand lines: they are looked through a few milliseconds at a time, oldest first, and
//! what matches comes in as it is found.
class ShownLog : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ShownLog(LogModel &lines, QObject *parent = nullptr);

    //! An empty one matches everything.
    void setPattern(const QRegularExpression &pattern);
    //! Nothing: all of them.
    void setSource(std::optional<LogLine::Source> source);
    void setLeastSeverity(LogLine::Severity severity);
    //! What is painted as found; says nothing about which lines are shown.
    void setMark(const QRegularExpression &mark) { m_mark = mark; }
    [[nodiscard]] const QRegularExpression &mark() const { return m_mark; }

    //! Not all lines have been looked at yet.
    [[nodiscard]] bool isSearching() const { return m_turn.isActive(); }
    [[nodiscard]] const LogLine &lineAt(const QModelIndex &index) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    //! As it is copied and saved: time, source, level and words, without colours.
    [[nodiscard]] static QString lineText(const LogLine &line);

Q_SIGNALS:
    //! All lines that there are have been looked at.
    void searched();

private:
    using Number = qint64; //!< of a line since the log began; those of lines that were dropped are not used again

    void beginAnew();
    void search();
    //! The oldest lines are about to go.
    void forget(int count);
    [[nodiscard]] bool matches(const LogLine &line) const;

    LogModel &m_lines;
    QRegularExpression m_pattern;
    QRegularExpression m_mark;
    std::optional<LogLine::Source> m_source;
    LogLine::Severity m_leastSeverity = LogLine::Severity::Usual;
    std::deque<Number> m_found;
    Number m_first = 0; //!< of the oldest line that is there
    Number m_next = 0; //!< of the next one to look at
    QTimer m_turn;
};

} // namespace swarm
