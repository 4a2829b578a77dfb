// Several accounts and organizations, signing in by the browser, and what a token may not do.
#include "tests/windowworld.h"
#include "ui/permissions.h"
#include "ui/tray.h"

#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace swarm;
using namespace swarm::windowtest;

namespace {

const auto host = u"api.example.org"_s;

} // namespace

class AccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }

    void signsInByTheBrowser();
    void canStopWaitingForTheBrowser();
    void saysWhenTheBrowserWasToldNo();
    void offersNoBrowserWhereThereIsNone();
    void offersAccountsThatAreKnown();
    void offersManyAccountsInAMenu();
    void switchesAccounts();
    void addsAnotherAccount();
    void switchesOrganizations();
    void saysThatItLeavesWhenNothingIsUnderWay();
    void comesBackToTheOrganizationUsedLast();
    void offersNoAccountThatWasSignedOut();
    void listsAccountsInTheSettings();
    void mayDoNothingUntilThereIsAToken();
    void mayOnlyLookWithAReadOnlyToken();
    void makesNothingNewWithATokenForSingleApps();

private:
    [[nodiscard]] QMenu *menu(const QString &name) const { return m_world->window.findChild<QMenu *>(name); }
    void letBrowserAnswer(Result<QString> answer);

    std::unique_ptr<World> m_world;
};

void AccountsTest::init()
{
    m_world = std::make_unique<World>(Instances{instanceNamed(u"thesis"_s), instanceNamed(u"blog"_s, Status::Stopped)});
}

void AccountsTest::letBrowserAnswer(Result<QString> answer)
{
    m_world->signIn.setBrowser([answer](std::stop_token stop) -> Task<Result<QString>> {
        if (answer)
            co_await sleepFor(20ms);
        while (answer && *answer == "never"_L1 && !stop.stop_requested())
            co_await sleepFor(1ms);
        co_return answer;
    });
}

void AccountsTest::signsInByTheBrowser()
{
    letBrowserAnswer(u"from-browser"_s);
    m_world->window.show();
    m_world->signIn.resume();
    QTRY_VERIFY(isSeen(m_world->find(u"signInWithBrowser"_s)));
    m_world->click(u"signInWithBrowser"_s);
    QCOMPARE(m_world->signIn.state(), SignIn::State::Browsing);
    QVERIFY(isSeen(m_world->find(u"cancelSignIn"_s)));
    QVERIFY(!isSeen(m_world->find(u"token"_s)));
    QTRY_COMPARE(m_world->signIn.state(), SignIn::State::SignedIn);
    QCOMPARE(m_world->checker.checked, u"from-browser"_s);
    QVERIFY(m_world->tokens.secrets.values().contains(u"from-browser"_s));
}

void AccountsTest::canStopWaitingForTheBrowser()
{
    letBrowserAnswer(u"never"_s);
    m_world->window.show();
    m_world->signIn.resume();
    QTRY_VERIFY(isSeen(m_world->find(u"signInWithBrowser"_s)));
    m_world->click(u"signInWithBrowser"_s);
    m_world->click(u"cancelSignIn"_s);
    QCOMPARE(m_world->signIn.state(), SignIn::State::SignedOut);
    QTest::qWait(50);
    QCOMPARE(m_world->signIn.state(), SignIn::State::SignedOut); // its late answer changes nothing
    QVERIFY(m_world->checker.checked.isEmpty());
}

void AccountsTest::saysWhenTheBrowserWasToldNo()
{
    letBrowserAnswer(std::unexpected(Error{.code = ErrorCode::NetworkTimeout}));
    m_world->window.show();
    m_world->signIn.resume();
    QTRY_VERIFY(isSeen(m_world->find(u"signInWithBrowser"_s)));
    m_world->click(u"signInWithBrowser"_s);
    QTRY_COMPARE(m_world->signIn.state(), SignIn::State::SignedOut);
    QVERIFY(m_world->signIn.error());
    QVERIFY(m_world->text(u"signInHeading"_s) != u"Connect your Fly.io account"_s);
    QVERIFY(isSeen(m_world->find(u"signInWithBrowser"_s))); // once more
}

