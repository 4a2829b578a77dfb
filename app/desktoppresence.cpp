#include "app/desktoppresence.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

const auto login = u"org.freedesktop.login1"_s;
const auto loginPath = u"/org/freedesktop/login1"_s;
const auto manager = u"org.freedesktop.login1.Manager"_s;
const auto session = u"org.freedesktop.login1.Session"_s;
const auto properties = u"org.freedesktop.DBus.Properties"_s;

} // namespace

DesktopPresence::DesktopPresence(QObject *parent)
    : QObject(parent)
{
}

void DesktopPresence::start(bool delaysSleep)
{
    auto system = QDBusConnection::systemBus();
    if (system.isConnected()) {
        system.connect(login, loginPath, manager, u"PrepareForSleep"_s, this, SLOT(onPrepareForSleep(bool)));
        findSession();
    }
    setDelaysSleep(delaysSleep);
    auto bus = QDBusConnection::sessionBus();
    if (bus.isConnected()) {
        bus.connect({}, u"/org/freedesktop/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s, u"ActiveChanged"_s, this,
                    SLOT(onScreenSaver(bool)));
        bus.connect({}, u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s, this,
                    SLOT(onScreenSaver(bool)));
    }
}

void DesktopPresence::setDelaysSleep(bool delays)
{
    if (delays == m_delaysSleep)
        return;
    m_delaysSleep = delays;
    if (delays)
        inhibit();
    else
        releaseSleep();
}

void DesktopPresence::inhibit()
{
    if (!m_delaysSleep || !QDBusConnection::systemBus().isConnected())
        return;
    auto call = QDBusMessage::createMethodCall(login, loginPath, manager, u"Inhibit"_s);
    call << u"sleep"_s << u"Remote Swarm"_s << tr("Puts instances to sleep as set") << u"delay"_s;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (!reply.isError())
            m_inhibitor = reply.value();
    });
}

void DesktopPresence::releaseSleep()
{
    m_inhibitor = QDBusUnixFileDescriptor();
}

void DesktopPresence::onPrepareForSleep(bool isGoing)
{
    if (isGoing) {
        Q_EMIT goesToSleep();
        return;
    }
    inhibit(); // for the next time
    Q_EMIT woke();
}

void DesktopPresence::onScreenSaver(bool isActive)
{
    if (isActive)
        Q_EMIT locked();
    else
        Q_EMIT unlocked();
}

void DesktopPresence::findSession()
{
    const auto id = qEnvironmentVariable("XDG_SESSION_ID");
    auto call = QDBusMessage::createMethodCall(login, loginPath, manager,
                                               id.isEmpty() ? u"GetSessionByPID"_s : u"GetSession"_s);
    if (id.isEmpty())
        call << 0U; // whoever asks
    else
        call << id;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (!reply.isError())
            followSession(reply.value().path());
    });
}

void DesktopPresence::followSession(const QString &path)
{
    auto system = QDBusConnection::systemBus();
    system.connect(login, path, session, u"Lock"_s, this, SLOT(onLock()));
    system.connect(login, path, session, u"Unlock"_s, this, SLOT(onUnlock()));
    system.connect(login, path, properties, u"PropertiesChanged"_s, this,
                   SLOT(onSessionChanged(QString, QVariantMap, QStringList)));
}

void DesktopPresence::onSessionChanged(const QString &interface, const QVariantMap &changed, const QStringList &)
{
    if (interface != session || !changed.contains(u"IdleHint"_s))
        return;
    if (changed.value(u"IdleHint"_s).toBool())
        Q_EMIT becameIdle();
    else
        Q_EMIT becameActive();
}

} // namespace swarm
