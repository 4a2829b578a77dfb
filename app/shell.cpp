#include "app/shell.h"

#include "app/commonoptions.h"
#include "app/keychaintokenstore.h"
#include "ui/wording/configurationwords.h"
#include "ui/wording/operationwords.h"
#include "ui/wording/recordwords.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto passwordStays = 30s; //!< on the clipboard

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
    m_window = std::make_unique<MainWindow>(Services{.provider = engine.provider(),
                                                     .store = engine.store(),
                                                     .operations = engine.operations(),
                                                     .fleet = engine.fleet(),
                                                     .signIn = engine.signIn(),
                                                     .passwords = engine.tokens(),
                                                     .settings = engine.settings(),
                                                     .configuration = engine.configuration(),
                                                     .clock = engine.clock(),
                                                     .receipts = [&engine] { return engine.receipts(); },
                                                     .isDemo = m_demo != nullptr});
    m_tray = std::make_unique<Tray>(engine.store(), engine.operations(), engine.fleet(), engine.clock());
    wireWindow();
    wireTray();
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

void Shell::show()
{
    m_window->show();
    m_tray->start();
}

void Shell::wireWindow()
{
    connect(&m_engine->operations(), &Operations::finished, this, [this](const Operation &operation) {
        if (operation.verb == Verb::Open && operation.error && operation.error->step == Step::OpeningBrowser)
            offerByHand(operation);
    });
    connect(m_window.get(), &MainWindow::demoRequested, this, &Shell::demoRequested);
    connect(m_window.get(), &MainWindow::quitRequested, this, &Shell::quitRequested);
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
