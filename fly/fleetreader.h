#pragma once

#include "fly/flyclient.h"
#include "fly/flyendpoints.h"
#include "model/provider.h"

#include <QHash>

namespace swarm {

//! What Fly.io has of the swarm, read as instances: all of them, or one.
class FleetReader
{
public:
    explicit FleetReader(FlyConnection &connection);

    //! Whose instances: the slug of an organization; with a token that reaches some of its apps only, which.
    void setReach(const QString &organization, const QStringList &apps);

    [[nodiscard]] Task<Result<FleetReply>> list(FleetQuery query);
    [[nodiscard]] Task<Result<Instance>> inspect(Instance known);
    //! The machine of an instance with its configuration. `RESOURCE_WRONG_STATE`: its host does not tell.
    [[nodiscard]] Task<Result<Machine>> wholeMachine(Instance instance, std::stop_token stop);
    //! The instance that a machine stands for, with its address and what only `known` can tell.
    [[nodiscard]] Task<Instance> completed(Machine machine, Instance known);
    //! Where the app answers: by the template, by rule for Fly.io itself, else as the server says.
    [[nodiscard]] Task<Result<QUrl>> addressOf(QString app);

private:
    [[nodiscard]] Task<Result<FleetReply>> listApps();
    [[nodiscard]] Task<FleetReply> withMachines(FleetReply reply, std::vector<Machine> machines);

    const FlyEndpoints &m_endpoints;
    FlyClient m_fly; //!< for what a user waits for
    FlyClient m_polls;
    QString m_organization;
    QStringList m_apps; //!< not empty: these only
    QHash<QString, QUrl> m_addresses;
};

} // namespace swarm
