#pragma once

#include "fly/flyclient.h"
#include "fly/machinewait.h"

namespace swarm {

//! What the longer stories of the provider work with. Everything in it outlives them.
struct FlyTools {
    FlyClient &fly;
    MachineWait &wait;
    const Clock &clock;
    QString organization = {}; //!< slug
};

} // namespace swarm
