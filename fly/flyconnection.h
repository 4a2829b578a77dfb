#pragma once

#include "fly/flycall.h"
#include "fly/flyendpoints.h"
#include "fly/httpclient.h"
#include "model/retrypolicy.h"
#include "model/async/task.h"
#include "model/error.h"
#include "model/logger.h"

#include <QDateTime>

namespace swarm {

//! The way to Fly.io: holds the token, keeps to the limits, repeats what may be repeated, tells what went wrong.
//!
//! Requests are repeated by RetryPolicy when they failed in a way that may pass: reads and what is harmless to repeat
//! after any such failure, others only when they certainly were not carried out; see mayHaveHappened(). A 429 pauses
//! everything. Every call can fail with the codes of HttpClient and of errorFrom().
class FlyConnection : public QObject
{
    Q_OBJECT

public:
    FlyConnection(FlyEndpoints endpoints, RetryPolicy retry, const Clock &clock, Logger &logger);

    //! Any form that SignIn::cleaned() returns: one token or a comma-separated list. Empty: none.
    void setToken(const QString &token);
    [[nodiscard]] const FlyEndpoints &endpoints() const { return m_endpoints; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    //! What time the latest answer said it was at Fly.io, to the second: its time stamps are to be compared with this,
    //! since the clock of this computer may be wrong. Invalid as long as none said so.
    [[nodiscard]] const QDateTime &serverTime() const { return m_serverTime; }

    //! An answer in 2xx.
    [[nodiscard]] Task<Result<HttpReply>> send(FlyCall call);
    //! The same without repeating: for long waits, whose caller looks before asking again.
    [[nodiscard]] Task<Result<HttpReply>> sendOnce(FlyCall call);
    //! The `data` of the answer. Errors that come with HTTP 200 are errors, also when some data came with them.
    [[nodiscard]] Task<Result<QJsonObject>> graphql(GraphQlCall call);

private:
    [[nodiscard]] Task<Result<HttpReply>> attempt(HttpRequest request, RequestGate::Ticket ticket, QString name);
    //! Attempts, and repeats as `repeat` allows. `name` is for the log.
    [[nodiscard]] Task<Result<HttpReply>> persist(HttpRequest request, RequestGate::Ticket ticket, QString name,
                                                  Repeat repeat);
    [[nodiscard]] bool mayRepeat(const Error &error, Repeat repeat, int attempts) const;
    [[nodiscard]] HttpRequest requestFor(const FlyCall &call) const;
    void logFailure(const QByteArray &verb, const QString &name, const Error &error);

    FlyEndpoints m_endpoints;
    RetryPolicy m_retry;
    const Clock &m_clock;
    Logger &m_logger;
    RequestGate m_gate;
    HttpClient m_http;
    HttpClient m_waiting; //!< long waits, on connections of their own
    QByteArray m_authorization;
    QByteArray m_graphqlAuthorization;
    QDateTime m_serverTime;
    bool m_hasWorked = false; //!< the token was accepted at least once
};

//! The value of the Authorization header for the Machines API: only macaroons if there are any, else the first token.
[[nodiscard]] QByteArray machinesAuthorization(const QString &token);
//! The same for GraphQL, which takes them all together.
[[nodiscard]] QByteArray graphqlAuthorization(const QString &token);

} // namespace swarm
