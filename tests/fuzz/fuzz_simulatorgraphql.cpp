// The simulator's GraphQL: a document is read, or refused in words.
#include "fly/simulator/graphqlselection.h"
#include "tests/fuzz/fuzz.h"

using namespace swarm::simulator;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QString error;
    const auto operation = parseGraphQl(QString::fromUtf8(bytesFrom(data, size)), {}, {}, &error);
    require(operation || !error.isEmpty());
    return 0;
}
