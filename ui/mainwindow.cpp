#include "ui/mainwindow.h"

#include "model/prices.h"
#include "model/settings.h"
#include "ui/accountbutton.h"
#include "ui/activitybar.h"
#include "ui/adoptdialog.h"
#include "ui/changedialogs.h"
#include "ui/createdialog.h"
#include "ui/deletedialog.h"
#include "ui/deletedpane.h"
#include "ui/detailspane.h"
#include "ui/helpdialogs.h"
#include "ui/icons.h"
#include "ui/orphansdialog.h"
#include "ui/settingsdialog.h"
#include "ui/signincard.h"
#include "ui/signoutquestion.h"
#include "ui/snapshotbox.h"
#include "ui/statusline.h"
#include "ui/toolbar.h"
#include "ui/widgets.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"

#include <QCloseEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr int ticksBetweenAges = 15; // ages in the table have minutes; once in a quarter of one is enough

} // namespace

MainWindow::MainWindow(const Services &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_store(services.store)
    , m_operations(services.operations)
    , m_fleet(services.fleet)
    , m_signIn(services.signIn)
    , m_settings(services.settings)
    , m_instances(m_store)
    , m_operationModel(m_operations)
    , m_shown(m_instances, m_operations, services.months, services.clock)
    , m_actions(m_store, m_operations, this)
    , m_commands(m_store, m_actions)
    , m_create(icon(u"list-add"_s), tr("&New instance"), this)
    , m_refresh(icon(u"view-refresh"_s), tr("Check now"), this)
    , m_find(tr("Find"), this)
    , m_orphans(tr("What nobody uses…"), this)
    , m_adopt(tr("Adopt an editor…"), this)
    , m_columns(tr("Columns and order…"), this)
    , m_preferences(tr("Settings…"), this)
    , m_palette(tr("Do something…"), this)
    , m_shortcuts(tr("Keyboard shortcuts"), this)
    , m_documentation(tr("Documentation"), this)
    , m_about(tr("About Remote Swarm"), this)
    , m_account(new AccountButton(m_signIn, services.isDemo))
    , m_tools(new ToolBar(m_create, m_actions, m_account, this))
    , m_search(m_tools->search())
    , m_list(new ListPane(m_shown, services.clock))
    , m_details(new DetailsPane(services, m_operationModel))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_activity(new ActivityBar(m_operationModel, m_operations))
    , m_pages(new QStackedWidget)
    , m_status(new StatusLine(m_store, m_fleet, m_signIn, services.months, services.clock, services.isDemo))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(services.isDemo ? tr("Remote Swarm · Demo") : tr("Remote Swarm"));
    setWindowIcon(applicationIcon());
    buildActions();
    addToolBar(m_tools);
    buildBody();
    setStatusBar(m_status);
    connectModels();
    restoreLayout();
    selectionChanged();
    updateFace();
    m_list->table()->setFocus();
    m_fleet.setHidden(true); // until it is shown
}

MainWindow::~MainWindow()
{
    saveLayout();
}

void MainWindow::buildActions()
{
    addWindowAction(m_create, QKeySequence::New, u"newAction"_s);
    addWindowAction(m_refresh, QKeySequence::Refresh, u"refreshAction"_s);
    addWindowAction(m_find, QKeySequence::Find, u"findAction"_s);
    addWindowAction(m_orphans, {}, u"orphansAction"_s);
    addWindowAction(m_adopt, {}, u"adoptAction"_s);
    addWindowAction(m_columns, {}, u"columnsAction"_s);
    addWindowAction(m_preferences, QKeySequence(Qt::CTRL | Qt::Key_Comma), u"settingsAction"_s);
    connect(&m_create, &QAction::triggered, this, &MainWindow::createInstance);
    connect(&m_refresh, &QAction::triggered, this, &MainWindow::retry);
    connect(&m_find, &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(&m_orphans, &QAction::triggered, this, [this] { (new OrphansDialog(m_services, this))->show(); });
    connect(&m_adopt, &QAction::triggered, this, [this] { (new AdoptDialog(m_services, this))->open(); });
    connect(&m_columns, &QAction::triggered, m_list, &ListPane::openColumnMenu);
    connect(&m_preferences, &QAction::triggered, this, &MainWindow::openSettings);
    for (auto *action : {&m_refresh, &m_orphans, &m_adopt, &m_columns, &m_preferences})
        m_account->addToMenu(action);
    buildHelp();

    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_shown.setSearch(words);
        updateFace();
    });
}

