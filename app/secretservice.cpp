#include "app/secretservice.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

using namespace Qt::StringLiterals;

namespace swarm {

#ifdef Q_OS_LINUX
namespace {

constexpr int patienceMs = 5000; // a service that hangs must not hang us

//! Suspends until D-Bus has answered.
class Answered
{
public:
    explicit Answered(const QDBusPendingCall &call)
        : m_watcher(call)
    {
    }

    [[nodiscard]] bool await_ready() const { return m_watcher.isFinished(); }
    void await_suspend(std::coroutine_handle<> waiter)
    {
        QObject::connect(
            &m_watcher, &QDBusPendingCallWatcher::finished, &m_here, [waiter] { waiter.resume(); },
            Qt::QueuedConnection);
    }
    [[nodiscard]] QDBusPendingCall await_resume() const { return m_watcher; }

private:
    QDBusPendingCallWatcher m_watcher;
    QObject m_here; // dies with the coroutine, and the connection with it
};

QDBusMessage secretsCall(const QString &path, const QString &interface, const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
}

} // namespace

Task<KeychainState> keychainState()
{
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        co_return KeychainState::Absent;

    auto alias = secretsCall(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    alias << u"default"_s;
    Answered aliasAnswered(bus.asyncCall(alias, patienceMs));
    const QDBusPendingReply<QDBusObjectPath> collection = co_await aliasAnswered;
    if (collection.isError())
        co_return KeychainState::Absent;
    const auto path = collection.value().path();
    if (path == "/"_L1) // a service without a keyring: it would ask to make one, and cannot keep anything before
        co_return KeychainState::Locked;

    auto property = secretsCall(path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    property << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    Answered propertyAnswered(bus.asyncCall(property, patienceMs));
    const QDBusPendingReply<QDBusVariant> locked = co_await propertyAnswered;
    if (locked.isError())
        co_return KeychainState::Absent;
    co_return locked.value().variant().toBool() ? KeychainState::Locked : KeychainState::Open;
}
#else
Task<KeychainState> keychainState()
{
    co_return KeychainState::Open;
}
#endif

} // namespace swarm
