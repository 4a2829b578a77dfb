#pragma once

#include "app/accounttraces.h"
#include "app/loginpage.h"
#include "app/paths.h"
#include "app/recordsahead.h"
#include "fly/flyauth.h"
#include "fly/flyconnection.h"
#include "fly/flyprovider.h"
#include "model/categorylogger.h"
#include "model/clock.h"
#include "model/configuration.h"
#include "model/fleet.h"
#include "model/instancefiles.h"
#include "model/instancestore.h"
#include "model/journal.h"
#include "model/ledger.h"
#include "model/operations.h"
#include "model/receipts.h"
#include "model/settings.h"
#include "model/signin.h"
#include "model/tokenstore.h"

#include <memory>

namespace swarm {

//! Everything but the face: what the window and the command line have in common, created and wired.
class Engine : public QObject
{
    Q_OBJECT

public:
    struct Options {
        FlyEndpoints endpoints = {};
        Paths paths = Paths();
        Configuration configuration = {};
        double timeScale = 1;
        LoginPage::Launcher launchBrowser = {};
        std::shared_ptr<RecordsAhead> ahead = {}; //!< may have begun to read already
    };

    Engine(Options options, std::unique_ptr<TokenStore> tokens);
    ~Engine() override;

    //! Works with a token that is not to be kept: checks it and opens its account.
    [[nodiscard]] Task<Result<void>> useToken(QString token);
    //! Opens what is on disk about an account in an organization, for which no token is needed: the instances as they
    //! were last, receipts, ledger, journal. Returns when all of it has been read, or another was opened meanwhile.
    [[nodiscard]] Task<> openPlace(QString account, QString organization);
    //! The records of the place are being read.
    [[nodiscard]] bool isReading() const { return m_isReading; }

    //! Takes up the operations that were cut off, and erases what was kept long enough. The window does so as soon as
    //! an account is open; the command line before it changes anything.
    [[nodiscard]] Task<std::vector<Operation>> recover();

    //! A token by way of the user's browser, which `open` brings to an address.
    [[nodiscard]] Task<Result<QString>> askBrowser(LoginPage::Launcher open, std::stop_token stop);

    //! Opens an address in the user's browser; false when there is none.
    bool launch(const QUrl &url) const { return m_options.launchBrowser && m_options.launchBrowser(url); }

    //! Where everything about an account, or one of its organizations, lies.
    [[nodiscard]] QString accountFolder(const QString &account) const;
    [[nodiscard]] QString placeOf(const QString &account, const QString &organization) const;
    //! Where all of it lies.
    [[nodiscard]] QString dataFolder() const { return m_options.paths.data(); }
    [[nodiscard]] const FlyEndpoints &endpoints() const { return m_options.endpoints; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] Settings &settings() { return m_settings; }
    [[nodiscard]] const Configuration &configuration() const { return m_options.configuration; }
    [[nodiscard]] TokenStore &tokens() { return *m_tokens; }
    [[nodiscard]] FlyProvider &provider() { return m_provider; }
    [[nodiscard]] InstanceStore &store() { return m_store; }
    [[nodiscard]] Fleet &fleet() { return m_fleet; }
    [[nodiscard]] Operations &operations() { return m_operations; }
    //! Where somebody may put prices that they know better; it need not exist.
    [[nodiscard]] QString priceFile() const { return m_options.paths.prices(); }
    [[nodiscard]] SignIn &signIn() { return m_signIn; }
    //! Of the account that is open; null while none is.
    [[nodiscard]] Receipts *receipts() { return m_receipts.get(); }
    [[nodiscard]] Ledger *ledger() { return m_ledger.get(); }
    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] const QString &organization() const { return m_organization; }
    //! Removes what this computer keeps about an account beside its token: records, history, receipts, passwords, logs.
    [[nodiscard]] Task<Result<AccountTraces::Removal>> removeTraces(QString account);
    [[nodiscard]] const FileProblems &fileProblems() const { return m_fileProblems; }

Q_SIGNALS:
    //! Another account is open, or none: ledger and receipts are others.
    void accountChanged();
    //! The instances that are on disk are in the store.
    void placeRead();
    //! Some record on disk was not as it should be; see fileProblems().
    void foundFileProblems();
    //! Somebody signed out, and this is what became of what was kept about the account.
    void tracesRemoved(const swarm::AccountTraces::Removal &removal);
    void tracesRemain(const swarm::Error &error);

private:
    void follow();
    //! Works with a token that Fly.io takes.
    void use(const Account &account, const QString &token);
    //! Asks Fly.io from now on, once there are both records and a token.
    void watch();
    [[nodiscard]] QFuture<InstanceFiles::Loaded> recordsIn(const QString &folder);
    //! `problems`: of the files beside the records.
    void read(InstanceFiles::Loaded loaded, const FileProblems &problems);
    void leaveRecords();
    void close();

    Options m_options;
    Clock m_clock;
    Settings m_settings;
    std::unique_ptr<TokenStore> m_tokens;
    CategoryLogger m_log{logcategory::app};
    CategoryLogger m_flyLog{logcategory::fly};
    FlyConnection m_fly;
    FlyAuth m_auth;
    FlyProvider m_provider;
    LoginPage m_opener;
    InstanceStore m_store;
    Fleet m_fleet;
    Operations m_operations;
    SignIn m_signIn;
    Account m_account;
    QString m_organization;
    std::unique_ptr<InstanceFiles> m_files;
    std::shared_ptr<Journal> m_journal;
    std::shared_ptr<Receipts> m_receipts;
    std::unique_ptr<Ledger> m_ledger;
    FileProblems m_fileProblems;
    Worker m_reader;
    int m_places = 0; //!< that have been opened: what was read for an earlier one comes too late
    bool m_isReading = false;
    bool m_isAccepted = false; //!< Fly.io took the token, or could not be asked
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
