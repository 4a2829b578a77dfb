#include "model/monthlyuse.h"

#include <algorithm>
#include <span>

namespace swarm {
namespace {

using State = Stretch::State;

constexpr double millisecondsPerMonth = 30.0 * 24 * 3600 * 1000;

State stateOf(Status status)
{
    switch (billingOf(status)) {
    case Billing::Compute:
        return State::Running;
    case Billing::Root:
        return State::Asleep;
    case Billing::Nothing:
        return State::Absent;
    case Billing::Unknown:
        return State::Unknown;
    }
    Q_UNREACHABLE();
}

bool isSameState(const Observation &a, const Observation &b)
{
    return a.updatedAt > 0 && a.updatedAt == b.updatedAt && a.machine == b.machine && a.version == b.version
        && stateOf(a.status) == stateOf(b.status);
}

bool isOlder(const Observation &seen, const Observation &newest)
{
    if (seen.machine == newest.machine)
        return seen.updatedAt > 0 && seen.updatedAt < newest.updatedAt;
    return seen.createdAt > 0 && seen.createdAt < newest.createdAt; // a predecessor
}

//! In order of time, without late answers. Fly.io's time stamps put right what our clock says: nothing is seen before
//! it happens.
History inOrder(History history)
{
    for (auto &seen : history)
        seen.at = std::max(seen.at, seen.updatedAt);
    History ordered;
    for (const auto &seen : sortedByTime(history)) {
        if (ordered.empty() || !isOlder(seen, ordered.back()))
            ordered.push_back(seen);
    }
    return ordered;
}

double hourly(const Observation &seen)
{
    return computePerHour(seen.size, seen.region, PriceTable::at({})); // only to be compared
}

//! Works out one gap after the other.
class Tracer
{
public:
    Tracer(Moment from, Moment to, const UpTime &up)
        : m_from(from)
        , m_to(to)
        , m_up(up)
    {
    }

    [[nodiscard]] std::vector<Stretch> trace(const History &history)
    {
        const auto ordered = inOrder(history);
        if (ordered.empty()) {
            add(m_from, m_to, {.state = State::Unknown, .isDiskCertain = false});
            return std::move(m_stretches);
        }
        traceBirth(ordered);
        for (std::size_t i = 1; i < ordered.size(); ++i)
            traceGap(ordered[i - 1], ordered[i], eventsOf(std::span(ordered).subspan(i)));
        traceEnd(ordered.back());
        return std::move(m_stretches);
    }

private:
    //! The last start and the last ending, as told by the most thorough look at a state.
    struct Events {
        Moment start = 0;
        Moment end = 0;

        bool operator==(const Events &) const = default;
    };

    //! Lists have no events: the look that follows a change does, and it is about the same state.
    static Events eventsOf(std::span<const Observation> fromHere)
    {
        const auto &first = *fromHere.begin();
        Events events;
        for (const auto &seen : fromHere) {
            if (&seen != &first && !isSameState(first, seen))
                break;
            if (seen.startedAt >= seen.createdAt) // else it is what is remembered of an earlier machine
                events.start = std::max(events.start, seen.startedAt);
            if (seen.endedAt >= seen.createdAt)
                events.end = std::max(events.end, seen.endedAt);
        }
        return events;
    }

    //! What came before the first observation.
    void traceBirth(const History &ordered)
    {
        const auto &first = ordered.front();
        const auto born = std::min(first.createdAt, first.at);
        add(born > 0 ? 0 : m_from, born, {.state = State::Absent});
        beginGap(nullptr, first, std::max<Moment>(born, 0));
        addEvents(eventsOf(ordered));
        endGap();
    }

    void traceGap(const Observation &before, const Observation &after, Events events)
    {
        if (stateOf(before.status) == State::Absent && stateOf(after.status) == State::Absent) {
            add(before.at, after.at, {.state = State::Absent});
            return;
        }
        if (stateOf(before.status) == State::Absent) { // and back again
            const auto born = std::clamp(after.createdAt, before.at, after.at);
            add(before.at, born, {.state = State::Absent});
            beginGap(nullptr, after, born);
            addEvents(events);
            endGap();
            return;
        }
        beginGap(&before, after, before.at);
        const Events known{.start = before.startedAt, .end = before.endedAt};
        if (isSameState(before, after))
            addPiece(m_gapTo, stateOf(before.status), before);
        else if (before.machine != after.machine || events != known) // else nobody has looked at them again
            addEvents(events);
        endGap();
    }

