#pragma once

#include "fly/flypart.h"
#include "fly/flytypes.h"
#include "model/region.h"

namespace swarm {

//! Which machines want a place.
struct PlacementRequest {
    QString organization = {}; //!< slug
    QString region = {}; //!< a code; empty: any
    int count = 1;
    QJsonObject guest = {};
    qint64 volumeBytes = 0; //!< 0: without a volume
};

//! What is the same for everybody: regions, and where there is room.
class FlyPlatform : public FlyPart
{
public:
    using FlyPart::FlyPart;

    //! GET /v1/platform/regions: those that take nothing new any more, too
    [[nodiscard]] Task<Result<RegionList>> regions(std::stop_token stop);
    //! POST /v1/platform/placements: regions with room; one without is left out. Changes nothing.
    [[nodiscard]] Task<Result<std::vector<Placement>>> placements(PlacementRequest request, std::stop_token stop);
};

} // namespace swarm
