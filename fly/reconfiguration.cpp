#include "fly/reconfiguration.h"

#include "fly/configchange.h"
#include "fly/flyerror.h"
#include "fly/machineconfig.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::chrono::milliseconds updatePatience = 10min; //!< after which Fly.io calls an update stuck
constexpr std::chrono::milliseconds conflictPatience = 60s;
constexpr auto lookAgain = 500ms;
constexpr int mostLost = 3;

//! Where a machine is to be after an update, which reboots one that runs and leaves one that sleeps.
Status restingPlace(const QString &state)
{
    const auto status = statusOf(state);
    return isAsleep(status) || status == Status::Stopping || status == Status::Suspending ? Status::Stopped
                                                                                          : Status::Running;
}

Error hostAway()
{
    return {.code = ErrorCode::ResourceWrongState,
            .detail = u"the machine's host cannot be reached: nothing can be changed on it now"_s};
}

} // namespace

Reconfiguration::Reconfiguration(FlyTools tools, QString app, QString machine, Progress progress)
    : m_tools(tools)
    , m_commands(tools)
    , m_lease(tools, app, machine, progress)
    , m_app(std::move(app))
    , m_machine(std::move(machine))
    , m_progress(std::move(progress))
{
}

Task<Result<Reconfiguration::Changed>> Reconfiguration::run(Change change, qint64 minSecretsVersion)
{
    m_progress.entered(Step::ReservingMachine);
    const auto taken = co_await m_lease.take();
    if (!taken)
        co_return std::unexpected(taken.error());
    auto result = co_await changed(std::move(change), minSecretsVersion);
    co_await m_lease.release();
    co_return result;
}

Task<Result<Reconfiguration::Plan>> Reconfiguration::planned(Change change, std::stop_token stop)
{
    const auto before = co_await m_tools.fly.machines.get(m_app, m_machine, std::move(stop));
    if (!before)
        co_return std::unexpected(before.error());
    if (before->config.isEmpty())
        co_return std::unexpected(hostAway());
    const auto present = pinnedConfig(*before);
    const auto wanted = change(present);
    if (!wanted)
        co_return std::unexpected(wanted.error());
    co_return Plan{.before = *before, .present = present, .wanted = *wanted};
}

Task<Result<Reconfiguration::Changed>> Reconfiguration::changed(Change change, qint64 minSecretsVersion)
{
    const auto plan = co_await planned(std::move(change), m_progress.stop);
    if (!plan)
        co_return std::unexpected(plan.error());
    const auto &[before, present, wanted] = *plan;
    if (roleOf(before) != QLatin1StringView(role::current)) // whoever held the lease before us has done that
        co_return std::unexpected(
            Error{.code = ErrorCode::ResourceBusy, .detail = u"its machine has been replaced meanwhile"_s});
    if (areSame(wanted, present) && minSecretsVersion == 0)
        co_return Changed{.machine = before, .wasAlreadySo = true};

    const auto noted = co_await m_progress.note(u"version_before"_s, before.instanceId);
    if (!noted)
        co_return std::unexpected(noted.error());
    m_progress.entered(Step::ChangingMachine);
    const auto place = restingPlace(before.state);
    const auto sent = co_await send(before, wanted, minSecretsVersion, m_lease.nonce(), m_progress.stop);
    if (!sent && sent.error().code == ErrorCode::Cancelled && minSecretsVersion == 0) {
        const auto there = co_await m_tools.fly.machines.get(m_app, m_machine, {});
        if (there && there->instanceId != before.instanceId) { // it had gone out already
            const auto error = co_await putBack(*there, present, place, sent.error());
            co_return std::unexpected(error);
        }
    }
    if (!sent)
        co_return std::unexpected(sent.error());
    const auto now = co_await proven(*sent, place, wanted, present);
    if (now)
        co_return Changed{.machine = *now};
    if (minSecretsVersion > 0) // the old secret is gone: there is no way back
        co_return std::unexpected(now.error());
    const auto error = co_await putBack(*sent, present, place, now.error());
    co_return std::unexpected(error);
}

Task<Result<Reconfiguration::Changed>> Reconfiguration::runUnder(QString lease, Change change)
{
    const auto plan = co_await planned(std::move(change), {});
    if (!plan)
        co_return std::unexpected(plan.error());
    const auto &[before, present, wanted] = *plan;
    if (areSame(wanted, present))
        co_return Changed{.machine = before, .wasAlreadySo = true};
    const auto sent = co_await send(before, wanted, 0, std::move(lease), {});
    if (!sent)
        co_return std::unexpected(sent.error());
    Progress quiet;
    const auto now = co_await settled(*sent, restingPlace(before.state), quiet);
    if (!now)
        co_return std::unexpected(now.error());
    co_return Changed{.machine = *now};
}

