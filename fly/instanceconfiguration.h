#pragma once

#include "fly/fleetreader.h"
#include "fly/flytools.h"
#include "fly/instancenetwork.h"
#include "fly/reconfiguration.h"

namespace swarm {

//! How one instance is set up: what stands in its machine's configuration and in its app's secrets, and how it is
//! changed in place.
class InstanceConfiguration
{
public:
    InstanceConfiguration(FlyTools tools, FleetReader &reader, InstanceNetwork &network)
        : m_tools(std::move(tools))
        , m_reader(reader)
        , m_network(network)
    {
    }

    [[nodiscard]] Task<Result<Outcome>> change(Instance instance, InstanceChange change, Progress progress);
    [[nodiscard]] Task<Result<Outcome>> rollBack(Instance instance, QString version, RollBackManner manner,
                                                 Progress progress);
    //! Changes the machine's metadata only: nothing restarts.
    [[nodiscard]] Task<Result<Outcome>> rename(Instance instance, QString name, Progress progress);
    [[nodiscard]] Task<Result<Outcome>> setPassword(Instance instance, QString password, Progress progress);

    [[nodiscard]] Task<Result<std::vector<EarlierVersion>>> earlierVersions(Instance instance);
    [[nodiscard]] Task<Result<QMap<QString, QString>>> environment(Instance instance);
    //! Those beside the editor's own.
    [[nodiscard]] Task<Result<std::vector<ServicePort>>> ports(Instance instance);
    //! What would make one like it.
    [[nodiscard]] Task<Result<InstanceSpec>> describe(Instance instance);
    //! As Fly.io tells it, or the machine itself while it runs; `RESOURCE_NOT_FOUND` when neither does.
    [[nodiscard]] Task<Result<QString>> findPassword(Instance instance);
    //! The whole configuration, what looks like a secret blanked.
    [[nodiscard]] Task<Result<QJsonObject>> shown(Instance instance);

private:
    [[nodiscard]] Task<Result<Outcome>> reconfigured(Instance instance, Reconfiguration::Change change,
                                                     qint64 minSecretsVersion, Progress progress);
    [[nodiscard]] Task<Result<QJsonObject>> earlierConfig(Instance instance, QString version, RollBackManner manner,
                                                          std::stop_token stop);

    FlyTools m_tools;
    FleetReader &m_reader;
    InstanceNetwork &m_network;
};

} // namespace swarm
