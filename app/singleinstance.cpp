#include "app/singleinstance.h"

#include <QDir>
#include <QLocalSocket>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {

SingleInstance::SingleInstance(const QString &folder)
    : m_folder(folder)
    , m_lock(QDir(folder).filePath(u"lock"_s))
{
    QDir().mkpath(folder);
    m_lock.setStaleLockTime(0); // a lock of a process that lives is never stale, however old
}

bool SingleInstance::claim()
{
    if (!m_lock.tryLock(0))
        return false;
    listen();
    return true;
}

void SingleInstance::listen()
{
    const auto socket = QDir(m_folder).filePath(u"socket"_s);
    QLocalServer::removeServer(socket); // left by one that was killed: the lock is ours
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (auto *caller = m_server.nextPendingConnection())
            caller->deleteLater();
        Q_EMIT showRequested();
    });
    m_server.listen(socket);
}

void SingleInstance::askToShow()
{
    auto *socket = new QLocalSocket(this);
    connect(socket, &QLocalSocket::connected, this, &SingleInstance::asked);
    connect(socket, &QLocalSocket::errorOccurred, this, &SingleInstance::asked);
    QTimer::singleShot(2s, this, &SingleInstance::asked); // it may be busy; there is nothing more to do
    socket->connectToServer(QDir(m_folder).filePath(u"socket"_s));
}

} // namespace swarm
