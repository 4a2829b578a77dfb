#include "fly/flypart.h"

#include "fly/flyparser.h"

namespace swarm {

Task<Result<void>> FlyPart::command(FlyCall call)
{
    co_return co_await ask(std::move(call), doneFrom);
}

} // namespace swarm
