#pragma once

#include "ui/deletedmodel.h"
#include "ui/services.h"

#include <QPointer>
#include <QWidget>

class QPushButton;
class QTreeView;

namespace swarm {

class FoldButton;
class Receipts;

//! Below the list: what was deleted and can be restored, folded until somebody asks. Not there when there is nothing.
class DeletedPane : public QWidget
{
    Q_OBJECT

public:
    explicit DeletedPane(const Services &services, QWidget *parent = nullptr);

private:
    //! The account, and with it the receipts, may have changed.
    void follow();
    void refresh();
    void update();
    [[nodiscard]] const Keepsake *selected() const;
    void restore();
    void confirmErasing();

    Services m_services;
    QPointer<Receipts> m_receipts;
    DeletedModel m_model;
    FoldButton *m_fold;
    QWidget *m_body;
    QTreeView *m_table;
    QPushButton *m_restore;
    QPushButton *m_erase;
};

} // namespace swarm
