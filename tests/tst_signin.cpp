#include "model/settings.h"
#include "model/signin.h"
#include "tests/scriptedtokenstore.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <deque>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using State = SignIn::State;

namespace {

const QString apiHost = u"api.example"_s;
const QString secret = u"fm2_lJPECAAAAAAAAMqrxBC0sGzvSecretSecretSecret"_s;

class ScriptedChecker : public TokenChecker
{
public:
    explicit ScriptedChecker(QStringList &calls)
        : m_calls(calls)
    {
    }

    std::deque<Result<Account>> answers; //!< in order, then `usual`
    Result<Account> usual = Account{.name = u"me@example.com"_s, .organizations = {{.slug = u"personal"_s}}};
    bool isHeld = false;
    QStringList tokens; //!< that it was asked about

    [[nodiscard]] Task<Result<Account>> check(QString token) override
    {
        m_calls << u"check"_s;
        tokens << token;
        auto answer = usual;
        if (!answers.empty()) {
            answer = answers.front();
            answers.pop_front();
        }
        while (isHeld)
            co_await sleepFor(1ms);
        co_return answer;
    }

private:
    QStringList &m_calls;
};

Result<Account> failing(ErrorCode code)
{
    return std::unexpected(Error{.code = code, .requestId = u"01H"_s});
}

Account accountIn(const QStringList &slugs)
{
    Account account{.name = u"me@example.com"_s};
    for (const auto &slug : slugs)
        account.organizations.push_back({.slug = slug});
    return account;
}

} // namespace

class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysThatThereIsNoToken();
    void doesNotAskTheKeychainForNobody();
    void looksThenChecksThenWelcomes();
    void saysWhyTheKeychainGivesNothing_data();
    void saysWhyTheKeychainGivesNothing();
    void saysWhyATokenIsNotGood_data();
    void saysWhyATokenIsNotGood();
    void worksUncheckedWhileFlyCannotBeReached();
    void isConfirmedByTheFirstAnswer();
    void isNotConfirmedOutOfOtherStates();
    void resumesAnotherAccountWhenAsked();
    void retriesAfterTheKeychainWasUnlocked();

    void acceptsAPastedToken();
    void checksATokenBeforeItKeepsIt();
    void keepsNothingThatIsRefused();
    void cleansWhatUsersPaste_data();
    void cleansWhatUsersPaste();
    void signsInForThisSessionOnlyWithoutAKeychain_data();
    void signsInForThisSessionOnlyWithoutAKeychain();
    void tellsTheTokenBeforeItSaysSo();

    void writesNoTokenIntoTheSettings();
    void remembersThatAnAccountHasAToken();
    void forgetsOnSignOut();
    void signsOutOfWhatWasRefused();
    void saysWhenTheTokenCouldNotBeRemoved();
    void keepsOtherAccountsOnSignOut();
    void aSignOutEndsACheckThatIsUnderWay();
    void theNewestTokenWins();

    void choosesAnOrganization_data();
    void choosesAnOrganization();
    void prefersWhatTheUserChose();
    void keepsHostsApart();
    void asksOnceWhenRefusedInMidFlight();
    void isNotRefusedOutOfOtherStates();
    void leavesWhenNothingIsUnderWay_data();
    void leavesWhenNothingIsUnderWay();
    void staysWhenAsked();
    void takesAnotherAccountsTokenWhenNothingIsUnderWay();
    void dropsAnOlderWishForANewToken();
    void mayBeDestroyedInMidCheck();

private:
    [[nodiscard]] QString settingsFile() const { return m_folder->filePath(u"remote-swarm.conf"_s); }
    [[nodiscard]] static QString key() { return SignIn::tokenKey(apiHost, u"me@example.com"_s); }
    //! As a successful sign-in some days ago left it.
    void rememberMe()
    {
        m_settings->rememberAccount(apiHost, u"me@example.com"_s, u"personal"_s);
        m_tokens->secrets.insert(key(), secret);
    }
    void make();

    QStringList m_calls;
    QList<State> m_states;
    QStringList m_accepted;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedChecker> m_checker;
    std::unique_ptr<ScriptedTokenStore> m_tokens;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SignIn> m_signIn;
};