void AccountsTest::offersNoBrowserWhereThereIsNone()
{
    m_world->window.show();
    m_world->signIn.resume();
    QTRY_VERIFY(isSeen(m_world->find(u"token"_s)));
    QVERIFY(!isSeen(m_world->find(u"signInWithBrowser"_s)));
}

void AccountsTest::offersAccountsThatAreKnown()
{
    m_world->tokens.secrets.insert(SignIn::tokenKey(host, u"ada@example.org"_s), u"token-ada"_s);
    m_world->settings.rememberAccount(host, u"ada@example.org"_s, u"personal"_s);
    m_world->window.show();
    m_world->signIn.leave();
    QTRY_VERIFY(isSeen(m_world->find(u"useAccount"_s)));
    m_world->click(u"useAccount"_s);
    QTRY_COMPARE(m_world->signIn.state(), SignIn::State::SignedIn);
    QCOMPARE(m_world->checker.checked, u"token-ada"_s);
}

void AccountsTest::offersManyAccountsInAMenu()
{
    for (const auto *name : {"ada", "bob", "cyd", "dan", "eve"}) {
        const auto account = QLatin1StringView(name) + u"@example.org"_s;
        m_world->tokens.secrets.insert(SignIn::tokenKey(host, account), u"token-"_s + QLatin1StringView(name));
        m_world->settings.rememberAccount(host, account, u"personal"_s);
    }
    m_world->window.show();
    m_world->signIn.leave();
    QTRY_VERIFY(isSeen(m_world->find(u"useKnownAccounts"_s)));
    QVERIFY(!m_world->window.findChild<QWidget *>(u"useAccount"_s));
    const auto entries = m_world->find<QPushButton>(u"useKnownAccounts"_s)->menu()->actions();
    QCOMPARE(entries.size(), 5);

    (*std::ranges::find(entries, u"cyd@example.org"_s, &QAction::text))->trigger();

    QTRY_COMPARE(m_world->signIn.state(), SignIn::State::SignedIn);
    QCOMPARE(m_world->checker.checked, u"token-cyd"_s);
}

void AccountsTest::switchesAccounts()
{
    m_world->tokens.secrets.insert(SignIn::tokenKey(host, u"work@example.org"_s), u"token-work"_s);
    m_world->settings.rememberAccount(host, u"work@example.org"_s, u"personal"_s);
    m_world->signInAndShow(); // as ada
    const auto actions = menu(u"accountsMenu"_s)->actions();
    QCOMPARE(actions.size(), 2);
    const auto work = std::ranges::find(actions, u"work@example.org"_s, &QAction::text);
    QVERIFY((*work)->isEnabled() && !(*work)->isChecked());
    m_world->checker.name = u"work@example.org"_s;
    QSignalSpy accepted(&m_world->signIn, &SignIn::accepted);
    (*work)->trigger();
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(accepted.front().front().toString(), u"token-work"_s);
    QTRY_COMPARE(m_world->signIn.account().name, u"work@example.org"_s);
    QCOMPARE(m_world->settings.currentAccount(host), u"work@example.org"_s); // the next start begins there
}

void AccountsTest::addsAnotherAccount()
{
    m_world->signInAndShow();
    QVERIFY(!menu(u"accountsMenu"_s)->menuAction()->isVisible()); // there is one only
    m_world->window.findChild<QAction *>(u"anotherAccountAction"_s)->trigger();
    QTRY_COMPARE(m_world->signIn.state(), SignIn::State::SignedOut);
    QVERIFY(m_world->tokens.secrets.contains(SignIn::tokenKey(host, u"ada@example.org"_s))); // nothing is forgotten
    QTRY_VERIFY(isSeen(m_world->find(u"useAccount"_s))); // the way back
    m_world->checker.name = u"work@example.org"_s;
    m_world->signIn.submit(u"token-work"_s);
    QTRY_COMPARE(m_world->signIn.state(), SignIn::State::SignedIn);
    QCOMPARE(m_world->signIn.knownAccounts().size(), 2);
}

