#pragma once

#include "fly/flyclient.h"
#include "fly/machinewait.h"
#include "model/provider.h"

#include <functional>

namespace swarm {

//! Creates one instance: app, secret, addresses and disk, machine; or leaves nothing behind.
//!
//! A request whose answer got lost is not repeated: what it should have made is looked for first.
class Creation
{
public:
    Creation(FlyClient &fly, MachineWait &wait, const Clock &clock, QString organization, InstanceSpec spec,
             Progress progress);

    //! The machine of the new instance, started.
    [[nodiscard]] Task<Result<Machine>> run();
    //! Takes everything back; returns the error that made it necessary, with what was undone and what was left.
    [[nodiscard]] Task<Error> undone(Error cause);

    [[nodiscard]] const QString &app() const { return m_app; }

private:
    template <typename T> using Request = std::function<Task<Result<T>>()>;
    using Addresses = std::vector<IpAssignment>;

    [[nodiscard]] Task<Result<void>> validate();
    [[nodiscard]] Task<Result<void>> createApp();
    [[nodiscard]] Task<Result<bool>> isNameFree(QString name);
    [[nodiscard]] Task<Result<void>> claim(QString name);
    [[nodiscard]] Task<Result<void>> waitForApp(std::stop_token stop);
    [[nodiscard]] Task<Result<void>> setPassword();
    [[nodiscard]] Task<Result<std::optional<qint64>>> findPassword();
    [[nodiscard]] Task<Result<void>> prepareAddressAndDisk();
    [[nodiscard]] Task<Result<void>> assignAddresses();
    [[nodiscard]] Task<Result<void>> assignAddress(AddressType type);
    [[nodiscard]] Task<Result<std::optional<Addresses>>> findAddress(AddressType type);
    [[nodiscard]] Task<Result<void>> createVolume();
    [[nodiscard]] Task<Result<std::optional<Volume>>> findVolume(QString name);
    [[nodiscard]] Task<Result<Machine>> createMachine();
    [[nodiscard]] Task<Result<std::optional<Machine>>> findMachine(QString name);
    //! Sends a creation. When its answer got lost, looks for what it should have made before it asks again.
    template <typename T> [[nodiscard]] Task<Result<T>> certainly(Request<T> request, Request<std::optional<T>> find);
    //! Sends a request about the new app until the app is known everywhere.
    template <typename T> [[nodiscard]] Task<Result<T>> settled(Request<T> request);
    [[nodiscard]] bool mayBeUnsettled(const Error &error) const;
    //! Whether the app is so new that it may not be known everywhere yet.
    [[nodiscard]] bool isSettling() const;

    FlyClient &m_fly;
    MachineWait &m_wait;
    const Clock &m_clock;
    QString m_organization;
    InstanceSpec m_spec;
    Progress m_progress;
    QString m_app; //!< its name at Fly.io; empty until it may exist
    bool m_isAppMade = false; //!< Fly.io said so; else it may not exist at all
    bool m_isAppSeen = false; //!< else it may not be known everywhere yet
    QDateTime m_appMadeAt;
    qint64 m_secretsVersion = 0;
    QString m_volume;
};

} // namespace swarm
