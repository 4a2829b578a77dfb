#pragma once

#include "app/demo.h"
#include "app/desktoppresence.h"
#include "app/engine.h"
#include "app/log.h"
#include "app/memorytokenstore.h"
#include "app/noticeboard.h"
#include "model/monthcosts.h"
#include "model/noticewatch.h"
#include "model/presence.h"
#include "ui/mainwindow.h"
#include "ui/tray.h"

#include <QSet>

#include <memory>

namespace swarm {

struct CommonOptions;

//! A window and a tray over an engine: for real accounts, or for the demo with its simulator.
class Shell : public QObject
{
    Q_OBJECT

public:
    //! `demo`: a simulator that is ready, kept for as long as the shell lives; null for real accounts.
    Shell(const CommonOptions &options, std::unique_ptr<Demo> demo);
    ~Shell() override;

    //! `isHidden`: in the tray only, if there is one.
    void show(bool isHidden = false);
    //! Takes back what is under way; `done` comes when the program may end.
    void windUp();
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Tray &tray() { return *m_tray; }
    [[nodiscard]] Settings &settings() { return m_engine->settings(); }

Q_SIGNALS:
    void demoRequested();
    void quitRequested();
    void done();

private:
    void wireWindow();
    void wireTray();
    void wireMonths();
    void wireNotices();
    void wirePresence();
    [[nodiscard]] Desktop desktop();
    void applyPreferences();
    void watchNetwork();
    //! A token that ends within a day cannot be renewed by us.
    void warnOfEnd();
    //! Copies that a move left and nobody asked for since: once each.
    void askAboutCopies();
    void offerDemoPasswords(const InstanceDelta &delta);
    //! The browser did not come: the address and, for half a minute, the password on the clipboard.
    void offerByHand(const Operation &failed);

    std::unique_ptr<Demo> m_demo;
    Paths m_paths;
    Log m_log;
    MemoryTokenStore *m_demoPasswords = nullptr; //!< the engine owns it
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MonthCosts> m_months;
    std::unique_ptr<NoticeWatch> m_notices;
    std::unique_ptr<Presence> m_presence;
    std::unique_ptr<NoticeBoard> m_board;
    DesktopPresence m_desktopPresence;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tray> m_tray;
    QTimer m_longIdle; //!< runs while nobody touches the computer
    bool m_isHidden = false; //!< to begin with
    QSet<QString> m_askedAbout; //!< machines
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
