// The keychain against a real Secret Service. Which functions apply depends on the condition that tests/with-keyring
// brings about: see tests/CMakeLists.txt.
#include "app/keychaintokenstore.h"
#include "app/secretservice.h"
#include "tests/waitfor.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swarm;

class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsReadsBackAndRemoves();
    void saysWhenAnEntryIsCertainlyAbsent();
    void keepsTextsWithOddCharacters();
    void tellsALockedKeychainFromAnEmptyOne();
    void keepsForTheSessionWhereThereIsNone();
    void doesNotWaitForEver();
};

void KeychainTest::keepsReadsBackAndRemoves()
{
    KeychainTokenStore store;
    QVERIFY(waitFor(store.write(u"token/example/ada"_s, u"fo1_secret"_s)));
    QVERIFY(store.isLasting());

    KeychainTokenStore another; // as the next start of the program would
    QCOMPARE(waitFor(another.read(u"token/example/ada"_s)).value(), u"fo1_secret"_s);
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"lookup"_s, u"user"_s, u"token/example/ada"_s, u"server"_s, u"remote-swarm"_s});
    QVERIFY(tool.waitForFinished());
    QCOMPARE(tool.readAllStandardOutput().trimmed(), "fo1_secret"_ba);

    QVERIFY(waitFor(another.write(u"token/example/ada"_s, u"fo1_other"_s)));
    QCOMPARE(waitFor(store.read(u"token/example/ada"_s)).value(), u"fo1_other"_s);
    QVERIFY(waitFor(store.remove(u"token/example/ada"_s)));
    QCOMPARE(waitFor(another.read(u"token/example/ada"_s)).error().code, ErrorCode::ResourceNotFound);
    QVERIFY(waitFor(store.remove(u"token/example/ada"_s))); // what is not there is removed already
}

void KeychainTest::saysWhenAnEntryIsCertainlyAbsent()
{
    QCOMPARE(waitFor(keychainState()), KeychainState::Open);
    KeychainTokenStore store;
    QCOMPARE(waitFor(store.read(u"nothing"_s)).error().code, ErrorCode::ResourceNotFound);
}

void KeychainTest::keepsTextsWithOddCharacters()
{
    KeychainTokenStore store;
    const auto odd = u"fm2_a,fm2_b == \"ü\" \\ 日本\nnext line"_s;
    QVERIFY(waitFor(store.write(u"odd key/with space"_s, odd)));
    QCOMPARE(waitFor(store.read(u"odd key/with space"_s)).value(), odd);
    QVERIFY(waitFor(store.remove(u"odd key/with space"_s)));
}

void KeychainTest::tellsALockedKeychainFromAnEmptyOne()
{
    QCOMPARE(waitFor(keychainState()), KeychainState::Locked);
    KeychainTokenStore store;
    QCOMPARE(waitFor(store.read(u"token/example/ada"_s)).error().code, ErrorCode::KeychainLocked);
    QCOMPARE(waitFor(store.write(u"token/example/ada"_s, u"x"_s)).error().code, ErrorCode::KeychainLocked);
}

void KeychainTest::keepsForTheSessionWhereThereIsNone()
{
    QCOMPARE(waitFor(keychainState()), KeychainState::Absent);
    KeychainTokenStore store;
    QCOMPARE(waitFor(store.read(u"token/example/ada"_s)).error().code, ErrorCode::KeychainAbsent);
    QVERIFY(waitFor(store.write(u"token/example/ada"_s, u"x"_s)));
    QVERIFY(!store.isLasting());
    QCOMPARE(waitFor(store.read(u"token/example/ada"_s)).value(), u"x"_s);
    QVERIFY(waitFor(store.remove(u"token/example/ada"_s)));
    QCOMPARE(waitFor(store.read(u"token/example/ada"_s)).error().code, ErrorCode::KeychainAbsent);
}

void KeychainTest::doesNotWaitForEver()
{
    KeychainTokenStore store(60'000); // a minute's patience is a millisecond
    const auto read = waitFor(store.read(u"token/example/ada"_s));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::KeychainLocked);
}

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_keychain.moc"
