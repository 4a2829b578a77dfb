// What surrounds an instance of the paper cloud: ways to it, its names, its files on this computer, what nobody uses.
#include "tests/paperprovider.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

std::unexpected<Error> failed(ErrorCode code, const QString &detail)
{
    return std::unexpected(Error{.code = code, .detail = detail});
}

Address::Kind kindOf(AddressRequest::Kind kind)
{
    switch (kind) {
    case AddressRequest::Kind::SharedV4:
        return Address::Kind::SharedV4;
    case AddressRequest::Kind::V4:
        return Address::Kind::V4;
    case AddressRequest::Kind::V6:
        return Address::Kind::V6;
    case AddressRequest::Kind::Private:
        return Address::Kind::Private;
    case AddressRequest::Kind::Egress:
        return Address::Kind::EgressV4;
    }
    Q_UNREACHABLE();
}

} // namespace

Task<Result<std::vector<Address>>> PaperProvider::addresses(Instance instance)
{
    const auto box = co_await boxOf(std::move(instance), {});
    if (!box)
        co_return std::unexpected(box.error());
    co_return doors[box->owner].ways;
}

Task<Result<AddressesAdded>> PaperProvider::addAddress(Instance instance, AddressRequest wanted, Progress progress)
{
    const auto box = co_await boxOf(std::move(instance), progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    const auto kind = kindOf(wanted.kind);
    const auto &ways = doors[box->owner].ways;
    const auto there = std::ranges::find(ways, kind, &Address::kind);
    if (there != ways.end())
        co_return AddressesAdded{.addresses = {*there}, .wereThere = true};
    const Address made{.kind = kind, .ip = nextId(u"way"_s), .perMonth = perMonth(wanted.kind)};
    const auto added = co_await ask(
        [this, owner = box->owner, made] {
            doors[owner].ways.push_back(made);
            return Result<void>();
        },
        progress.stop);
    if (!added)
        co_return std::unexpected(added.error());
    co_return AddressesAdded{.addresses = {made}};
}

Task<Result<void>> PaperProvider::removeAddress(Instance instance, QString ip, AddressRemoval manner, Progress progress)
{
    const auto box = co_await boxOf(std::move(instance), progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    const auto &ways = doors[box->owner].ways;
    const bool isLast =
        std::ranges::none_of(ways, [&ip](const Address &other) { return other.isWayIn() && other.ip != ip; });
    if (isLast && manner == AddressRemoval::KeepReachable)
        co_return failed(ErrorCode::ResourceWrongState, u"nobody could get in any more"_s);
    co_return co_await ask(
        [this, owner = box->owner, ip] {
            std::erase_if(doors[owner].ways, [&ip](const Address &one) { return one.ip == ip; });
            return Result<void>();
        },
        progress.stop);
}

Task<Result<std::vector<Domain>>> PaperProvider::domains(Instance instance)
{
    const auto box = co_await boxOf(std::move(instance), {});
    if (!box)
        co_return std::unexpected(box.error());
    co_return doors[box->owner].names;
}

Task<Result<Domain>> PaperProvider::addDomain(Instance instance, QString hostname, Progress progress)
{
    const auto box = co_await boxOf(std::move(instance), progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    Domain made{.hostname = hostname, .state = Domain::State::AwaitingDns};
    const auto added = co_await ask(
        [this, owner = box->owner, made] {
            auto &names = doors[owner].names;
            if (std::ranges::find(names, made.hostname, &Domain::hostname) == names.end())
                names.push_back(made);
            return Result<void>();
        },
        progress.stop);
    if (!added)
        co_return std::unexpected(added.error());
    made.records = {
        {.purpose = Domain::Record::Purpose::Alias, .type = u"CNAME"_s, .name = hostname, .value = box->id}};
    co_return made;
}

Task<Result<Domain>> PaperProvider::checkDomain(Instance instance, QString hostname, Progress progress)
{
    const auto box = co_await boxOf(std::move(instance), progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    const auto &names = doors[box->owner].names;
    const auto found = std::ranges::find(names, hostname, &Domain::hostname);
    if (found == names.end())
        co_return failed(ErrorCode::ResourceNotFound, u"there is no such name on the door"_s);
    co_return *found;
}

Task<Result<void>> PaperProvider::removeDomain(Instance instance, QString hostname, Progress progress)
{
    const auto box = co_await boxOf(std::move(instance), progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    co_return co_await ask(
        [this, owner = box->owner, hostname] {
            std::erase_if(doors[owner].names, [&](const Domain &one) { return one.hostname == hostname; });
            return Result<void>();
        },
        progress.stop);
}

Task<Result<BackupResult>> PaperProvider::backUp(Instance instance, BackupTarget target, Progress progress,
                                                 Copied copied)
{
    if (QFile::exists(target.path) && !target.overwrites)
        co_return failed(ErrorCode::LocalFileFailed, u"the file is there already"_s);
    const auto box = co_await boxOf(std::move(instance), progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    QByteArray contents;
    const auto read = co_await ask(
        [this, drawer = box->drawer, &contents] {
            contents = drawers.at(drawer).contents;
            return Result<void>();
        },
        progress.stop);
    if (!read)
        co_return std::unexpected(read.error());
    QFile file(target.path);
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
        co_return failed(ErrorCode::LocalFileFailed, file.errorString());
    copied(contents.size(), contents.size());
    co_return BackupResult{.path = target.path,
                           .bytes = contents.size(),
                           .sha256 = QCryptographicHash::hash(contents, QCryptographicHash::Sha256).toHex()};
}

Task<Result<std::vector<Orphan>>> PaperProvider::orphans(Holdings held)
{
    const auto looked = co_await look({});
    if (!looked)
        co_return std::unexpected(looked.error());
    std::vector<Orphan> found;
    for (const auto &[id, drawer] : drawers) {
        const bool isUsed =
            std::ranges::any_of(boxes, [&wanted = id](const auto &entry) { return entry.second.drawer == wanted; });
        if (!isUsed && !held.volumes.contains(id))
            found.push_back({.kind = Orphan::Kind::Disk,
                             .id = id,
                             .region = drawer.place,
                             .sizeGb = drawer.sizeGb,
                             .reason = Orphan::Reason::OnlyCopy});
    }
    co_return found;
}

Task<Result<void>> PaperProvider::removeOrphan(Orphan orphan, Holdings held, Progress progress)
{
    const auto now = co_await orphans(std::move(held));
    if (!now)
        co_return std::unexpected(now.error());
    if (!drawers.contains(orphan.id))
        co_return Result<void>(); // gone already is fine
    if (std::ranges::find(*now, orphan) == now->end())
        co_return failed(ErrorCode::ResourceWrongState, u"it is no longer what it was"_s);
    co_return co_await ask(
        [this, id = orphan.id] {
            drawers.erase(id);
            return Result<void>();
        },
        progress.stop);
}

Task<Result<std::vector<AdoptionCandidate>>> PaperProvider::adoptionCandidates()
{
    const auto looked = co_await look({});
    if (!looked)
        co_return std::unexpected(looked.error());
    std::vector<AdoptionCandidate> found;
    for (const auto &[id, box] : boxes) {
        if (box.owner.isEmpty())
            found.push_back({.machine = id, .name = box.tag, .region = box.place, .disk = box.drawer});
    }
    co_return found;
}

Task<Result<Instance>> PaperProvider::adopt(AdoptionCandidate candidate, QString name, InstanceId id, Progress progress)
{
    const auto box = co_await boxOf({.machine = candidate.machine}, progress.stop);
    if (!box)
        co_return std::unexpected(box.error());
    if (!box->owner.isEmpty())
        co_return failed(ErrorCode::ResourceWrongState, u"somebody has it already"_s);
    const auto marked = co_await ask(
        [this, key = box->id, name, id] {
            auto &adopted = boxes.at(key);
            adopted.owner = id;
            adopted.tag = name;
            if (drawers.contains(adopted.drawer))
                drawers.at(adopted.drawer).owner = id;
            return Result<void>();
        },
        progress.stop);
    if (!marked)
        co_return std::unexpected(marked.error());
    co_return instanceFrom(boxes.at(box->id));
}
