#pragma once

#include "fly/flypart.h"
#include "model/series.h"

namespace swarm {

//! Measurements, as Prometheus keeps them: one in 15 s, for about 15 days. Needs a token of the whole organization.
class FlyMetrics : public FlyPart
{
public:
    using FlyPart::FlyPart;

    //! GET {web}/prometheus/{organization}/api/v1/query_range. A machine that was off has no values then.
    [[nodiscard]] Task<Result<std::vector<Series>>> range(QString organization, QString expression, TimeRange range,
                                                          std::stop_token stop);
    //! GET {web}/prometheus/{organization}/api/v1/query: the newest value of each
    [[nodiscard]] Task<Result<std::vector<Series>>> newest(QString organization, QString expression,
                                                           std::stop_token stop);
};

} // namespace swarm
