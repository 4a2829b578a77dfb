#include "fly/simulator/allowance.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr int trialMachines = 10;
constexpr int trialCpus = 2;
constexpr int trialMemoryMb = 4096;
constexpr int trialVolumesGb = 20;

static Response needsPayment(const QString &what)
{
    return errorAnswer(
        422,
        u"To %1 please add a payment method. https://fly.io/dashboard/%2/billing"_s.arg(what, World::organization()));
}

static Response overQuota(const QString &use)
{
    return errorAnswer(403,
                       u"organization \"%1\" is using %2 which is over the allowed quota. please consider other "
                       "regions"_s.arg(World::organization(), use));
}

static int livingMachines(const World &world)
{
    return static_cast<int>(
        std::ranges::count_if(world.machines(), [](const auto &item) { return !item.second.isDestroyed(); }));
}

static int memoryIn(const World &world, const QString &region)
{
    int memoryMb = 0;
    for (const auto &[id, machine] : world.machines())
        memoryMb += machine.isDestroyed() || machine.region != region ? 0 : machine.guest()[u"memory_mb"].toInt();
    return memoryMb;
}

static bool isForTrials(const QJsonObject &guest)
{
    return guest[u"cpu_kind"].toString() != "performance"_L1 && guest[u"cpus"].toInt() <= trialCpus
        && guest[u"memory_mb"].toInt() <= trialMemoryMb;
}

std::optional<Response> machineAllowance(World &world, const App &app, const QJsonObject &config, const QString &region,
                                         const Machine *before)
{
    const auto &limits = world.limits();
    const auto guest = config[u"guest"].toObject();
    if (limits.isTrial && !before && livingMachines(world) >= trialMachines)
        return needsPayment(u"create more than %1 machines"_s.arg(trialMachines));
    if (limits.isTrial && !isForTrials(guest))
        return needsPayment(u"use machines of this size on a trial"_s);

    const auto inApp = std::ranges::count_if(world.machines(), [&app](const auto &item) {
        return item.second.appNumber == app.number && !item.second.isDestroyed();
    });
    if (!before && limits.machinesPerApp > 0 && inApp >= limits.machinesPerApp)
        return needsPayment(u"create more than %1 machine per app"_s.arg(limits.machinesPerApp));

    const int moreMb = guest[u"memory_mb"].toInt() - (before ? before->guest()[u"memory_mb"].toInt() : 0);
    const int usedMb = memoryIn(world, region);
    if (limits.memoryMbPerRegion > 0 && moreMb > 0 && usedMb + moreMb > limits.memoryMbPerRegion)
        return overQuota(u"%1 MB of memory in %2"_s.arg(usedMb).arg(region));
    return {};
}

int machinesAllowed(World &world, const QJsonObject &guest, const QString &region)
{
    constexpr int many = 1000;
    const auto &limits = world.limits();
    if (limits.isTrial)
        return isForTrials(guest) ? std::max(0, trialMachines - livingMachines(world)) : 0;
    const int sizeMb = std::max(1, guest[u"memory_mb"].toInt());
    const int freeMb = limits.memoryMbPerRegion - memoryIn(world, region);
    return limits.memoryMbPerRegion > 0 ? std::clamp(freeMb / sizeMb, 0, many) : many;
}

std::optional<Response> volumeAllowance(World &world, int moreGb)
{
    const auto &limits = world.limits();
    int usedGb = 0;
    for (const auto &[id, volume] : world.volumes())
        usedGb += volume.isLive() ? volume.sizeGb : 0;
    if (limits.isTrial && usedGb + moreGb > trialVolumesGb)
        return needsPayment(u"create more than %1 GB of volumes"_s.arg(trialVolumesGb));
    if (limits.volumesGb > 0 && usedGb + moreGb > limits.volumesGb)
        return overQuota(u"%1 GB of volumes"_s.arg(usedGb));
    return {};
}

std::optional<Response> addressAllowance(World &world, const QString &type)
{
    if (world.limits().isTrial && type == "v4"_L1)
        return needsPayment(u"allocate a dedicated IPv4"_s);
    return {};
}

} // namespace swarm::simulator
