#pragma once

#include "fly/machinecommands.h"
#include "fly/machinelease.h"

#include <functional>

namespace swarm {

//! Changes a machine in place: its whole configuration, with what we do not know; one that runs is restarted by it. A
//! change that does not work is put back.
class Reconfiguration
{
public:
    //! From the configuration as it is, its image pinned, to the one that is wanted.
    using Change = std::function<Result<QJsonObject>(const QJsonObject &config)>;

    struct Changed {
        Machine machine = {};
        bool wasAlreadySo = false;
    };

    Reconfiguration(FlyTools tools, QString app, QString machine, Progress progress);

    //! Under a lease of its own. Error::wasPutBack says whether a failed change was undone; otherwise it had not begun,
    //! or `leftBehind` names the machine. `minSecretsVersion` above 0 makes a new version even when nothing else
    //! changes, and is never put back.
    [[nodiscard]] Task<Result<Changed>> run(Change change, qint64 minSecretsVersion);
    //! The same under a lease that somebody else holds, without waiting for the editor.
    [[nodiscard]] Task<Result<Changed>> runUnder(QString lease, Change change);

private:
    //! What a change means for the machine as it is.
    struct Plan {
        Machine before = {};
        QJsonObject present = {}; //!< its configuration, the image pinned
        QJsonObject wanted = {};
    };

    [[nodiscard]] Task<Result<Plan>> planned(Change change, std::stop_token stop);
    [[nodiscard]] Task<Result<Changed>> changed(Change change, qint64 minSecretsVersion);
    [[nodiscard]] Task<Result<Machine>> send(Machine before, QJsonObject config, qint64 minSecretsVersion,
                                             QString lease, std::stop_token stop);
    //! Waits until the machine is back where it was, running or asleep, in its new version.
    [[nodiscard]] Task<Result<Machine>> settled(Machine sent, Status wanted, Progress progress);
    [[nodiscard]] Task<Result<Machine>> proven(Machine sent, Status place, QJsonObject wanted, QJsonObject before);
    [[nodiscard]] Task<Error> putBack(Machine now, QJsonObject config, Status wanted, Error cause);

    FlyTools m_tools;
    MachineCommands m_commands;
    MachineLease m_lease;
    QString m_app;
    QString m_machine;
    Progress m_progress;
};

} // namespace swarm
