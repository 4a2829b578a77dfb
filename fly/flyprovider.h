#pragma once

#include "fly/adoption.h"
#include "fly/fleetreader.h"
#include "fly/flytools.h"
#include "fly/instancenetwork.h"
#include "fly/orphanfinder.h"
#include "model/provider.h"

namespace swarm {

class Creation;

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
    [[nodiscard]] Task<Result<QStringList>> regionsWithRoom(RoomRequest request) override;
    [[nodiscard]] Task<Result<std::vector<DiskSnapshot>>> snapshots(Instance instance) override;
    [[nodiscard]] Task<Result<std::vector<EarlierVersion>>> earlierVersions(Instance instance) override;
    [[nodiscard]] Task<Result<std::vector<PreviousCopy>>> previousCopies(Instance instance) override;
    [[nodiscard]] Task<Result<QMap<QString, QString>>> environment(Instance instance) override;
    [[nodiscard]] Task<Result<std::vector<ServicePort>>> ports(Instance instance) override;
    [[nodiscard]] Task<Result<InstanceSpec>> describe(Instance instance) override;
    [[nodiscard]] Task<Result<QString>> findPassword(Instance instance) override;
    [[nodiscard]] Task<Result<Instance>> clone(Instance source, InstanceSpec spec, Progress progress) override;
    [[nodiscard]] Task<Result<Outcome>> change(Instance instance, InstanceChange change, Progress progress) override;
    [[nodiscard]] Task<Result<Outcome>> rollBack(Instance instance, QString version, RollBackManner manner,
                                                 Progress progress) override;
    [[nodiscard]] Task<Result<Outcome>> rename(Instance instance, QString name, Progress progress) override;
    [[nodiscard]] Task<Result<Outcome>> setPassword(Instance instance, QString password, Progress progress) override;
    [[nodiscard]] Task<Result<Outcome>> extendDisk(Instance instance, int sizeGb, Progress progress) override;
    [[nodiscard]] Task<Result<DiskSnapshot>> takeSnapshot(Instance instance, int keptDays, Progress progress) override;
    [[nodiscard]] Task<Result<Outcome>> replace(Instance instance, Replacement replacement, Progress progress) override;
    [[nodiscard]] Task<Result<Outcome>> recreate(Instance instance, Progress progress) override;
    [[nodiscard]] Task<Result<Outcome>> goBack(Instance instance, Progress progress) override;
    [[nodiscard]] Task<Result<std::vector<Resource>>> dropPrevious(Instance instance, Progress progress) override;
    [[nodiscard]] Task<Result<std::vector<Resource>>> remove(Instance instance, Progress progress) override;
    [[nodiscard]] Task<Result<Keepsake>> takeKeepsake(Instance instance, int days, Progress progress) override;
    [[nodiscard]] Task<Result<std::vector<Resource>>> removeAllBut(Keepsake keepsake, Instance instance,
                                                                   Progress progress) override;
    [[nodiscard]] Task<Result<Instance>> restore(Keepsake keepsake, Progress progress) override;
    [[nodiscard]] Task<Result<std::vector<Resource>>> erase(Keepsake keepsake, Progress progress) override;
    [[nodiscard]] Task<Result<std::vector<Address>>> addresses(Instance instance) override;
    [[nodiscard]] Task<Result<AddressesAdded>> addAddress(Instance instance, AddressRequest wanted,
                                                          Progress progress) override;
    [[nodiscard]] Task<Result<void>> removeAddress(Instance instance, QString ip, AddressRemoval manner,
                                                   Progress progress) override;
    [[nodiscard]] Task<Result<std::vector<Domain>>> domains(Instance instance) override;
    [[nodiscard]] Task<Result<Domain>> addDomain(Instance instance, QString hostname, Progress progress) override;
    [[nodiscard]] Task<Result<Domain>> checkDomain(Instance instance, QString hostname, Progress progress) override;
    [[nodiscard]] Task<Result<void>> removeDomain(Instance instance, QString hostname, Progress progress) override;
    [[nodiscard]] Task<Result<BackupResult>> backUp(Instance instance, BackupTarget target, Progress progress,
                                                    Copied copied) override;
    [[nodiscard]] Task<Result<std::vector<Orphan>>> orphans(Holdings held) override;
    [[nodiscard]] Task<Result<void>> removeOrphan(Orphan orphan, Holdings held, Progress progress) override;
    [[nodiscard]] Task<Result<std::vector<AdoptionCandidate>>> adoptionCandidates() override;
    [[nodiscard]] Task<Result<Instance>> adopt(AdoptionCandidate candidate, QString name, InstanceId id,
                                               Progress progress) override;
    [[nodiscard]] Task<Result<std::vector<Series>>> measure(Instance instance, Metric metric, TimeRange range) override;
    [[nodiscard]] Task<Result<QJsonObject>> configuration(Instance instance) override;
    [[nodiscard]] Task<Result<void>> followLog(Instance instance, LogDelivery deliver, std::stop_token stop) override;
    [[nodiscard]] Task<Result<Recovery>> recover(JournalEntry entry, Progress progress) override;

private:
    [[nodiscard]] FlyTools tools() { return {m_fly, m_wait, m_clock, m_organization}; }
    [[nodiscard]] Task<Result<Outcome>> bring(Instance instance, Status wanted, StopManner manner, Progress progress);
    //! Waits for the editor of one that was just made, or takes it back.
    [[nodiscard]] Task<Result<Instance>> opened(Creation *creation, Machine machine, InstanceSpec spec,
                                                Progress progress);
    [[nodiscard]] Task<Error> withRegion(Error error, InstanceSpec spec);
    [[nodiscard]] Task<Result<std::vector<Resource>>> torn(Instance instance, bool keepsApp, Progress progress);

    FlyClient m_fly; //!< for what a user waits for
    FlyClient m_polls;
    const Clock &m_clock;
    MachineWait m_wait;
    FleetReader m_reader;
    InstanceNetwork m_network;
    OrphanFinder m_orphans;
    Adoption m_adoption;
    HttpClient m_visitor; //!< for public addresses: never carries the token
    QString m_organization;
};

} // namespace swarm
