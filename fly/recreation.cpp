#include "fly/recreation.h"

#include "fly/configchange.h"
#include "fly/machineconfig.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::chrono::milliseconds releasePatience = 60s;
constexpr auto lookAgain = 500ms;

Error hostAway()
{
    return {.code = ErrorCode::ResourceWrongState,
            .detail = u"the host of its disk cannot be reached: restore its last snapshot instead"_s};
}

} // namespace

Recreation::Recreation(FlyTools tools, Instance instance, Progress progress)
    : m_tools(tools)
    , m_commands(tools)
    , m_instance(std::move(instance))
    , m_progress(std::move(progress))
{
}

Task<Result<Machine>> Recreation::run()
{
    m_progress.entered(Step::LookingAround);
    const auto volume = co_await disk();
    if (!volume)
        co_return std::unexpected(volume.error());
    const auto was = co_await config();
    if (!was)
        co_return std::unexpected(was.error());
    const auto cleared = co_await clearWay(*volume);
    if (!cleared) {
        auto error = cleared.error();
        if (m_isClearing && error.leftBehind.empty())
            error.leftBehind.push_back({.kind = Resource::Kind::Volume, .name = volume->id});
        co_return std::unexpected(error);
    }

    m_progress.entered(Step::CreatingMachine);
    auto config = withVolume(*was, volume->id);
    config = withAutostart(config, true);
    config = withMetadata(config,
                          {{QString::fromLatin1(metadata::schema), u"1"_s},
                           {QString::fromLatin1(metadata::id), m_instance.id},
                           {QString::fromLatin1(metadata::name), m_instance.name},
                           {QString::fromLatin1(metadata::role), QString::fromLatin1(role::current)}});
    auto body = machineBody(u"editor-"_s + randomSuffix(), volume->region, config, 0);
    Provisioner provisioner(m_tools, m_instance.app, m_progress);
    const auto made = co_await provisioner.makeMachine(std::move(body));
    if (!made) { // the disk is whole and free: it only waits for a machine
        auto error = made.error();
        error.leftBehind.push_back({.kind = Resource::Kind::Volume, .name = volume->id});
        co_return std::unexpected(error);
    }
    auto running = co_await untilRunning(*made);
    if (!running) // it is the instance's by now, and stays
        running.error().leftBehind.push_back({.kind = Resource::Kind::Machine, .name = made->id});
    co_return running;
}

Task<Result<Machine>> Recreation::untilRunning(Machine made)
{
    m_progress.entered(Step::WaitingForMachine);
    const auto running = co_await m_tools.wait.until(m_instance.app, made, Status::Running, m_progress.stop);
    if (!running)
        co_return running;
    co_return co_await m_commands.untilChecked(m_instance.app, made.id, m_progress);
}

Task<Result<Volume>> Recreation::disk()
{
    const auto volumes = co_await m_tools.fly.volumes.list(m_instance.app, m_progress.stop);
    if (!volumes)
        co_return std::unexpected(volumes.error());
    const auto isIt = [this](const Volume &volume) {
        return !volume.isDying() && (volume.id == m_instance.volume || volume.attachedMachine == m_instance.machine);
    };
    const auto found = std::ranges::find_if(*volumes, isIt);
    if (found == volumes->end())
        co_return std::unexpected(Error{.code = ErrorCode::ResourceNotFound, .detail = u"its disk is gone as well"_s});
    if (!found->hostStatus.isEmpty() && found->hostStatus != "ok"_L1)
        co_return std::unexpected(hostAway());
    co_return *found;
}

