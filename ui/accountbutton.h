#pragma once

#include "model/signin.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

namespace swarm {

//! Whose swarm this is; its menu has what concerns the account and the program as a whole.
class AccountButton : public QToolButton
{
    Q_OBJECT

public:
    AccountButton(SignIn &signIn, bool isDemo, QWidget *parent = nullptr);

    //! Puts one more entry into the menu, above Quit.
    void addToMenu(QAction *action);

Q_SIGNALS:
    void quitRequested();
    void signOutRequested();

private:
    void update();
    void listAccounts();
    void listOrganizations();

    SignIn &m_signIn;
    bool m_isDemo;
    QMenu m_menu;
    QAction m_who;
    QAction m_where;
    QAction m_rights;
    QAction m_kept;
    QMenu m_accounts;
    QMenu m_organizations;
    QAction m_another;
    QAction m_signOut;
    QAction m_leaving;
    QAction m_stay;
    QAction m_quit;
};

} // namespace swarm