void MainWindow::buildHelp()
{
    addWindowAction(m_palette, QKeySequence(Qt::CTRL | Qt::Key_K), u"paletteAction"_s);
    addWindowAction(m_shortcuts, QKeySequence(Qt::CTRL | Qt::Key_Slash), u"shortcutsAction"_s);
    addWindowAction(m_documentation, QKeySequence::HelpContents, u"documentationAction"_s);
    addWindowAction(m_about, {}, u"aboutAction"_s);
    connect(&m_palette, &QAction::triggered, this, &MainWindow::openPalette);
    connect(&m_shortcuts, &QAction::triggered, this,
            [this] { (new ShortcutsDialog(actions() + m_list->table()->actions(), this))->open(); });
    connect(&m_documentation, &QAction::triggered, this, [this] { (new DocumentationDialog(this))->show(); });
    connect(&m_about, &QAction::triggered, this, [this] { (new AboutDialog(this))->open(); });
    m_account->addToMenu(&m_palette);
    auto *help = new QMenu(tr("Help"), this);
    help->setObjectName(u"helpMenu"_s);
    help->addActions({&m_documentation, &m_shortcuts, &m_about});
    m_account->addToMenu(help->menuAction());
}

void MainWindow::buildBody()
{
    m_splitter->setObjectName(u"splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_details);
    m_splitter->handle(1)->setAccessibleName(tr("Between the list and the details"));
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);

    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(new DeletedPane(m_services));
    layout->addWidget(m_activity);
    m_pages->addWidget(body);
    setCentralWidget(m_pages);

    m_list->table()->addActions({&m_actions.remove, &m_actions.copyAddress});
    m_list->setDefaultCost(tr("A Standard one (%1) costs about %2 an hour while it runs, and its disk of %3 GB about "
                              "%4 a month.")
                               .arg(sizeText({}), hourlyText(computePerHour({}, m_services.configuration.region())))
                               .arg(InstanceSpec().diskGb)
                               .arg(moneyText(diskPerMonth(InstanceSpec().diskGb))));
}

void MainWindow::connectModels()
{
    connect(m_list, &ListPane::selectionChanged, this, &MainWindow::selectionChanged);
    connect(m_list, &ListPane::actionRequested, &m_actions, &InstanceActions::act);
    connect(m_list, &ListPane::chosen, &m_actions, &InstanceActions::choose);
    connect(m_list, &ListPane::menuRequested, this, &MainWindow::showMenu);
    connect(m_list, &ListPane::createRequested, this, &MainWindow::createInstance);
    connect(m_list, &ListPane::clearRequested, m_search, &QLineEdit::clear);
    connect(m_list, &ListPane::retryRequested, this, &MainWindow::retry);
    connect(m_list, &ListPane::pageRequested, this, [this](const QUrl &page) {
        if (m_services.desktop.show)
            m_services.desktop.show(page);
    });
    connect(&m_operations, &Operations::finished, this, &MainWindow::offerRemedyPage);
    connect(m_activity, &ActivityBar::changeRequested, this, &MainWindow::openChange);
    connect(m_details, &DetailsPane::changeRequested, this, &MainWindow::openChange);
    connect(m_details, &DetailsPane::snapshotChangeRequested, this, &MainWindow::openWithSnapshot);
    connect(&m_commands, &WindowCommands::selectionRequested, this, &MainWindow::selectInstance);
    connect(&m_actions, &InstanceActions::changeRequested, this, &MainWindow::openChange);
    connect(&m_actions, &InstanceActions::removeRequested, this, &MainWindow::confirmRemoval);
    connect(m_account, &AccountButton::quitRequested, this, &MainWindow::quitRequested);
    connect(m_account, &AccountButton::signOutRequested, this,
            [this] { askBeforeSignOut(m_services, m_signIn.account().name, *this); });
    connect(&m_store, &InstanceStore::changed, this, [this] {
        updateFace();
        selectCreated();
    });
    connect(&m_fleet, &Fleet::refreshed, this, &MainWindow::updateFace);
    connect(&m_fleet, &Fleet::failed, this, &MainWindow::updateFace);
    connect(&m_signIn, &SignIn::changed, this, &MainWindow::updateFace);
    m_ticker.setInterval(std::chrono::seconds(1));
    connect(&m_ticker, &QTimer::timeout, this, &MainWindow::tick);
}

