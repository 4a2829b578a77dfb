#pragma once

#include "app/desktoppresence.h"
#include "model/presence.h"

#include <QTimer>

namespace swarm {

class Engine;

//! Does what the user wants done with opened instances when the computer sleeps, is locked or left alone, and has the
//! list read anew when it comes back or the network does.
class Leaving : public QObject
{
    Q_OBJECT

public:
    explicit Leaving(Engine &engine, QObject *parent = nullptr);

    //! Begins to listen; late, since the buses take their time and the window comes first.
    void start();
    [[nodiscard]] Presence &presence() { return m_presence; }

private:
    void wireSleep();
    void wireIdleness();
    void watchNetwork();
    [[nodiscard]] bool delaysSleep() const;

    Engine &m_engine;
    Presence m_presence;
    DesktopPresence m_desktop;
    QTimer m_longIdle; //!< runs while nobody touches the computer
};

} // namespace swarm
