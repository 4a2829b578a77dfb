#include "app/engine.h"

#include "app/log.h"
#include "fly/browserlogin.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! Hides every secret that passes from the log, whoever logs what.
class WatchedTokenStore : public TokenStore
{
public:
    explicit WatchedTokenStore(std::unique_ptr<TokenStore> inner)
        : m_inner(std::move(inner))
    {
    }

    [[nodiscard]] Task<Result<QString>> read(QString key) override
    {
        const auto secret = co_await m_inner->read(key);
        if (secret)
            Log::hide(*secret);
        co_return secret;
    }
    [[nodiscard]] Task<Result<void>> write(QString key, QString secret) override
    {
        Log::hide(secret);
        co_return co_await m_inner->write(key, secret);
    }
    [[nodiscard]] Task<Result<void>> remove(QString key) override { co_return co_await m_inner->remove(key); }
    [[nodiscard]] bool isLasting() const override { return m_inner->isLasting(); }

private:
    std::unique_ptr<TokenStore> m_inner;
};

} // namespace

Engine::Engine(Options options, std::unique_ptr<TokenStore> tokens)
    : m_options(std::move(options))
    , m_clock(m_options.timeScale)
    , m_settings(m_options.paths.settings())
    , m_tokens(std::make_unique<WatchedTokenStore>(std::move(tokens)))
    , m_fly(m_options.endpoints, m_options.configuration.retry, m_clock, m_flyLog)
    , m_auth(m_options.endpoints, m_options.configuration.retry, m_clock, m_flyLog)
    , m_provider(m_fly, m_clock)
    , m_opener(m_clock, m_options.launchBrowser)
    , m_fleet(m_provider, m_store, m_clock, Fleet::Pace())
    , m_operations(m_provider, m_store, *m_tokens, m_opener, m_clock)
    , m_signIn(m_auth, *m_tokens, m_settings, hostKey(m_options.endpoints.api))
{
    setLogLevel(m_options.configuration.logLevel);
    connect(&m_settings, &Settings::preferencesChanged, this,
            [this, before = m_settings.preferences().logLevel]() mutable { // else what the command line says holds
                if (std::exchange(before, m_settings.preferences().logLevel) != m_settings.preferences().logLevel)
                    setLogLevel(m_settings.preferences().logLevel);
            });
    m_signIn.preferOrganization(m_options.configuration.organization);
    m_signIn.holdWhile([this] { return !m_operations.isIdle(); });
    follow();
}

void Engine::follow()
{
    connect(&m_signIn, &SignIn::remembered, this,
            [this] { m_tasks.launch(openPlace(m_signIn.account().name, m_signIn.organization())); });
    connect(&m_signIn, &SignIn::accepted, this, [this](const QString &token) {
        m_tasks.launch(openPlace(m_signIn.account().name, m_signIn.organization()));
        use(m_signIn.account(), token);
        m_isAccepted = true;
        watch();
    });
    connect(&m_signIn, &SignIn::forgotten, this, &Engine::close);
    connect(&m_signIn, &SignIn::signedOut, this, [this](const QString &account) {
        m_tasks.launch(removeTraces(account), [this](const Result<AccountTraces::Removal> &removal) {
            if (removal)
                Q_EMIT tracesRemoved(*removal);
            else
                Q_EMIT tracesRemain(removal.error());
        });
    });
    connect(&m_fleet, &Fleet::failed, this, [this](const Error &error) {
        if (error.isTokenRefused())
            m_signIn.refuse(error);
    });
    connect(&m_fleet, &Fleet::refreshed, &m_signIn, &SignIn::confirm);
    connect(
        &m_signIn, &SignIn::changed, this,
        [this] {
            if (m_signIn.state() == SignIn::State::Refused) // asking again would be refused again
                m_fleet.stop();
        },
        Qt::QueuedConnection); // the refusal may come out of the fleet itself
    connect(&m_operations, &Operations::idle, &m_signIn, &SignIn::letGo,
            Qt::QueuedConnection); // what has just ended still stands on its files
    connect(&m_operations, &Operations::finished, this, [this](const Operation &operation) {
        m_log.info(u"operation"_s,
                   {{u"id"_s, operation.id},
                    {u"verb"_s, static_cast<int>(operation.verb)},
                    {u"name"_s, operation.name},
                    {u"result"_s, operation.error ? codeName(operation.error->code) : u"done"_s}});
        if (operation.error && operation.error->isTokenRefused())
            m_signIn.refuse(*operation.error);
        m_fleet.refresh();
    });
}

Engine::~Engine()
{
    leaveRecords();
}

void Engine::leaveRecords()
{
    if (!m_files)
        return;
    m_files.reset(); // waits until all is written
    m_reader.post(
        [folder = Paths::instances(placeOf(m_account.name, m_organization))] { InstanceFiles::renewList(folder); });
}

Task<Result<void>> Engine::useToken(QString token)
{
    Log::hide(token);
    const auto account = co_await m_auth.check(token);
    if (!account)
        co_return std::unexpected(account.error());
    co_await openPlace(account->name, SignIn::organizationFor(*account, m_options.configuration.organization));
    use(*account, token);
    co_return Result<void>();
}