void MainWindow::addWindowAction(QAction &action, const QKeySequence &key, const QString &objectName)
{
    action.setObjectName(objectName);
    action.setShortcut(key);
    addAction(&action);
}

void MainWindow::setHasTray(bool hasTray)
{
    m_hasTray = hasTray;
}

void MainWindow::selectInstance(const InstanceId &id)
{
    if (!m_shown.indexOf(id).isValid())
        m_search->clear();
    m_list->select(id);
}

InstanceId MainWindow::selectedInstance() const
{
    const auto selection = m_list->selection();
    return selection.size() == 1 ? selection.constFirst() : InstanceId();
}

void MainWindow::present()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::createInstance()
{
    if (!m_create.isEnabled())
        return;
    auto *dialog = new CreateDialog(m_services.provider, m_store, m_services.configuration, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreateDialog::createRequested, this, &MainWindow::beginCreate);
    dialog->open();
}

void MainWindow::beginCreate(const InstanceSpec &spec)
{
    const auto operation = m_operations.create(spec);
    m_search->clear(); // the new row must not be hidden
    if (const auto *begun = std::as_const(m_operations).find(operation))
        m_awaited = begun->instance;
    selectCreated();
}

void MainWindow::selectCreated()
{
    if (m_awaited.isEmpty() || !m_shown.indexOf(m_awaited).isValid())
        return;
    m_list->select(m_awaited);
    m_awaited.clear();
}

void MainWindow::openChange(Verb verb, const InstanceId &id)
{
    openWithSnapshot(verb, id, {});
}

void MainWindow::openWithSnapshot(Verb verb, const InstanceId &id, const QString &snapshot)
{
    const auto *instance = m_store.find(id);
    const auto make = changeDialogFor(verb);
    if (!instance || !make)
        return;
    auto *dialog = make(m_services, *instance, this);
    if (auto *box = dialog->findChild<SnapshotBox *>())
        box->prefer(snapshot);
    dialog->open();
}

void MainWindow::openPalette()
{
    auto own = actions();
    const auto inMenu = m_account->menu()->actions();
    std::ranges::copy_if(inMenu, std::back_inserter(own), [&own](QAction *action) { return !own.contains(action); });
    own.removeOne(&m_palette);
    const auto answering = [this, own](const QStringList &words) { return m_commands.answering(words, own); };
    (new CommandPalette(answering, this))->open();
}

void MainWindow::openSettings()
{
    (new SettingsDialog(m_services, m_hasTray, this))->open();
}