void AccountsTest::switchesOrganizations()
{
    m_world->checker.organizations = {{.slug = u"personal"_s}, {.slug = u"lab"_s, .name = u"The Lab"_s}};
    m_world->signInAndShow();
    QCOMPARE(m_world->signIn.organization(), u"personal"_s);
    const auto actions = menu(u"organizationsMenu"_s)->actions();
    QCOMPARE(actions.size(), 2);
    QCOMPARE(actions.at(1)->text(), u"The Lab (lab)"_s);
    actions.at(1)->trigger();
    QTRY_COMPARE(m_world->signIn.organization(), u"lab"_s);
    QTRY_COMPARE(m_world->signIn.state(), SignIn::State::SignedIn);
}

void AccountsTest::saysThatItLeavesWhenNothingIsUnderWay()
{
    m_world->checker.organizations = {{.slug = u"personal"_s}, {.slug = u"lab"_s}};
    m_world->signInAndShow();
    bool isBusy = true;
    m_world->signIn.holdWhile([&isBusy] { return isBusy; });
    auto *stay = m_world->window.findChild<QAction *>(u"stayAction"_s);
    QVERIFY(!stay->isVisible());
    const auto choose = [this] { menu(u"organizationsMenu"_s)->actions().at(1)->trigger(); };

    choose();

    QTRY_VERIFY(m_world->signIn.isLeaving());
    QVERIFY(m_world->text(u"connection"_s).contains(u"leaving as soon as what is under way has ended"_s));
    QCOMPARE(m_world->find<QToolButton>(u"account"_s)->text(), u"ada@example.org · personal (leaving)"_s);
    stay->trigger();
    QVERIFY(!m_world->signIn.isLeaving());
    QVERIFY(m_world->text(u"connection"_s).contains(u"checked"_s));
    QVERIFY(!stay->isVisible());

    choose();
    QTRY_VERIFY(m_world->signIn.isLeaving());
    isBusy = false;
    m_world->signIn.letGo();
    QTRY_COMPARE(m_world->signIn.organization(), u"lab"_s);
}

void AccountsTest::comesBackToTheOrganizationUsedLast()
{
    m_world->checker.organizations = {{.slug = u"personal"_s}, {.slug = u"lab"_s}};
    m_world->signInAndShow();
    m_world->signIn.chooseOrganization(u"lab"_s);
    QTRY_COMPARE(m_world->signIn.organization(), u"lab"_s);
    m_world->signIn.resume();
    QTRY_COMPARE(m_world->signIn.state(), SignIn::State::SignedIn);
    QCOMPARE(m_world->signIn.organization(), u"lab"_s);

    m_world->checker.organizations = {{.slug = u"personal"_s}}; // the lab has closed
    m_world->signIn.resume();
    QTRY_COMPARE(m_world->signIn.state(), SignIn::State::SignedIn);
    QCOMPARE(m_world->signIn.organization(), u"personal"_s);
}

void AccountsTest::offersNoAccountThatWasSignedOut()
{
    m_world->signInAndShow();
    m_world->signIn.leave();
    QTRY_VERIFY(isSeen(m_world->find(u"useAccount"_s)));
    m_world->click(u"useAccount"_s);
    QTRY_COMPARE(m_world->signIn.state(), SignIn::State::SignedIn);

    m_world->signIn.signOut();

    QTRY_COMPARE(m_world->signIn.state(), SignIn::State::SignedOut);
    QTRY_VERIFY(!isSeen(m_world->window.findChild<QWidget *>(u"useAccount"_s)));
}

