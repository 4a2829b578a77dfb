// Regions, placements, tokens and sign-in.
#include "fly/flyparser.h"
#include "tests/fuzz/fuzz.h"

using namespace swarm;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto body = bytesFrom(data, size);

    if (const auto list = regionsFrom(body); isRead(list))
        require(std::ranges::none_of(list->regions, &QString::isEmpty, &Region::code));
    if (const auto placements = placementsFrom(body); isRead(placements))
        require(std::ranges::none_of(*placements, &QString::isEmpty, &Placement::region));
    if (const auto session = loginSessionFrom(body); isRead(session))
        require(!session->id.isEmpty() && !session->url.isEmpty());
    isRead(tokensFrom(body));
    isRead(tokenLimitsFrom(body));
    isRead(accessTokenFrom(body));
    return 0;
}
