#include "model/presence.h"

#include "model/compatibility.h"
#include "model/operations.h"
#include "model/settings.h"

using namespace Qt::StringLiterals;

namespace swarm {

Presence::Presence(const InstanceStore &store, Operations &operations, const Settings &settings, const Clock &clock,
                   QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_operations(operations)
    , m_settings(settings)
    , m_clock(clock)
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &Presence::act);
    connect(&operations, &Operations::finished, this, &Presence::noteOpened);
    connect(&store, &InstanceStore::changed, this, [this](const InstanceDelta &delta) {
        for (const auto &change : delta.changes) {
            if (isAsleep(change.after.status))
                m_opened.remove(change.after.id);
        }
    });
    connect(&store, &InstanceStore::removed, this, [this](const QString &id) { m_opened.remove(id); });
}

void Presence::noteOpened(const Operation &operation)
{
    if (operation.verb == Verb::Open && operation.state == Operation::State::Succeeded)
        m_opened.insert(operation.instance);
}

Presence::Plan Presence::planFor(Occasion occasion) const
{
    Plan plan{.occasion = occasion, .action = m_settings.preferences().actionOn(occasion)};
    if (plan.action == LeaveAction::Nothing)
        return plan;
    for (const auto &instance : m_store.instances()) {
        if (!m_opened.contains(instance.id) || instance.status != Status::Running || m_store.isHeld(instance.id)
            || !isCompatible(instance))
            continue;
        if (plan.action == LeaveAction::Suspend && !canSuspend(instance.size)) {
            plan.leftAlone += instance.name;
            continue;
        }
        plan.targets += instance.id;
        plan.names += instance.name;
    }
    return plan;
}

void Presence::leave(Occasion occasion)
{
    const auto plan = planFor(occasion);
    if (plan.targets.isEmpty() && plan.leftAlone.isEmpty())
        return;
    const bool isAtOnce = occasion == Occasion::Sleep || occasion == Occasion::Quit;
    if (isAtOnce || plan.targets.isEmpty()) {
        comeBack(); // what was announced for later happens now, or not at all
        announce(plan, {});
        carryOut(plan);
        return;
    }
    if (m_announced)
        return; // locked, and idle for long after that: announced once
    m_announced = occasion;
    announce(plan, grace);
    m_due.start(m_clock.scaled(grace));
}

void Presence::comeBack()
{
    if (!m_announced)
        return;
    m_announced.reset();
    m_due.stop();
    Q_EMIT calledOff();
}

void Presence::keep()
{
    if (!m_announced)
        return;
    m_due.start(m_clock.scaled(reprieve));
    Q_EMIT calledOff(); // the notice has been answered
}

void Presence::act()
{
    if (!m_announced)
        return;
    const auto plan = planFor(*m_announced); // anew: a minute, or an hour, has passed
    comeBack();
    carryOut(plan);
}

void Presence::forget()
{
    comeBack();
    m_opened.clear();
}

void Presence::announce(const Plan &plan, std::chrono::seconds until)
{
    Q_EMIT announced({.kind = NoticeKind::Leaving,
                      .key = u"leaving"_s,
                      .occasion = plan.occasion,
                      .action = plan.action,
                      .names = plan.names,
                      .leftAlone = plan.leftAlone,
                      .seconds = static_cast<int>(until.count())});
}

void Presence::carryOut(const Plan &plan)
{
    for (const auto &id : plan.targets) {
        if (plan.action == LeaveAction::Stop)
            m_operations.stop(id);
        else
            m_operations.suspend(id);
    }
}

} // namespace swarm
