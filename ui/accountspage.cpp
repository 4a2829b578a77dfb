#include "ui/accountspage.h"

#include "model/signin.h"
#include "ui/signoutquestion.h"
#include "ui/widgets.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {

AccountsPage::AccountsPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_list(new QListWidget)
    , m_none(new SecondaryLabel(tr("No account is signed in on this computer.")))
    , m_use(new QPushButton(tr("&Use this one")))
    , m_signOut(new QPushButton(tr("Sign &out…")))
    , m_add(new QPushButton(tr("Add &another…")))
{
    setObjectName(u"accountsPage"_s);
    m_list->setObjectName(u"accounts"_s);
    m_list->setAccessibleName(tr("Accounts"));
    m_use->setObjectName(u"useKnownAccount"_s);
    m_signOut->setObjectName(u"signOutAccount"_s);
    m_add->setObjectName(u"addAccount"_s);
    for (auto *button : {m_use, m_signOut, m_add})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_use);
    buttons->addWidget(m_signOut);
    buttons->addStretch();
    buttons->addWidget(m_add);
    const auto em = fontMetrics().height();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em, em, em, em);
    layout->setSpacing(em / 2);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_none);
    layout->addLayout(buttons);
    layout->addWidget(
        new SecondaryLabel(tr("Tokens are kept in this computer's keychain and nowhere else. Signing out removes all "
                              "that is kept here about the account; what runs on Fly.io goes on.")));

    connect(m_list, &QListWidget::currentRowChanged, this, &AccountsPage::update);
    connect(m_use, &QPushButton::clicked, this, [this] { m_services.signIn.resume(selected()); });
    connect(m_signOut, &QPushButton::clicked, this, [this] { askBeforeSignOut(m_services, selected(), *this); });
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_services.signIn.leave();
        Q_EMIT signInRequested();
    });
    connect(&services.signIn, &SignIn::changed, this, &AccountsPage::fill);
    fill();
}

void AccountsPage::fill()
{
    const auto before = selected();
    const auto present = m_services.signIn.account().name;
    auto known = m_services.signIn.knownAccounts();
    if (!present.isEmpty() && !known.contains(present))
        known.prepend(present); // for this session only
    m_list->clear();
    for (const auto &name : std::as_const(known)) {
        const bool isPresent = name == present;
        auto text = isPresent ? tr("%1 · in use, %2").arg(name, m_services.signIn.organization()) : name;
        if (isPresent && m_services.signIn.isLeaving())
            //: %1 is "ada@example.org · in use, personal"
            text = tr("%1, until what is under way has ended").arg(text);
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, name);
        if (name == before || (before.isEmpty() && isPresent))
            m_list->setCurrentItem(item);
    }
    m_list->setVisible(!known.isEmpty());
    m_none->setVisible(known.isEmpty());
    update();
}

QString AccountsPage::selected() const
{
    const auto *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void AccountsPage::update()
{
    const auto name = selected();
    const bool isPresent = name == m_services.signIn.account().name;
    m_use->setEnabled(!name.isEmpty() && !isPresent);
    m_signOut->setEnabled(!name.isEmpty());
}

} // namespace swarm
