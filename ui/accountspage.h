#pragma once

#include "ui/services.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace swarm {

class SecondaryLabel;

//! The accounts that this computer has tokens of: to use another one, add one, sign one out.
class AccountsPage : public QWidget
{
    Q_OBJECT

public:
    explicit AccountsPage(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    //! The sign-in card is wanted; whatever covers it should go.
    void signInRequested();

private:
    void fill();
    void update();
    [[nodiscard]] QString selected() const;

    Services m_services;
    QListWidget *m_list;
    SecondaryLabel *m_none;
    QPushButton *m_use;
    QPushButton *m_signOut;
    QPushButton *m_add;
};

} // namespace swarm
