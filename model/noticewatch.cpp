#include "model/noticewatch.h"

#include "model/clock.h"
#include "model/fleet.h"
#include "model/monthcosts.h"
#include "model/operations.h"
#include "model/settings.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr std::array budgetMarks{80, 100}; // percent

//! What somebody waits for and may leave alone meanwhile. Not opening: the browser tells.
bool isWaitedFor(Verb verb)
{
    switch (verb) {
    case Verb::Create:
    case Verb::Start:
    case Verb::Restart:
    case Verb::Restore:
    case Verb::Clone:
    case Verb::Move:
    case Verb::Recreate:
        return true;
    default:
        return false;
    }
}

QString keyOf(QLatin1StringView what, const InstanceId &id, const QDateTime &at)
{
    return u"%1 %2 %3"_s.arg(what, id, at.toUTC().toString(Qt::ISODate));
}

} // namespace

NoticeWatch::NoticeWatch(const InstanceStore &store, const Operations &operations, const Fleet &fleet,
                         const MonthCosts &months, Settings &settings, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_fleet(fleet)
    , m_months(months)
    , m_settings(settings)
    , m_clock(clock)
{
    connect(&store, &InstanceStore::changed, this, &NoticeWatch::follow);
    connect(&fleet, &Fleet::refreshed, this, &NoticeWatch::look);
    connect(&operations, &Operations::finished, this, &NoticeWatch::finished);
    connect(&months, &MonthCosts::changed, this, &NoticeWatch::checkBudget);
    connect(&settings, &Settings::preferencesChanged, this, &NoticeWatch::checkBudget);
}

void NoticeWatch::forget()
{
    m_awake.clear();
    m_unwell.clear();
    m_endings.clear();
    m_longRuns.clear();
    m_isBeginning = true;
}

void NoticeWatch::follow(const InstanceDelta &delta)
{
    for (const auto &change : delta.changes) {
        if (m_store.isHeld(change.after.id)) // what an operation of ours does is no news
            m_awake.remove(change.after.id);
    }
}

void NoticeWatch::look()
{
    // After the answer as a whole: a list tells that one stopped, and only a closer look why.
    for (const auto &instance : m_store.instances())
        lookAt(instance);
    m_isBeginning = false;
}

void NoticeWatch::lookForRestart(const Instance &instance)
{
    const auto &ending = instance.ending;
    const auto known = m_endings.value(instance.id);
    m_endings.insert(instance.id, ending.at);
    const bool hasEndedBadly = ending.cause == Ending::Cause::OutOfMemory || ending.cause == Ending::Cause::Crashed;
    const bool isNews = ending.at.isValid() && ending.at != known && !m_isBeginning;
    // One that is new to us in this run may have ended long ago.
    if (isNews && hasEndedBadly && isUp(instance.status) && m_awake.contains(instance.id))
        raise({.kind = NoticeKind::Failed, .key = keyOf("again"_L1, instance.id, ending.at), .instance = instance});
}

void NoticeWatch::lookAt(const Instance &instance)
{
    const auto now = m_clock.now();
    lookForRestart(instance);
    if (instance.status == Status::Running)
        m_awake.insert(instance.id);
    if (m_store.isHeld(instance.id))
        return;
    if (isAsleep(instance.status) && m_awake.remove(instance.id) && !m_isBeginning) {
        m_unwell.insert(instance.id); // why it stopped says it already
        raise({.kind = NoticeKind::Stopped,
               .key = keyOf("stopped"_L1, instance.id, instance.ending.at),
               .instance = instance});
    }
    if (healthOf(instance, now) != Health::Unhealthy) {
        m_unwell.remove(instance.id);
    } else if (!m_unwell.contains(instance.id)) {
        m_unwell.insert(instance.id);
        if (!m_isBeginning)
            raise({.kind = NoticeKind::Failed, .key = keyOf("unwell"_L1, instance.id, now), .instance = instance});
    }

    const auto longest = std::chrono::hours(m_settings.preferences().longRunHours);
    const bool isLong = instance.status == Status::Running && instance.startedAt.isValid()
        && std::chrono::milliseconds(instance.startedAt.msecsTo(now)) >= longest;
    if (!isLong || m_settings.preferences().muted.contains(NoticeKind::LongRun)
        || m_longRuns.value(instance.id) == instance.startedAt)
        return;
    m_longRuns.insert(instance.id, instance.startedAt);
    const auto key = keyOf("long"_L1, instance.id, instance.startedAt);
    if (m_settings.isFirstTime(key))
        raise({.kind = NoticeKind::LongRun, .key = key, .instance = instance});
}

void NoticeWatch::finished(const Operation &operation)
{
    const auto key = u"operation %1"_s.arg(operation.id);
    const auto *instance = m_store.find(operation.instance);
    if (operation.state == Operation::State::Failed) {
        Notice notice{.kind = NoticeKind::Failed, .key = key, .operation = operation};
        if (instance) {
            notice.instance = *instance;
            m_unwell.insert(operation.instance); // this says it already
        }
        raise(notice);
    } else if (operation.state == Operation::State::Succeeded && isWaitedFor(operation.verb) && !operation.wasAlreadySo
               && instance && instance->status == Status::Running) {
        raise({.kind = NoticeKind::Ready, .key = key, .instance = *instance, .operation = operation});
    }
}

void NoticeWatch::checkBudget()
{
    const auto &preferences = m_settings.preferences();
    const double budget = preferences.monthlyBudget;
    if (budget <= 0 || !m_months.isKnown() || preferences.muted.contains(NoticeKind::Budget))
        return;
    const double spent = m_months.whole().cost.total();
    const auto month = m_clock.now().toUTC().date().toString(u"yyyy-MM"_s);
    std::optional<Notice> highest;
    for (const int percent : budgetMarks) {
        if (spent * 100 < budget * percent)
            continue;
        // In cents, so that a budget that was raised is told of again.
        const auto key = u"budget %1 %2 %3"_s.arg(month).arg(percent).arg(qRound64(budget * 100));
        if (m_settings.isFirstTime(key))
            highest = {.kind = NoticeKind::Budget, .key = key, .spent = spent, .budget = budget, .percent = percent};
    }
    if (highest)
        raise(*highest);
}

void NoticeWatch::raise(Notice notice)
{
    if (m_settings.preferences().muted.contains(notice.kind))
        return;
    const bool isSeen =
        notice.kind == NoticeKind::Ready || notice.kind == NoticeKind::Stopped || notice.kind == NoticeKind::Failed;
    if (!m_isWatched || !isSeen)
        Q_EMIT raised(notice);
}

} // namespace swarm
