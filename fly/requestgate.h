#pragma once

#include "model/clock.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <coroutine>
#include <optional>
#include <stop_token>
#include <vector>

namespace swarm {

//! Whether somebody waits for the answer.
enum class Urgency { User, Poll };

//! A token bucket: so many requests a second, so many at once after a rest. Without a burst there is no limit.
struct RateLimit {
    double perSecond = 0;
    int burst = 0;
};

//! Lets requests go no faster than the server takes them: users' before polls', else in the order in which they came.
//!
//! A bucket begins to refill when the first answer is back, not when the request left: however long requests are on
//! their way, the server never sees them closer together than it allows.
class RequestGate : public QObject
{
    Q_OBJECT

public:
    //! A place in the queue. A request that is repeated keeps the one it had.
    struct Ticket {
        QString bucket = {}; //!< the action and the thing it is about
        RateLimit limit = {};
        Urgency urgency = Urgency::User;
        bool isLong = false; //!< waits at the server on purpose, and must not keep others out
        quint64 order = 0;
    };

    //! The right to be under way; ends with this object.
    class Pass
    {
    public:
        Pass(RequestGate &gate, const Ticket &ticket, double sentAt, double fullAt);
        Pass(Pass &&other) noexcept = default;
        Pass &operator=(Pass &&) = delete;
        ~Pass();

    private:
        QPointer<RequestGate> m_gate;
        QString m_bucket;
        bool m_isCounted;
        double m_since; //!< before then the server's bucket cannot have lost what this request took
    };

    //! What `co_await gate.turn(...)` waits for: a pass, or nothing when asked to stop before its turn came.
    class Turn
    {
    public:
        Turn(RequestGate &gate, Ticket ticket, std::stop_token stop);
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;
        ~Turn();

        [[nodiscard]] bool await_ready();
        void await_suspend(std::coroutine_handle<> waiter);
        [[nodiscard]] std::optional<Pass> await_resume() { return std::move(m_pass); }

    private:
        friend RequestGate;
        void resumeLater();

        RequestGate &m_gate;
        Ticket m_ticket;
        std::stop_token m_stop;
        std::coroutine_handle<> m_waiter;
        std::optional<Pass> m_pass;
        QObject m_here; // dies with the coroutine, and what it has posted with it
        std::optional<std::stop_callback<std::function<void()>>> m_onStop; // last: must not outlive the rest
    };

    explicit RequestGate(const Clock &clock, QObject *parent = nullptr);

    //! Draws a number. Empty bucket: only the pause and the number under way limit it.
    [[nodiscard]] Ticket ticket(const QString &bucket, RateLimit limit, Urgency urgency);
    [[nodiscard]] Turn turn(Ticket ticket, std::stop_token stop)
    {
        return Turn(*this, std::move(ticket), std::move(stop));
    }
    //! Nothing goes for a while: the server has had too much. Real time.
    void pauseFor(std::chrono::milliseconds time);

    static constexpr int mostUnderWay = 64; //!< polls may take half of it

private:
    [[nodiscard]] double now() const { return static_cast<double>(m_elapsed.nsecsElapsed()) / 1e6; }
    [[nodiscard]] double periodOf(const RateLimit &limit) const;
    //! When the bucket lets the next one go; the past when it does already.
    [[nodiscard]] double nextIn(const Ticket &ticket) const;
    [[nodiscard]] bool hasPlace(const Ticket &ticket) const;
    //! Whether somebody no less urgent waits for the same.
    [[nodiscard]] bool mustQueue(const Ticket &ticket) const;
    [[nodiscard]] Pass admit(const Ticket &ticket);
    void queue(Turn &turn);
    void leave(Turn &turn);
    void answered(const QString &bucket, bool isCounted, double since);
    void dispatch();
    void dispatchSoon();
    void forgetFullBuckets();

    const Clock &m_clock;
    QElapsedTimer m_elapsed;
    QTimer m_timer;
    std::vector<Turn *> m_waiting; //!< in the order in which they may go
    QHash<QString, double> m_fullAt; //!< when each bucket will be full again; absent: it is
    double m_pausedUntil = 0;
    int m_underWay = 0;
    quint64 m_lastOrder = 0;
};

} // namespace swarm
