#include "app/shell.h"

#include "app/autostart.h"
#include "app/commonoptions.h"
#include "app/faultreport.h"
#include "app/keychaintokenstore.h"
#include "ui/wording/configurationwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"
#include "ui/wording/recordwords.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QNetworkInformation>
#include <QTimer>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto passwordStays = 30s; //!< on the clipboard
constexpr auto sleepDelay = 3s; //!< less than the five seconds that logind grants

} // namespace

Shell::Shell(const CommonOptions &options, std::unique_ptr<Demo> demo)
    : m_demo(std::move(demo))
    , m_paths(m_demo ? m_demo->folder() : QString())
    , m_log(m_paths.logs(), u"remote-swarm"_s)
{
    const Clock clock(options.timeScale);
    Engine::Options engineOptions{.endpoints = options.endpoints,
                                  .paths = m_paths,
                                  .configuration = options.configuration,
                                  .timeScale = options.timeScale,
                                  .launchBrowser = &QDesktopServices::openUrl};
    std::unique_ptr<TokenStore> tokens;
    if (m_demo) {
        auto memory = std::make_unique<MemoryTokenStore>();
        m_demoPasswords = memory.get();
        tokens = std::move(memory);
    } else {
        tokens = std::make_unique<KeychainTokenStore>(options.timeScale);
    }
    m_engine = std::make_unique<Engine>(std::move(engineOptions), std::move(tokens));
    auto &engine = *m_engine;
    m_months = std::make_unique<MonthCosts>(engine.clock());
    m_notices = std::make_unique<NoticeWatch>(engine.store(), engine.operations(), engine.fleet(), *m_months,
                                              engine.settings(), engine.clock());
    m_presence = std::make_unique<Presence>(engine.store(), engine.operations(), engine.settings(), engine.clock());
    m_board = std::make_unique<NoticeBoard>(engine.operations(), *m_presence);
    m_window = std::make_unique<MainWindow>(Services{.provider = engine.provider(),
                                                     .store = engine.store(),
                                                     .operations = engine.operations(),
                                                     .fleet = engine.fleet(),
                                                     .signIn = engine.signIn(),
                                                     .passwords = engine.tokens(),
                                                     .settings = engine.settings(),
                                                     .months = *m_months,
                                                     .configuration = engine.configuration(),
                                                     .clock = engine.clock(),
                                                     .receipts = [&engine] { return engine.receipts(); },
                                                     .desktop = desktop(),
                                                     .isDemo = m_demo != nullptr});
    m_tray = std::make_unique<Tray>(engine.store(), engine.operations(), engine.fleet(), *m_months, engine.clock());
    if (!m_demo)
        engine.signIn().setBrowser([&engine](std::stop_token stop) {
            return engine.askBrowser([&engine](const QUrl &page) { return engine.launch(page); }, std::move(stop));
        });
    wireWindow();
    wireTray();
    wireMonths();
    wireNotices();
    wirePresence();
    connect(&engine.settings(), &Settings::preferencesChanged, this, &Shell::applyPreferences);
    applyPreferences();
    if (!options.fileProblems.empty())
        m_window->addNotice(configurationSentence(options.fileProblems), configurationDetails(options.fileProblems));
    if (m_demo) {
        connect(&engine.store(), &InstanceStore::changed, this, &Shell::offerDemoPasswords);
        engine.signIn().submit(Demo::token());
    } else {
        engine.signIn().resume(options.account);
    }
}

Shell::~Shell() = default;

void Shell::show(bool isHidden)
{
    m_isHidden = isHidden;
    if (!isHidden)
        m_window->show();
    m_tray->start();
    QTimer::singleShot(0, this, [this] { // the window comes first
        m_desktopPresence.start(settings().preferences().actionOn(Occasion::Sleep) != LeaveAction::Nothing);
        watchNetwork();
    });
}

