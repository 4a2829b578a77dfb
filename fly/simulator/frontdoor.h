#pragma once

#include "fly/simulator/faultbook.h"
#include "fly/simulator/httpserver.h"
#include "fly/simulator/options.h"
#include "fly/simulator/ratelimiter.h"
#include "fly/simulator/router.h"
#include "fly/simulator/seenrequest.h"

namespace swarm::simulator {

//! Takes API requests off the wire and decides in Fly's order: route, token, rights, the thing named, limits, lease.
//! Faults come before all of that.
class FrontDoor : public QObject
{
    Q_OBJECT

public:
    FrontDoor(World &world, const Router &router, const Options &options, QObject *parent);

    bool listen(quint16 port) { return m_server.listen(port); }
    quint16 port() const { return m_server.port(); }
    QString errorString() const { return m_server.errorString(); }

    FaultBook &faults() { return m_faults; }
    const QList<SeenRequest> &seen() const { return m_seen; }
    void forget();

Q_SIGNALS:
    //! With the answer when answers are recorded.
    void answered(const swarm::simulator::SeenRequest &seen);

private:
    void serve(HttpConnection *connection, const Request &request);
    Answer answerTo(HttpConnection *connection, qsizetype number, const std::optional<Fault> &fault);
    void keep(qsizetype number, const Response &response);
    void admit(Call call, const Router::Entry &entry, const Answer &answer);
    std::optional<Response> tokenProblem(const Call &call, Router::Kind kind) const;
    std::optional<Response> bodyProblem(Call &call, const Router::Entry &entry) const;
    std::optional<Response> find(Call &call);
    std::optional<Response> limitProblem(const Call &call, Router::Kind kind);
    std::optional<Response> leaseProblem(const Call &call, Router::Kind kind) const;

    World &m_world;
    const Router &m_router;
    bool m_hasRateLimits = true;
    bool m_recordsAnswers = false;
    RateLimiter m_limiter;
    FaultBook m_faults;
    QList<SeenRequest> m_seen;
    qsizetype m_forgotten = 0;
    HttpServer m_server;
};

//! The answer to a call whose nonce is not that of the lease on the machine.
Response leaseHeld(const Machine &machine);

} // namespace swarm::simulator
