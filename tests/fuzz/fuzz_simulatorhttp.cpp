// The simulator's HTTP: a request ends where it ends, whatever comes behind.
#include "fly/simulator/httpparser.h"
#include "tests/fuzz/fuzz.h"

using namespace swarm::simulator;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto buffer = bytesFrom(data, size);
    const auto parsed = parseRequest(buffer);
    if (parsed.state != Parsed::State::Whole)
        return 0;
    require(parsed.length > 0 && parsed.length <= buffer.size() && parsed.request.body.size() <= parsed.length);
    const auto exact = parseRequest(buffer.left(parsed.length));
    require(exact.state == Parsed::State::Whole && exact.request.body == parsed.request.body);
    require(parseRequest(buffer.left(parsed.length - 1)).state == Parsed::State::NeedsMore);
    static_cast<void>(parsed.request.path());
    static_cast<void>(parsed.request.queryFlag(QStringLiteral("force")));
    return 0;
}
