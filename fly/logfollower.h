#pragma once

#include "fly/flylogs.h"
#include "model/clock.h"

#include <QSet>

#include <deque>
#include <functional>

namespace swarm {

//! Reads a log on and on, each line once, and goes on where it was after a failure.
class LogFollower
{
public:
    using Deliver = std::function<void(const std::vector<LogLine> &)>;

    //! `machine` empty: those of all of the app's machines. Else its own, and those of no machine: where the proxy
    //! found none to send a visit to, it says so of the app alone.
    LogFollower(FlyLogs logs, const Clock &clock, QString app, QString machine);

    //! What has come since the last time; the first time the newest lines, 100 at most.
    [[nodiscard]] Task<Result<std::vector<LogLine>>> more(std::stop_token stop);
    //! Delivers what there is, be it nothing, and then what comes, until asked to stop or until it can't go on: the app
    //! is gone, the token is refused. What may pass is waited out.
    [[nodiscard]] Task<Result<void>> follow(Deliver deliver, std::stop_token stop);

private:
    [[nodiscard]] bool isNew(const LogLine &line);
    [[nodiscard]] bool isOurs(const LogLine &line) const;

    FlyLogs m_logs;
    const Clock &m_clock;
    QString m_app;
    QString m_machine;
    QString m_next; //!< opaque; empty: from the beginning
    bool m_isBehind = false; //!< the last answer was full: there is probably more
    QSet<QString> m_seen; //!< ids of the last lines: those of the very same moment are sent again
    std::deque<QString> m_order; //!< of m_seen, oldest first
};

} // namespace swarm