Task<Result<Machine>> Reconfiguration::send(Machine before, QJsonObject config, qint64 minSecretsVersion, QString lease,
                                            std::stop_token stop)
{
    const auto began = m_tools.clock.now();
    int lost = 0;
    while (true) {
        MachineUpdate update{
            .config = config, .currentVersion = before.instanceId, .minSecretsVersion = minSecretsVersion};
        const auto sent = co_await m_tools.fly.machines.update(m_app, m_machine, std::move(update), lease, stop);
        if (sent)
            co_return sent;
        const bool isLost = mayHaveHappened(sent.error()) && sent.error().code != ErrorCode::Cancelled;
        if (isLost) {
            // Nobody else can have made a version meanwhile: we hold the lease.
            const auto now = co_await m_tools.fly.machines.get(m_app, m_machine, {});
            if (!now || ++lost > mostLost)
                co_return sent;
            if (now->instanceId != before.instanceId)
                co_return now;
        }
        const bool isPassing =
            sent.error().code == ErrorCode::ResourceWrongState || sent.error().code == ErrorCode::ResourceBusy;
        const bool isLate = began.msecsTo(m_tools.clock.now()) >= m_tools.clock.scaled(conflictPatience).count();
        if (!isLost && (!isPassing || isLate))
            co_return sent;
        co_await m_tools.clock.sleepFor(lookAgain, stop);
        if (stop.stop_requested())
            co_return cancelled();
    }
}

Task<Result<Machine>> Reconfiguration::settled(Machine sent, Status wanted, Progress progress)
{
    progress.entered(Step::WaitingForMachine);
    const auto began = m_tools.clock.now();
    while (true) {
        const auto now = co_await m_tools.fly.machines.get(m_app, m_machine, progress.stop);
        if (!now)
            co_return now;
        const auto status = statusOf(now->state);
        const bool isThere = status == wanted || (wanted == Status::Stopped && isAsleep(status));
        if (isThere && now->updatedAt >= sent.updatedAt) // else it is the state before
            co_return now;
        if (status == Status::Failed || status == Status::Deleted)
            co_return std::unexpected(
                Error{.code = ErrorCode::ResourceWrongState, .detail = u"the machine is "_s + now->state});
        if (began.msecsTo(m_tools.clock.now()) >= m_tools.clock.scaled(updatePatience).count())
            co_return std::unexpected(Error{.code = ErrorCode::NetworkTimeout,
                                            .detail = u"the machine is still "_s + now->state,
                                            .step = Step::WaitingForMachine});
        co_await m_tools.clock.sleepFor(lookAgain, progress.stop);
        if (progress.isStopped())
            co_return cancelled();
    }
}

Task<Result<Machine>> Reconfiguration::proven(Machine sent, Status place, QJsonObject wanted, QJsonObject before)
{
    const auto there = co_await settled(std::move(sent), place, m_progress);
    if (!there)
        co_return there;
    if (!holds(wanted, before, *there))
        co_return std::unexpected(Error{.code = ErrorCode::CapacityHost,
                                        .detail = u"Fly.io accepted the change and took it back: there is no room "
                                                  "for it on the machine's host"_s});
    if (place != Status::Running)
        co_return there;
    co_return co_await m_commands.untilChecked(m_app, m_machine, m_progress);
}

Task<Error> Reconfiguration::putBack(Machine now, QJsonObject config, Status wanted, Error cause)
{
    m_progress.entered(Step::Undoing);
    const auto kept = co_await m_lease.keep();
    const auto there = co_await m_tools.fly.machines.get(m_app, m_machine, {});
    if (there && areSame(pinnedConfig(*there), config)) { // Fly.io has done so itself
        cause.wasPutBack = true;
        co_return cause;
    }
    const auto sent = co_await send(there.value_or(now), config, 0, m_lease.nonce(), {});
    Progress quiet;
    const auto back = sent ? co_await settled(*sent, wanted, quiet) : sent;
    cause.wasPutBack = back.has_value();
    if (!back)
        cause.leftBehind.push_back({.kind = Resource::Kind::Machine, .name = m_machine});
    co_return cause;
}

} // namespace swarm
