#pragma once

#include "fly/provisioner.h"

namespace swarm {

//! Creates one instance: app, secret, addresses and disk, machine; or leaves nothing behind. What does not depend on
//! each other is done side by side.
class Creation
{
public:
    Creation(FlyTools tools, InstanceSpec spec, Progress progress);

    //! The machine gets this configuration instead of one made from the spec; its disk, name and id are set in it.
    void setConfig(const QJsonObject &config) { m_config = config; }

    //! The machine of the new instance, started.
    [[nodiscard]] Task<Result<Machine>> run();
    //! Takes everything back; returns the error that made it necessary, with what was undone and what was left.
    [[nodiscard]] Task<Error> undone(Error cause);
    //! The same for one that was cut off, by what its journal says of the app.
    void resume(const QString &app, bool isMade, const QDateTime &madeAt);

    [[nodiscard]] const QString &app() const { return m_app; }

private:
    [[nodiscard]] Task<Result<void>> prepare();
    [[nodiscard]] Task<Result<void>> checkRegion();
    [[nodiscard]] Task<Result<void>> createApp();
    [[nodiscard]] Task<Result<bool>> isNameFree(QString name);
    [[nodiscard]] Task<Result<void>> claim(QString name);
    [[nodiscard]] Task<Result<void>> waitForApp(std::stop_token stop);
    [[nodiscard]] Task<Result<void>> furnish();
    [[nodiscard]] Task<Result<void>> setPassword();
    [[nodiscard]] Task<Result<void>> createVolume();
    [[nodiscard]] Task<Result<Machine>> createMachine();
    [[nodiscard]] Provisioner &provisioner();
    //! Whether the app is so new that it may not be known everywhere yet.
    [[nodiscard]] bool isSettling() const;
    [[nodiscard]] bool mayBeUnsettled(const Error &error) const;

    FlyTools m_tools;
    InstanceSpec m_spec;
    QJsonObject m_config;
    Progress m_progress;
    std::optional<Provisioner> m_provisioner;
    bool m_isNameKnownFree = false; //!< the spec's own name, asked for while something else was
    QString m_app; //!< its name at Fly.io; empty until it may exist
    bool m_isAppMade = false; //!< Fly.io said so; else it may not exist at all
    bool m_isAppSeen = false; //!< else it may not be known everywhere yet
    QDateTime m_appMadeAt;
    qint64 m_secretsVersion = 0;
    QString m_volume;
};

} // namespace swarm