void AccountsTest::listsAccountsInTheSettings()
{
    m_world->tokens.secrets.insert(SignIn::tokenKey(host, u"bob@example.org"_s), u"token-bob"_s);
    m_world->settings.rememberAccount(host, u"bob@example.org"_s, u"personal"_s);
    m_world->signInAndShow();
    m_world->window.openSettings();
    auto *list = m_world->find<QListWidget>(u"accounts"_s);
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->currentItem()->text(), u"ada@example.org · in use, personal"_s);
    QVERIFY(!m_world->find(u"useKnownAccount"_s)->isEnabled());
    list->setCurrentRow(0);
    m_world->find<QPushButton>(u"signOutAccount"_s)->click();
    QTRY_VERIFY(m_world->find(u"confirmSignOut"_s));

    m_world->find<QPushButton>(u"confirmSignOut"_s)->click();

    QTRY_COMPARE(list->count(), 1);
    QVERIFY(!m_world->tokens.secrets.values().contains(u"token-bob"_s));
    QCOMPARE(m_world->signIn.state(), SignIn::State::SignedIn); // as ada
}

void AccountsTest::mayDoNothingUntilThereIsAToken()
{
    m_world->signInAndShow();
    const auto *thesis = m_world->store.find(u"id-thesis"_s);
    QVERIFY(permissionsOf(*thesis, m_world->operations).stop);

    m_world->operations.setRights(Operations::Rights::None); // as while the list of the last time is shown

    const auto permissions = permissionsOf(*thesis, m_world->operations);
    QVERIFY(!permissions.open && !permissions.start && !permissions.stop && !permissions.suspend);
    QVERIFY(!permissions.restart && !permissions.remove && !permissions.change);
    QCOMPARE(permissions.reason, u"Sign in first."_s);
    QCOMPARE(rowActionOf(*thesis, m_world->operations), RowAction::None);
}

void AccountsTest::mayOnlyLookWithAReadOnlyToken()
{
    m_world->checker.isReadOnly = true;
    m_world->operations.setRights(Operations::Rights::Read);
    m_world->signInAndShow();
    m_world->window.selectInstance(u"id-thesis"_s);
    for (const auto *name : {"startAction", "stopAction", "suspendAction", "restartAction", "deleteAction"}) {
        auto *action = m_world->window.findChild<QAction *>(QString::fromLatin1(name));
        QVERIFY2(!action->isEnabled(), name);
        QVERIFY2(action->toolTip().contains("may only read"_L1), qPrintable(action->toolTip()));
    }
    QVERIFY(m_world->window.findChild<QAction *>(u"openAction"_s)->isEnabled()); // it runs: looking is enough
    auto *create = m_world->window.findChild<QAction *>(u"newAction"_s);
    QVERIFY(!create->isEnabled() && create->toolTip().contains("may only read"_L1));
    QVERIFY(m_world->text(u"readOnlyReason"_s).contains("may only read"_L1));

    m_world->window.selectInstance(u"id-blog"_s); // asleep: opening would start it
    QVERIFY(!m_world->window.findChild<QAction *>(u"openAction"_s)->isEnabled());
}

void AccountsTest::makesNothingNewWithATokenForSingleApps()
{
    m_world->checker.reach = Account::Reach::Apps;
    m_world->checker.apps = {u"thesis"_s, u"blog"_s};
    m_world->checker.validUntil = QDateTime(QDate(2030, 3, 1), QTime(12, 0), Qt::UTC);
    m_world->signInAndShow();
    const auto lines = m_world->find<QToolButton>(u"account"_s)->menu()->actions();
    QVERIFY(std::ranges::any_of(lines, [](const QAction *line) {
        return line->text() == "Token for thesis, blog only, until 1 March 2030"_L1;
    }));
    auto *create = m_world->window.findChild<QAction *>(u"newAction"_s);
    QVERIFY(!create->isEnabled() && create->toolTip().contains("single apps"_L1));
    m_world->window.selectInstance(u"id-thesis"_s);
    QVERIFY(m_world->window.findChild<QAction *>(u"stopAction"_s)->isEnabled());
}

QTEST_MAIN(AccountsTest)
#include "tst_accounts.moc"
