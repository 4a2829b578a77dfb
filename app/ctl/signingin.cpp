#include "app/ctl/signingin.h"

#include "app/ctl/terminal.h"
#include "app/log.h"
#include "model/instancefiles.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::ctl {

SigningIn::SigningIn(Context context)
    : m_context(context)
{
}

Error SigningIn::notSignedIn()
{
    return {.code = ErrorCode::AuthInvalidToken, .detail = u"there is no token"_s};
}

QString SigningIn::account() const
{
    const auto &common = m_context.line.common;
    return common.account.isEmpty() ? m_context.engine.settings().currentAccount(apiHost()) : common.account;
}

Task<Result<QString>> SigningIn::token()
{
    if (!m_context.line.token.isEmpty())
        co_return m_context.line.token;
    const auto name = account();
    if (name.isEmpty())
        co_return std::unexpected(notSignedIn());
    const auto kept = co_await m_context.engine.tokens().read(SignIn::tokenKey(apiHost(), name));
    if (!kept && kept.error().kind() == Error::Kind::NotFound)
        co_return std::unexpected(notSignedIn());
    co_return kept;
}

Task<int> SigningIn::login()
{
    const auto &report = m_context.report;
    QString pasted;
    if (m_context.line.usesBrowser) {
        const auto token = co_await browserToken();
        if (!token)
            co_return report.failure(token.error());
        pasted = *token;
    } else {
        pasted = readSecret(u"Fly.io token (an organization's token or a personal one): "_s);
    }
    auto &signIn = m_context.engine.signIn();
    std::stop_source settled;
    QObject context;
    QObject::connect(&signIn, &SignIn::changed, &context, [&] {
        if (signIn.state() != SignIn::State::Checking)
            settled.request_stop();
    });
    signIn.submit(pasted);
    co_await sleepFor(24h, settled.get_token());
    if (signIn.state() != SignIn::State::SignedIn)
        co_return report.failure(signIn.error().value_or(Error()));
    if (!signIn.isKept()) {
        const Error error{.code = ErrorCode::KeychainAbsent, .detail = u"the token is good and could not be kept"_s};
        co_return report.failure(error);
    }
    const auto &account = signIn.account();
    QJsonArray organizations;
    for (const auto &organization : account.organizations)
        organizations.append(organization.slug);
    report.result(u"Signed in as %1, organization %2."_s.arg(account.name, signIn.organization()),
                  QJsonObject{{u"account"_s, account.name}, {u"organizations"_s, organizations}});
    co_return ExitOk;
}

Task<Result<QString>> SigningIn::browserToken()
{
    auto &engine = m_context.engine;
    const auto &report = m_context.report;
    const auto open = [&engine, &report](const QUrl &url) {
        report.warn(u"Sign in here, if your browser does not open by itself:\n"_s + url.toString());
        engine.launch(url);
        return true; // whoever has no browser here can use another one of this computer
    };
    return engine.askBrowser(open, m_context.stop);
}

Task<int> SigningIn::logout()
{
    auto &engine = m_context.engine;
    const auto &report = m_context.report;
    const auto name = account();
    if (name.isEmpty()) {
        report.result(u"Nobody was signed in."_s, QJsonObject{{u"already"_s, true}});
        co_return ExitOk;
    }
    AccountTraces traces(engine.accountFolder(name), engine.tokens());
    const int restorable = co_await traces.receipts();
    if (restorable > 0 && !m_context.line.isConfirmed) {
        report.warn(
            u"Deleted instances that can be restored or erased from here only: %1. Signing out forgets them, and "
            "their last snapshots go on billing. See them: swarmctl list --deleted"_s.arg(restorable));
        if (!isInteractive()) {
            report.warn(u"This needs --yes when nobody can be asked."_s);
            co_return ExitUsage;
        }
        report.warn(u"Sign out all the same? Type yes:"_s);
        if (readLine() != "yes"_L1)
            co_return ExitUsage;
    }
    const auto removed = co_await engine.tokens().remove(SignIn::tokenKey(apiHost(), name));
    if (!removed && removed.error().code != ErrorCode::KeychainAbsent) // where there is none, none is kept
        co_return report.failure(removed.error());
    engine.settings().forgetAccount(apiHost(), name);
    const auto removal = co_await engine.removeTraces(name);
    if (!removal)
        co_return report.failure(removal.error());
    if (removal->unsettled > 0)
        report.warn(
            u"What was noted about operations that were cut off stays here, so that nothing is left billing: sign "
            "in again to have them settled."_s);
    for (const auto &path : removal->undeletable)
        report.warn(u"Could not be removed: %1"_s.arg(path));
    report.result(u"Signed out %1."_s.arg(name), QJsonObject{{u"account"_s, name}});
    co_return removal->undeletable.isEmpty() ? ExitOk : ExitLeftBehind;
}

Task<int> SigningIn::accounts()
{
    auto &settings = m_context.engine.settings();
    const auto &report = m_context.report;
    const auto known = settings.accounts(apiHost());
    const auto &wanted = m_context.line.usedAccount;
    if (!wanted.isEmpty()) {
        if (!known.contains(wanted)) {
            const Error error{.code = ErrorCode::ResourceNotFound};
            co_return report.failure(error, u"There is no account \"%1\" on this computer."_s.arg(wanted),
                                     u"See what there is: swarmctl accounts"_s);
        }
        settings.rememberAccount(apiHost(), wanted, settings.organization(apiHost(), wanted));
    }
    const auto current = settings.currentAccount(apiHost());
    QJsonArray array;
    std::vector<QStringList> rows{{u"ACCOUNT"_s, u"ORGANIZATION"_s, QString()}};
    for (const auto &name : known) {
        const auto organization = settings.organization(apiHost(), name);
        array.append(
            QJsonObject{{u"name"_s, name}, {u"organization"_s, organization}, {u"current"_s, name == current}});
        rows.push_back({name, organization, name == current ? u"in use"_s : QString()});
    }
    if (known.isEmpty() && !report.isJson())
        report.result(u"No account is signed in on this computer. Sign in: swarmctl login"_s, QJsonObject());
    else
        report.table(rows, {{u"accounts"_s, array}});
    co_return ExitOk;
}

Task<int> SigningIn::names()
{
    auto &engine = m_context.engine;
    const auto name = account();
    const auto &wanted = m_context.line.common.configuration.organization;
    const auto organization = wanted.isEmpty() ? engine.settings().organization(apiHost(), name) : wanted;
    const auto loaded = InstanceFiles::read(Paths::instances(engine.placeOf(name, organization)));
    QStringList names;
    for (const auto &instance : loaded.instances)
        names << instance.name;
    names.sort();
    m_context.report.raw(names.isEmpty() ? QString() : names.join(u'\n') + u'\n');
    co_return ExitOk;
}

} // namespace swarm::ctl
