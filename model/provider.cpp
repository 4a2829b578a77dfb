#include "model/provider.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

std::unexpected<Error> notOffered()
{
    return std::unexpected(
        Error{.code = ErrorCode::ApiUnsupportedOperation, .detail = u"this provider does not offer it"_s});
}

} // namespace

Task<Result<void>> Progress::note(QString key, QJsonValue value) const
{
    return note(QJsonObject{{key, value}});
}

Task<Result<void>> Progress::note(QJsonObject facts) const
{
    if (!journal)
        co_return Result<void>();
    co_return co_await journal->note(std::move(facts));
}

Task<Result<QStringList>> Provider::regionsWithRoom(RoomRequest)
{
    co_return notOffered();
}

Task<Result<std::vector<DiskSnapshot>>> Provider::snapshots(Instance)
{
    co_return notOffered();
}

Task<Result<std::vector<EarlierVersion>>> Provider::earlierVersions(Instance)
{
    co_return notOffered();
}

Task<Result<std::vector<PreviousCopy>>> Provider::previousCopies(Instance)
{
    co_return notOffered();
}

Task<Result<QMap<QString, QString>>> Provider::environment(Instance)
{
    co_return notOffered();
}

Task<Result<std::vector<ServicePort>>> Provider::ports(Instance)
{
    co_return notOffered();
}

Task<Result<InstanceSpec>> Provider::describe(Instance)
{
    co_return notOffered();
}

Task<Result<QString>> Provider::findPassword(Instance)
{
    co_return notOffered();
}

Task<Result<Instance>> Provider::clone(Instance, InstanceSpec, Progress)
{
    co_return notOffered();
}

Task<Result<Outcome>> Provider::change(Instance, InstanceChange, Progress)
{
    co_return notOffered();
}

Task<Result<Outcome>> Provider::rollBack(Instance, QString, RollBackManner, Progress)
{
    co_return notOffered();
}

Task<Result<Outcome>> Provider::rename(Instance, QString, Progress)
{
    co_return notOffered();
}

Task<Result<Outcome>> Provider::setPassword(Instance, QString, Progress)
{
    co_return notOffered();
}

Task<Result<Outcome>> Provider::extendDisk(Instance, int, Progress)
{
    co_return notOffered();
}

Task<Result<DiskSnapshot>> Provider::takeSnapshot(Instance, int, Progress)
{
    co_return notOffered();
}

Task<Result<Outcome>> Provider::replace(Instance, Replacement, Progress)
{
    co_return notOffered();
}

Task<Result<Outcome>> Provider::recreate(Instance, Progress)
{
    co_return notOffered();
}

Task<Result<Outcome>> Provider::goBack(Instance, Progress)
{
    co_return notOffered();
}

Task<Result<std::vector<Resource>>> Provider::dropPrevious(Instance, Progress)
{
    co_return notOffered();
}

Task<Result<Keepsake>> Provider::takeKeepsake(Instance, int, Progress)
{
    co_return notOffered();
}

Task<Result<std::vector<Resource>>> Provider::removeAllBut(Keepsake, Instance, Progress)
{
    co_return notOffered();
}

Task<Result<Instance>> Provider::restore(Keepsake, Progress)
{
    co_return notOffered();
}

Task<Result<std::vector<Resource>>> Provider::erase(Keepsake, Progress)
{
    co_return notOffered();
}

Task<Result<std::vector<Address>>> Provider::addresses(Instance)
{
    co_return notOffered();
}

Task<Result<AddressesAdded>> Provider::addAddress(Instance, AddressRequest, Progress)
{
    co_return notOffered();
}

Task<Result<void>> Provider::removeAddress(Instance, QString, AddressRemoval, Progress)
{
    co_return notOffered();
}

Task<Result<std::vector<Domain>>> Provider::domains(Instance)
{
    co_return notOffered();
}

Task<Result<Domain>> Provider::addDomain(Instance, QString, Progress)
{
    co_return notOffered();
}

Task<Result<Domain>> Provider::checkDomain(Instance, QString, Progress)
{
    co_return notOffered();
}

Task<Result<void>> Provider::removeDomain(Instance, QString, Progress)
{
    co_return notOffered();
}

Task<Result<BackupResult>> Provider::backUp(Instance, BackupTarget, Progress, Copied)
{
    co_return notOffered();
}

Task<Result<std::vector<Orphan>>> Provider::orphans(Holdings)
{
    co_return notOffered();
}

Task<Result<void>> Provider::removeOrphan(Orphan, Holdings, Progress)
{
    co_return notOffered();
}

Task<Result<std::vector<AdoptionCandidate>>> Provider::adoptionCandidates()
{
    co_return notOffered();
}

Task<Result<Instance>> Provider::adopt(AdoptionCandidate, QString, InstanceId, Progress)
{
    co_return notOffered();
}

Task<Result<std::vector<Series>>> Provider::measure(Instance, Metric, TimeRange)
{
    co_return notOffered();
}

Task<Result<QJsonObject>> Provider::configuration(Instance)
{
    co_return notOffered();
}

Task<Result<void>> Provider::followLog(Instance, LogDelivery, std::stop_token)
{
    co_return notOffered();
}

Task<Result<Recovery>> Provider::recover(JournalEntry, Progress)
{
    co_return notOffered();
}

} // namespace swarm
