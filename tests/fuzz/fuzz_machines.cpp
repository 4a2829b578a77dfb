#include "fly/flyparser.h"
#include "tests/fuzz/fuzz.h"

using namespace swarm;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto body = bytesFrom(data, size);
    const auto hasId = [](const Machine &machine) { return !machine.id.isEmpty(); };

    if (const auto machine = machineFrom(body); isRead(machine))
        require(hasId(*machine));
    if (const auto machines = machinesFrom(body); isRead(machines))
        require(std::ranges::all_of(*machines, hasId));
    if (const auto page = machinePageFrom(body); isRead(page))
        require(std::ranges::all_of(page->rows, hasId));
    if (const auto processes = processesFrom(body); isRead(processes))
        require(std::ranges::all_of(*processes, [](const Process &process) { return process.pid > 0; }));
    if (const auto versions = versionsFrom(body); isRead(versions))
        require(std::ranges::none_of(*versions, &QString::isEmpty, &MachineVersion::version));
    if (const auto lease = leaseFrom(body); isRead(lease))
        require(!lease->nonce.isEmpty() || !lease->owner.isEmpty());
    isRead(metadataFrom(body));
    isRead(metadataValueFrom(body));
    isRead(execResultFrom(body));
    isRead(eventsFrom(body));
    isRead(doneFrom(body));
    return 0;
}
