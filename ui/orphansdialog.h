#pragma once

#include "model/async/taskscope.h"
#include "model/error.h"
#include "model/orphan.h"
#include "ui/services.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace swarm {

class ErrorCard;
class SecondaryLabel;

//! What bills and no instance uses: each with its price and why it is, or is not, safe to remove. Nothing goes unless
//! it was ticked one by one and confirmed.
class OrphansDialog : public QDialog
{
    Q_OBJECT

public:
    explicit OrphansDialog(const Services &services, QWidget *parent = nullptr);

private:
    void look();
    void showOrphans(const Result<std::vector<Orphan>> &found);
    void showReason();
    void update();
    [[nodiscard]] std::vector<Orphan> ticked() const;
    void confirm();
    void remove(const std::vector<Orphan> &doomed);

    Services m_services;
    std::vector<Orphan> m_orphans;
    QStackedWidget *m_pages;
    SecondaryLabel *m_state;
    ErrorCard *m_problem;
    QTreeWidget *m_list;
    SecondaryLabel *m_reason;
    QLabel *m_sum;
    QPushButton *m_again;
    QPushButton *m_remove;
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
