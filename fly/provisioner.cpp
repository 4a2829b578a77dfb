#include "fly/provisioner.h"

#include "fly/flyerror.h"
#include "model/async/all.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto lookAgain = 200ms;
constexpr auto lookAtCopy = 1s;
constexpr std::chrono::milliseconds copyPatience = 30min;

//! Fly.io does not always say of which type an address is.
bool isOfType(const IpAssignment &address, AddressType type)
{
    if (!address.type.isEmpty())
        return address.type == addressWord(type);
    const bool wantsV6 = type == AddressType::V6 || type == AddressType::PrivateV6;
    return address.ip.contains(u':') == wantsV6 && (wantsV6 || address.isShared == (type == AddressType::SharedV4));
}

} // namespace

Provisioner::Provisioner(FlyTools tools, QString app, Progress progress)
    : m_tools(std::move(tools))
    , m_app(std::move(app))
    , m_progress(std::move(progress))
{
}

bool Provisioner::mayBeUnsettled(const Error &error) const
{
    const bool isSettling = m_settlingUntil.isValid() && m_tools.clock.now() < m_settlingUntil;
    return isSettling && (error.kind() == Error::Kind::NotFound || error.httpStatus == 401);
}

template <typename T> Task<Result<T>> Provisioner::settled(Request<T> request)
{
    while (true) {
        auto result = co_await request();
        if (result || !mayBeUnsettled(result.error()))
            co_return result;
        co_await m_tools.clock.sleepFor(lookAgain, m_progress.stop);
    }
}

template <typename T> Task<Result<T>> Provisioner::certainly(Request<T> request, Request<std::optional<T>> find)
{
    const auto made = co_await settled(request);
    if (made || made.error().code == ErrorCode::Cancelled || !mayHaveHappened(made.error()))
        co_return made;
    const auto found = co_await find();
    if (!found) // why we do not know is the better story
        co_return made;
    if (*found)
        co_return **found;
    co_return co_await request();
}

Task<Result<qint64>> Provisioner::setSecret(QString name, QString value)
{
    const auto noted = co_await m_progress.note(u"making_secret"_s, name);
    if (!noted)
        co_return std::unexpected(noted.error());
    Request<qint64> request = [this, name, value] {
        return m_tools.fly.secrets.set(m_app, {{name, value}}, m_progress.stop);
    };
    Request<std::optional<qint64>> find = [this] { return findSecret(); };
    const auto version = co_await certainly(std::move(request), std::move(find));
    if (!version)
        co_return version;
    const auto done = co_await m_progress.note(u"secret"_s, name);
    co_return done ? version : std::unexpected(done.error());
}

Task<Result<std::optional<qint64>>> Provisioner::findSecret()
{
    const auto there = co_await m_tools.fly.secrets.list(m_app, false, m_progress.stop);
    if (!there)
        co_return std::unexpected(there.error());
    // Set or not: setting it once more does no harm, and only that tells its version.
    co_return std::optional<qint64>();
}

Task<Result<void>> Provisioner::assignAddresses(AddressKind kind)
{
    if (kind == AddressKind::Private)
        co_return co_await assignAddress(AddressType::PrivateV6);
    std::vector<Task<Result<void>>> both;
    both.push_back(assignAddress(kind == AddressKind::Shared ? AddressType::SharedV4 : AddressType::V4));
    both.push_back(assignAddress(AddressType::V6));
    const auto assigned = co_await all(std::move(both));
    co_return assigned[0] ? assigned[1] : assigned[0];
}

Task<Result<void>> Provisioner::assignAddress(AddressType type)
{
    const auto noted = co_await m_progress.note(u"making_address_"_s + addressWord(type), true);
    if (!noted)
        co_return noted;
    Request<Addresses> request = [this, type] {
        return m_tools.fly.addresses.assign(m_app, type, {}, m_progress.stop);
    };
    Request<std::optional<Addresses>> find = [this, type] { return findAddress(type); };
    const auto assigned = co_await certainly(std::move(request), std::move(find));
    if (!assigned)
        co_return std::unexpected(assigned.error());
    co_return co_await m_progress.note(u"address_"_s + addressWord(type),
                                       assigned->empty() ? QString() : assigned->front().ip);
}

Task<Result<std::optional<Provisioner::Addresses>>> Provisioner::findAddress(AddressType type)
{
    const auto there = co_await m_tools.fly.addresses.list(m_app, m_progress.stop);
    if (!there)
        co_return std::unexpected(there.error());
    const auto found =
        std::ranges::find_if(*there, [type](const IpAssignment &address) { return isOfType(address, type); });
    co_return found == there->end() ? std::optional<Addresses>() : Addresses{*found};
}

Task<Result<Volume>> Provisioner::makeVolume(VolumeRequest wanted)
{
    const auto noted = co_await m_progress.note(u"making_volume"_s, wanted.name);
    if (!noted)
        co_return std::unexpected(noted.error());
    Request<Volume> request = [this, wanted] { return m_tools.fly.volumes.create(m_app, wanted, m_progress.stop); };
    Request<std::optional<Volume>> find = [this, name = wanted.name] { return findVolume(name); };
    const auto made = co_await certainly(std::move(request), std::move(find));
    if (!made)
        co_return made;
    const auto done = co_await m_progress.note(u"volume"_s, made->id);
    if (!done)
        co_return std::unexpected(done.error());
    co_return co_await untilMountable(*made);
}

Task<Result<Volume>> Provisioner::untilMountable(Volume volume)
{
    co_return co_await untilReady(std::move(volume), [](const Volume &seen) {
        return seen.state != "creating"_L1 && seen.state != "restoring"_L1;
    });
}

