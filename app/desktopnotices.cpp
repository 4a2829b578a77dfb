#include "app/desktopnotices.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

const auto service = u"org.freedesktop.Notifications"_s;
const auto path = u"/org/freedesktop/Notifications"_s;
constexpr uchar normalUrgency = 1;
constexpr uchar highUrgency = 2;
constexpr int asTheDesktopLikes = -1; //!< how long it stays

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

DesktopNotices::DesktopNotices(QObject *parent)
    : QObject(parent)
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(onNotificationClosed(uint, uint)));
    bus.connect(service, path, service, u"ActivationToken"_s, this, SLOT(onActivationToken(uint, QString)));
}

void DesktopNotices::show(const Content &content)
{
    m_withdrawn.remove(content.key);
    if (m_capabilities) {
        send(content);
        return;
    }
    m_waiting += content;
    if (m_waiting.size() == 1)
        askCapabilities();
}

void DesktopNotices::askCapabilities()
{
    auto bus = QDBusConnection::sessionBus();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        const auto waiting = std::exchange(m_waiting, {});
        if (!reply.isError())
            m_capabilities = reply.value();
        for (const auto &content : waiting) {
            if (reply.isError())
                Q_EMIT unavailable(content.title, content.text);
            else
                send(content);
        }
    });
}

void DesktopNotices::send(const Content &content)
{
    // Services that know markup read it in the text, whether it was meant or not.
    const auto text = m_capabilities->contains("body-markup"_L1) ? content.text.toHtmlEscaped() : content.text;
    QStringList actions;
    if (m_capabilities->contains("actions"_L1)) {
        for (const auto &action : content.actions)
            actions << action.key << action.label;
    }
    const QVariantMap hints{{u"urgency"_s, QVariant::fromValue(content.isUrgent ? highUrgency : normalUrgency)},
                            {u"desktop-entry"_s, u"remote-swarm"_s}};
    auto message = call(u"Notify"_s);
    message << u"Remote Swarm"_s << m_ids.value(content.key, 0) << u"remote-swarm"_s << content.title << text << actions
            << hints << asTheDesktopLikes;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, content] {
        watcher->deleteLater();
        sent(content, *watcher);
    });
}

void DesktopNotices::sent(const Content &content, QDBusPendingCallWatcher &watcher)
{
    const QDBusPendingReply<uint> reply = watcher;
    if (reply.isError()) {
        m_capabilities.reset(); // another service may come
        Q_EMIT unavailable(content.title, content.text);
        return;
    }
    m_ids.insert(content.key, reply.value());
    if (m_withdrawn.remove(content.key))
        withdraw(content.key);
}

void DesktopNotices::withdraw(const QString &key)
{
    const auto id = m_ids.constFind(key);
    if (id == m_ids.cend()) {
        m_withdrawn.insert(key);
        return;
    }
    auto message = call(u"CloseNotification"_s);
    message << *id;
    QDBusConnection::sessionBus().asyncCall(message);
}

void DesktopNotices::onActionInvoked(uint id, const QString &action)
{
    const auto key = m_ids.key(id);
    if (!key.isEmpty()) // others have notifications too
        Q_EMIT invoked(key, action);
}

void DesktopNotices::onNotificationClosed(uint id, uint)
{
    m_ids.remove(m_ids.key(id));
}

void DesktopNotices::onActivationToken(uint id, const QString &token)
{
    if (!m_ids.key(id).isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8()); // with it, Wayland lets our window come to the front
}

} // namespace swarm
