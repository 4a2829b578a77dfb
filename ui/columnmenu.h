#pragma once

#include <QMenu>

class QHeaderView;

namespace swarm {

//! Which columns of the list are shown and by which it is sorted: what a mouse does on the header, for the keyboard
//! too.
class ColumnMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ColumnMenu(QHeaderView &header, QWidget *parent = nullptr);

Q_SIGNALS:
    //! Widths, order and columns as they were before anybody changed them.
    void resetRequested();

private:
    void addColumns();
    void addSorting();
    [[nodiscard]] QString titleOf(int column) const;

    QHeaderView &m_header;
};

} // namespace swarm