    //! What came after the last observation.
    void traceEnd(const Observation &last)
    {
        if (last.at >= m_to)
            return;
        if (stateOf(last.status) == State::Absent) {
            add(last.at, m_to, {.state = State::Absent});
            return;
        }
        const auto sure = std::min(m_to, last.at + longestSilence.count());
        add(last.at, sure, stretchOf(last, stateOf(last.status)));
        auto perhaps = last;
        perhaps.diskGb = 0; // somebody may have removed it since
        beginGap(&perhaps, perhaps, sure);
        m_gapTo = m_to;
        m_isShort = false;
        endGap();
    }

    void beginGap(const Observation *before, const Observation &after, Moment from)
    {
        m_before = before;
        m_after = &after;
        m_cursor = from;
        m_gapTo = after.at;
        m_isShort = after.at - from <= longestSilence.count();
    }

    //! What the last start and the last ending prove about the gap.
    void addEvents(const Events &events)
    {
        const auto state = stateOf(m_after->status);
        if (state == State::Running && events.start > 0 && events.start >= events.end && events.start <= m_gapTo)
            addRun(events);
        else if (state == State::Asleep && events.end > 0 && events.end >= events.start && events.end <= m_gapTo)
            addSleep(events);
    }

    //! It runs since its last start, and slept since the ending before.
    void addRun(const Events &events)
    {
        const bool sleptBefore = events.end > m_cursor || (events.end <= m_cursor && wasAsleep());
        if (events.end > 0 && sleptBefore) {
            leave(events.end);
            addPiece(events.start, State::Asleep, *m_after);
        }
        leave(events.start);
        addPiece(m_gapTo, State::Running, *m_after);
    }

    //! It sleeps since its last ending, and ran since the start before.
    void addSleep(const Events &events)
    {
        if (events.start > 0) {
            const bool isSameRun = events.start <= m_cursor && isSameMachine();
            const bool isSameSize = isSameRun || !isChangedSince(events.end);
            leave(events.start);
            addPiece(events.end, State::Running, isSameRun ? *m_before : isSameSize ? *m_after : cheaper(), isSameSize);
        }
        leave(events.end);
        addPiece(m_gapTo, State::Asleep, *m_after);
    }

    //! Whether it may have had another size until the end of its last run.
    [[nodiscard]] bool isChangedSince(Moment end) const
    {
        constexpr Moment patience = 60'000; // an ending is an update too, and stamped a little later
        const bool isSameVersion = isSameMachine() && m_before->version == m_after->version;
        return !isSameVersion && m_after->updatedAt > end + patience;
    }

    [[nodiscard]] bool isSameMachine() const { return m_before && m_before->machine == m_after->machine; }
    [[nodiscard]] bool wasAsleep() const { return isSameMachine() && stateOf(m_before->status) == State::Asleep; }

    void endGap()
    {
        leave(m_gapTo);
        m_before = nullptr;
        m_after = nullptr;
    }

    //! Nothing is proven from here to there.
    void leave(Moment to)
    {
        if (to <= m_cursor)
            return;
        const auto &nearest = m_before ? *m_before : *m_after;
        if (m_isShort)
            addPiece(to, stateOf(nearest.status), nearest);
        else
            fillFromSamples(to);
        m_cursor = to;
    }