void SignInTest::init()
{
    m_calls.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_checker = std::make_unique<ScriptedChecker>(m_calls);
    m_tokens = std::make_unique<ScriptedTokenStore>(m_calls);
    m_settings = std::make_unique<Settings>(settingsFile());
    make();
}

void SignInTest::cleanup()
{
    m_signIn.reset();
    m_settings.reset();
    m_tokens.reset();
    m_checker.reset();
    m_folder.reset();
}

void SignInTest::make()
{
    m_states.clear();
    m_accepted.clear();
    m_signIn = std::make_unique<SignIn>(*m_checker, *m_tokens, *m_settings, apiHost);
    connect(m_signIn.get(), &SignIn::changed, this, [this] { m_states << m_signIn->state(); });
    connect(m_signIn.get(), &SignIn::accepted, this, [this](const QString &token) { m_accepted << token; });
}

void SignInTest::saysThatThereIsNoToken()
{
    m_settings->rememberAccount(apiHost, u"me@example.com"_s, u"personal"_s);

    m_signIn->resume();

    QTRY_COMPARE(m_signIn->state(), State::SignedOut);
    QCOMPARE(m_states, (QList{State::Looking, State::SignedOut}));
    QCOMPARE(m_checker->tokens, QStringList());
    QCOMPARE(m_accepted, QStringList());
}

void SignInTest::doesNotAskTheKeychainForNobody()
{
    m_signIn->resume();

    QTRY_COMPARE(m_signIn->state(), State::SignedOut);
    QCOMPARE(m_calls, QStringList());
    QVERIFY(!m_signIn->error());
}

void SignInTest::looksThenChecksThenWelcomes()
{
    rememberMe();

    m_signIn->resume();

    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    QCOMPARE(m_states, (QList{State::Looking, State::Checking, State::SignedIn}));
    QCOMPARE(m_calls, (QStringList{u"read "_s + key(), u"check"_s}));
    QCOMPARE(m_checker->tokens, QStringList{secret});
    QCOMPARE(m_accepted, QStringList{secret});
    QCOMPARE(m_signIn->account().name, u"me@example.com"_s);
    QCOMPARE(m_signIn->organization(), u"personal"_s);
    QVERIFY(m_signIn->isKept());
    QVERIFY(!m_signIn->error());
}

void SignInTest::saysWhyTheKeychainGivesNothing_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<State>("state");
    QTest::newRow("locked") << ErrorCode::KeychainLocked << State::KeychainLocked;
    QTest::newRow("absent") << ErrorCode::KeychainAbsent << State::KeychainAbsent;
}

void SignInTest::saysWhyTheKeychainGivesNothing()
{
    QFETCH(ErrorCode, code);
    QFETCH(State, state);
    rememberMe();
    m_tokens->trouble = Error{.code = code};

    m_signIn->resume();

    QTRY_COMPARE(m_signIn->state(), state);
    QVERIFY(m_signIn->error());
    QCOMPARE(m_signIn->error()->code, code);
    QCOMPARE(m_checker->tokens, QStringList());
    QCOMPARE(m_accepted, QStringList());
    QCOMPARE(m_settings->currentAccount(apiHost), u"me@example.com"_s); // nothing is forgotten
}

void SignInTest::saysWhyATokenIsNotGood_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<State>("state");
    QTest::newRow("invalid") << ErrorCode::AuthInvalidToken << State::Refused;
    QTest::newRow("expired") << ErrorCode::AuthExpiredToken << State::Refused;
    QTest::newRow("without rights") << ErrorCode::AuthInsufficientPermissions << State::Refused;
    QTest::newRow("offline") << ErrorCode::NetworkConnectionFailed << State::Unreachable;
    QTest::newRow("too late") << ErrorCode::NetworkTimeout << State::Unreachable;
    QTest::newRow("server fault") << ErrorCode::InternalError << State::Unreachable;
    QTest::newRow("nonsense") << ErrorCode::BadReply << State::Unreachable;
    QTest::newRow("too often") << ErrorCode::RateLimitExceeded << State::Unreachable;
    // Only the keychain can say that there is no token.
    QTest::newRow("not found at the provider") << ErrorCode::ResourceNotFound << State::Unreachable;
}

