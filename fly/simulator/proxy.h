#pragma once

#include "fly/simulator/builtineditor.h"
#include "fly/simulator/codeservers.h"
#include "fly/simulator/httpserver.h"
#include "fly/simulator/machinelife.h"

#include <QPointer>
#include <QTimer>

namespace swarm::simulator {

//! Fly's edge: one port, answering by Host header, that wakes machines on a visit and puts idle ones to sleep.
class Proxy : public QObject
{
    Q_OBJECT

public:
    Proxy(World &world, MachineLife &life, LogBook &log, const QString &editor, QObject *parent);

    bool listen();
    quint16 port() const { return m_server.port(); }
    QString errorString() const { return m_server.errorString(); }
    //! Zero: machines never fall asleep by themselves.
    void setAutostopAfter(std::chrono::milliseconds time) { m_autostopAfter = time; }
    //! Past the edge, from the machine's private network: no traffic of the proxy's. The built-in editor answers.
    Response visitInside(const Machine &machine, const Request &request) { return m_builtIn.serve(machine, request); }

Q_SIGNALS:
    //! A visit came or went; so many are there now.
    void visited(const QString &machineId, int open);

private:
    struct Visit {
        QPointer<HttpConnection> connection;
        Request request;
        QString app;
        qint64 until = 0;
    };
    struct Traffic {
        int open = 0;
        qint64 lastAt = 0;
    };

    void serve(HttpConnection *connection, const Request &request);
    void advance(const Visit &visit);
    void waitAndSee(const Visit &visit);
    void refuse(const Visit &visit, int status);
    //! With the reason for the log of the app.
    void refuse(const Visit &visit, int status, int code, const QString &reason);
    void deliver(Machine &machine, const Visit &visit);
    void tunnelTo(const QString &machine, QTcpSocket *client, const QByteArray &bytes, quint16 port);
    Machine *choose(const App &app);
    void stopIdle();

    World &m_world;
    MachineLife &m_life;
    LogBook &m_log;
    QString m_program;
    BuiltInEditor m_builtIn;
    CodeServers m_codeServers;
    HttpServer m_server;
    QTimer m_idleTimer;
    qint64 m_bornAt = 0;
    std::chrono::milliseconds m_autostopAfter{300'000};
    QHash<QString, Traffic> m_traffic; //!< by machine
};

} // namespace swarm::simulator
