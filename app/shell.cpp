#include "app/shell.h"

#include "app/autostart.h"
#include "app/commonoptions.h"
#include "app/faultreport.h"
#include "app/keychaintokenstore.h"
#include "ui/wording/configurationwords.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr std::chrono::milliseconds longestRead(250); //!< then the window comes without its list
constexpr std::chrono::milliseconds afterTheWindow(300); //!< what can wait until it is painted

} // namespace

Shell::Shell(const CommonOptions &options, std::unique_ptr<Demo> demo, std::shared_ptr<RecordsAhead> ahead)
    : m_demo(std::move(demo))
    , m_paths(m_demo ? m_demo->folder() : QString())
    , m_log(m_paths.logs(), u"remote-swarm"_s)
    , m_engine(makeEngine(options, std::move(ahead)))
    , m_months(m_engine->clock())
    , m_extras(m_engine->provider(), m_engine->store(), m_engine->clock())
    , m_notices(m_engine->store(), m_engine->operations(), m_engine->fleet(), m_months, m_engine->settings(),
                m_engine->clock())
    , m_leaving(*m_engine)
    , m_updates(m_engine->settings(), m_engine->clock(), QStringLiteral(SWARM_VERSION))
    , m_board(m_engine->operations(), m_leaving.presence())
    , m_face(makeFace())
{
    auto &engine = *m_engine;
    if (!m_demo)
        engine.signIn().setBrowser([&engine](std::stop_token stop) {
            return engine.askBrowser([&engine](const QUrl &page) { return engine.launch(page); }, std::move(stop));
        });
    wireMonths();
    wireExtras();
    wireNotices();
    connect(&engine.fleet(), &Fleet::refreshed, &m_thrift, &Thrift::consider);
    connect(&engine.settings(), &Settings::preferencesChanged, this, &Shell::applyPreferences);
    connect(&engine.settings(), &Settings::preferencesChanged, &m_updates, &UpdateCheck::consider);
    connect(&engine.fleet(), &Fleet::refreshed, &m_updates, &UpdateCheck::consider); // and so each day
    connect(&m_updates, &UpdateCheck::found, this,
            [this](const QString &version, const QUrl &page) { window().addUpdateNotice(version, page); });
    applyPreferences();
    if (!options.fileProblems.empty())
        window().addNotice(configurationSentence(options.fileProblems), configurationDetails(options.fileProblems));
    if (m_demo) {
        connect(&engine.store(), &InstanceStore::changed, this, &Shell::offerDemoPasswords);
        engine.signIn().submit(Demo::token());
    } else {
        engine.signIn().resume(options.account);
    }
}

Shell::~Shell() = default;

std::unique_ptr<Engine> Shell::makeEngine(const CommonOptions &options, std::shared_ptr<RecordsAhead> ahead)
{
    std::unique_ptr<TokenStore> tokens;
    if (m_demo) {
        auto memory = std::make_unique<MemoryTokenStore>();
        m_demoPasswords = memory.get();
        tokens = std::move(memory);
    } else {
        tokens = std::make_unique<KeychainTokenStore>(options.timeScale);
    }
    return std::make_unique<Engine>(Engine::Options{.endpoints = options.endpoints,
                                                    .paths = m_paths,
                                                    .configuration = options.configuration,
                                                    .timeScale = options.timeScale,
                                                    .launchBrowser = &QDesktopServices::openUrl,
                                                    .ahead = std::move(ahead)},
                                    std::move(tokens));
}

std::unique_ptr<Face> Shell::makeFace()
{
    auto &engine = *m_engine;
    const Services services{.provider = engine.provider(),
                            .store = engine.store(),
                            .operations = engine.operations(),
                            .fleet = engine.fleet(),
                            .signIn = engine.signIn(),
                            .passwords = engine.tokens(),
                            .settings = engine.settings(),
                            .months = m_months,
                            .configuration = engine.configuration(),
                            .clock = engine.clock(),
                            .receipts = [&engine] { return engine.receipts(); },
                            .desktop = desktop(),
                            .isDemo = m_demo != nullptr};
    auto face = std::make_unique<Face>(engine, services, m_board, m_notices);
    connect(face.get(), &Face::demoRequested, this, &Shell::demoRequested);
    connect(face.get(), &Face::quitRequested, this, &Shell::quitRequested);
    connect(&face->window(), &MainWindow::hidden, &m_thrift, &Thrift::setHidden);
    connect(&face->window(), &MainWindow::hidden, &m_extras, [this](bool isHidden) { m_extras.setWatched(!isHidden); });
    return face;
}