void SignInTest::saysWhyATokenIsNotGood()
{
    QFETCH(ErrorCode, code);
    QFETCH(State, state);
    rememberMe();
    m_checker->usual = failing(code);

    m_signIn->resume();

    QTRY_COMPARE(m_signIn->state(), state);
    QVERIFY(m_signIn->error());
    QCOMPARE(m_signIn->error()->code, code);
    QCOMPARE(m_signIn->error()->requestId, u"01H"_s);
    QCOMPARE(m_tokens->secrets.value(key()), secret); // a token that was refused once is not thrown away
    QCOMPARE(m_settings->currentAccount(apiHost), u"me@example.com"_s);
    QCOMPARE(m_accepted.isEmpty(), state == State::Refused);
}

void SignInTest::worksUncheckedWhileFlyCannotBeReached()
{
    rememberMe();
    m_settings->rememberAccount(apiHost, u"me@example.com"_s, u"acme"_s);
    m_checker->usual = failing(ErrorCode::NetworkConnectionFailed);

    m_signIn->resume();

    QTRY_COMPARE(m_signIn->state(), State::Unreachable);
    QCOMPARE(m_accepted, QStringList{secret}); // the last known list is better than none
    QCOMPARE(m_signIn->account().name, u"me@example.com"_s);
    QCOMPARE(m_signIn->organization(), u"acme"_s);
}

void SignInTest::isConfirmedByTheFirstAnswer()
{
    rememberMe();
    m_checker->usual = failing(ErrorCode::NetworkConnectionFailed);
    m_signIn->resume();
    QTRY_COMPARE(m_signIn->state(), State::Unreachable);

    m_signIn->confirm();

    QCOMPARE(m_signIn->state(), State::SignedIn);
    QVERIFY(!m_signIn->error());
    QCOMPARE(m_accepted.size(), 1);
    const auto before = m_states.size();
    m_signIn->confirm(); // as every poll does
    QCOMPARE(m_states.size(), before);
}

void SignInTest::isNotConfirmedOutOfOtherStates()
{
    rememberMe();
    m_checker->usual = failing(ErrorCode::AuthInvalidToken);
    m_signIn->resume();
    QTRY_COMPARE(m_signIn->state(), State::Refused);

    m_signIn->confirm();

    QCOMPARE(m_signIn->state(), State::Refused);
}

void SignInTest::resumesAnotherAccountWhenAsked()
{
    rememberMe();
    const auto other = SignIn::tokenKey(apiHost, u"you@example.com"_s);
    m_tokens->secrets.insert(other, u"fm2_other"_s);
    m_checker->usual = Account{.name = u"you@example.com"_s, .organizations = {{.slug = u"yours"_s}}};

    m_signIn->resume(u"you@example.com"_s);

    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    QCOMPARE(m_calls.first(), u"read "_s + other);
    QCOMPARE(m_checker->tokens, QStringList{u"fm2_other"_s});
    QCOMPARE(m_signIn->organization(), u"yours"_s);
}

void SignInTest::retriesAfterTheKeychainWasUnlocked()
{
    rememberMe();
    m_tokens->trouble = Error{.code = ErrorCode::KeychainLocked};
    m_signIn->resume();
    QTRY_COMPARE(m_signIn->state(), State::KeychainLocked);

    m_tokens->trouble.reset();
    m_signIn->resume();

    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    QVERIFY(!m_signIn->error());
}

void SignInTest::acceptsAPastedToken()
{
    m_signIn->submit(secret);

    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    QCOMPARE(m_states, (QList{State::Checking, State::SignedIn}));
    QCOMPARE(m_accepted, QStringList{secret});
    QCOMPARE(m_tokens->secrets.value(key()), secret);
    QCOMPARE(m_settings->currentAccount(apiHost), u"me@example.com"_s);
    QVERIFY(m_signIn->isKept());
}

