#include "model/signin.h"

#include "model/settings.h"
#include "model/tokenstore.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! When the keychain has no token for us.
SignIn::State stateWithoutToken(const Error &error)
{
    switch (error.code) {
    case ErrorCode::KeychainLocked:
        return SignIn::State::KeychainLocked;
    case ErrorCode::KeychainAbsent:
        return SignIn::State::KeychainAbsent;
    case ErrorCode::ResourceNotFound:
        return SignIn::State::SignedOut;
    default:
        return SignIn::State::Unreachable;
    }
}

//! When the provider did not accept one. Whatever it says, the token is there.
SignIn::State stateWithToken(const Error &error)
{
    return error.kind() == Error::Kind::Unauthorised ? SignIn::State::Refused : SignIn::State::Unreachable;
}

} // namespace

SignIn::SignIn(TokenChecker &checker, TokenStore &tokens, Settings &settings, QString apiHost, QObject *parent)
    : QObject(parent)
    , m_checker(checker)
    , m_tokens(tokens)
    , m_settings(settings)
    , m_apiHost(std::move(apiHost))
{
}

void SignIn::resume(const QString &account)
{
    const auto name = account.isEmpty() ? m_settings.currentAccount(m_apiHost) : account;
    if (isElsewhere(name, lastOrganization(m_settings, m_apiHost, name, m_preferred)))
        depart([this, name] { lookFor(name); });
    else
        lookFor(name);
}

void SignIn::lookFor(const QString &account)
{
    ++m_round;
    enter(State::Looking);
    m_tasks.launch(look(account));
}

bool SignIn::isElsewhere(const QString &account, const QString &organization) const
{
    const bool isOtherOrganization = !organization.isEmpty() && organization != m_organization;
    return !m_name.isEmpty() && (account != m_name || isOtherOrganization);
}

void SignIn::depart(std::function<void()> go)
{
    m_departure = nullptr;
    if (!m_isBusy || !m_isBusy()) {
        go();
        return;
    }
    m_departure = std::move(go);
    Q_EMIT changed();
}

void SignIn::letGo()
{
    if (m_departure)
        depart(std::exchange(m_departure, nullptr));
}

void SignIn::stay()
{
    if (!std::exchange(m_departure, nullptr))
        return;
    if (m_state == State::Checking) // somebody else's token, which was about to take over
        resume(m_name);
    else
        Q_EMIT changed();
}

void SignIn::submit(const QString &pasted)
{
    m_departure = nullptr; // a newer wish
    ++m_round;
    enter(State::Checking);
    m_tasks.launch(take(cleaned(pasted)));
}

QStringList SignIn::knownAccounts() const
{
    return m_settings.accounts(m_apiHost);
}

void SignIn::browse()
{
    if (!m_browser)
        return;
    m_departure = nullptr; // a newer wish
    ++m_round;
    m_stopBrowser.request_stop();
    m_stopBrowser = {};
    enter(State::Browsing);
    m_tasks.launch(waitForBrowser(m_stopBrowser.get_token()));
}

void SignIn::stopBrowsing()
{
    if (m_state != State::Browsing)
        return;
    ++m_round;
    m_stopBrowser.request_stop();
    enter(State::SignedOut);
}

void SignIn::chooseOrganization(const QString &slug)
{
    if (slug == m_organization)
        return;
    depart([this, slug] {
        if (m_isKept)
            m_settings.rememberAccount(m_apiHost, m_name, slug);
        m_preferred = m_isKept ? QString() : slug; // what was said at the start holds no longer
        lookFor(m_name);
    });
}

void SignIn::leave()
{
    depart([this] { abandon(); });
}

void SignIn::abandon()
{
    ++m_round;
    m_name.clear();
    m_account = {};
    Q_EMIT forgotten();
    enter(State::SignedOut);
}

void SignIn::signOut()
{
    depart([this] {
        const auto name = m_name;
        abandon();
        if (name.isEmpty())
            return;
        m_tasks.launch(forget(name));
        Q_EMIT signedOut(name);
        Q_EMIT changed(); // one less is known
    });
}

void SignIn::signOut(const QString &account)
{
    if (account == m_name)
        return signOut();
    m_tasks.launch(forget(account));
    Q_EMIT signedOut(account);
    Q_EMIT changed(); // one less is known
}

void SignIn::refuse(const Error &error)
{
    if (m_state == State::SignedIn || m_state == State::Unreachable)
        enter(State::Refused, error);
}

void SignIn::confirm()
{
    if (m_state == State::Unreachable)
        enter(State::SignedIn);
}

