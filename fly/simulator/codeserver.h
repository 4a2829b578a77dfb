#pragma once

#include "fly/simulator/machine.h"

#include <QDir>
#include <QFile>
#include <QList>
#include <QProcess>
#include <QTimer>

#include <functional>

namespace swarm::simulator {

//! One real code-server on a free port of the loopback interface, with everything it writes inside the machine's home.
//! It dies with this object, and with this program.
class CodeServer : public QObject
{
    Q_OBJECT

public:
    //! Gets the port when the editor listens, or 0 when it does not come up.
    using Ready = std::function<void(quint16 port)>;

    CodeServer(const QString &program, const Machine &machine, const QDir &home, QObject *parent);
    ~CodeServer() override;

    void whenReady(Ready ready);
    //! Asks it to end, insists after a while, and deletes this object then. Nothing waits meanwhile.
    void end();
    qint64 lastVisit() const { return m_lastVisit; }

Q_SIGNALS:
    void ended();
    //! A line of what it writes to its standard output and error.
    void said(const QString &line);

private:
    void start(const QString &program, const Machine &machine, const QDir &home);
    void tryToConnect();
    void tell(quint16 port);
    void passOn();
    void signalAll(int signal);

    QProcess m_process;
    QFile m_logFile;
    QTimer m_retry;
    quint16 m_port = 0;
    bool m_isReady = false;
    int m_tries = 0;
    qint64 m_lastVisit = 0;
    QList<Ready> m_waiting;
};

} // namespace swarm::simulator
