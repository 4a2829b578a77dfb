#pragma once

#include "fly/flypart.h"
#include "model/logline.h"

namespace swarm {

//! Logs, as Fly.io's own command line reads them: not an official interface, about 7 days of lines.
class FlyLogs : public FlyPart
{
public:
    using FlyPart::FlyPart;

    //! GET {web}/api/v1/apps/{app}/logs: without `after` the last 100 lines, else those from there on. Lines of the
    //! very same moment may come again: know them by their id.
    [[nodiscard]] Task<Result<LogPage>> page(QString app, QString machine, QString after, std::stop_token stop);
};

} // namespace swarm
