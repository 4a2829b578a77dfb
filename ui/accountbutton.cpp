#include "ui/accountbutton.h"

#include "ui/icons.h"
#include "ui/wording/instancewords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

struct AccountWords {
    Q_DECLARE_TR_FUNCTIONS(swarm::AccountButton)
};

//! What the token may do, and until when, as Fly.io has told.
QString rightsText(const Account &account)
{
    QStringList parts;
    switch (account.reach) {
    case Account::Reach::Everything:
        parts += AccountWords::tr("Token for everything that you may do");
        break;
    case Account::Reach::Organization:
        parts += AccountWords::tr("Token for one organization");
        break;
    case Account::Reach::Apps:
        //: %1 is a list of names
        parts += AccountWords::tr("Token for %1 only").arg(QLocale().createSeparatedList(account.apps));
        break;
    }
    if (account.isReadOnly)
        parts += AccountWords::tr("may only read");
    if (account.validUntil.isValid())
        //: %1 is a date
        parts += AccountWords::tr("until %1").arg(dateText(account.validUntil.toLocalTime().date()));
    return parts.join(u", "_s);
}

} // namespace

AccountButton::AccountButton(SignIn &signIn, bool isDemo, QWidget *parent)
    : QToolButton(parent)
    , m_signIn(signIn)
    , m_isDemo(isDemo)
    , m_accounts(tr("Switch account"), this)
    , m_organizations(tr("Switch organization"), this)
    , m_another(tr("Add another account…"), this)
    , m_signOut(tr("Sign out…"), this)
    , m_leaving(tr("Leaves as soon as what is under way has ended"), this)
    , m_stay(tr("Stay here"), this)
    , m_quit(swarm::icon(u"application-exit"_s), tr("Quit"), this)
{
    setObjectName(u"account"_s);
    setAccessibleName(tr("Account"));
    setIcon(swarm::icon(u"user-identity"_s));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);

    m_menu.setObjectName(u"accountMenu"_s);
    for (auto *line : {&m_who, &m_where, &m_rights, &m_kept}) {
        line->setEnabled(false);
        m_menu.addAction(line);
    }
    m_accounts.setObjectName(u"accountsMenu"_s);
    m_organizations.setObjectName(u"organizationsMenu"_s);
    m_another.setObjectName(u"anotherAccountAction"_s);
    connect(&m_another, &QAction::triggered, this, [this] { m_signIn.leave(); });
    m_leaving.setEnabled(false);
    m_stay.setObjectName(u"stayAction"_s);
    connect(&m_stay, &QAction::triggered, &m_signIn, &SignIn::stay);
    m_menu.addActions({&m_leaving, &m_stay});
    m_menu.addMenu(&m_organizations);
    m_menu.addMenu(&m_accounts);
    m_menu.addAction(&m_another);
    m_signOut.setObjectName(u"signOutAction"_s);
    connect(&m_signOut, &QAction::triggered, this, &AccountButton::signOutRequested);
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

void AccountButton::listAccounts()
{
    m_accounts.clear();
    const auto known = m_signIn.knownAccounts();
    for (const auto &name : known) {
        auto *action = m_accounts.addAction(name);
        const auto choose = [this, name] { m_signIn.resume(name); };
        connect(action, &QAction::triggered, this, choose, Qt::QueuedConnection); // which replaces the action itself
        action->setCheckable(true);
        action->setChecked(name == m_signIn.account().name);
        action->setEnabled(!action->isChecked());
    }
    m_accounts.menuAction()->setVisible(!m_isDemo && known.size() > 1);
}

void AccountButton::listOrganizations()
{
    m_organizations.clear();
    const auto &all = m_signIn.account().organizations;
    for (const auto &organization : all) {
        const auto text = organization.name.isEmpty() || organization.name == organization.slug
            ? organization.slug
            : u"%1 (%2)"_s.arg(organization.name, organization.slug);
        auto *action = m_organizations.addAction(text);
        const auto choose = [this, slug = organization.slug] { m_signIn.chooseOrganization(slug); };
        connect(action, &QAction::triggered, this, choose, Qt::QueuedConnection);
        action->setCheckable(true);
        action->setChecked(organization.slug == m_signIn.organization());
        action->setEnabled(!action->isChecked());
    }
    m_organizations.menuAction()->setVisible(!m_isDemo && all.size() > 1);
}

void AccountButton::update()
{
    const bool isSignedIn = m_signIn.state() == SignIn::State::SignedIn;
    m_signOut.setVisible(isSignedIn && !m_isDemo);
    m_another.setVisible(isSignedIn && !m_isDemo);
    listAccounts();
    listOrganizations();
    m_where.setVisible(isSignedIn && !m_isDemo);
    m_rights.setVisible(isSignedIn && !m_isDemo);
    m_kept.setVisible(isSignedIn && !m_isDemo && !m_signIn.isKept());
    m_leaving.setVisible(m_signIn.isLeaving());
    m_stay.setVisible(m_signIn.isLeaving());
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
    const auto place = name == m_signIn.organization() ? name : u"%1 · %2"_s.arg(name, m_signIn.organization());
    //: %1 is an account and its organization
    setText(m_signIn.isLeaving() ? tr("%1 (leaving)").arg(place) : place);
    m_who.setText(tr("Account: %1").arg(name));
    m_where.setText(tr("Organization: %1").arg(m_signIn.organization()));
    m_rights.setText(rightsText(m_signIn.account()));
    m_kept.setText(tr("Signed in for this session only"));
}

} // namespace swarm
