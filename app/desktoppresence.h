#pragma once

#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QVariantMap>

namespace swarm {

//! Whether the user is here, as the desktop tells it. What other systems have goes behind the same signals.
//!
//! Sleep: logind on the system bus, with an inhibitor that delays it by a few seconds, so that what is to be sent gets
//! out. Lock: the screen saver's word on the session bus, or logind's for the session. Long absence: logind's idle
//! hint, which desktops set.
class DesktopPresence : public QObject
{
    Q_OBJECT

public:
    explicit DesktopPresence(QObject *parent = nullptr);

    //! `delaysSleep`: something is to be sent before the computer sleeps.
    void start(bool delaysSleep);
    void setDelaysSleep(bool delays);
    //! What had to be sent before the computer sleeps is on its way.
    void releaseSleep();

Q_SIGNALS:
    void goesToSleep();
    void woke();
    void locked();
    void unlocked();
    //! Nobody has touched the computer for as long as the desktop waits before it says so.
    void becameIdle();
    void becameActive();

private Q_SLOTS:
    void onPrepareForSleep(bool isGoing);
    void onScreenSaver(bool isActive);
    void onLock() { Q_EMIT locked(); }
    void onUnlock() { Q_EMIT unlocked(); }
    void onSessionChanged(const QString &interface, const QVariantMap &changed, const QStringList &invalidated);

private:
    void inhibit();
    void findSession();
    void followSession(const QString &session);

    bool m_delaysSleep = false;
    QDBusUnixFileDescriptor m_inhibitor; //!< sleep waits while it is open
};

} // namespace swarm
