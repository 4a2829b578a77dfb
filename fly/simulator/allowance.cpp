#include "fly/simulator/allowance.h"

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

static std::optional<Response> trialProblem(World &world, const QJsonObject &guest)
{
    int machines = 0;
    for (const auto &[id, machine] : world.machines())
        machines += machine.isDestroyed() ? 0 : 1;
    if (machines >= trialMachines)
        return needsPayment(u"create more than %1 machines"_s.arg(trialMachines));
    if (guest[u"cpu_kind"].toString() == "performance"_L1 || guest[u"cpus"].toInt() > trialCpus
        || guest[u"memory_mb"].toInt() > trialMemoryMb)
        return needsPayment(u"use machines of this size on a trial"_s);
    return {};
}

std::optional<Response> machineAllowance(World &world, const App &app, const QJsonObject &config, const QString &region)
{
    const auto &limits = world.limits();
    const auto guest = config[u"guest"].toObject();
    if (limits.isTrial) {
        if (auto problem = trialProblem(world, guest))
            return problem;
    }
    int inApp = 0;
    int memoryMb = 0;
    for (const auto &[id, machine] : world.machines()) {
        if (machine.isDestroyed())
            continue;
        inApp += machine.appNumber == app.number ? 1 : 0;
        memoryMb += machine.region == region ? machine.guest()[u"memory_mb"].toInt() : 0;
    }
    if (limits.machinesPerApp > 0 && inApp >= limits.machinesPerApp)
        return needsPayment(u"create more than %1 machine per app"_s.arg(limits.machinesPerApp));
    if (limits.memoryMbPerRegion > 0 && memoryMb + guest[u"memory_mb"].toInt() > limits.memoryMbPerRegion)
        return overQuota(u"%1 MB of memory in %2"_s.arg(memoryMb).arg(region));
    return {};
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
