#pragma once

#include "fly/simulator/codeserver.h"
#include "fly/simulator/logbook.h"

namespace swarm::simulator {

//! The real editors that run, by machine: started by a visit, ended when the machine stops; at most three at once,
//! as each takes most of a gigabyte.
class CodeServers : public QObject
{
    Q_OBJECT

public:
    CodeServers(World &world, LogBook &log, const QString &program, QObject *parent);
    ~CodeServers() override;

    //! The program that an `editor` option means; empty for the built-in stand-in.
    static QString programFor(const QString &option);

    void connectTo(const Machine &machine, CodeServer::Ready ready);

private:
    void end(const QString &machine);
    void makeRoom();

    World &m_world;
    LogBook &m_log;
    QString m_program;
    QMap<QString, CodeServer *> m_running;
};

} // namespace swarm::simulator
