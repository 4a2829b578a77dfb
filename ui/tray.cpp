#include "ui/tray.h"

#include "model/clock.h"
#include "model/fleet.h"
#include "model/instancestore.h"
#include "model/monthcosts.h"
#include "model/operations.h"
#include "model/prices.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/trayrow.h"
#include "ui/wording/costwords.h"
#include "ui/wording/instancewords.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr int mostSearches = 10;
constexpr auto searchInterval = std::chrono::seconds(2);
constexpr auto mergeInterval = std::chrono::milliseconds(200);
constexpr std::size_t mostActive = 15; // a menu higher than the screen helps nobody; the window has them all
constexpr std::size_t mostAsleep = 25;

bool isCalm(const Instance &instance, const QDateTime &now)
{
    return isAsleep(instance.status) && healthOf(instance, now) == Health::Asleep;
}

//! The first of them by an order, in that order.
void keepFirst(std::vector<const Instance *> &instances, std::size_t most, auto isBefore)
{
    const auto count = static_cast<std::ptrdiff_t>(std::min(instances.size(), most));
    std::ranges::partial_sort(instances, instances.begin() + count, isBefore);
    instances.resize(static_cast<std::size_t>(count));
}

} // namespace

Tray::Tray(const InstanceStore &store, Operations &operations, Fleet &fleet, const MonthCosts &months,
           const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_operations(operations)
    , m_fleet(fleet)
    , m_months(months)
    , m_clock(clock)
    , m_summary(this)
    , m_suspendAll(this)
    , m_pause(this)
{
    build();
    m_due.setSingleShot(true);
    m_due.setInterval(mergeInterval);
    connect(&m_due, &QTimer::timeout, this, &Tray::update);
    connect(&store, &InstanceStore::changed, this, &Tray::schedule);
    connect(&months, &MonthCosts::changed, this, &Tray::schedule);
    connect(&operations, &Operations::added, this, &Tray::schedule);
    connect(&operations, &Operations::finished, this, &Tray::schedule);
    connect(&m_menu, &QMenu::aboutToShow, this, [this] {
        update();
        m_isOpen = true;
    });
    connect(&m_menu, &QMenu::aboutToHide, this, [this] {
        m_isOpen = false;
        schedule();
    });
    m_search.setInterval(searchInterval);
    connect(&m_search, &QTimer::timeout, this, &Tray::look);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT toggleRequested();
    });
    qGuiApp->installEventFilter(this);
    update();
}

Tray::~Tray() = default;

void Tray::build()
{
    m_menu.setObjectName(u"trayMenu"_s);
    m_summary.setObjectName(u"traySummary"_s);
    m_summary.setEnabled(false);
    m_menu.addAction(&m_summary);
    m_menu.addSeparator();
    m_stopped.setObjectName(u"trayStopped"_s);
    m_menu.addMenu(&m_stopped); // rows of what is awake go above it
    m_menu.addSeparator();
    m_suspendAll.setObjectName(u"traySuspendAll"_s);
    m_suspendAll.setText(tr("Suspend all running"));
    connect(&m_suspendAll, &QAction::triggered, this, &Tray::suspendAll);
    m_menu.addAction(&m_suspendAll);
    addAction(u"trayCreate"_s, tr("New instance…"), &Tray::createRequested);
    m_menu.addSeparator();
    addAction(u"trayShow"_s, tr("Show Remote Swarm"), &Tray::showRequested);
    m_pause.setObjectName(u"trayPause"_s);
    m_pause.setText(tr("Pause monitoring"));
    m_pause.setCheckable(true);
    connect(&m_pause, &QAction::toggled, this, [this](bool isPaused) { m_fleet.setPaused(isPaused); });
    m_menu.addAction(&m_pause);
    addAction(u"traySettings"_s, tr("Settings…"), &Tray::settingsRequested);
    addAction(u"trayQuit"_s, tr("Quit"), &Tray::quitRequested);
    m_icon.setContextMenu(&m_menu);
}

void Tray::addAction(const QString &objectName, const QString &text, void (Tray::*signal)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    connect(action, &QAction::triggered, this, signal);
    m_menu.addAction(action);
}

void Tray::start()
{
    m_search.start();
    look();
}

void Tray::look()
{
    ++m_searches;
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_search.stop();
        m_isAvailable = true;
        m_icon.show();
        Q_EMIT availabilityChanged(true);
    } else if (m_searches >= mostSearches) {
        m_search.stop();
        Q_EMIT availabilityChanged(false);
    }
}

void Tray::showBalloon(const QString &title, const QString &text)
{
    if (m_isAvailable)
        m_icon.showMessage(title, text);
}

bool Tray::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        updateIcon();
    return QObject::eventFilter(watched, event);
}

void Tray::schedule()
{
    if (!m_due.isActive())
        m_due.start();
}

void Tray::update()
{
    if (!m_isOpen)
        arrangeRows();
    updateWords();
    updateIcon();
}

