#include "fly/requestgate.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace swarm {
namespace {

constexpr double longestDoubt = 250; //!< ms: what takes longer is the server's work, not the way there
constexpr qsizetype mostBuckets = 4096;

} // namespace

RequestGate::Pass::Pass(RequestGate &gate, const Ticket &ticket, double sentAt, double fullAt)
    : m_gate(&gate)
    , m_bucket(ticket.limit.burst > 0 ? ticket.bucket : QString())
    , m_isCounted(!ticket.isLong)
    , m_since(std::max(sentAt, fullAt))
{
}

RequestGate::Pass::~Pass()
{
    if (m_gate)
        m_gate->answered(m_bucket, m_isCounted, m_since);
    m_gate.clear();
}

RequestGate::Turn::Turn(RequestGate &gate, Ticket ticket, std::stop_token stop)
    : m_gate(gate)
    , m_ticket(std::move(ticket))
    , m_stop(std::move(stop))
{
}

RequestGate::Turn::~Turn()
{
    m_gate.leave(*this);
}

bool RequestGate::Turn::await_ready()
{
    if (m_stop.stop_requested())
        return true;
    const bool mayGo =
        m_gate.hasPlace(m_ticket) && m_gate.nextIn(m_ticket) <= m_gate.now() && !m_gate.mustQueue(m_ticket);
    if (mayGo)
        m_pass.emplace(m_gate.admit(m_ticket));
    return mayGo;
}

void RequestGate::Turn::await_suspend(std::coroutine_handle<> waiter)
{
    m_waiter = waiter;
    m_gate.queue(*this);
    m_onStop.emplace(m_stop, [this] {
        m_gate.leave(*this);
        resumeLater();
    });
}

void RequestGate::Turn::resumeLater()
{
    // From the event loop: whoever lets it go must not find its code on his own stack.
    QMetaObject::invokeMethod(&m_here, [this] { m_waiter.resume(); }, Qt::QueuedConnection);
}

RequestGate::RequestGate(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_elapsed.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.callOnTimeout(this, &RequestGate::dispatch);
}

RequestGate::Ticket RequestGate::ticket(const QString &bucket, RateLimit limit, Urgency urgency)
{
    return {.bucket = bucket, .limit = limit, .urgency = urgency, .order = ++m_lastOrder};
}

void RequestGate::pauseFor(std::chrono::milliseconds time)
{
    m_pausedUntil = std::max(m_pausedUntil, now() + static_cast<double>(time.count()));
    dispatchSoon();
}

double RequestGate::periodOf(const RateLimit &limit) const
{
    const auto thousandSeconds = m_clock.scaled(std::chrono::seconds(1000));
    return static_cast<double>(thousandSeconds.count()) / 1000 / limit.perSecond;
}

double RequestGate::nextIn(const Ticket &ticket) const
{
    if (ticket.limit.burst == 0)
        return m_pausedUntil;
    const auto fullAt = m_fullAt.value(ticket.bucket, 0);
    return std::max(m_pausedUntil, fullAt - (ticket.limit.burst - 1) * periodOf(ticket.limit));
}

bool RequestGate::hasPlace(const Ticket &ticket) const
{
    return ticket.isLong || m_underWay < (ticket.urgency == Urgency::User ? mostUnderWay : mostUnderWay / 2);
}

bool RequestGate::mustQueue(const Ticket &ticket) const
{
    return std::ranges::any_of(m_waiting, [&](const Turn *turn) {
        return turn->m_ticket.bucket == ticket.bucket && turn->m_ticket.urgency <= ticket.urgency;
    });
}

RequestGate::Pass RequestGate::admit(const Ticket &ticket)
{
    const auto sentAt = now();
    const auto fullAt = m_fullAt.value(ticket.bucket, 0);
    if (ticket.limit.burst > 0)
        m_fullAt.insert(ticket.bucket, std::max(sentAt, fullAt) + periodOf(ticket.limit));
    if (!ticket.isLong)
        ++m_underWay;
    return {*this, ticket, sentAt, fullAt};
}

void RequestGate::answered(const QString &bucket, bool isCounted, double since)
{
    if (isCounted)
        --m_underWay;
    if (const auto fullAt = m_fullAt.find(bucket); fullAt != m_fullAt.end())
        *fullAt += std::clamp(now() - since, 0.0, longestDoubt);
    if (!m_waiting.empty())
        dispatchSoon();
}

void RequestGate::queue(Turn &turn)
{
    const auto goesBefore = [](const Turn *one, const Turn *other) {
        return std::pair(one->m_ticket.urgency, one->m_ticket.order)
            < std::pair(other->m_ticket.urgency, other->m_ticket.order);
    };
    m_waiting.insert(std::ranges::upper_bound(m_waiting, &turn, goesBefore), &turn);
    dispatchSoon();
}

void RequestGate::leave(Turn &turn)
{
    std::erase(m_waiting, &turn);
}

void RequestGate::dispatchSoon()
{
    m_timer.start(0);
}

void RequestGate::dispatch()
{
    const auto began = now();
    auto next = std::numeric_limits<double>::infinity();
    std::erase_if(m_waiting, [&](Turn *turn) {
        const auto allowed = nextIn(turn->m_ticket);
        if (allowed > began)
            next = std::min(next, allowed);
        if (allowed > began || !hasPlace(turn->m_ticket)) // who waits for a place is looked at after the next answer
            return false;
        turn->m_pass.emplace(admit(turn->m_ticket));
        turn->resumeLater();
        return true;
    });
    if (std::isfinite(next))
        m_timer.start(std::chrono::milliseconds(static_cast<std::chrono::milliseconds::rep>(std::ceil(next - now()))));
    forgetFullBuckets();
}

void RequestGate::forgetFullBuckets()
{
    if (m_fullAt.size() < mostBuckets)
        return;
    m_fullAt.removeIf([this](const auto &bucket) { return bucket.value() <= now(); });
}

} // namespace swarm