void SignInTest::checksATokenBeforeItKeepsIt()
{
    m_checker->isHeld = true;
    m_signIn->submit(secret);
    QTRY_COMPARE(m_checker->tokens.size(), 1);
    QCOMPARE(m_tokens->secrets.size(), 0);

    m_checker->isHeld = false;

    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    QCOMPARE(m_calls, (QStringList{u"check"_s, u"write "_s + key()}));
}

void SignInTest::keepsNothingThatIsRefused()
{
    m_checker->usual = failing(ErrorCode::AuthInvalidToken);

    m_signIn->submit(secret);

    QTRY_COMPARE(m_signIn->state(), State::Refused);
    QCOMPARE(m_tokens->secrets.size(), 0);
    QCOMPARE(m_settings->accounts(apiHost), QStringList());
    QCOMPARE(m_accepted, QStringList());
}

void SignInTest::cleansWhatUsersPaste_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("token");
    QTest::newRow("as it is") << u"fm2_abc"_s << u"fm2_abc"_s;
    QTest::newRow("spaces around") << u"  fm2_abc \t"_s << u"fm2_abc"_s;
    QTest::newRow("line break at the end") << u"fm2_abc\n"_s << u"fm2_abc"_s;
    QTest::newRow("line breaks of another system") << u"\r\nfm2_abc\r\n"_s << u"fm2_abc"_s;
    QTest::newRow("broken into lines") << u"fm2_ab\nc,fm2_d\n  ef"_s << u"fm2_abc,fm2_def"_s;
    QTest::newRow("double quotes") << u"\"fm2_abc\""_s << u"fm2_abc"_s;
    QTest::newRow("single quotes") << u"'fm2_abc'"_s << u"fm2_abc"_s;
    QTest::newRow("back quotes") << u"`fm2_abc`"_s << u"fm2_abc"_s;
    QTest::newRow("FlyV1") << u"FlyV1 fm2_abc"_s << u"fm2_abc"_s;
    QTest::newRow("Bearer") << u"Bearer fo1_abc"_s << u"fo1_abc"_s;
    QTest::newRow("bearer") << u"bearer fo1_abc"_s << u"fo1_abc"_s;
    QTest::newRow("both schemes") << u"Bearer FlyV1 fm2_abc"_s << u"fm2_abc"_s;
    QTest::newRow("the other way round") << u"FlyV1  Bearer fm2_abc"_s << u"fm2_abc"_s;
    QTest::newRow("scheme in quotes") << u"\"FlyV1 fm2_abc\""_s << u"fm2_abc"_s;
    QTest::newRow("scheme on a line of its own") << u"FlyV1\nfm2_abc"_s << u"fm2_abc"_s;
    QTest::newRow("scheme and a tabulator") << u"Bearer\tfm2_abc"_s << u"fm2_abc"_s;
    QTest::newRow("a list") << u"FlyV1 fm2_a,fm2_b,fo1_c"_s << u"fm2_a,fm2_b,fo1_c"_s;
    QTest::newRow("a list with spaces") << u"fm2_a, fm2_b , fo1_c"_s << u"fm2_a,fm2_b,fo1_c"_s;
    QTest::newRow("a list with line breaks") << u"fm2_a,\nfm2_b"_s << u"fm2_a,fm2_b"_s;
    QTest::newRow("base64 stays") << u"fm2_lJ+PE/CA==,fm1r_x-y_z"_s << u"fm2_lJ+PE/CA==,fm1r_x-y_z"_s;
    QTest::newRow("a token that begins like a scheme") << u"Bearertoken"_s << u"Bearertoken"_s;
    QTest::newRow("a lost space") << u"FlyV1fm2_abc"_s << u"fm2_abc"_s;
    QTest::newRow("schemes in a list") << u"FlyV1 fm2_a, FlyV1 fm2_b"_s << u"fm2_a,fm2_b"_s;
    QTest::newRow("a list that goes on") << u"fm2_a,,fm2_b,"_s << u"fm2_a,fm2_b"_s;
    QTest::newRow("a shell's assignment") << u"export FLY_API_TOKEN=\"FlyV1 fm2_abc\""_s << u"fm2_abc"_s;
    QTest::newRow("a whole header") << u"Authorization: Bearer fo1_abc"_s << u"fo1_abc"_s;
    QTest::newRow("invisible letters") << u"\uFEFFfm2_a\u200Bbc\u2060"_s << u"fm2_abc"_s;
    QTest::newRow("nothing") << u" \n"_s << QString();
}