    void fillFromSamples(Moment to)
    {
        const auto covered = [this, to](const QDateTime &time) {
            return time.isValid() ? std::clamp(time.toMSecsSinceEpoch(), m_cursor, to) : m_cursor;
        };
        const auto from = covered(m_up.from);
        const auto until = std::max(from, covered(m_up.to));
        const auto &source = cheaper();
        const bool isCertain = !m_before || hourly(*m_before) == hourly(*m_after);
        addPiece(from, State::Unknown, source, isCertain);
        for (const auto sample : samplesBetween(from, until)) {
            addPiece(sample, State::Asleep, source, isCertain);
            addPiece(std::min(until, sample + step()), State::Running, source, isCertain);
        }
        addPiece(until, State::Asleep, source, isCertain);
        addPiece(to, State::Unknown, source, isCertain);
    }

    [[nodiscard]] Moment step() const { return std::chrono::milliseconds(m_up.step).count(); }

    //! When a machine was up, oldest first.
    [[nodiscard]] std::vector<Moment> samplesBetween(Moment from, Moment to) const
    {
        std::vector<Moment> moments;
        for (const auto &series : m_up.machines) {
            for (const auto &sample : series.samples) {
                const auto at = sample.at.toMSecsSinceEpoch();
                if (sample.value > 0.5 && at + step() > from && at < to)
                    moments.push_back(std::max(at, from));
            }
        }
        std::ranges::sort(moments);
        return moments;
    }

    [[nodiscard]] const Observation &cheaper() const
    {
        return m_before && hourly(*m_before) < hourly(*m_after) ? *m_before : *m_after;
    }

    //! From where we are to there; nothing when we are further already.
    void addPiece(Moment to, State state, const Observation &source, bool isSizeCertain = true)
    {
        if (to <= m_cursor)
            return;
        auto stretch = stretchOf(source, state);
        stretch.isSizeCertain = isSizeCertain;
        setDisk(stretch);
        add(m_cursor, to, stretch);
        m_cursor = to;
    }

    //! A disk only grows: it has been at least the smaller of what it was and what it is.
    void setDisk(Stretch &stretch) const
    {
        const int after = m_after->diskGb;
        const int before = m_before ? m_before->diskGb : 0;
        const bool isNew = !m_before || before == 0; // of the same size since it was made, as far as we know
        stretch.diskGb = isNew ? after : after == 0 ? before : m_isShort ? before : std::min(before, after);
        stretch.isDiskCertain = stretch.diskGb > 0 && (m_isShort || (!isNew && before == after));
    }

    [[nodiscard]] static Stretch stretchOf(const Observation &seen, State state)
    {
        return {.state = state,
                .size = seen.size,
                .region = seen.region,
                .diskGb = seen.diskGb,
                .isDiskCertain = seen.diskGb > 0};
    }

    //! As much of it as lies in the time that was asked for; joined to the last when it says the same.
    void add(Moment from, Moment to, Stretch stretch)
    {
        stretch.from = std::max(from, m_from);
        stretch.to = std::min(to, m_to);
        if (stretch.from >= stretch.to)
            return;
        if (stretch.state == State::Absent)
            stretch = {.from = stretch.from, .to = stretch.to, .state = State::Absent};
        if (!m_stretches.empty()) {
            auto joined = m_stretches.back();
            joined.from = stretch.from;
            joined.to = stretch.to;
            if (joined == stretch) {
                m_stretches.back().to = stretch.to;
                return;
            }
        }
        m_stretches.push_back(stretch);
    }

    Moment m_from;
    Moment m_to;
    const UpTime &m_up;
    std::vector<Stretch> m_stretches;
    const Observation *m_before = nullptr; //!< at the beginning of the gap; none before the first
    const Observation *m_after = nullptr; //!< at its end
    Moment m_cursor = 0;
    Moment m_gapTo = 0;
    bool m_isShort = false;
};

//! A time in which prices stay the same.
struct PricePeriod {
    Moment from = 0;
    Moment to = 0;
    PriceTable prices = {};
};

Moment startOf(QDate day)
{
    return day.startOfDay(Qt::UTC).toMSecsSinceEpoch();
}

std::vector<PricePeriod> pricePeriods(QDate first, QDate last, const PriceBook &book)
{
    std::vector<PricePeriod> periods{{.from = startOf(first), .prices = book.at(first)}};
    if (book.at(last).validFrom != periods.front().prices.validFrom) { // as it hardly ever is
        for (auto day = first.addDays(1); day <= last; day = day.addDays(1)) {
            if (auto prices = book.at(day); prices.validFrom != periods.back().prices.validFrom) {
                periods.back().to = startOf(day);
                periods.push_back({.from = startOf(day), .prices = std::move(prices)});
            }
        }
    }
    periods.back().to = startOf(last.addDays(1));
    return periods;
}

//! Adds up stretches.
class Sum
{
public:
    explicit Sum(const CostExtras &extras)
        : m_extras(extras)
    {
    }

