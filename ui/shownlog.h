#pragma once

#include "model/logmodel.h"

#include <QRegularExpression>
#include <QSortFilterProxyModel>

namespace swarm {

//! The lines of a log that match what somebody looks for, in words.
class ShownLog : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ShownLog(LogModel &lines, QObject *parent = nullptr);

    //! An empty one matches everything.
    void setPattern(const QRegularExpression &pattern);
    //! Nothing: all of them.
    void setSource(std::optional<LogLine::Source> source);

    [[nodiscard]] const LogLine &lineAt(const QModelIndex &index) const;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    //! As it is copied and saved: time, source, level and words, without colours.
    [[nodiscard]] static QString lineText(const LogLine &line);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    LogModel &m_lines;
    QRegularExpression m_pattern;
    std::optional<LogLine::Source> m_source;
};

} // namespace swarm