void SignInTest::cleansWhatUsersPaste()
{
    QFETCH(QString, pasted);
    QFETCH(QString, token);

    QCOMPARE(SignIn::cleaned(pasted), token);
    QCOMPARE(SignIn::cleaned(token), token);
}

void SignInTest::signsInForThisSessionOnlyWithoutAKeychain_data()
{
    QTest::addColumn<bool>("canWrite");
    QTest::newRow("nowhere to write to") << false;
    QTest::newRow("memory only") << true;
}

void SignInTest::signsInForThisSessionOnlyWithoutAKeychain()
{
    QFETCH(bool, canWrite);
    m_tokens->lasts = false;
    if (!canWrite)
        m_tokens->trouble = Error{.code = ErrorCode::KeychainAbsent};

    m_signIn->submit(secret);

    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    QVERIFY(!m_signIn->isKept());
    QCOMPARE(m_accepted, QStringList{secret});
    QCOMPARE(m_settings->accounts(apiHost), QStringList()); // else the next start would look for it
}

void SignInTest::tellsTheTokenBeforeItSaysSo()
{
    State during = State::SignedIn;
    connect(m_signIn.get(), &SignIn::accepted, this, [&] { during = m_signIn->state(); });

    m_signIn->submit(secret);

    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    QCOMPARE(during, State::Checking);
}

void SignInTest::writesNoTokenIntoTheSettings()
{
    m_signIn->submit(u"FlyV1 "_s + secret + u",fo1_SecretSecret"_s);
    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    m_settings->setHasExplainedTray();
    m_signIn.reset();
    m_settings.reset(); // writes

    QFile file(settingsFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto content = file.readAll();
    QVERIFY(content.contains("me@example.com") || content.contains("me%40example.com"));
    for (const auto &part : {"fm2_"_ba, "fo1_"_ba, "Secret"_ba, "lJPEC"_ba, secret.toLatin1().toBase64().left(20),
                             secret.toLatin1().toHex().left(20)})
        QVERIFY2(!content.contains(part), part.constData());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"remote-swarm.conf"_s});
}

void SignInTest::remembersThatAnAccountHasAToken()
{
    m_signIn->submit(secret);
    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    m_settings = std::make_unique<Settings>(settingsFile()); // another run
    make();

    m_signIn->resume();

    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    QCOMPARE(m_accepted, QStringList{secret});
}

void SignInTest::forgetsOnSignOut()
{
    rememberMe();
    m_signIn->resume();
    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    const QSignalSpy forgotten(m_signIn.get(), &SignIn::forgotten);

    m_signIn->signOut();

    QCOMPARE(forgotten.size(), 1);
    QCOMPARE(m_signIn->state(), State::SignedOut);
    QCOMPARE(m_signIn->account(), Account());
    QTRY_COMPARE(m_tokens->secrets.size(), 0);
    QCOMPARE(m_settings->accounts(apiHost), QStringList());
    QCOMPARE(m_settings->currentAccount(apiHost), QString());
    QVERIFY(!m_signIn->error());
}

void SignInTest::signsOutOfWhatWasRefused()
{
    rememberMe();
    m_checker->usual = failing(ErrorCode::AuthExpiredToken);
    m_signIn->resume();
    QTRY_COMPARE(m_signIn->state(), State::Refused);

    m_signIn->signOut();

    QCOMPARE(m_signIn->state(), State::SignedOut);
    QTRY_COMPARE(m_tokens->secrets.size(), 0);
    QCOMPARE(m_settings->accounts(apiHost), QStringList());
}

