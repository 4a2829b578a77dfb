#pragma once

#include "model/account.h"
#include "model/async/taskscope.h"
#include "model/error.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace swarm {

class Settings;
class TokenStore;

//! Asks the provider whom a token speaks for.
class TokenChecker
{
public:
    TokenChecker() = default;
    TokenChecker(const TokenChecker &) = delete;
    TokenChecker &operator=(const TokenChecker &) = delete;
    virtual ~TokenChecker() = default;

    //! `Unauthorised` when the provider refuses the token.
    [[nodiscard]] virtual Task<Result<Account>> check(QString token) = 0;
};

//! Who is signed in, and why nobody is. Tokens pass through; they are kept by the token store alone.
class SignIn : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Looking, //!< asking the keychain
        Browsing, //!< the user signs in elsewhere, with a browser
        Checking, //!< asking the provider
        SignedOut, //!< there is certainly no token
        KeychainLocked, //!< there may be one
        KeychainAbsent, //!< nowhere to keep one
        Refused, //!< by the provider
        Unreachable, //!< the provider could not be asked; the token is there, and used unchecked
        SignedIn,
    };

    SignIn(TokenChecker &checker, TokenStore &tokens, Settings &settings, QString apiHost, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] QString organization() const { return m_organization; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    //! False when the token is known to this program only and gone when it ends.
    [[nodiscard]] bool isKept() const { return m_isKept; }

    //! Gets a token by way of the user's browser, until asked to stop.
    using TokenSource = std::function<Task<Result<QString>>(std::stop_token)>;
    void setBrowser(TokenSource browser) { m_browser = std::move(browser); }
    [[nodiscard]] bool hasBrowser() const { return bool(m_browser); }

    //! Accounts whose tokens were kept, this one too.
    [[nodiscard]] QStringList knownAccounts() const;

    //! While it says so, something is under way that needs the account and the organization it began with: leaving
    //! them waits for letGo(). With another token, what is there would look as if it were gone.
    void holdWhile(std::function<bool()> isBusy) { m_isBusy = std::move(isBusy); }
    //! What was under way has ended: leaves now, if somebody wanted to.
    void letGo();
    //! Stays after all.
    void stay();
    //! Somebody wants to leave, and it waits.
    [[nodiscard]] bool isLeaving() const { return bool(m_departure); }

    //! Which organization to use when the token reaches several; empty: the only one, else "personal".
    void preferOrganization(const QString &slug) { m_preferred = slug; }
    //! Looks for the token of the last account, or of `account`, and checks it.
    void resume(const QString &account = {});
    //! Checks a token that the user pasted, keeps it when it is good, and signs in.
    void submit(const QString &pasted);
    //! Asks the browser for a token, then does the same with it.
    void browse();
    //! Stops waiting for the browser.
    void stopBrowsing();
    //! Works with another organization of the same account from now on.
    void chooseOrganization(const QString &slug);
    //! Leaves the account, but keeps its token: somebody wants to sign in to another one.
    void leave();
    //! Forgets the token, and has everything forgotten that is kept about the account.
    void signOut();
    //! The same for an account that need not be the present one.
    void signOut(const QString &account);
    //! The provider refused the token in mid-flight: asks for another one, once.
    void refuse(const Error &error);
    //! The provider answered with a token that could not be checked before.
    void confirm();

    //! What users paste, without quotes, line breaks and scheme words.
    [[nodiscard]] static QString cleaned(const QString &pasted);
    //! Which organization to use: the preferred one, else the token's only one, else "personal".
    [[nodiscard]] static QString organizationFor(const Account &account, const QString &preferred);
    //! Where an account was the last time: the preferred organization, else the one that the settings remember.
    [[nodiscard]] static QString lastOrganization(const Settings &settings, const QString &apiHost,
                                                  const QString &account, const QString &preferred);
    //! The key of an account's token in the token store.
    [[nodiscard]] static QString tokenKey(const QString &apiHost, const QString &account);

Q_SIGNALS:
    void changed();
    //! Somebody signed in here before: account() and organization() say who and where, while their token is looked for.
    void remembered();
    //! The token is good from here on. Comes before `changed`.
    void accepted(const QString &token);
    void forgotten();
    //! Whatever is kept about the account is to go, too. Comes after `forgotten`.
    void signedOut(const QString &account);

private:
    //! At once, or when nothing is under way any more.
    void depart(std::function<void()> go);
    [[nodiscard]] bool isElsewhere(const QString &account, const QString &organization) const;
    void lookFor(const QString &account);
    void abandon();
    [[nodiscard]] Task<> look(QString account);
    void recall(const QString &account);
    [[nodiscard]] Task<> waitForBrowser(std::stop_token stop);
    [[nodiscard]] Task<> take(QString token);
    [[nodiscard]] QString organizationOf(const Account &account) const;
    //! Signs in with a token that the provider takes, once that is possible.
    void admit(const Account &account, const QString &token, bool isKept);
    [[nodiscard]] Task<> forget(QString account);
    void enter(State state, std::optional<Error> error = {});
    void welcome(const Account &account, const QString &token);

    TokenChecker &m_checker;
    TokenStore &m_tokens;
    Settings &m_settings;
    QString m_apiHost;
    QString m_preferred;
    TokenSource m_browser;
    std::stop_source m_stopBrowser;
    std::function<bool()> m_isBusy;
    std::function<void()> m_departure; //!< where to, once it is possible
    Account m_account;
    QString m_organization;
    std::optional<Error> m_error;
    State m_state = State::Looking;
    QString m_name; //!< whose token it is, checked or not: what signOut() forgets
    int m_round = 0; //!< counts what the user began: an answer to an earlier question comes too late
    bool m_isKept = true;
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