Task<Result<Volume>> Provisioner::untilWhole(Volume volume)
{
    co_return co_await untilReady(std::move(volume), [](const Volume &seen) { return seen.state == "created"_L1; });
}

Task<Result<Volume>> Provisioner::untilReady(Volume volume, std::function<bool(const Volume &)> isReady)
{
    const auto began = m_tools.clock.now();
    Request<Volume> look = [this, id = volume.id] { return m_tools.fly.volumes.get(m_app, id, m_progress.stop); };
    while (!volume.isDying() && !isReady(volume)) {
        if (began.msecsTo(m_tools.clock.now()) >= m_tools.clock.scaled(copyPatience).count())
            co_return std::unexpected(
                Error{.code = ErrorCode::NetworkTimeout, .detail = u"the disk is still "_s + volume.state});
        co_await m_tools.clock.sleepFor(lookAtCopy, m_progress.stop);
        if (m_progress.isStopped())
            co_return cancelled();
        const auto seen = co_await settled(look);
        if (!seen)
            co_return seen;
        volume = *seen;
    }
    if (volume.isDying())
        co_return std::unexpected(
            Error{.code = ErrorCode::ResourceWrongState, .detail = u"the new disk is "_s + volume.state});
    co_return volume;
}

Task<Result<std::optional<Volume>>> Provisioner::findVolume(QString name)
{
    const auto there = co_await m_tools.fly.volumes.list(m_app, m_progress.stop);
    if (!there)
        co_return std::unexpected(there.error());
    const auto isIt = [&](const Volume &volume) {
        return volume.name == name && !volume.isDying() && !m_knownVolumes.contains(volume.id);
    };
    const auto found = std::ranges::find_if(*there, isIt);
    co_return found == there->end() ? std::optional<Volume>() : *found;
}

Task<Result<Machine>> Provisioner::makeMachine(QJsonObject body)
{
    const auto name = body["name"_L1].toString();
    const auto noted = co_await m_progress.note(u"making_machine"_s, name);
    if (!noted)
        co_return std::unexpected(noted.error());
    Request<Machine> request = [this, body] { return m_tools.fly.machines.create(m_app, body, m_progress.stop); };
    Request<std::optional<Machine>> find = [this, name] { return findMachine(name); };
    const auto made = co_await certainly(std::move(request), std::move(find));
    if (!made)
        co_return made;
    const auto done = co_await m_progress.note(u"machine"_s, made->id);
    co_return done ? made : std::unexpected(done.error());
}

Task<Result<std::optional<Machine>>> Provisioner::findMachine(QString name)
{
    const auto there = co_await m_tools.fly.machines.list(m_app, {}, m_progress.stop);
    if (!there)
        co_return std::unexpected(there.error());
    const auto found = std::ranges::find(*there, name, &Machine::name);
    co_return found == there->end() ? std::optional<Machine>() : *found;
}

Task<Result<Snapshot>> Provisioner::makeSnapshot(QString volume)
{
    m_progress.entered(Step::TakingSnapshot);
    const auto existing = co_await m_tools.fly.volumes.snapshots(m_app, volume, m_progress.stop);
    if (!existing)
        co_return std::unexpected(existing.error());
    QStringList before;
    for (const auto &snapshot : *existing)
        before << snapshot.id;
    const auto noted = co_await m_progress.note(u"making_snapshot"_s, volume);
    if (!noted)
        co_return std::unexpected(noted.error());
    Request<QString> request = [this, volume] {
        return m_tools.fly.volumes.createSnapshot(m_app, volume, m_progress.stop);
    };
    Request<std::optional<QString>> find = [this, volume, before] { return findSnapshot(volume, before); };
    const auto begun = co_await certainly(std::move(request), std::move(find));
    if (!begun)
        co_return std::unexpected(begun.error());
    const auto done = co_await m_progress.note(u"snapshot"_s, *begun);
    if (!done)
        co_return std::unexpected(done.error());
    co_return co_await untilComplete(volume, *begun);
}

Task<Result<std::optional<QString>>> Provisioner::findSnapshot(QString volume, QStringList before)
{
    const auto there = co_await m_tools.fly.volumes.snapshots(m_app, volume, m_progress.stop);
    if (!there)
        co_return std::unexpected(there.error());
    const auto isNew = [&before](const Snapshot &snapshot) { return !before.contains(snapshot.id); };
    const auto found = std::ranges::find_if(*there, isNew);
    co_return found == there->end() ? std::optional<QString>() : found->id;
}

Task<Result<Snapshot>> Provisioner::untilComplete(QString volume, QString id)
{
    const auto began = m_tools.clock.now();
    while (true) {
        const auto there = co_await m_tools.fly.volumes.snapshots(m_app, volume, m_progress.stop);
        if (!there)
            co_return std::unexpected(there.error());
        const auto found = std::ranges::find(*there, id, &Snapshot::id);
        if (found != there->end() && found->state == Snapshot::State::Created)
            co_return *found;
        if (found != there->end() && found->state == Snapshot::State::Failed)
            co_return std::unexpected(Error{.code = ErrorCode::InternalError, .detail = u"the snapshot failed"_s});
        if (began.msecsTo(m_tools.clock.now()) >= m_tools.clock.scaled(copyPatience).count())
            co_return std::unexpected(
                Error{.code = ErrorCode::NetworkTimeout, .detail = u"the snapshot is still not complete"_s});
        co_await m_tools.clock.sleepFor(lookAtCopy, m_progress.stop);
        if (m_progress.isStopped())
            co_return cancelled();
    }
}

} // namespace swarm