void SignInTest::saysWhenTheTokenCouldNotBeRemoved()
{
    rememberMe();
    m_signIn->resume();
    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    m_tokens->trouble = Error{.code = ErrorCode::KeychainLocked};

    m_signIn->signOut();

    QTRY_VERIFY(m_signIn->error().has_value());
    QCOMPARE(m_signIn->error()->code, ErrorCode::KeychainLocked);
    QCOMPARE(m_signIn->state(), State::SignedOut);
}

void SignInTest::keepsOtherAccountsOnSignOut()
{
    const auto other = SignIn::tokenKey(apiHost, u"you@example.com"_s);
    m_settings->rememberAccount(apiHost, u"you@example.com"_s, u"yours"_s);
    m_tokens->secrets.insert(other, u"fm2_other"_s);
    rememberMe();
    m_signIn->resume();
    QTRY_COMPARE(m_signIn->state(), State::SignedIn);

    m_signIn->signOut();

    QTRY_COMPARE(m_tokens->secrets.size(), 1);
    QCOMPARE(m_tokens->secrets.value(other), u"fm2_other"_s);
    QCOMPARE(m_settings->accounts(apiHost), QStringList{u"you@example.com"_s});
    QCOMPARE(m_settings->organization(apiHost, u"you@example.com"_s), u"yours"_s);
    QCOMPARE(m_settings->organization(apiHost, u"me@example.com"_s), QString());
}

void SignInTest::aSignOutEndsACheckThatIsUnderWay()
{
    rememberMe();
    m_checker->isHeld = true;
    m_signIn->resume();
    QTRY_COMPARE(m_signIn->state(), State::Checking);

    m_signIn->signOut();
    QTRY_COMPARE(m_tokens->secrets.size(), 0);
    m_checker->isHeld = false;

    // The next one is answered after the one that nobody waits for.
    m_checker->answers = {failing(ErrorCode::AuthInvalidToken)};
    m_signIn->submit(u"fm2_next"_s);
    QTRY_COMPARE(m_signIn->state(), State::Refused);
    QCOMPARE(m_accepted, QStringList());
    QVERIFY(!m_states.contains(State::SignedIn));
}

void SignInTest::theNewestTokenWins()
{
    rememberMe();
    m_checker->answers = {failing(ErrorCode::AuthInvalidToken)};
    m_checker->isHeld = true;
    m_signIn->resume(); // with the old token, over a slow line
    QTRY_COMPARE(m_checker->tokens.size(), 1);

    m_signIn->submit(u"fm2_new"_s);
    QTRY_COMPARE(m_checker->tokens.size(), 2);
    m_checker->isHeld = false;

    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    QCOMPARE(m_accepted, QStringList{u"fm2_new"_s});
    QVERIFY(!m_states.contains(State::Refused));
    QCOMPARE(m_tokens->secrets.value(key()), u"fm2_new"_s);
}

void SignInTest::choosesAnOrganization_data()
{
    QTest::addColumn<QStringList>("reached");
    QTest::addColumn<QString>("preferred");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("the only one") << QStringList{u"acme"_s} << QString() << u"acme"_s;
    QTest::newRow("personal of several") << QStringList{u"acme"_s, u"personal"_s} << QString() << u"personal"_s;
    QTest::newRow("personal when none is told") << QStringList() << QString() << u"personal"_s;
    QTest::newRow("what was asked for") << QStringList{u"acme"_s, u"personal"_s} << u"acme"_s << u"acme"_s;
    QTest::newRow("what was asked for, told or not") << QStringList{u"acme"_s} << u"other"_s << u"other"_s;
}

void SignInTest::choosesAnOrganization()
{
    QFETCH(QStringList, reached);
    QFETCH(QString, preferred);
    QFETCH(QString, chosen);

    QCOMPARE(SignIn::organizationFor(accountIn(reached), preferred), chosen);
    m_checker->usual = accountIn(reached);
    m_signIn->preferOrganization(preferred);
    m_signIn->submit(secret);
    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    QCOMPARE(m_signIn->organization(), chosen);
    QCOMPARE(m_settings->organization(apiHost, u"me@example.com"_s), chosen);
}

