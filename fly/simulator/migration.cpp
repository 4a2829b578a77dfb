#include "fly/simulator/migration.h"

#include "fly/simulator/ids.h"
#include "fly/simulator/volumeplacement.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static void moveVolume(World &world, const QString &id, const QString &successor)
{
    auto *volume = world.volume(id);
    const auto *app = volume ? world.app(volume->app) : nullptr;
    if (!app)
        return;
    const auto zone =
        chooseZone(world, *app, {.region = volume->region, .isApartFromName = false, .apartFrom = volume->zone});
    volume->zone = zone.isEmpty() ? volume->zone : zone;
    volume->machine = successor;
    volume->isHostFull = false;
    volume->isHostReachable = true;
    volume->isHostOld = false;
    world.changed(*volume);
}

QString migrate(World &world, MachineLife &life, Machine &machine)
{
    if (machine.isDestroyed())
        return {};
    const auto now = world.clock().stamp();
    // A memory image does not travel: what was suspended is stopped.
    const bool wasUp = machine.isStarted() || machine.state == "starting"_L1 || machine.state == "restarting"_L1;
    Machine successor{.id = newMachineId(),
                      .name = machine.name,
                      .appNumber = machine.appNumber,
                      .app = machine.app,
                      .region = machine.region,
                      .instanceId = newUlid(now),
                      .config = machine.config,
                      .secrets = machine.secrets,
                      .privateIp = machine.privateIp,
                      .createdAt = now,
                      .isCordoned = machine.isCordoned,
                      .keepsStopped = !wasUp};
    life.depart(machine);
    moveVolume(world, successor.mountedVolume(), successor.id);
    auto &arrived = world.addMachine(std::move(successor));
    life.begin(arrived);
    return arrived.id;
}

} // namespace swarm::simulator
