#include "fly/flyparser.h"
#include "tests/fuzz/fuzz.h"

using namespace swarm;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (const auto page = logPageFrom(bytesFrom(data, size)); isRead(page))
        require(std::ranges::none_of(page->lines, &QString::isEmpty, &LogLine::id));
    return 0;
}