    void add(const Stretch &stretch, const PricePeriod &period)
    {
        const auto length = std::min(stretch.to, period.to) - std::max(stretch.from, period.from);
        if (length <= 0 || stretch.state == State::Absent)
            return;
        const auto &prices = period.prices;
        const auto time = std::chrono::milliseconds(length);
        const double months = static_cast<double>(length) / millisecondsPerMonth;
        switch (stretch.state) {
        case State::Running:
            m_sum.running += time;
            m_sum.cost.compute += computePerMonth(stretch.size, stretch.region, prices) * months;
            addUse({.size = stretch.size, .region = stretch.region, .running = time});
            lack(CostPart::Compute, !stretch.isSizeCertain);
            break;
        case State::Asleep:
            m_sum.asleep += time;
            m_sum.cost.root += sleepingPerMonth(m_extras.rootGb.value_or(0), prices) * months;
            lack(CostPart::Root, !m_extras.rootGb);
            break;
        default:
            m_sum.unknown += time;
            lack(CostPart::Compute, true);
            break;
        }
        m_sum.cost.disk += diskPerMonth(stretch.diskGb, prices) * months;
        m_sum.cost.snapshots += snapshotsPerMonth(m_extras, prices) * months;
        m_sum.cost.addresses += m_extras.dedicatedV4.value_or(0) * dedicatedV4PerMonth(prices) * months;
        lack(CostPart::Disk, !stretch.isDiskCertain);
        lack(CostPart::Snapshots, !m_extras.snapshotGb);
        lack(CostPart::Addresses, !m_extras.dedicatedV4);
    }

    [[nodiscard]] UseCost take(QDate pricesFrom)
    {
        m_sum.pricesFrom = pricesFrom;
        return std::move(m_sum);
    }

private:
    void addUse(const UseCost::Use &use)
    {
        UseCost other;
        other.uses.push_back(use);
        m_sum += other;
    }

    void lack(CostPart part, bool isLacking)
    {
        if (isLacking)
            m_sum.unknownParts |= part;
    }

    const CostExtras &m_extras;
    UseCost m_sum;
};

} // namespace

std::vector<Stretch> stretches(const History &history, Moment from, Moment to, const UpTime &up)
{
    return from < to ? Tracer(from, to, up).trace(history) : std::vector<Stretch>();
}

UseCost &UseCost::operator+=(const UseCost &other)
{
    for (const auto &use : other.uses) {
        const auto same = std::ranges::find_if(
            uses, [&](const Use &known) { return known.size == use.size && known.region == use.region; });
        if (same == uses.end())
            uses.push_back(use);
        else
            same->running += use.running;
    }
    running += other.running;
    asleep += other.asleep;
    unknown += other.unknown;
    cost += other.cost;
    unknownParts |= other.unknownParts;
    if (!pricesFrom.isValid() || (other.pricesFrom.isValid() && other.pricesFrom > pricesFrom))
        pricesFrom = other.pricesFrom;
    return *this;
}

UseCost monthToDate(const History &history, const QDateTime &now, const CostExtras &extras, const UpTime &up,
                    const PriceBook &prices)
{
    const auto today = now.toUTC().date();
    const QDate first(today.year(), today.month(), 1);
    const auto periods = pricePeriods(first, today, prices);
    Sum sum(extras);
    for (const auto &stretch : stretches(history, startOf(first), now.toMSecsSinceEpoch(), up)) {
        for (const auto &period : periods)
            sum.add(stretch, period);
    }
    return sum.take(periods.back().prices.validFrom);
}

} // namespace swarm
