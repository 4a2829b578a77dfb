#pragma once

#include "fly/flyclient.h"
#include "model/provider.h"

namespace swarm {

//! Waits until a machine is in a state.
//!
//! At most two of Fly.io's long waits run at a time, on connections of their own; further ones look now and then.
class MachineWait
{
public:
    MachineWait(FlyClient &fly, const Clock &clock)
        : m_fly(fly)
        , m_clock(clock)
    {
    }

    //! The machine in that state. `RESOURCE_WRONG_STATE` when it ended somewhere else, `NETWORK_TIMEOUT` after 5
    //! minutes.
    [[nodiscard]] Task<Result<Machine>> until(QString app, Machine machine, Status wanted, std::stop_token stop);
    //! The machine as it is now, for somebody who has just changed it: one look that fails says nothing about what came
    //! of that, so it is repeated.
    [[nodiscard]] Task<Result<Machine>> look(QString app, QString machine, std::stop_token stop);

private:
    [[nodiscard]] Task<> oneTurn(QString app, Machine machine, Status wanted, std::stop_token stop);

    FlyClient &m_fly;
    const Clock &m_clock;
    int m_longWaits = 0;
};

} // namespace swarm
