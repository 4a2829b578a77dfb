#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QTableWidget;

namespace swarm {

class LinkButton;
class SecondaryLabel;

//! A small table of texts to write in, with Add and Remove below it, and words about it. Closed until it is opened:
//! what is there has to be asked for first.
class RowsEditor : public QWidget
{
    Q_OBJECT

public:
    struct Look {
        QString accessibleName = {};
        QStringList columns = {};
        int wideColumn = 0; //!< gets the room that is left
        QStringList fresh = {}; //!< what a row that is added holds at first
        int firstColumn = 0; //!< to be written in when one is added
        int lines = 9; //!< of height
    };
    //! The parts' names, which tests know them by.
    struct Names {
        QString table = {};
        QString state = {};
        QString add = {};
        QString remove = {};
    };

    RowsEditor(Look look, const Names &names, QWidget *parent = nullptr);

    void setWaiting(const QString &text);
    //! It cannot be known what is there, so nothing can be changed.
    void setFailed(const QString &text);
    void open(const std::vector<QStringList> &rows, const QString &hint);
    void setColumnWidth(int column, int width);
    //! As they were typed; a row that is just being added may lack cells.
    [[nodiscard]] std::vector<QStringList> rows() const;

Q_SIGNALS:
    void changed();

private:
    void addRow(const QStringList &cells);
    void setOpen(bool isOpen);

    Look m_look;
    QTableWidget *m_table;
    SecondaryLabel *m_state;
    LinkButton *m_add;
    LinkButton *m_remove;
};

} // namespace swarm