void SignInTest::prefersWhatTheUserChose()
{
    rememberMe();
    m_checker->usual = failing(ErrorCode::NetworkConnectionFailed);
    m_signIn->preferOrganization(u"acme"_s);

    m_signIn->resume();

    QTRY_COMPARE(m_signIn->state(), State::Unreachable);
    QCOMPARE(m_signIn->organization(), u"acme"_s);
}

void SignInTest::keepsHostsApart()
{
    rememberMe();
    SignIn elsewhere(*m_checker, *m_tokens, *m_settings, u"localhost:8080"_s);

    elsewhere.resume();

    QTRY_COMPARE(elsewhere.state(), State::SignedOut);
    QCOMPARE(m_checker->tokens, QStringList()); // never sent to another host
    QVERIFY(SignIn::tokenKey(u"a"_s, u"me"_s) != SignIn::tokenKey(u"b"_s, u"me"_s));
    QVERIFY(SignIn::tokenKey(u"a"_s, u"me"_s) != SignIn::tokenKey(u"a"_s, u"you"_s));
}

void SignInTest::asksOnceWhenRefusedInMidFlight()
{
    rememberMe();
    m_signIn->resume();
    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    m_states.clear();

    for (int i = 0; i < 3; ++i) // each request that was on its way
        m_signIn->refuse({.code = ErrorCode::AuthExpiredToken, .requestId = u"01H"_s});

    QCOMPARE(m_states, QList{State::Refused});
    QCOMPARE(m_signIn->error()->code, ErrorCode::AuthExpiredToken);
    QCOMPARE(m_tokens->secrets.value(key()), secret);
    m_signIn->submit(u"fm2_new"_s);
    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    QCOMPARE(m_tokens->secrets.value(key()), u"fm2_new"_s);
}

void SignInTest::isNotRefusedOutOfOtherStates()
{
    m_signIn->refuse({.code = ErrorCode::AuthInvalidToken});
    QCOMPARE(m_states, QList<State>());

    m_checker->isHeld = true;
    m_signIn->submit(secret);
    QCOMPARE(m_signIn->state(), State::Checking);
    m_signIn->refuse({.code = ErrorCode::AuthInvalidToken}); // the one before

    QCOMPARE(m_signIn->state(), State::Checking);
}

void SignInTest::leavesWhenNothingIsUnderWay_data()
{
    using Wish = std::function<void(SignIn &)>;
    QTest::addColumn<Wish>("wish");
    QTest::addColumn<State>("end");
    QTest::addColumn<QString>("place");
    QTest::newRow("another account") << Wish([](SignIn &signIn) { signIn.resume(u"you@example.com"_s); })
                                     << State::SignedIn << u"you@example.com/personal"_s;
    QTest::newRow("another organization") << Wish([](SignIn &signIn) { signIn.chooseOrganization(u"lab"_s); })
                                          << State::SignedIn << u"me@example.com/lab"_s;
    QTest::newRow("leave") << Wish([](SignIn &signIn) { signIn.leave(); }) << State::SignedOut << u"/personal"_s;
    QTest::newRow("sign out") << Wish([](SignIn &signIn) { signIn.signOut(); }) << State::SignedOut << u"/personal"_s;
}

