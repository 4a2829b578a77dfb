#include "tests/scriptedprovider.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

const QDateTime nextSince(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);

auto reaching(const QString &state)
{
    return
        [state](const Instance &instance) -> Result<Outcome> { return Outcome{.instance = inState(instance, state)}; };
}

Result<Instance> made(const InstanceSpec &spec)
{
    return Instance{.id = spec.id,
                    .name = spec.name,
                    .app = spec.name,
                    .machine = u"machine-of-"_s + spec.name,
                    .region = spec.region,
                    .state = u"started"_s,
                    .status = Status::Running,
                    .size = spec.size,
                    .diskGb = spec.diskGb,
                    .image = spec.image};
}

} // namespace

Instance inState(Instance instance, const QString &state)
{
    instance.state = state;
    instance.status = statusOf(state);
    return instance;
}

ScriptedProvider::ScriptedProvider(QStringList &calls)
    : lists([this](const FleetQuery &query) -> Result<FleetReply> {
        const bool isFull = !query.since.isValid();
        return FleetReply{.instances = isFull ? world : Instances(), .isComplete = isFull, .nextSince = nextSince};
    })
    , inspections([](const Instance &known) -> Result<Instance> { return known; })
    , creations(made,
                {Step::CreatingApp, Step::WaitingForApp, Step::PreparingAddressAndDisk, Step::CreatingMachine,
                 Step::WaitingForMachine, Step::WaitingForEditor})
    , starts(reaching(u"started"_s), {Step::StartingMachine, Step::WaitingForMachine})
    , stops(reaching(u"stopped"_s), {Step::StoppingMachine, Step::WaitingForMachine})
    , suspensions(reaching(u"suspended"_s), {Step::SuspendingMachine, Step::WaitingForMachine})
    , restarts(reaching(u"started"_s), {Step::RestartingMachine, Step::WaitingForMachine})
    , editors([](const Instance &) { return Result<void>(); })
    , removals(
          [](const Instance &instance) -> Result<std::vector<Resource>> {
              return std::vector<Resource>{{.kind = Resource::Kind::Machine, .name = instance.machine},
                                           {.kind = Resource::Kind::App, .name = instance.app}};
          },
          {Step::StoppingMachine, Step::DeletingMachine, Step::DeletingDisk, Step::ReleasingAddresses,
           Step::DeletingApp})
    , m_calls(calls)
{
}

Task<Result<FleetReply>> ScriptedProvider::list(FleetQuery query)
{
    m_calls << (query.since.isValid() ? u"list changes"_s : u"list all"_s);
    queries.push_back(query);
    co_return co_await lists.play(query, {});
}

Task<Result<Instance>> ScriptedProvider::inspect(Instance known)
{
    m_calls << u"inspect "_s + known.name;
    co_return co_await inspections.play(known, {});
}

Task<Result<RegionList>> ScriptedProvider::regions()
{
    m_calls << u"regions"_s;
    co_return RegionList();
}

Task<Result<Instance>> ScriptedProvider::create(InstanceSpec spec, Progress progress)
{
    m_calls << u"create "_s + spec.name;
    co_return co_await creations.play(spec, progress);
}

Task<Result<Outcome>> ScriptedProvider::start(Instance instance, Progress progress)
{
    m_calls << u"start "_s + instance.name;
    co_return co_await starts.play(instance, progress);
}

Task<Result<Outcome>> ScriptedProvider::stop(Instance instance, StopManner manner, Progress progress)
{
    m_calls << (manner == StopManner::Kill ? u"kill "_s : u"stop "_s) + instance.name;
    co_return co_await stops.play(instance, progress);
}

Task<Result<Outcome>> ScriptedProvider::suspend(Instance instance, Progress progress)
{
    m_calls << u"suspend "_s + instance.name;
    co_return co_await suspensions.play(instance, progress);
}

Task<Result<Outcome>> ScriptedProvider::restart(Instance instance, Progress progress)
{
    m_calls << u"restart "_s + instance.name;
    co_return co_await restarts.play(instance, progress);
}

Task<Result<void>> ScriptedProvider::waitForEditor(Instance instance, Progress progress)
{
    m_calls << u"editor "_s + instance.name;
    co_return co_await editors.play(instance, progress);
}

Task<Result<std::vector<Resource>>> ScriptedProvider::remove(Instance instance, Progress progress)
{
    m_calls << u"remove "_s + instance.name;
    co_return co_await removals.play(instance, progress);
}

qsizetype ScriptedProvider::count(const QString &call) const
{
    return std::ranges::count_if(m_calls, [&](const QString &made) { return made.section(u' ', 0, 0) == call; });
}
