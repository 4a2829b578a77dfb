#include "ui/accountbutton.h"

#include "ui/icons.h"

using namespace Qt::StringLiterals;

namespace swarm {

AccountButton::AccountButton(SignIn &signIn, bool isDemo, QWidget *parent)
    : QToolButton(parent)
    , m_signIn(signIn)
    , m_isDemo(isDemo)
    , m_signOut(tr("Sign out"), this)
    , m_quit(swarm::icon(u"application-exit"_s), tr("Quit"), this)
{
    setObjectName(u"account"_s);
    setAccessibleName(tr("Account"));
    setIcon(swarm::icon(u"user-identity"_s));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);

    m_menu.setObjectName(u"accountMenu"_s);
    for (auto *line : {&m_who, &m_where, &m_kept}) {
        line->setEnabled(false);
        m_menu.addAction(line);
    }
    m_signOut.setObjectName(u"signOutAction"_s);
    connect(&m_signOut, &QAction::triggered, this, [this] { m_signIn.signOut(); });
    m_menu.addAction(&m_signOut);
    m_menu.addSeparator();
    m_quit.setObjectName(u"quitAction"_s);
    m_quit.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q)); // the standard key is empty on some desktops
    connect(&m_quit, &QAction::triggered, this, &AccountButton::quitRequested);
    m_menu.addAction(&m_quit);
    setMenu(&m_menu);

    connect(&signIn, &SignIn::changed, this, &AccountButton::update);
    update();
}

void AccountButton::addToMenu(QAction *action)
{
    m_menu.insertAction(&m_quit, action);
}

void AccountButton::update()
{
    const bool isSignedIn = m_signIn.state() == SignIn::State::SignedIn;
    m_signOut.setVisible(isSignedIn && !m_isDemo);
    m_where.setVisible(isSignedIn && !m_isDemo);
    m_kept.setVisible(isSignedIn && !m_isDemo && !m_signIn.isKept());
    if (m_isDemo) {
        setText(tr("Demo"));
        m_who.setText(tr("Demo: nothing here is real or costs money"));
        return;
    }
    if (!isSignedIn) {
        setText(tr("Not signed in"));
        m_who.setText(tr("Not signed in"));
        return;
    }
    const auto &name = m_signIn.account().name;
    setText(name == m_signIn.organization() ? name : u"%1 · %2"_s.arg(name, m_signIn.organization()));
    m_who.setText(tr("Account: %1").arg(name));
    m_where.setText(tr("Organization: %1").arg(m_signIn.organization()));
    m_kept.setText(tr("Signed in for this session only"));
}

} // namespace swarm
