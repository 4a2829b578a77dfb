#include "fly/previouscopies.h"

#include "fly/machineconfig.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {

PreviousCopies::PreviousCopies(FlyTools tools, Instance instance, Progress progress)
    : m_tools(tools)
    , m_commands(tools)
    , m_instance(std::move(instance))
    , m_progress(std::move(progress))
{
}

Task<Result<std::vector<PreviousCopy>>> PreviousCopies::list()
{
    const auto machines = co_await m_tools.fly.machines.list(m_instance.app, {}, m_progress.stop);
    if (!machines)
        co_return std::unexpected(machines.error());
    std::vector<PreviousCopy> found;
    for (const auto &machine : *machines) {
        const auto status = statusOf(machine.state);
        const bool isOther = instanceIdOf(machine) == m_instance.id && machine.id != m_instance.machine;
        if (!isOther || roleOf(machine) != QLatin1StringView(role::previous) || status == Status::Deleted
            || status == Status::Deleting)
            continue;
        found.push_back({.machine = machine.id,
                         .volume = mountedVolume(machine),
                         .region = machine.region,
                         .diskGb = knownConfig(machine)["mounts"_L1][0]["size_gb"_L1].toInt(),
                         .since = machine.updatedAt});
    }
    std::ranges::sort(found, std::ranges::greater(), &PreviousCopy::since);
    co_return found;
}

Task<Result<std::vector<Resource>>> PreviousCopies::drop()
{
    const auto there = co_await list();
    if (!there)
        co_return std::unexpected(there.error());
    std::vector<Resource> removed;
    for (const auto &copy : *there) {
        // The disk goes last and by its own name: one that is killed in between is found again by either.
        const auto noted = co_await m_progress.note(u"dropping_volume"_s, copy.volume);
        if (!noted)
            co_return std::unexpected(noted.error());
        m_progress.entered(Step::DeletingMachine);
        const auto machine = co_await m_commands.destroy(m_instance.app, copy.machine, {});
        if (!machine) { // it may be gone all the same, and then its disk waits for nobody
            auto error = machine.error();
            error.leftBehind = {{.kind = Resource::Kind::Machine, .name = copy.machine},
                                {.kind = Resource::Kind::Volume, .name = copy.volume}};
            co_return std::unexpected(error);
        }
        removed.push_back({.kind = Resource::Kind::Machine, .name = copy.machine});
        m_progress.entered(Step::DeletingDisk);
        const auto dropped = co_await dropVolume(copy.volume);
        if (!dropped)
            co_return std::unexpected(dropped.error());
        removed.push_back({.kind = Resource::Kind::Volume, .name = copy.volume});
    }
    co_return removed;
}

Task<Result<void>> PreviousCopies::dropVolume(QString volume)
{
    if (volume.isEmpty() || volume == m_instance.volume)
        co_return Result<void>();
    const auto gone = co_await m_commands.removeVolume(m_instance.app, volume);
    if (gone)
        co_return gone;
    auto error = gone.error();
    error.leftBehind.push_back({.kind = Resource::Kind::Volume, .name = volume});
    co_return std::unexpected(error);
}

} // namespace swarm
