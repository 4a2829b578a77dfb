#pragma once

#include "model/instance.h"
#include "ui/trayicon.h"

#include <QHash>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QTimer>

#include <vector>

namespace swarm {

class Clock;
class Fleet;
class InstanceStore;
class MonthCosts;
class Operations;
class TrayRow;

//! The swarm in the system tray. Its menu is brought up to date in place, and rows come and go only while it is closed.
//!
//! Everything in the menu is in the window too: a desktop may have no tray.
class Tray : public QObject
{
    Q_OBJECT

public:
    Tray(const InstanceStore &store, Operations &operations, Fleet &fleet, const MonthCosts &months, const Clock &clock,
         QObject *parent = nullptr);
    ~Tray() override;

    //! Where the desktop has no notification service.
    void showBalloon(const QString &title, const QString &text);
    //! Shows itself as soon as there is a tray; asks again for a while, since trays can be late.
    void start();
    [[nodiscard]] bool isAvailable() const { return m_isAvailable; }
    [[nodiscard]] TrayShape shape() const { return m_shape; }
    [[nodiscard]] QMenu &menu() { return m_menu; }

Q_SIGNALS:
    void availabilityChanged(bool isAvailable);
    void toggleRequested();
    void showRequested();
    void createRequested();
    void instanceRequested(const QString &instance);
    void settingsRequested();
    void quitRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void look();
    void schedule();
    void update();
    void updateWords();
    void arrangeRows();
    //! Brings the rows in `menu` above `end` (null: at its end) into this order.
    void arrange(QMenu &menu, const std::vector<const Instance *> &instances, QAction *end);
    [[nodiscard]] TrayRow *rowFor(const InstanceId &id);
    void updateIcon();
    void suspendAll();
    void addAction(const QString &objectName, const QString &text, void (Tray::*signal)());

    const InstanceStore &m_store;
    Operations &m_operations;
    Fleet &m_fleet;
    const MonthCosts &m_months;
    const Clock &m_clock;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QMenu m_stopped;
    QAction m_summary;
    QAction m_suspendAll;
    QAction m_pause;
    QHash<InstanceId, TrayRow *> m_rows;
    QTimer m_due;
    QTimer m_search;
    int m_searches = 0;
    TrayShape m_shape = TrayShape::Idle;
    bool m_isDrawnForDark = false;
    bool m_isAvailable = false;
    bool m_isOpen = false;
};

} // namespace swarm
