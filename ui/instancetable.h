#pragma once

#include <QTreeView>

namespace swarm {

//! A flat list with air in it: hairlines between the rows, and a hand over what can be clicked.
class InstanceTable : public QTreeView
{
    Q_OBJECT

public:
    explicit InstanceTable(QWidget *parent = nullptr);

    //! The column whose words are links.
    void setLinkColumn(int column) { m_linkColumn = column; }

Q_SIGNALS:
    //! By Enter or a double click. Not `activated`: on some desktops one click is enough for that, and it would start
    //! what was only to be looked at.
    void chosen(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    int m_linkColumn = -1;
};

} // namespace swarm
