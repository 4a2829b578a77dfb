#pragma once

#include "fly/flyclient.h"
#include "fly/machinewait.h"
#include "model/provider.h"

#include <QHash>

namespace swarm {

//! Instances on Fly.io: one app each, with one machine, one volume, addresses and a secret.
class FlyProvider : public Provider
{
public:
    FlyProvider(FlyConnection &connection, const Clock &clock);

    //! Whose instances: the slug of an organization; with a token that reaches some of its apps only, which.
    void setReach(const QString &organization, const QStringList &apps);

    [[nodiscard]] Task<Result<FleetReply>> list(FleetQuery query) override;
    [[nodiscard]] Task<Result<Instance>> inspect(Instance known) override;
    [[nodiscard]] Task<Result<RegionList>> regions() override;
    [[nodiscard]] Task<Result<Instance>> create(InstanceSpec spec, Progress progress) override;
    [[nodiscard]] Task<Result<Outcome>> start(Instance instance, Progress progress) override;
    [[nodiscard]] Task<Result<Outcome>> stop(Instance instance, StopManner manner, Progress progress) override;
    [[nodiscard]] Task<Result<Outcome>> suspend(Instance instance, Progress progress) override;
    [[nodiscard]] Task<Result<Outcome>> restart(Instance instance, Progress progress) override;
    [[nodiscard]] Task<Result<void>> waitForEditor(Instance instance, Progress progress) override;
    [[nodiscard]] Task<Result<std::vector<Resource>>> remove(Instance instance, Progress progress) override;

private:
    using Command = std::function<Task<Result<void>>()>;

    [[nodiscard]] Task<Result<FleetReply>> listApps();
    [[nodiscard]] Task<FleetReply> withMachines(FleetReply reply, std::vector<Machine> machines);
    [[nodiscard]] Task<Result<Outcome>> bring(Instance instance, Status wanted, Step step, Command command,
                                              Progress progress);
    //! Sends a command until the machine is in a state to take it. An answer that got lost is looked for at the
    //! machine, which was `before`.
    [[nodiscard]] Task<Result<void>> insist(QString app, Machine before, Command command, std::stop_token stop);
    [[nodiscard]] Task<Result<bool>> hasMoved(QString app, Machine before, std::stop_token stop);
    //! Where the app answers: by the template, by rule for Fly.io itself, else as the server says.
    [[nodiscard]] Task<Result<QUrl>> addressOf(QString app);
    [[nodiscard]] Task<Instance> completed(Machine machine, Instance known);

    const FlyEndpoints &m_endpoints;
    FlyClient m_fly; //!< for what a user waits for
    FlyClient m_polls;
    const Clock &m_clock;
    MachineWait m_wait;
    HttpClient m_visitor; //!< for public addresses: never carries the token
    QString m_organization;
    QStringList m_apps; //!< not empty: these only
    QHash<QString, QUrl> m_addresses;
};

} // namespace swarm
