#pragma once

#include "fly/flytools.h"
#include "model/provider.h"

#include <functional>

namespace swarm {

//! Brings a machine into a state, and is sure of it: repeats what a machine refuses for the moment, and looks at the
//! machine before it repeats what may have happened.
class MachineCommands
{
public:
    explicit MachineCommands(FlyTools tools)
        : m_tools(std::move(tools))
    {
    }

    struct Reached {
        Machine machine = {};
        bool wasAlreadySo = false;
    };

    //! Status::Running, Stopped or Suspended. `lease` is empty where none is held.
    [[nodiscard]] Task<Result<Reached>> bring(QString app, QString machine, Status wanted, StopManner manner,
                                              QString lease, Progress progress);
    [[nodiscard]] Task<Result<Machine>> restart(QString app, QString machine, Progress progress);
    //! Destroys it, whatever it is doing, and waits until it is gone. One that was gone is fine.
    [[nodiscard]] Task<Result<void>> destroy(QString app, QString machine, QString lease);
    //! Deletes a volume, which stays bound for a while after its machine. One that was gone is fine.
    [[nodiscard]] Task<Result<void>> removeVolume(QString app, QString volume);
    //! Waits until the machine's own check of its editor passes; a machine without one only has to run.
    //! `RESOURCE_WRONG_STATE` when it ends, `NETWORK_TIMEOUT` after three minutes.
    [[nodiscard]] Task<Result<Machine>> untilChecked(QString app, QString machine, Progress progress);

    using Command = std::function<Task<Result<void>>()>;
    //! Sends a command until the machine is in a state to take it. An answer that got lost is looked for at the
    //! machine, which was `before`.
    [[nodiscard]] Task<Result<void>> insist(QString app, Machine before, Command command, std::stop_token stop);

private:
    [[nodiscard]] Command commandFor(const QString &app, const QString &machine, Status wanted, StopManner manner,
                                     const QString &lease, const std::stop_token &stop);
    [[nodiscard]] Task<Result<bool>> hasMoved(QString app, Machine before, std::stop_token stop);

    FlyTools m_tools;
};

} // namespace swarm
