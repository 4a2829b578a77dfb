#pragma once

#include "fly/flytools.h"
#include "model/provider.h"

#include <functional>

namespace swarm {

//! Makes things in one app, each exactly once: written down before it is asked for, and when an answer gets lost, what
//! should have been made is looked for before it is asked for again.
//!
//! Facts in the journal: `making_<thing>` before, `<thing>` with its id after; `volumes_before` and `machine_name` are
//! the caller's.
class Provisioner
{
public:
    Provisioner(FlyTools tools, QString app, Progress progress);

    //! The app is so new that it may answer "not found" and "unauthorized" until this moment.
    void setSettlingUntil(const QDateTime &time) { m_settlingUntil = time; }
    //! Volumes of that app that are none of what we make.
    void setKnownVolumes(const QStringList &ids) { m_knownVolumes = ids; }

    //! The version from which machines see it; 0 when not told.
    [[nodiscard]] Task<Result<qint64>> setSecret(QString name, QString value);
    [[nodiscard]] Task<Result<void>> assignAddress(AddressType type);
    //! All that the kind of address stands for, side by side.
    [[nodiscard]] Task<Result<void>> assignAddresses(AddressKind kind);
    //! Waits until a machine can use it: one from a snapshot has to be filled first.
    [[nodiscard]] Task<Result<Volume>> makeVolume(VolumeRequest request);
    //! Until all of its data are there, half an hour at most: a fork can be mounted before.
    [[nodiscard]] Task<Result<Volume>> untilWhole(Volume volume);
    //! The name in `body` tells it from others.
    [[nodiscard]] Task<Result<Machine>> makeMachine(QJsonObject body);
    //! Takes a snapshot of a volume and waits until it is complete, half an hour at most.
    [[nodiscard]] Task<Result<Snapshot>> makeSnapshot(QString volume);

    //! Whether such an answer only says that the app is not known everywhere yet.
    [[nodiscard]] bool mayBeUnsettled(const Error &error) const;

private:
    using Addresses = std::vector<IpAssignment>;
    template <typename T> using Request = std::function<Task<Result<T>>()>;

    //! Sends a creation. When its answer got lost, looks for what it should have made before it asks again.
    template <typename T> [[nodiscard]] Task<Result<T>> certainly(Request<T> request, Request<std::optional<T>> find);
    //! Sends a request about the new app until the app is known everywhere.
    template <typename T> [[nodiscard]] Task<Result<T>> settled(Request<T> request);
    [[nodiscard]] Task<Result<std::optional<qint64>>> findSecret();
    [[nodiscard]] Task<Result<std::optional<Addresses>>> findAddress(AddressType type);
    [[nodiscard]] Task<Result<Volume>> untilMountable(Volume volume);
    [[nodiscard]] Task<Result<Volume>> untilReady(Volume volume, std::function<bool(const Volume &)> isReady);
    [[nodiscard]] Task<Result<std::optional<Volume>>> findVolume(QString name);
    [[nodiscard]] Task<Result<std::optional<Machine>>> findMachine(QString name);
    [[nodiscard]] Task<Result<std::optional<QString>>> findSnapshot(QString volume, QStringList before);
    [[nodiscard]] Task<Result<Snapshot>> untilComplete(QString volume, QString snapshot);

    FlyTools m_tools;
    QString m_app;
    Progress m_progress;
    QDateTime m_settlingUntil;
    QStringList m_knownVolumes;
};

} // namespace swarm
