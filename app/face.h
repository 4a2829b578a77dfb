#pragma once

#include "app/engine.h"
#include "ui/mainwindow.h"
#include "ui/tray.h"

#include <QSet>

#include <memory>

namespace swarm {

class NoticeBoard;
class NoticeWatch;

//! What a person sees of the program: the window and the tray. The engine goes on without it, so it can be made anew in
//! another language.
class Face : public QObject
{
    Q_OBJECT

public:
    Face(Engine &engine, const Services &services, NoticeBoard &board, NoticeWatch &notices, QObject *parent = nullptr);
    ~Face() override;

    //! `isHidden`: in the tray only, if there is one.
    void show(bool isHidden);
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Tray &tray() { return *m_tray; }

Q_SIGNALS:
    void demoRequested();
    void quitRequested();

private:
    void wireWindow();
    void wireTray();
    void wireNotices(NoticeBoard &board, NoticeWatch &notices);
    //! A token that ends within a day cannot be renewed by us.
    void warnOfEnd();
    //! Copies that a move left and nobody asked for since: once each.
    void askAboutCopies();
    void tellOfRecords();
    void tellOfSignOut();
    //! The browser did not come: the address and, for half a minute, the password on the clipboard.
    void offerByHand(const Operation &failed);

    Engine &m_engine;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tray> m_tray;
    bool m_isHidden = false; //!< to begin with
    QSet<QString> m_askedAbout; //!< machines
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
