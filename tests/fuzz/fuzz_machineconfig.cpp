// From a machine to the instance that it stands for.
#include "fly/flyparser.h"
#include "fly/machineconfig.h"
#include "model/instancejson.h"
#include "tests/fuzz/fuzz.h"

using namespace swarm;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto machine = machineFrom(bytesFrom(data, size));
    if (!isRead(machine))
        return 0;
    const auto instance = instanceFrom(*machine, {});
    require(instance.machine == machine->id);
    require(!toJson(instance).isEmpty());
    static_cast<void>(isInstance(*machine));
    return 0;
}
