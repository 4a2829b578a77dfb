#include "ui/signincard.h"

#include "ui/detailsfold.h"
#include "ui/icons.h"
#include "ui/widgets.h"
#include "ui/wording/errorwords.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr int mostButtons = 4; //!< for accounts; more are a menu

} // namespace

SignInCard::SignInCard(SignIn &signIn, bool isDemo, QWidget *parent)
    : QWidget(parent)
    , m_signIn(signIn)
    , m_isDemo(isDemo)
    , m_heading(new QLabel)
    , m_text(new SecondaryLabel)
    , m_token(new QLineEdit)
    , m_submit(new QPushButton)
    , m_help(new SecondaryLabel(tr("On fly.io: your organization, Tokens, Create token. Or in a terminal: "
                                   "fly tokens create org")))
    , m_browse(new QPushButton(tr("Sign in with &Fly.io")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_accounts(new QVBoxLayout)
    , m_retry(new QPushButton(tr("Retry")))
    , m_lookAround(new QPushButton(tr("Look around in the demo")))
    , m_fold(new FoldButton(tr("Details")))
    , m_details(new DetailsFold)
{
    setObjectName(u"signInCard"_s);
    m_heading->setObjectName(u"signInHeading"_s);
    m_heading->setWordWrap(true);
    makeHeading(*m_heading, 1.4);
    m_text->setObjectName(u"signInText"_s);
    m_token->setObjectName(u"token"_s);
    m_token->setAccessibleName(tr("Fly.io token"));
    m_token->setPlaceholderText(tr("Paste a token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_submit->setObjectName(u"connect"_s);
    m_help->setObjectName(u"tokenHelp"_s);
    m_browse->setObjectName(u"signInWithBrowser"_s);
    m_browse->setToolTip(tr("Opens Fly.io in your browser. Nothing is to be copied."));
    m_cancel->setObjectName(u"cancelSignIn"_s);
    m_retry->setObjectName(u"retrySignIn"_s);
    m_lookAround->setObjectName(u"lookAround"_s);
    m_lookAround->setToolTip(tr("A simulated swarm on this computer. Nothing in it is real or costs money."));
    m_fold->setObjectName(u"signInFold"_s);
    m_details->hide();

    connect(m_token, &QLineEdit::textChanged, this, [this] { m_submit->setEnabled(!m_token->text().isEmpty()); });
    connect(m_token, &QLineEdit::returnPressed, this, &SignInCard::submit);
    connect(m_submit, &QPushButton::clicked, this, &SignInCard::submit);
    connect(m_browse, &QPushButton::clicked, this, [this] { m_signIn.browse(); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_signIn.stopBrowsing(); });
    connect(m_retry, &QPushButton::clicked, this, [this] { m_signIn.resume(); });
    connect(m_lookAround, &QPushButton::clicked, this, &SignInCard::demoRequested);
    connect(m_fold, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(&signIn, &SignIn::changed, this, &SignInCard::update);

    auto *layout = new QGridLayout(this);
    layout->setRowStretch(0, 2);
    layout->setRowStretch(2, 3);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(2, 1);
    layout->addWidget(card(), 1, 1);
    update();
}

QFrame *SignInCard::card()
{
    const auto em = fontMetrics().height();
    auto *frame = new QFrame;
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::Base);
    frame->setFixedWidth(fontMetrics().averageCharWidth() * 76);

    auto *picture = new QLabel;
    picture->setPixmap(applicationIcon().pixmap(em * 3));
    auto *field = new QHBoxLayout;
    field->addWidget(m_token, 1);
    field->addWidget(m_submit);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_lookAround);
    buttons->addStretch();
    buttons->addWidget(m_fold);

    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(em * 2, em * 2, em * 2, em * 3 / 2);
    layout->setSpacing(em * 2 / 3);
    layout->addWidget(picture);
    layout->addWidget(m_heading);
    layout->addWidget(m_text);
    layout->addSpacing(em / 3);
    layout->addLayout(m_accounts);
    layout->addWidget(m_browse, 0, Qt::AlignLeft);
    layout->addLayout(field);
    layout->addWidget(m_help);
    layout->addSpacing(em / 3);
    layout->addLayout(buttons);
    layout->addWidget(m_details);
    return frame;
}

SignInCard::Face SignInCard::face() const
{
    const auto forNow = tr("Use for this session only");
    const auto connectWord = tr("Connect");
    const auto &error = m_signIn.error(); // that there is no token is none
    const bool hasFailed = error && error->code != ErrorCode::ResourceNotFound;
    switch (m_signIn.state()) {
    case SignIn::State::Looking:
        return {.heading = tr("Looking for your account"),
                .text = tr("Asking the keychain for your Fly.io token."),
                .canLookAround = false};
    case SignIn::State::Browsing:
        return {.heading = tr("Waiting for your browser"),
                .text = tr("Sign in to Fly.io there, then come back. This goes on by itself."),
                .canCancel = true,
                .canLookAround = false};
    case SignIn::State::Checking:
        return {.heading = tr("Checking the token"),
                .text = tr("Asking Fly.io whose it is and what it may do."),
                .canLookAround = false};
    case SignIn::State::SignedOut:
        return {.heading = hasFailed ? sentence(*m_signIn.error()) : tr("Connect your Fly.io account"),
                .text = tr("Your editors run on your own Fly.io account. The token goes to this computer's keychain "
                           "and nowhere else."),
                .submit = connectWord,
                .canBrowse = true};
    case SignIn::State::KeychainLocked:
        return {.heading = tr("The keychain is locked"),
                .text = tr("Your Fly.io token may be in it. Unlock the keychain and retry, or paste a token that is "
                           "forgotten when Remote Swarm quits."),
                .submit = forNow,
                .canBrowse = true,
                .canRetry = true};
    case SignIn::State::KeychainAbsent:
        return {.heading = tr("This computer has no keychain"),
                .text = tr("Remote Swarm writes tokens into no file. Start a keychain such as GNOME Keyring or KWallet "
                           "and retry, or paste a token that is forgotten when Remote Swarm quits."),
                .submit = forNow,
                .canBrowse = true,
                .canRetry = true};
    case SignIn::State::Refused:
        return {.heading = m_signIn.error() ? sentence(*m_signIn.error()) : tr("Fly.io does not accept this token."),
                .text = tr("It may have ended, been revoked, or lost a piece when it was copied. Paste another one."),
                .submit = connectWord,
                .canBrowse = true};
    case SignIn::State::Unreachable:
        return {.heading = m_signIn.error() ? sentence(*m_signIn.error()) : tr("Fly.io cannot be reached."),
                .text = tr("A token that was kept is still in the keychain. Check the network connection and retry."),
                .submit = m_token->text().isEmpty() ? QString() : connectWord,
                .canRetry = true};
    case SignIn::State::SignedIn:
        return {.heading = tr("Signed in"), .text = m_signIn.account().name, .canLookAround = false};
    }
    Q_UNREACHABLE();
}

void SignInCard::update()
{
    const auto shown = face();
    const bool asks = !shown.submit.isEmpty();
    m_heading->setText(shown.heading);
    m_text->setText(shown.text);
    m_token->setVisible(asks);
    m_submit->setVisible(asks);
    m_submit->setText(shown.submit);
    m_submit->setEnabled(!m_token->text().isEmpty());
    m_help->setVisible(asks);
    m_browse->setVisible(shown.canBrowse && m_signIn.hasBrowser());
    m_cancel->setVisible(shown.canCancel);
    updateAccounts(asks);
    m_retry->setVisible(shown.canRetry);
    m_lookAround->setVisible(shown.canLookAround && !m_isDemo);

    const auto &error = m_signIn.error();
    m_fold->setVisible(error.has_value());
    if (error)
        m_details->setText(details(*error));
    else
        m_fold->setChecked(false);
    if (m_signIn.state() == SignIn::State::SignedIn)
        m_token->clear(); // the keychain has it now
    if (asks && isVisible())
        m_token->setFocus();
}

void SignInCard::updateAccounts(bool isOffered)
{
    while (auto *item = m_accounts->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const auto known = isOffered ? m_signIn.knownAccounts() : QStringList();
    if (known.size() > mostButtons) {
        auto *button = new QPushButton(tr("Use an account that is known here"));
        button->setObjectName(u"useKnownAccounts"_s);
        auto *menu = new QMenu(button);
        for (const auto &name : known)
            connect(menu->addAction(name), &QAction::triggered, this, [this, name] { m_signIn.resume(name); });
        button->setMenu(menu);
        m_accounts->addWidget(button, 0, Qt::AlignLeft);
        return;
    }
    for (const auto &name : known) {
        auto *button = new QPushButton(tr("Use %1").arg(name));
        button->setObjectName(u"useAccount"_s);
        connect(button, &QPushButton::clicked, this, [this, name] { m_signIn.resume(name); });
        m_accounts->addWidget(button, 0, Qt::AlignLeft);
    }
}

void SignInCard::submit()
{
    if (!m_token->text().isEmpty())
        m_signIn.submit(m_token->text());
}

void SignInCard::showEvent(QShowEvent *event)
{
    m_token->setFocus();
    QWidget::showEvent(event);
}

} // namespace swarm