void MainWindow::confirmRemoval(const QList<InstanceId> &ids)
{
    Instances doomed;
    for (const auto &id : ids) {
        if (const auto *instance = m_store.find(id))
            doomed.push_back(*instance);
    }
    if (doomed.empty())
        return;
    auto *dialog = new DeleteDialog(std::move(doomed), m_services.clock.now(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DeleteDialog::confirmed, this, [this](const QList<InstanceId> &confirmed, int keepDays) {
        for (const auto &id : confirmed)
            m_operations.begin({.verb = Verb::Delete, .instance = id, .keepDays = keepDays});
    });
    dialog->open();
}

void MainWindow::selectionChanged()
{
    const auto selection = m_list->selection();
    m_actions.setSelection(selection);
    m_details->setSelection(selection);
    m_fleet.setSelected(selectedInstance());
}

void MainWindow::updateFace()
{
    using State = SignIn::State;
    const auto state = m_signIn.state();
    const bool isSignedIn = state == State::SignedIn;
    const bool hasRows = !m_store.instances().empty();
    // The last known list is worth more than a card, as long as nothing speaks against the account.
    const bool isOnlyAway = state == State::Looking || state == State::Checking || state == State::Unreachable;
    const bool showsSwarm = isSignedIn || (hasRows && isOnlyAway);
    if (showsSwarm)
        m_pages->setCurrentIndex(0);
    else if (isVisible()) // by then it is often known whose list to show
        m_pages->setCurrentWidget(signInCard());
    const auto refusal = creationRefusal();
    m_create.setEnabled(refusal.isEmpty());
    m_create.setToolTip(refusal.isEmpty() ? m_create.text().remove(u'&') : refusal);
    m_refresh.setEnabled(isSignedIn);
    m_orphans.setEnabled(refusal.isEmpty());
    m_adopt.setEnabled(refusal.isEmpty());
    m_search->setEnabled(showsSwarm);
    m_columns.setEnabled(showsSwarm && hasRows);
    m_actions.setUsable(isSignedIn);
    m_shown.setStale(!isSignedIn || m_fleet.error() || !m_fleet.checkedAt().isValid());
    m_list->setFace(listFace());
    m_details->setVisible(hasRows);
    m_list->setProblem(state == State::Unreachable ? m_signIn.error() : m_fleet.error(), staleNote());
}

QWidget *MainWindow::signInCard()
{
    if (!m_signInCard) {
        m_signInCard = new SignInCard(m_signIn, m_services.isDemo);
        m_pages->addWidget(m_signInCard);
        connect(m_signInCard, &SignInCard::demoRequested, this, &MainWindow::demoRequested);
    }
    return m_signInCard;
}

QString MainWindow::creationRefusal() const
{
    if (m_signIn.state() != SignIn::State::SignedIn)
        return tr("Sign in first.");
    if (m_signIn.account().isReadOnly)
        return tr("Your token may only read. Sign in with another one to create instances.");
    if (m_signIn.account().reach == Account::Reach::Apps)
        return tr("Your token is for single apps only. Sign in with another one to create instances.");
    return {};
}

ListPane::Face MainWindow::listFace() const
{
    if (!m_store.instances().empty())
        return m_shown.rowCount() > 0 ? ListPane::Face::Table : ListPane::Face::NothingMatches;
    if (m_fleet.checkedAt().isValid())
        return ListPane::Face::NoInstances;
    return m_fleet.error() ? ListPane::Face::Unreachable : ListPane::Face::Loading;
}

QString MainWindow::staleNote() const
{
    const auto &checked = m_fleet.checkedAt();
    return checked.isValid()
        //: %1 is a time of day
        ? tr("The list below is as it was at %1.")
              .arg(QLocale().toString(checked.toLocalTime().time(), QLocale::ShortFormat))
        : tr("The list below is as it was when Remote Swarm ran last.");
}

void MainWindow::retry()
{
    if (m_signIn.state() == SignIn::State::SignedIn)
        m_fleet.refresh(true);
    else
        m_signIn.resume();
}

void MainWindow::showMenu(const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"instanceMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({&m_actions.open, &m_actions.start, &m_actions.stop, &m_actions.suspend, &m_actions.restart});
    auto *changes = menu->addMenu(tr("C&hange"));
    changes->setObjectName(u"changeMenu"_s);
    changes->addActions(m_actions.changes());
    menu->addSeparator();
    menu->addAction(&m_actions.copyAddress);
    menu->addSeparator();
    menu->addAction(&m_actions.remove);
    menu->popup(where);
}

void MainWindow::tick()
{
    m_status->refreshAge();
    if (++m_ticks % ticksBetweenAges != 0)
        return;
    m_shown.refreshTimes();
    m_details->refresh();
}

void MainWindow::updateHidden()
{
    const bool isHiddenNow = !isVisible() || isMinimized();
    if (isHiddenNow == m_isHidden)
        return;
    m_isHidden = isHiddenNow;
    m_fleet.setHidden(m_isHidden);
    if (m_isHidden) {
        m_ticker.stop();
    } else {
        tick();
        m_ticker.start();
    }
    Q_EMIT hidden(m_isHidden);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    updateFace();
    updateHidden();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    saveLayout();
    updateHidden();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_activity->fit();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        updateHidden();
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) { // the type says so
        case Qt::Key_Escape:
            m_search->clear();
            [[fallthrough]];
        case Qt::Key_Down:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            m_list->table()->setFocus();
            if (!m_list->table()->currentIndex().isValid() && m_shown.rowCount() > 0)
                m_list->table()->setCurrentIndex(m_shown.index(0, 0));
            return true;
        default:
            break;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    if (!m_hasTray || !m_settings.preferences().closesToTray) {
        event->accept();
        Q_EMIT quitRequested();
        return;
    }
    event->ignore();
    if (m_settings.hasExplainedTray())
        hide();
    else
        explainTray();
}

void MainWindow::explainTray()
{
    auto *box = new QMessageBox(QMessageBox::Information, tr("Remote Swarm stays in the tray"),
                                tr("Closing the window leaves Remote Swarm in the tray, where it keeps an eye on your "
                                   "swarm. Quit it from its menu there."),
                                QMessageBox::NoButton, this);
    box->setObjectName(u"trayExplanation"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *stay = box->addButton(tr("Stay in the tray"), QMessageBox::AcceptRole);
    auto *quit = box->addButton(tr("Quit when closed"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    connect(stay, &QPushButton::clicked, this, [this] {
        m_settings.setHasExplainedTray();
        hide();
    });
    connect(quit, &QPushButton::clicked, this, [this] {
        m_settings.setHasExplainedTray();
        auto preferences = m_settings.preferences();
        preferences.closesToTray = false;
        m_settings.setPreferences(preferences);
        Q_EMIT quitRequested();
    });
    box->open();
}

void MainWindow::offerRemedyPage(const Operation &operation)
{
    if (!operation.error)
        return;
    const auto page = remedyPage(*operation.error, m_signIn.organization());
    if (!page.isEmpty())
        m_list->addNotice({.sentence = sentence(*operation.error) + u' ' + remedy(*operation.error),
                           .details = operationTitle(operation) + u'\n' + details(*operation.error),
                           .action = tr("Billing page"),
                           .page = page});
}

void MainWindow::addUpdateNotice(const QString &version, const QUrl &page)
{
    //: %1 is a version, such as 0.2.0
    m_list->addNotice(
        {.sentence = tr("Remote Swarm %1 is there.").arg(version), .action = tr("What is new"), .page = page});
}

void MainWindow::addNotice(const QString &sentence, const QString &details)
{
    m_list->addNotice({.sentence = sentence, .details = details});
}

void MainWindow::restoreLayout()
{
    const auto header = m_settings.windowState(u"columns"_s);
    if (header.isEmpty() || !m_list->table()->header()->restoreState(header))
        m_list->setDefaultWidths();
    m_list->table()->header()->setStretchLastSection(true); // whatever an older version wrote down
    const auto listWidth = m_list->table()->header()->length() + fontMetrics().height();
    const auto detailsWidth = fontMetrics().averageCharWidth() * 74; // so that no tab hides
    const auto geometry = m_settings.windowState(u"geometry"_s);
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(QSize(listWidth + detailsWidth, fontMetrics().height() * 42).boundedTo(screen()->availableSize()));
    const auto splitter = m_settings.windowState(u"splitter"_s);
    if (splitter.isEmpty() || !m_splitter->restoreState(splitter))
        m_splitter->setSizes({listWidth, std::max(1, width() - listWidth)}); // each row's word is to be seen
    m_activity->setOpen(m_settings.windowState(u"activity"_s) != "closed"_ba);
}

void MainWindow::saveLayout()
{
    m_settings.setWindowState(u"geometry"_s, saveGeometry());
    m_settings.setWindowState(u"splitter"_s, m_splitter->saveState());
    m_settings.setWindowState(u"columns"_s, m_list->table()->header()->saveState());
    m_settings.setWindowState(u"activity"_s, m_activity->isOpen() ? "open"_ba : "closed"_ba);
}

} // namespace swarm
