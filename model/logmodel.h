#pragma once

#include "model/logline.h"

#include <QAbstractListModel>

#include <deque>

namespace swarm {

//! The lines of a log, oldest first; of very long ones the newest. Raw values: the whole LogLine in LineRole.
class LogModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { LineRole = Qt::UserRole + 1 };
    static constexpr int mostLines = 100'000;

    using QAbstractListModel::QAbstractListModel;

    void append(const std::vector<LogLine> &all);
    void clear();
    [[nodiscard]] const LogLine &lineAt(int row) const { return m_lines[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::deque<LogLine> m_lines;
};

} // namespace swarm