void Shell::show(bool isHidden)
{
    if (!m_engine->isReading())
        return begin(isHidden);
    // What the list held the last time is read in moments: then nothing has to change under the eyes.
    connect(m_engine.get(), &Engine::placeRead, this, [this, isHidden] { begin(isHidden); });
    QTimer::singleShot(longestRead, this, [this, isHidden] { begin(isHidden); });
}

void Shell::begin(bool isHidden)
{
    if (std::exchange(m_hasBegun, true))
        return;
    m_face->show(isHidden);
    QTimer::singleShot(afterTheWindow, this, [this] {
        m_leaving.start();
        m_updates.consider();
    });
}

void Shell::retranslate()
{
    const bool isHidden = !window().isVisible();
    const auto selected = window().selectedInstance();
    m_face.reset(); // before the next one: its layout is written down when it goes
    m_face = makeFace();
    m_face->show(isHidden);
    if (!selected.isEmpty())
        window().selectInstance(selected);
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
}

void Shell::wireMonths()
{
    m_months.setPriceFile(m_engine->priceFile());
    connect(&m_engine->store(), &InstanceStore::changed, &m_months, &MonthCosts::noteChange);
    connect(&m_engine->fleet(), &Fleet::refreshed, &m_months, &MonthCosts::consider);
    connect(m_engine.get(), &Engine::accountChanged, this, [this] {
        m_months.setLedger(nullptr);
        m_notices.forget();
    });
    // The list first: what it cost so far is a lot to read.
    connect(m_engine.get(), &Engine::placeRead, this, [this] {
        QTimer::singleShot(afterTheWindow, this, [this] {
            if (!m_engine->isReading()) // else another account is opened, which will be told of
                m_months.setLedger(m_engine->ledger());
        });
    });
}

void Shell::wireExtras()
{
    auto &engine = *m_engine;
    const auto tell = [this, &engine] {
        const auto *receipts = engine.receipts();
        m_months.setExtras(m_extras.all(), receipts ? storedIn(receipts->all()) : 0);
    };
    tell();
    connect(&m_extras, &ExtraCosts::changed, this, tell);
    connect(&engine, &Engine::placeRead, this, tell);
    connect(&engine, &Engine::accountChanged, &m_extras, &ExtraCosts::forget);
    connect(&engine.fleet(), &Fleet::refreshed, &m_extras, &ExtraCosts::consider);
    connect(&engine.operations(), &Operations::finished, &m_extras, [this, tell](const Operation &operation) {
        m_extras.expire(operation.instance);
        tell(); // what was kept of it, or not
    });
}

void Shell::wireNotices()
{
    connect(&m_notices, &NoticeWatch::raised, &m_board, &NoticeBoard::show);
    connect(&m_leaving.presence(), &Presence::announced, this, [this](const Notice &notice) {
        if (!settings().preferences().muted.contains(NoticeKind::Leaving))
            m_board.show(notice);
    });
}

void Shell::windUp()
{
    auto &operations = m_engine->operations();
    operations.cancelAll();
    m_leaving.presence().leave(Occasion::Quit);
    if (operations.isIdle())
        Q_EMIT done();
    else // an operation that is cut off cannot undo: what it made would stay and bill
        connect(&operations, &Operations::idle, this, &Shell::done);
}

void Shell::offerDemoPasswords(const InstanceDelta &delta)
{
    for (const auto &instance : delta.added)
        m_demoPasswords->offer(Operations::passwordKey(instance.id), Demo::passwordOf(instance.app));
}

} // namespace swarm