QString SignIn::cleaned(const QString &pasted)
{
    // What stands around tokens in shells, headers, chats and documents; long ones are often broken into lines.
    static const QRegularExpression name(u"^\\W*(export\\s+)?(FLY_API_TOKEN=|FLY_ACCESS_TOKEN=|Authorization:\\s*)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression scheme(
        u"(^|[^\\w])(?:(?:Bearer|FlyV1)(?:\\s+|(?=Bearer|FlyV1|fm2_|fm1r_|fm1a_|fo1_)))+"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression decoration(u"[\\s\"'`\\x{200B}-\\x{200D}\\x{2060}\\x{FEFF}]"_s);
    auto token = pasted;
    token.remove(name).replace(scheme, u"\\1"_s).remove(decoration);
    return token.split(u',', Qt::SkipEmptyParts).join(u',');
}

QString SignIn::organizationFor(const Account &account, const QString &preferred)
{
    if (!preferred.isEmpty())
        return preferred;
    return account.organizations.size() == 1 ? account.organizations.front().slug : u"personal"_s;
}

QString SignIn::lastOrganization(const Settings &settings, const QString &apiHost, const QString &account,
                                 const QString &preferred)
{
    return preferred.isEmpty() ? settings.organization(apiHost, account) : preferred;
}

QString SignIn::tokenKey(const QString &apiHost, const QString &account)
{
    return u"token/%1/%2"_s.arg(apiHost, account);
}

Task<> SignIn::look(QString account)
{
    const int round = m_round;
    m_name = account;
    if (account.isEmpty()) {
        enter(State::SignedOut);
        co_return;
    }
    recall(account);
    if (!m_organization.isEmpty())
        Q_EMIT remembered();
    const auto token = co_await m_tokens.read(tokenKey(m_apiHost, account));
    if (round != m_round)
        co_return;
    if (!token) {
        enter(stateWithoutToken(token.error()), token.error());
        co_return;
    }
    enter(State::Checking);
    const auto found = co_await m_checker.check(*token);
    if (round != m_round)
        co_return;
    if (!found) {
        m_isKept = m_tokens.isLasting();
        const auto state = stateWithToken(found.error());
        if (state == State::Unreachable) // the last known list is better than none
            Q_EMIT accepted(*token);
        enter(state, found.error());
        co_return;
    }
    admit(*found, *token, m_tokens.isLasting());
}

void SignIn::recall(const QString &account)
{
    if (account != m_account.name) {
        m_account = {.name = account};
        m_organization.clear();
    }
    const auto last = lastOrganization(m_settings, m_apiHost, account, m_preferred);
    if (!last.isEmpty()) // else it is for this session only
        m_organization = last;
}

Task<> SignIn::waitForBrowser(std::stop_token stop)
{
    const int round = m_round;
    const auto token = co_await m_browser(stop);
    if (round != m_round)
        co_return;
    if (!token) {
        enter(State::SignedOut, token.error());
        co_return;
    }
    enter(State::Checking);
    co_await take(*token);
}

Task<> SignIn::take(QString token)
{
    const int round = m_round;
    const auto found = co_await m_checker.check(token);
    if (round != m_round)
        co_return;
    if (!found) {
        enter(stateWithToken(found.error()), found.error());
        co_return;
    }
    const auto kept = co_await m_tokens.write(tokenKey(m_apiHost, found->name), token);
    if (round != m_round)
        co_return;
    admit(*found, token, kept.has_value() && m_tokens.isLasting());
}

void SignIn::admit(const Account &account, const QString &token, bool isKept)
{
    const auto go = [this, round = m_round, account, token, isKept] {
        if (round != m_round)
            return;
        m_isKept = isKept;
        welcome(account, token);
    };
    if (isElsewhere(account.name, organizationOf(account)))
        depart(go);
    else
        go();
}

Task<> SignIn::forget(QString account)
{
    const int round = m_round;
    m_settings.forgetAccount(m_apiHost, account);
    const auto removed = co_await m_tokens.remove(tokenKey(m_apiHost, account));
    if (!removed && round == m_round) // it is still in the keychain, and the user thinks that it is gone
        enter(State::SignedOut, removed.error());
}

QString SignIn::organizationOf(const Account &account) const
{
    const auto last = m_settings.organization(m_apiHost, account.name);
    const bool isStillThere =
        std::ranges::find(account.organizations, last, &Organization::slug) != account.organizations.end();
    return m_preferred.isEmpty() && isStillThere ? last : organizationFor(account, m_preferred);
}

void SignIn::welcome(const Account &account, const QString &token)
{
    m_account = account;
    m_name = account.name;
    m_organization = organizationOf(account);
    if (m_isKept)
        m_settings.rememberAccount(m_apiHost, m_name, m_organization);
    Q_EMIT accepted(token);
    enter(State::SignedIn);
}

void SignIn::enter(State state, std::optional<Error> error)
{
    m_state = state;
    m_error = std::move(error);
    Q_EMIT changed();
}

} // namespace swarm
