#include "fly/flyparser.h"
#include "tests/fuzz/fuzz.h"

using namespace swarm;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto all = seriesFrom(bytesFrom(data, size));
    if (!isRead(all))
        return 0;
    for (const auto &series : *all)
        require(std::ranges::all_of(series.samples, &QDateTime::isValid, &Sample::at));
    return 0;
}
