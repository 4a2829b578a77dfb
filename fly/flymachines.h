#pragma once

#include "fly/flypart.h"
#include "fly/flytypes.h"

namespace swarm {

//! Which machines of an app to list.
struct MachineFilter {
    bool includesDeleted = false;
    QString region = {};
    QStringList states = {}; //!< of created, started, stopped, suspended; empty: all
    QMap<QString, QString> metadata = {}; //!< all of these
};

//! A change of a machine. `config` replaces everything: take Machine::config, change it, send it whole.
struct MachineUpdate {
    QJsonObject config = {};
    QString currentVersion = {}; //!< refused when the machine has another one meanwhile; empty: whatever it has
    qint64 minSecretsVersion = 0; //!< refused until secrets are at least this version; 0: whatever they are
    bool skipsLaunch = false; //!< a stopped one stays stopped in any case
};

//! Machines. What changes one takes the nonce of a lease that we hold on it, or nothing.
class FlyMachines : public FlyPart
{
public:
    using FlyPart::FlyPart;

    //! POST /v1/apps/{app}/machines. `name` makes it creatable once; see Machine names in Fly.io's documentation.
    [[nodiscard]] Task<Result<Machine>> create(QString app, QJsonObject body, std::stop_token stop);
    //! GET /v1/apps/{app}/machines/{id}. A destroyed one can be read for a while.
    [[nodiscard]] Task<Result<Machine>> get(QString app, QString id, std::stop_token stop);
    //! GET /v1/apps/{app}/machines
    [[nodiscard]] Task<Result<std::vector<Machine>>> list(QString app, MachineFilter filter, std::stop_token stop);
    //! POST /v1/apps/{app}/machines/{id}: reboots it when it runs, and resets all but its disk. Compare what comes
    //! back: a size that does not fit may be taken back later, with an event of type "revert".
    [[nodiscard]] Task<Result<Machine>> update(QString app, QString id, MachineUpdate update, QString lease,
                                               std::stop_token stop);
    //! DELETE /v1/apps/{app}/machines/{id}?force=true: returns before it is destroyed, its disk free later still
    [[nodiscard]] Task<Result<void>> remove(QString app, QString id, QString lease, std::stop_token stop);
    //! DELETE /v1/apps/{app}/machines/{id}: the same, but only when it is stopped, suspended, failed or created;
    //! `RESOURCE_WRONG_STATE` otherwise
    [[nodiscard]] Task<Result<void>> removeQuiet(QString app, QString id, QString lease, std::stop_token stop);

    //! POST .../start. `RESOURCE_WRONG_STATE` while it is created, replaced or just stopped.
    [[nodiscard]] Task<Result<void>> start(QString app, QString id, QString lease, std::stop_token stop);
    //! POST .../stop: with SIGTERM and 10 s; or SIGKILL at once. Returns before it is stopped.
    [[nodiscard]] Task<Result<void>> stop(QString app, QString id, bool kill, QString lease, std::stop_token stop);
    //! POST .../suspend: 2 GB or less, no swap
    [[nodiscard]] Task<Result<void>> suspend(QString app, QString id, QString lease, std::stop_token stop);
    //! POST .../restart?timeout=10s
    [[nodiscard]] Task<Result<void>> restart(QString app, QString id, QString lease, std::stop_token stop);
    //! POST .../signal: SIGTERM and the like
    [[nodiscard]] Task<Result<void>> signal(QString app, QString id, QString signal, std::stop_token stop);
    //! POST .../cordon and .../uncordon: whether the proxy sends visits to it
    [[nodiscard]] Task<Result<void>> setCordoned(QString app, QString id, bool isCordoned, QString lease,
                                                 std::stop_token stop);
    //! GET .../wait: up to 60 s, on connections of its own; `NETWORK_TIMEOUT` with HTTP status 408 means "not yet"
    [[nodiscard]] Task<Result<void>> wait(QString app, QString id, QString instanceId, QString state,
                                          std::stop_token stop);

    //! POST .../lease: takes it, or keeps it when `nonce` is the one we hold. `RESOURCE_BUSY`: somebody else has it.
    [[nodiscard]] Task<Result<Lease>> acquireLease(QString app, QString id, std::chrono::seconds validFor,
                                                   QString description, QString nonce, std::stop_token stop);
    //! GET .../lease. `RESOURCE_NOT_FOUND`: nobody holds one.
    [[nodiscard]] Task<Result<Lease>> lease(QString app, QString id, std::stop_token stop);
    //! DELETE .../lease
    [[nodiscard]] Task<Result<void>> releaseLease(QString app, QString id, QString nonce, std::stop_token stop);

    //! GET .../metadata
    [[nodiscard]] Task<Result<QMap<QString, QString>>> metadata(QString app, QString id, std::stop_token stop);
    //! PATCH .../metadata: these keys, an empty value removes one; no new version, no restart.
    //! `RESOURCE_WRONG_STATE`: the machine has another version meanwhile; an empty version is not compared.
    [[nodiscard]] Task<Result<void>> changeMetadata(QString app, QString id, QMap<QString, QString> values,
                                                    QString version, std::stop_token stop);
    //! PUT .../metadata: these keys and no others
    [[nodiscard]] Task<Result<void>> replaceMetadata(QString app, QString id, QMap<QString, QString> values,
                                                     std::stop_token stop);
    //! GET .../metadata/{key}. `RESOURCE_NOT_FOUND`: there is no such key.
    [[nodiscard]] Task<Result<QString>> metadataValue(QString app, QString id, QString key, std::stop_token stop);
    //! POST .../metadata/{key}
    [[nodiscard]] Task<Result<void>> setMetadata(QString app, QString id, QString key, QString value,
                                                 std::stop_token stop);
    //! DELETE .../metadata/{key}
    [[nodiscard]] Task<Result<void>> removeMetadata(QString app, QString id, QString key, std::stop_token stop);

    //! POST .../exec: runs a command in a started machine and waits for its end, at most `patience`, which is a minute
    //! at most. Never put secrets into the command: events show it.
    [[nodiscard]] Task<Result<ExecResult>> exec(QString app, QString id, QStringList command,
                                                std::chrono::seconds patience, std::stop_token stop);
    //! GET .../ps
    [[nodiscard]] Task<Result<std::vector<Process>>> processes(QString app, QString id, std::stop_token stop);
    //! GET .../events: newest first, 50 at most
    [[nodiscard]] Task<Result<QJsonArray>> events(QString app, QString id, int limit, std::stop_token stop);
    //! GET .../versions: earlier whole configurations
    [[nodiscard]] Task<Result<std::vector<MachineVersion>>> versions(QString app, QString id, std::stop_token stop);
};

} // namespace swarm
