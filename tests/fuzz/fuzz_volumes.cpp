#include "fly/flyparser.h"
#include "tests/fuzz/fuzz.h"

using namespace swarm;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto body = bytesFrom(data, size);
    const auto hasId = [](const Volume &volume) { return !volume.id.isEmpty(); };

    if (const auto volume = volumeFrom(body); isRead(volume))
        require(hasId(*volume));
    if (const auto volumes = volumesFrom(body); isRead(volumes))
        require(std::ranges::all_of(*volumes, hasId));
    if (const auto page = volumePageFrom(body); isRead(page))
        require(std::ranges::all_of(page->rows, hasId));
    if (const auto extension = extensionFrom(body); isRead(extension))
        require(hasId(extension->volume));
    if (const auto snapshot = newSnapshotFrom(body); isRead(snapshot))
        require(!snapshot->isEmpty());
    if (const auto snapshots = snapshotsFrom(body); isRead(snapshots))
        require(std::ranges::none_of(*snapshots, &QString::isEmpty, &Snapshot::id));
    return 0;
}