Task<> Engine::openPlace(QString account, QString organization)
{
    if (account == m_account.name && organization == m_organization)
        co_return;
    close();
    m_account = {.name = account};
    m_organization = organization;
    const auto host = hostKey(m_options.endpoints.api);
    const auto place = m_options.paths.place(host, account, organization);
    m_journal = std::make_shared<Journal>(
        Paths::journal(place), JournalOwner{.apiHost = host, .account = account, .organization = organization});
    m_receipts = std::make_shared<Receipts>(Paths::receipts(place));
    m_files = std::make_unique<InstanceFiles>(Paths::instances(place));
    m_operations.setFiles(m_journal.get(), m_receipts.get(), m_files.get());
    m_ledger = std::make_unique<Ledger>(Paths::ledger(place));
    const int number = ++m_places;
    m_isReading = true;
    Q_EMIT accountChanged();

    const auto receipts = m_receipts; // either may be left meanwhile
    const auto journal = m_journal;
    const auto records = recordsIn(Paths::instances(place)); // on a thread of their own, beside the rest
    auto problems = co_await receipts->load();
    const auto others = co_await journal->problems();
    problems.insert(problems.end(), others.begin(), others.end());
    auto loaded = co_await resultOf(records);
    if (number == m_places)
        read(std::move(loaded), problems);
}

QFuture<InstanceFiles::Loaded> Engine::recordsIn(const QString &folder)
{
    if (m_options.ahead) {
        if (auto begun = m_options.ahead->take(folder))
            return *begun;
    }
    return m_reader.run([folder] { return InstanceFiles::read(folder); });
}

void Engine::read(InstanceFiles::Loaded loaded, const FileProblems &problems)
{
    const auto warn = [this](const QString &file, const QString &reason) {
        m_log.warn(u"could not write"_s, {{u"file"_s, file}, {u"reason"_s, reason}});
    };
    m_isReading = false;
    m_store.replace(std::move(loaded.instances));
    m_files->follow(m_store); // from here on: what was read need not be written
    connect(m_files.get(), &InstanceFiles::failed, this, warn);
    m_ledger->follow(m_store);
    connect(&m_fleet, &Fleet::refreshed, m_ledger.get(), &Ledger::confirm);
    connect(m_ledger.get(), &Ledger::failed, this, warn);
    m_fileProblems = std::move(loaded.problems);
    m_fileProblems.insert(m_fileProblems.end(), problems.begin(), problems.end());
    for (const auto &problem : m_fileProblems)
        m_log.warn(u"record"_s,
                   {{u"file"_s, problem.file}, {u"reason"_s, problem.reason}, {u"moved_to"_s, problem.movedTo}});
    Q_EMIT placeRead();
    if (!m_fileProblems.empty())
        Q_EMIT foundFileProblems();
    watch();
}

void Engine::use(const Account &account, const QString &token)
{
    Log::hide(token);
    for (const auto &part : token.split(u','))
        Log::hide(part);
    m_account = account;
    m_operations.setRights(account.isReadOnly ? Operations::Rights::Read : Operations::Rights::All);
    m_fly.setToken(token);
    m_provider.setReach(m_organization, account.apps);
}

void Engine::watch()
{
    if (m_isReading || !m_isAccepted)
        return;
    m_fleet.start();
    m_fleet.refresh(true);
    m_tasks.launch(recover(), [](const std::vector<Operation> &) { });
}

Task<Result<QString>> Engine::askBrowser(LoginPage::Launcher open, std::stop_token stop)
{
    FlyConnection connection(m_options.endpoints, m_options.configuration.retry, m_clock, m_flyLog);
    BrowserLogin login(connection, m_clock, std::move(open));
    const auto token = co_await login.run(std::move(stop));
    if (token)
        Log::hide(*token);
    co_return token;
}

Task<std::vector<Operation>> Engine::recover()
{
    const int number = m_places;
    const auto recovered = co_await m_operations.recover();
    if (number == m_places)
        m_operations.eraseExpired();
    co_return recovered;
}

QString Engine::accountFolder(const QString &account) const
{
    return m_options.paths.accountFolder(hostKey(m_options.endpoints.api), account);
}

QString Engine::placeOf(const QString &account, const QString &organization) const
{
    return m_options.paths.place(hostKey(m_options.endpoints.api), account, organization);
}

Task<Result<AccountTraces::Removal>> Engine::removeTraces(QString account)
{
    AccountTraces traces(accountFolder(account), *m_tokens);
    co_await m_reader.caughtUp(); // else the list of its records comes back
    const auto removal = co_await traces.remove();
    Log::forget();
    co_return removal;
}

void Engine::close()
{
    Q_ASSERT(m_operations.isIdle()); // see SignIn::holdWhile()
    m_fleet.stop(); // an answer under way is about the account that is left
    m_operations.dismissAll();
    m_operations.setFiles(nullptr, nullptr, nullptr);
    m_journal.reset();
    m_receipts.reset();
    m_ledger.reset();
    leaveRecords(); // so that emptying the list does not empty the folder
    m_fly.setToken({});
    m_operations.setRights(Operations::Rights::None); // until there is another
    m_account = {};
    m_organization.clear();
    ++m_places;
    m_isReading = false;
    m_isAccepted = false;
    m_store.replace({});
    Q_EMIT accountChanged();
}

} // namespace swarm
