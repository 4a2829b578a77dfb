#pragma once

#include <QStyledItemDelegate>

namespace swarm {

class ShownLog;

//! Paints a line of a log: its time, its level, its words in the colours that the program gave them.
class LogDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit LogDelegate(const ShownLog &lines, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    //! `x` is where the words begin; all letters are as wide, whatever their colour.
    void paintMarks(QPainter &painter, const QStyleOptionViewItem &option, const QString &words, int x) const;

    const ShownLog &m_lines;
};

} // namespace swarm