Task<Result<QJsonObject>> Recreation::config()
{
    const auto machine = co_await m_tools.fly.machines.get(m_instance.app, m_instance.machine, m_progress.stop);
    if (machine && !machine->config.isEmpty())
        co_return pinnedConfig(*machine);
    if (!machine && machine.error().kind() != Error::Kind::NotFound)
        co_return std::unexpected(machine.error());
    if (machine) // alive on a host that is away
        co_return std::unexpected(hostAway());
    // Nobody remembers it: as it would be made today, from what the record knows.
    const InstanceSpec spec{.id = m_instance.id,
                            .name = m_instance.name,
                            .region = m_instance.region,
                            .size = m_instance.size,
                            .image = m_instance.image,
                            .idle = m_instance.idle};
    co_return configOf(spec);
}

Task<Result<void>> Recreation::clearWay(Volume volume)
{
    const auto noted = co_await m_progress.note(u"old_volume"_s, volume.id);
    if (!noted)
        co_return noted;
    if (volume.attachedMachine.isEmpty())
        co_return Result<void>();
    const auto holder = co_await m_tools.fly.machines.get(m_instance.app, volume.attachedMachine, m_progress.stop);
    if (holder && holder->id != m_instance.machine && instanceIdOf(*holder) != m_instance.id)
        co_return std::unexpected(
            Error{.code = ErrorCode::ResourceBusy,
                  .detail = u"its disk is held by machine %1, which is none of ours"_s.arg(holder->id)});
    if (!holder && holder.error().kind() != Error::Kind::NotFound)
        co_return std::unexpected(holder.error());
    const auto removing = co_await m_progress.note(u"removing_machine"_s, volume.attachedMachine);
    if (!removing)
        co_return removing;
    m_isClearing = true;
    if (holder && statusOf(holder->state) == Status::Running) { // lets the editor write down what it holds
        const auto stopped = co_await m_commands.bring(m_instance.app, holder->id, Status::Stopped,
                                                       StopManner::Graceful, {}, m_progress);
        if (!stopped)
            co_return std::unexpected(stopped.error());
    }
    m_progress.entered(Step::DeletingMachine);
    const auto gone = co_await m_commands.destroy(m_instance.app, volume.attachedMachine, {});
    if (!gone)
        co_return gone;
    co_return co_await untilFree(volume.id);
}

Task<Result<void>> Recreation::untilFree(QString volume)
{
    for (std::chrono::milliseconds waited{0}; waited < releasePatience; waited += lookAgain) {
        const auto seen = co_await m_tools.fly.volumes.get(m_instance.app, volume, {});
        if (!seen)
            co_return std::unexpected(seen.error());
        if (seen->attachedMachine.isEmpty())
            co_return Result<void>();
        co_await m_tools.clock.sleepFor(lookAgain);
    }
    co_return std::unexpected(Error{.code = ErrorCode::NetworkTimeout,
                                    .detail = u"Fly.io still holds the disk for the machine that is gone"_s,
                                    .leftBehind = {{.kind = Resource::Kind::Volume, .name = volume}}});
}

Task<Result<Recovery>> Recreation::recover(JournalEntry entry)
{
    const auto volume = entry.fact(u"old_volume"_s);
    const auto machines = co_await m_tools.fly.machines.list(m_instance.app, {}, {});
    if (!machines)
        co_return std::unexpected(machines.error());
    const auto isLiving = [this](const Machine &machine) {
        const auto status = statusOf(machine.state);
        return instanceIdOf(machine) == m_instance.id && isInstance(machine) && status != Status::Deleting
            && status != Status::Deleted;
    };
    const auto living = std::ranges::find_if(*machines, isLiving);
    const bool isNew = living != machines->end() && living->id != m_instance.machine;
    if (isNew)
        co_return Recovery{.end = Recovery::End::Finished, .instance = instanceFrom(*living, m_instance)};
    if (volume.isEmpty() || entry.fact(u"removing_machine"_s).isEmpty())
        co_return Recovery{.instance = m_instance};
    m_instance.volume = volume;
    const auto made = co_await run();
    if (!made)
        co_return std::unexpected(made.error());
    co_return Recovery{.end = Recovery::End::Finished, .instance = instanceFrom(*made, m_instance)};
}

} // namespace swarm