Desktop Shell::desktop()
{
    const auto show = [](const QUrl &address) { QDesktopServices::openUrl(address); };
    Desktop desktop{.show = show,
                    .saveReport = [this](const QString &file) { return saveFaultReport(file, *m_engine, m_paths); },
                    .logFolder = QUrl::fromLocalFile(m_paths.logs()),
                    .apiAddress = m_engine->endpoints().api.toDisplayString()};
    if (!m_demo) { // a demo that comes at each login helps nobody
        const Autostart autostart(Autostart::defaultFolder(), QCoreApplication::applicationFilePath());
        desktop.startsAtLogin = [autostart] { return autostart.isOn(); };
        desktop.setStartsAtLogin = [autostart](bool isOn) { return autostart.set(isOn); };
    }
    return desktop;
}

void Shell::applyPreferences()
{
    const auto &preferences = settings().preferences();
    m_engine->fleet().setPace({.normal = std::chrono::seconds(preferences.pollSeconds),
                               .hidden = std::chrono::seconds(preferences.hiddenPollSeconds)});
    m_desktopPresence.setDelaysSleep(preferences.actionOn(Occasion::Sleep) != LeaveAction::Nothing);
}

void Shell::wireMonths()
{
    m_months->setPriceFile(m_engine->priceFile());
    connect(&m_engine->store(), &InstanceStore::changed, m_months.get(), &MonthCosts::noteChange);
    connect(&m_engine->fleet(), &Fleet::refreshed, m_months.get(), &MonthCosts::consider);
    connect(m_engine.get(), &Engine::accountChanged, this, [this] {
        m_months->setLedger(m_engine->ledger());
        m_notices->forget();
        m_presence->forget();
    });
}

void Shell::wireNotices()
{
    connect(m_notices.get(), &NoticeWatch::raised, m_board.get(), &NoticeBoard::show);
    connect(m_presence.get(), &Presence::announced, this, [this](const Notice &notice) {
        if (!settings().preferences().muted.contains(NoticeKind::Leaving))
            m_board->show(notice);
    });
    connect(m_board.get(), &NoticeBoard::unavailable, m_tray.get(), &Tray::showBalloon);
    connect(m_board.get(), &NoticeBoard::instanceRequested, m_window.get(), [this](const QString &instance) {
        m_window->present();
        if (!instance.isEmpty())
            m_window->selectInstance(instance);
    });
    const auto look = [this] {
        const bool isShown = m_window->isVisible() && !m_window->isMinimized();
        m_notices->setWatched(isShown && QGuiApplication::focusWindow());
    };
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, m_notices.get(), look);
    connect(m_window.get(), &MainWindow::hidden, m_notices.get(), look);
}

void Shell::wirePresence()
{
    auto &desktop = m_desktopPresence;
    connect(&desktop, &DesktopPresence::goesToSleep, this, [this] {
        m_presence->leave(Occasion::Sleep);
        // Sent, not waited for: what Fly.io does with it goes on without us.
        QTimer::singleShot(m_engine->operations().isIdle() ? 0ms : sleepDelay, &m_desktopPresence,
                           &DesktopPresence::releaseSleep);
    });
    connect(&desktop, &DesktopPresence::woke, this, [this] { m_engine->fleet().refresh(true); });
    connect(&desktop, &DesktopPresence::locked, this, [this] { m_presence->leave(Occasion::Lock); });
    connect(&desktop, &DesktopPresence::unlocked, m_presence.get(), &Presence::comeBack);
    m_longIdle.setSingleShot(true);
    connect(&m_longIdle, &QTimer::timeout, this, [this] { m_presence->leave(Occasion::LongIdle); });
    connect(&desktop, &DesktopPresence::becameIdle, this, [this] {
        m_longIdle.start(m_engine->clock().scaled(std::chrono::minutes(settings().preferences().longIdleMinutes)));
    });
    connect(&desktop, &DesktopPresence::becameActive, this, [this] {
        m_longIdle.stop();
        m_presence->comeBack();
    });
}

void Shell::watchNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return; // polls find out by themselves, if later
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability == QNetworkInformation::Reachability::Online)
                    m_engine->fleet().refresh(true);
            });
}

