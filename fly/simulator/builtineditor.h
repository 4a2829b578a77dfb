#pragma once

#include "fly/simulator/logbook.h"
#include "fly/simulator/loginlimiter.h"
#include "fly/simulator/response.h"
#include "fly/simulator/world.h"

namespace swarm::simulator {

//! A stand-in for code-server: the same health check, login and cookie, and a plain page that edits the files in the
//! machine's volume. It has no WebSockets and no terminal.
class BuiltInEditor : public QObject
{
    Q_OBJECT

public:
    BuiltInEditor(World &world, LogBook &log, QObject *parent);

    Response serve(const Machine &machine, const Request &request);

private:
    Response health(const Machine &machine) const;
    Response logIn(const Machine &machine, const Request &request);
    void logFailure(const Machine &machine, const Request &request);
    Response showEditor(const Machine &machine, const Request &request) const;
    Response save(const Machine &machine, const Request &request) const;
    Response file(const Machine &machine, const Request &request) const;
    QDir projectOf(const Machine &machine) const;

    World &m_world;
    LogBook &m_log;
    LoginLimiter m_limiter;
    QHash<QString, qint64> m_heartbeats; //!< by machine
};

} // namespace swarm::simulator
