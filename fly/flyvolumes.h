#pragma once

#include "fly/flypart.h"
#include "fly/flytypes.h"

namespace swarm {

//! A new volume: empty, from a snapshot, or a fork of another one. Of the last two at most one is given, and neither
//! may be larger than `sizeGb`.
struct VolumeRequest {
    QString name = {}; //!< a-z, 0-9 and _ only, at most 30 characters
    QString region = {};
    int sizeGb = 1; //!< 1 to 500
    QJsonObject guest = {}; //!< the machine it is for, so that its host has room for both
    QString snapshot = {}; //!< id
    QString source = {}; //!< id of the volume to fork
    int snapshotRetention = 0; //!< days, 1 to 60; 0: Fly.io's default of 5
};

//! Volumes: slices of one disk on one host, each for one machine.
class FlyVolumes : public FlyPart
{
public:
    using FlyPart::FlyPart;

    //! POST /v1/apps/{app}/volumes
    [[nodiscard]] Task<Result<Volume>> create(QString app, VolumeRequest request, std::stop_token stop);
    //! GET /v1/apps/{app}/volumes/{id}
    [[nodiscard]] Task<Result<Volume>> get(QString app, QString id, std::stop_token stop);
    //! GET /v1/apps/{app}/volumes: those that are going away, too
    [[nodiscard]] Task<Result<std::vector<Volume>>> list(QString app, std::stop_token stop);
    //! PUT /v1/apps/{app}/volumes/{id}: for snapshots to come
    [[nodiscard]] Task<Result<Volume>> setRetention(QString app, QString id, int days, bool hasAutoBackup,
                                                    std::stop_token stop);
    //! PUT /v1/apps/{app}/volumes/{id}/extend: never back
    [[nodiscard]] Task<Result<VolumeExtension>> extend(QString app, QString id, int sizeGb, std::stop_token stop);
    //! DELETE /v1/apps/{app}/volumes/{id}. `RESOURCE_WRONG_STATE` while a machine holds it.
    [[nodiscard]] Task<Result<void>> remove(QString app, QString id, std::stop_token stop);

    //! POST /v1/apps/{app}/volumes/{id}/snapshots: begins one and gives its id. `RESOURCE_WRONG_STATE` while another
    //! is under way.
    [[nodiscard]] Task<Result<QString>> createSnapshot(QString app, QString id, std::stop_token stop);
    //! GET /v1/apps/{app}/volumes/{id}/snapshots
    [[nodiscard]] Task<Result<std::vector<Snapshot>>> snapshots(QString app, QString id, std::stop_token stop);
};

} // namespace swarm