void Shell::wireWindow()
{
    connect(&m_engine->operations(), &Operations::finished, this, [this](const Operation &operation) {
        if (operation.verb == Verb::Open && operation.error && operation.error->step == Step::OpeningBrowser)
            offerByHand(operation);
    });
    connect(m_window.get(), &MainWindow::demoRequested, this, &Shell::demoRequested);
    connect(m_window.get(), &MainWindow::quitRequested, this, &Shell::quitRequested);
    connect(&m_engine->signIn(), &SignIn::accepted, this, &Shell::warnOfEnd);
    connect(&m_engine->fleet(), &Fleet::copiesTold, this, &Shell::askAboutCopies);
    connect(m_engine.get(), &Engine::foundFileProblems, m_window.get(), [this] {
        const auto &problems = m_engine->fileProblems();
        m_window->addNotice(recordSentence(problems), recordDetails(problems));
    });
}

void Shell::wireTray()
{
    auto *window = m_window.get();
    connect(m_tray.get(), &Tray::availabilityChanged, window, &MainWindow::setHasTray);
    connect(m_tray.get(), &Tray::availabilityChanged, window, [this, window](bool isAvailable) {
        if (m_isHidden && !isAvailable && !window->isVisible()) // nobody could ever find it
            window->showMinimized();
    });
    connect(m_tray.get(), &Tray::settingsRequested, window, [window] {
        window->present();
        window->openSettings();
    });
    connect(m_tray.get(), &Tray::showRequested, window, &MainWindow::present);
    connect(m_tray.get(), &Tray::toggleRequested, window, [window] {
        if (window->isVisible() && window->isActiveWindow())
            window->hide();
        else
            window->present();
    });
    connect(m_tray.get(), &Tray::createRequested, window, [window] {
        window->present();
        window->createInstance();
    });
    connect(m_tray.get(), &Tray::instanceRequested, window, [window](const QString &instance) {
        window->present();
        window->selectInstance(instance);
    });
    connect(m_tray.get(), &Tray::quitRequested, this, &Shell::quitRequested);
}

void Shell::warnOfEnd()
{
    const auto &account = m_engine->signIn().account();
    const auto now = m_engine->clock().now();
    if (!account.validUntil.isValid() || now.secsTo(account.validUntil) > std::chrono::seconds(24h).count())
        return;
    m_window->addNotice(
        //: %1 is a duration, such as "5 h"
        tr("Your token ends in %1. Make a new one on Fly.io and sign in with it, or everything here only waits.")
            .arg(spanText(std::max<qint64>(0, now.secsTo(account.validUntil)))),
        account.validUntil.toLocalTime().toString());
}

void Shell::askAboutCopies()
{
    const auto now = m_engine->clock().now();
    for (const auto &[id, copy] : overdue(m_engine->fleet().copies(), now)) {
        const auto *instance = m_engine->store().find(id);
        if (!instance || m_askedAbout.contains(copy.machine))
            continue;
        m_askedAbout.insert(copy.machine);
        m_window->addNotice(
            overdueCopyText(instance->name, copy, now),
            tr("The tab Disk of the instance goes back to it or removes it. Its machine is %1.").arg(copy.machine));
    }
}

void Shell::windUp()
{
    auto &operations = m_engine->operations();
    operations.cancelAll();
    m_presence->leave(Occasion::Quit);
    if (operations.isIdle())
        Q_EMIT done();
    else // an operation that is cut off cannot undo: what it made would stay and bill
        connect(&operations, &Operations::idle, this, &Shell::done);
}

void Shell::offerByHand(const Operation &failed)
{
    const auto *instance = m_engine->store().find(failed.instance);
    if (!instance)
        return;
    m_tasks.launch(m_engine->tokens().read(Operations::passwordKey(failed.instance)),
                   [this, url = instance->url](const Result<QString> &password) {
                       m_window->addNotice(openByHandText(url, password.has_value()), url.toString());
                       if (!password)
                           return;
                       QGuiApplication::clipboard()->setText(*password);
                       QTimer::singleShot(passwordStays, this, [secret = *password] {
                           if (QGuiApplication::clipboard()->text() == secret) // else it is the user's own by now
                               QGuiApplication::clipboard()->clear();
                       });
                   });
}

void Shell::offerDemoPasswords(const InstanceDelta &delta)
{
    for (const auto &instance : delta.added)
        m_demoPasswords->offer(Operations::passwordKey(instance.id), Demo::passwordOf(instance.app));
}

} // namespace swarm