void SignInTest::leavesWhenNothingIsUnderWay()
{
    QFETCH(std::function<void(SignIn &)>, wish);
    QFETCH(State, end);
    QFETCH(QString, place);
    m_settings->rememberAccount(apiHost, u"you@example.com"_s, u"personal"_s);
    m_tokens->secrets.insert(SignIn::tokenKey(apiHost, u"you@example.com"_s), u"fm2_yours"_s);
    rememberMe();
    m_checker->answers = {accountIn({u"personal"_s, u"lab"_s})};
    m_signIn->resume();
    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    m_checker->usual = accountIn({u"personal"_s, u"lab"_s});
    if (place.startsWith(u"you"_s))
        m_checker->usual->name = u"you@example.com"_s;
    const auto calls = m_calls;
    bool isBusy = true;
    m_signIn->holdWhile([&isBusy] { return isBusy; });
    QSignalSpy forgotten(m_signIn.get(), &SignIn::forgotten);

    wish(*m_signIn);
    m_signIn->letGo(); // one thing has ended, and another goes on

    QVERIFY(m_signIn->isLeaving());
    QCOMPARE(m_signIn->state(), State::SignedIn);
    QCOMPARE(m_signIn->account().name, u"me@example.com"_s);
    QCOMPARE(m_signIn->organization(), u"personal"_s);
    QCOMPARE(m_settings->organization(apiHost, u"me@example.com"_s), u"personal"_s);
    QVERIFY(m_tokens->secrets.contains(key()));
    QCOMPARE(m_calls, calls);
    QVERIFY(forgotten.isEmpty());

    isBusy = false;
    m_signIn->letGo();

    QTRY_COMPARE(m_signIn->state(), end);
    QVERIFY(!m_signIn->isLeaving());
    QCOMPARE(m_signIn->account().name + u'/' + m_signIn->organization(), place);
    QCOMPARE(forgotten.size(), end == State::SignedOut ? 1 : 0);
}

void SignInTest::staysWhenAsked()
{
    rememberMe();
    m_signIn->resume();
    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    m_signIn->holdWhile([] { return true; });
    m_signIn->signOut();
    QVERIFY(m_signIn->isLeaving());

    m_signIn->stay();
    m_signIn->holdWhile({});
    m_signIn->letGo();

    QVERIFY(!m_signIn->isLeaving());
    QCOMPARE(m_signIn->state(), State::SignedIn);
    QVERIFY(m_tokens->secrets.contains(key()));
}

void SignInTest::takesAnotherAccountsTokenWhenNothingIsUnderWay()
{
    rememberMe();
    m_signIn->resume();
    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    m_signIn->refuse(Error{.code = ErrorCode::AuthExpiredToken});
    m_checker->usual->name = u"you@example.com"_s;
    bool isBusy = true;
    m_signIn->holdWhile([&isBusy] { return isBusy; });

    m_signIn->submit(u"fm2_yours"_s);

    QTRY_VERIFY(m_signIn->isLeaving());
    QCOMPARE(m_accepted, QStringList{secret});

    isBusy = false;
    m_signIn->letGo();

    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    QCOMPARE(m_accepted, (QStringList{secret, u"fm2_yours"_s}));
    QCOMPARE(m_signIn->account().name, u"you@example.com"_s);
}

void SignInTest::dropsAnOlderWishForANewToken()
{
    rememberMe();
    m_signIn->resume();
    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    bool isBusy = true;
    m_signIn->holdWhile([&isBusy] { return isBusy; });
    m_signIn->signOut();
    QVERIFY(m_signIn->isLeaving());
    m_signIn->refuse(Error{.code = ErrorCode::AuthExpiredToken});

    m_signIn->submit(u"fm2_fresh"_s);
    QTRY_COMPARE(m_signIn->state(), State::SignedIn);
    isBusy = false;
    m_signIn->letGo();

    QVERIFY(!m_signIn->isLeaving());
    QCOMPARE(m_signIn->state(), State::SignedIn);
    QCOMPARE(m_tokens->secrets.value(key()), u"fm2_fresh"_s);
}

void SignInTest::mayBeDestroyedInMidCheck()
{
    m_checker->isHeld = true;
    m_signIn->submit(secret);
    QTRY_COMPARE(m_checker->tokens.size(), 1);

    m_signIn.reset();
    m_checker->isHeld = false;

    for (int i = 0; i < 20; ++i) // whoever still ran would run now
        QCoreApplication::processEvents();
    QCOMPARE(m_accepted, QStringList());
    QCOMPARE(m_tokens->secrets.size(), 0);
}

QTEST_GUILESS_MAIN(SignInTest)
#include "tst_signin.moc"
