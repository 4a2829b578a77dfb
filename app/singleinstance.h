#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <memory>

namespace swarm {

//! One window per user: the first start owns a lock, later ones ask it to show itself. The lock decides, the socket
//! talks.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &folder);

    //! False: another one runs.
    [[nodiscard]] bool claim();
    //! Asks the one that runs to show itself; done with `asked`.
    void askToShow();

Q_SIGNALS:
    void showRequested();
    void asked();

private:
    void listen();

    QString m_folder;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace swarm
