#include "fly/flyplatform.h"

#include "fly/flyparser.h"

using namespace Qt::StringLiterals;

namespace swarm {

Task<Result<RegionList>> FlyPlatform::regions(std::stop_token stop)
{
    FlyCall call{.route = u"/v1/platform/regions"_s, .pace = Pace::Free, .stop = stop};
    co_return co_await ask(std::move(call), regionsFrom);
}

Task<Result<std::vector<Placement>>> FlyPlatform::placements(PlacementRequest request, std::stop_token stop)
{
    FlyCall call{.verb = "POST"_ba,
                 .route = u"/v1/platform/placements"_s,
                 .body = {{u"org_slug"_s, request.organization}, {u"count"_s, request.count}},
                 .repeat = Repeat::WhenNotDone,
                 .pace = Pace::Free,
                 .stop = stop};
    if (!request.region.isEmpty())
        call.body.insert(u"region"_s, request.region);
    if (!request.guest.isEmpty())
        call.body.insert(u"compute"_s, request.guest);
    if (request.volumeBytes > 0)
        call.body.insert(u"volume_size_bytes"_s, request.volumeBytes);
    co_return co_await ask(std::move(call), placementsFrom);
}

} // namespace swarm