void Tray::updateWords()
{
    const auto now = m_clock.now();
    int running = 0;
    int calm = 0;
    double hourly = 0;
    bool canSuspendAny = false;
    for (const auto &instance : m_store.instances()) {
        const auto permissions = permissionsOf(instance, m_operations);
        if (auto *row = m_rows.value(instance.id))
            row->setTexts(instance, permissions, now);
        canSuspendAny = canSuspendAny || permissions.suspend;
        calm += isCalm(instance, now) ? 1 : 0;
        if (instance.status == Status::Running) {
            ++running;
            hourly += computePerHour(instance.size, instance.region);
        }
    }
    auto summary = running > 0 ? tr("%n running", nullptr, running)
            + u" · "_s
            //: %1 is an amount of money
            + tr("about %1/h").arg(hourlyText(hourly))
                               : tr("Nothing is running");
    if (m_months.isKnown() && isWorthSaying(m_months.whole()))
        summary += u" · "_s + monthToDateText(m_months.whole());
    m_summary.setText(summary);
    m_stopped.setTitle(tr("Stopped (%1)").arg(calm));
    m_stopped.menuAction()->setVisible(calm > 0);
    m_suspendAll.setEnabled(canSuspendAny);
    m_pause.setChecked(m_fleet.isPaused());
    const auto toolTip = u"Remote Swarm\n"_s + summary;
    if (m_icon.toolTip() != toolTip)
        m_icon.setToolTip(toolTip);
}

void Tray::arrangeRows()
{
    const auto now = m_clock.now();
    std::vector<const Instance *> active;
    std::vector<const Instance *> asleep;
    for (const auto &instance : m_store.instances())
        (isCalm(instance, now) ? asleep : active).push_back(&instance);
    const auto byName = [](const Instance *one, const Instance *other) {
        return QString::localeAwareCompare(one->name, other->name) < 0;
    };
    const auto byUrgency = [&now, &byName](const Instance *one, const Instance *other) {
        const auto urgency = [&now](const Instance *instance) {
            const auto health = healthOf(*instance, now);
            return health == Health::Healthy ? 0 : health == Health::Recovering ? 1 : 2;
        };
        return urgency(one) != urgency(other) ? urgency(one) < urgency(other) : byName(one, other);
    };
    keepFirst(active, mostActive, byUrgency);
    keepFirst(asleep, mostAsleep, byName);

    auto leaving = m_rows;
    for (const auto &list : {active, asleep}) {
        for (const auto *instance : list)
            leaving.remove(instance->id);
    }
    for (auto *row : std::as_const(leaving)) {
        m_rows.remove(row->id());
        m_menu.removeAction(row->entry());
        m_stopped.removeAction(row->entry());
        row->deleteLater();
    }
    arrange(m_menu, active, m_stopped.menuAction());
    arrange(m_stopped, asleep, nullptr);
}

void Tray::arrange(QMenu &menu, const std::vector<const Instance *> &instances, QAction *end)
{
    // From the end upwards; a row that stands where it belongs is not touched.
    auto *below = end;
    for (auto instance = instances.rbegin(); instance != instances.rend(); ++instance) {
        auto *entry = rowFor((*instance)->id)->entry();
        auto &other = &menu == &m_menu ? m_stopped : m_menu;
        other.removeAction(entry);
        const auto actions = menu.actions();
        const auto place = actions.indexOf(entry);
        const auto wanted = below ? actions.indexOf(below) - 1 : actions.size() - 1;
        if (place < 0 || place != wanted)
            menu.insertAction(below, entry);
        below = entry;
    }
}

TrayRow *Tray::rowFor(const InstanceId &id)
{
    if (auto *known = m_rows.value(id))
        return known;
    auto *row = new TrayRow(id, this);
    m_rows.insert(id, row);
    connect(&row->open, &QAction::triggered, this, [this, id] { m_operations.open(id); });
    connect(&row->suspend, &QAction::triggered, this, [this, id] { m_operations.suspend(id); });
    connect(&row->stop, &QAction::triggered, this, [this, id] { m_operations.stop(id); });
    connect(&row->show, &QAction::triggered, this, [this, id] { Q_EMIT instanceRequested(id); });
    connect(&row->copyAddress, &QAction::triggered, this, [this, id] {
        if (const auto *instance = m_store.find(id))
            QGuiApplication::clipboard()->setText(instance->url.toString());
    });
    return row;
}

void Tray::updateIcon()
{
    const auto now = m_clock.now();
    bool isAnyRunning = false;
    bool isAnyChanging = !m_operations.isIdle();
    bool isAnyUnwell = false;
    for (const auto &instance : m_store.instances()) {
        const auto health = healthOf(instance, now);
        isAnyRunning = isAnyRunning || instance.status == Status::Running;
        isAnyChanging = isAnyChanging || health == Health::Recovering;
        isAnyUnwell = isAnyUnwell || health == Health::Unhealthy;
    }
    const auto shape = isAnyUnwell ? TrayShape::Attention
        : isAnyChanging            ? TrayShape::Changing
        : isAnyRunning             ? TrayShape::Running
                                   : TrayShape::Idle;
    const bool onDark = isDark(QGuiApplication::palette());
    if (shape == m_shape && onDark == m_isDrawnForDark && !m_icon.icon().isNull())
        return;
    m_shape = shape;
    m_isDrawnForDark = onDark;
    m_icon.setIcon(trayIcon(shape, onDark));
}

void Tray::suspendAll()
{
    QList<InstanceId> running;
    for (const auto &instance : m_store.instances()) {
        if (permissionsOf(instance, m_operations).suspend)
            running += instance.id;
    }
    for (const auto &id : std::as_const(running))
        m_operations.suspend(id);
}

} // namespace swarm
