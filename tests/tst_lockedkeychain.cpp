// The window over a keychain that nobody can unlock just now. Run it with tests/with-keyring locked.
#include "tests/journeyfixture.h"
#include "tests/plainclient.h"

#include <QMenu>

#include <algorithm>

using namespace swarm;

class LockedKeychainTest : public QObject, JourneyFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void saysSoAndSignsInForThisSession();
};

void LockedKeychainTest::saysSoAndSignsInForThisSession()
{
    const auto host = hostKey(m_swarm->api());
    m_shell->settings().rememberAccount(host, u"ada@example.org"_s, u"personal"_s);
    beginShell(); // as after a start: somebody was here before

    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(u"signInHeading"_s), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>(u"signInHeading"_s)->text(), u"The keychain is locked"_s, patienceMs);
    QVERIFY(!find<QToolButton>(u"newButton"_s)->isEnabled());
    click(u"retrySignIn"_s); // it still is
    QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>(u"signInHeading"_s)->text(), u"The keychain is locked"_s, patienceMs);
    QCOMPARE(m_shell->settings().accounts(host), QStringList{u"ada@example.org"_s}); // nothing is forgotten

    signIn();

    const auto lines = find<QToolButton>(u"account"_s)->menu()->actions();
    QVERIFY(std::ranges::any_of(lines, [](const QAction *line) {
        return line->isVisible() && line->text() == "Signed in for this session only"_L1;
    }));
    tryToCreate(u"thesis"_s); // its password could not be kept
    seeFailure(u"keychain is locked"_s);
    QCOMPARE(stateOf(u"thesis"_s), u"not there"_s);
    QVERIFY(PlainClient(m_swarm->api()).get(u"/_sim/empty"_s).object()["empty"_L1].toBool());
}

QTEST_MAIN(LockedKeychainTest)
#include "tst_lockedkeychain.moc"
