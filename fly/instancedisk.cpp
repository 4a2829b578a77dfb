#include "fly/instancedisk.h"

#include "fly/machinecommands.h"
#include "fly/machineconfig.h"
#include "fly/provisioner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

DiskSnapshot diskSnapshot(const Snapshot &snapshot, const QString &volume)
{
    using State = DiskSnapshot::State;
    const auto state = snapshot.state == Snapshot::State::Created ? State::Ready
        : snapshot.state == Snapshot::State::Failed               ? State::Failed
        : snapshot.state == Snapshot::State::Unknown              ? State::Unknown
                                                                  : State::UnderWay;
    return {.id = snapshot.id,
            .volume = volume,
            .state = state,
            .bytes = snapshot.bytes,
            .sizeGb = static_cast<int>(snapshot.volumeBytes >> 30),
            .keptDays = snapshot.retentionDays,
            .createdAt = snapshot.createdAt};
}

} // namespace

Task<Result<Outcome>> InstanceDisk::extend(Instance instance, int sizeGb, Progress progress)
{
    const auto machine = co_await m_reader.wholeMachine(instance, progress.stop);
    if (!machine)
        co_return std::unexpected(machine.error());
    instance = co_await m_reader.completed(*machine, std::move(instance));
    const auto disk = co_await m_tools.fly.volumes.get(instance.app, instance.volume, progress.stop);
    if (!disk)
        co_return std::unexpected(disk.error());
    instance.diskGb = disk->sizeGb;
    if (disk->sizeGb == sizeGb)
        co_return Outcome{.instance = instance, .wasAlreadySo = true};
    if (disk->sizeGb > sizeGb)
        co_return std::unexpected(Error{.code = ErrorCode::ApiInvalidRequest,
                                        .detail = u"the disk has %1 GB"_s.arg(disk->sizeGb),
                                        .refusal = Refusal::DiskOnlyGrows});
    const auto noted = co_await progress.note(u"size_gb"_s, sizeGb);
    if (!noted)
        co_return std::unexpected(noted.error());
    progress.entered(Step::ExtendingDisk);
    const auto extended = co_await m_tools.fly.volumes.extend(instance.app, instance.volume, sizeGb, progress.stop);
    if (!extended)
        co_return std::unexpected(extended.error());
    instance.diskGb = extended->volume.sizeGb;
    if (!extended->needsRestart || instance.status != Status::Running)
        co_return Outcome{.instance = instance};
    MachineCommands commands(m_tools);
    const auto restarted = co_await commands.restart(instance.app, instance.machine, std::move(progress));
    if (!restarted)
        co_return std::unexpected(restarted.error());
    const auto now = co_await m_reader.completed(*restarted, std::move(instance));
    co_return Outcome{.instance = now};
}

Task<Result<std::vector<DiskSnapshot>>> InstanceDisk::snapshots(Instance instance)
{
    const auto machine = co_await m_tools.fly.machines.get(instance.app, instance.machine, {});
    if (machine)
        instance = instanceFrom(*machine, instance);
    else if (machine.error().kind() != Error::Kind::NotFound)
        co_return std::unexpected(machine.error());
    const auto found = co_await m_tools.fly.volumes.snapshots(instance.app, instance.volume, {});
    if (!found)
        co_return std::unexpected(found.error());
    std::vector<DiskSnapshot> list;
    std::ranges::transform(*found, std::back_inserter(list),
                           [&](const Snapshot &snapshot) { return diskSnapshot(snapshot, instance.volume); });
    co_return list;
}

Task<Result<DiskSnapshot>> InstanceDisk::takeSnapshot(Instance instance, int keptDays, Progress progress)
{
    const auto machine = co_await m_reader.wholeMachine(instance, progress.stop);
    if (!machine)
        co_return std::unexpected(machine.error());
    instance = instanceFrom(*machine, instance);
    if (keptDays > 0) {
        const auto kept =
            co_await m_tools.fly.volumes.setRetention(instance.app, instance.volume, keptDays, true, progress.stop);
        if (!kept)
            co_return std::unexpected(kept.error());
    }
    Provisioner provisioner(m_tools, instance.app, std::move(progress));
    const auto taken = co_await provisioner.makeSnapshot(instance.volume);
    if (!taken)
        co_return std::unexpected(taken.error());
    co_return diskSnapshot(*taken, instance.volume);
}

} // namespace swarm
