#include "fly/creation.h"

#include "fly/flyerror.h"
#include "fly/machineconfig.h"
#include "fly/teardown.h"
#include "model/async/both.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::chrono::milliseconds settlingTime = 60s; //!< a new app may answer 404 or 401 for this long
constexpr auto lookAgain = 200ms;
constexpr int nameAttempts = 4;

std::unexpected<Error> cancelled()
{
    return std::unexpected(Error{.code = ErrorCode::Cancelled});
}

} // namespace

Creation::Creation(FlyClient &fly, MachineWait &wait, const Clock &clock, QString organization, InstanceSpec spec,
                   Progress progress)
    : m_fly(fly)
    , m_wait(wait)
    , m_clock(clock)
    , m_organization(std::move(organization))
    , m_spec(std::move(spec))
    , m_progress(std::move(progress))
{
}

Task<Result<Machine>> Creation::run()
{
    m_progress.entered(Step::Validating);
    const auto valid = co_await validate();
    if (!valid)
        co_return std::unexpected(valid.error());

    m_progress.entered(Step::CreatingApp);
    const auto app = co_await createApp();
    if (!app)
        co_return std::unexpected(app.error());

    m_progress.entered(Step::WaitingForApp);
    const auto known = co_await waitForApp(m_progress.stop);
    if (!known)
        co_return std::unexpected(known.error());

    m_progress.entered(Step::SettingPassword);
    const auto secret = co_await setPassword();
    if (!secret)
        co_return std::unexpected(secret.error());

    m_progress.entered(Step::PreparingAddressAndDisk);
    const auto prepared = co_await prepareAddressAndDisk();
    if (!prepared)
        co_return std::unexpected(prepared.error());

    m_progress.entered(Step::CreatingMachine);
    const auto machine = co_await createMachine();
    if (!machine)
        co_return machine;

    m_progress.entered(Step::WaitingForMachine);
    co_return co_await m_wait.until(m_app, *machine, Status::Running, m_progress.stop);
}

Task<Error> Creation::undone(Error cause)
{
    if (m_app.isEmpty())
        co_return cause;
    m_progress.entered(Step::Undoing);
    if (!m_isAppSeen) { // until it is known everywhere, it could not be deleted either
        const auto exists = co_await waitForApp({});
        const bool wasNeverMade = !m_isAppMade && !exists && exists.error().kind() == Error::Kind::NotFound;
        if (wasNeverMade || m_app.isEmpty())
            co_return cause;
        while (!exists && isSettling()) // until then a refusal to delete it says nothing
            co_await m_clock.sleepFor(lookAgain);
    }
    Teardown teardown(m_fly, m_clock, m_app, [](Step) { });
    const auto removed = co_await teardown.run();
    cause.undone = removed ? *removed : removed.error().undone;
    cause.leftBehind = removed ? std::vector<Resource>() : removed.error().leftBehind;
    co_return cause;
}

Task<Result<void>> Creation::validate()
{
    if (const auto problem = problemOf(m_spec))
        co_return std::unexpected(Error{.code = ErrorCode::ApiInvalidRequest,
                                        .detail = u"the request is not valid (%1)"_s.arg(static_cast<int>(*problem))});
    const auto list = co_await m_fly.platform.regions(m_progress.stop);
    if (!list) // the list is a courtesy; creating will tell
        co_return list.error().code == ErrorCode::Cancelled ? Result<void>(cancelled()) : Result<void>();
    const auto region = std::ranges::find(list->regions, m_spec.region, &Region::code);
    if (region == list->regions.end() || region->isDeprecated)
        co_return std::unexpected(Error{.code = ErrorCode::ApiInvalidRequest,
                                        .detail = u"nothing new can be made in region %1"_s.arg(m_spec.region)});
    co_return Result<void>();
}

Task<Result<void>> Creation::createApp()
{
    auto name = m_spec.name;
    for (int attempt = 1;; ++attempt) {
        const auto claimed = co_await claim(name);
        if (claimed)
            co_return claimed;
        if (claimed.error().code != ErrorCode::ResourceAlreadyExists || attempt == nameAttempts)
            co_return claimed;
        name = m_spec.name + u'-' + randomSuffix();
    }
}

Task<Result<bool>> Creation::isNameFree(QString name)
{
    const auto found = co_await m_fly.apps.get(name, m_progress.stop);
    if (found || found.error().code == ErrorCode::AuthInsufficientPermissions) // 403: a stranger's
        co_return false;
    if (found.error().kind() == Error::Kind::NotFound)
        co_return true;
    co_return std::unexpected(found.error());
}

Task<Result<void>> Creation::claim(QString name)
{
    // Knowing that the name was free a moment ago tells ours from a stranger's when an answer gets lost.
    const auto isFree = co_await isNameFree(name);
    if (!isFree)
        co_return std::unexpected(isFree.error());
    if (!*isFree)
        co_return std::unexpected(Error{.code = ErrorCode::ResourceAlreadyExists, .detail = name + u" is taken"_s});

    bool isRepeated = false;
    while (true) {
        m_appMadeAt = m_clock.now();
        const auto made = co_await m_fly.apps.create(name, m_organization, name, m_progress.stop);
        const bool isTaken = !made && made.error().code == ErrorCode::ResourceAlreadyExists;
        if (made || (isTaken && isRepeated)) { // the first attempt had made it after all
            m_app = name;
            m_isAppMade = made.has_value();
            co_return Result<void>();
        }
        if (!mayHaveHappened(made.error()))
            co_return made;
        m_app = name;
        if (made.error().code == ErrorCode::Cancelled || isRepeated)
            co_return made;
        const auto found = co_await m_fly.apps.get(name, m_progress.stop);
        if (found)
            co_return Result<void>();
        isRepeated = true; // a new app may still answer 404: asking for the name again is what tells
    }
}

Task<Result<void>> Creation::waitForApp(std::stop_token stop)
{
    while (true) {
        const auto app = co_await m_fly.apps.get(m_app, stop);
        if (app) {
            // Only ours may be used, and only ours may ever be taken apart.
            if (app->organization != m_organization || app->network != m_app) {
                m_app.clear();
                co_return std::unexpected(
                    Error{.code = ErrorCode::ResourceAlreadyExists, .detail = app->name + u" is somebody else's"_s});
            }
            m_isAppSeen = true;
            co_return Result<void>();
        }
        if (!mayBeUnsettled(app.error()))
            co_return std::unexpected(app.error());
        co_await m_clock.sleepFor(lookAgain, stop);
        if (stop.stop_requested())
            co_return cancelled();
    }
}

bool Creation::mayBeUnsettled(const Error &error) const
{
    return isSettling() && (error.kind() == Error::Kind::NotFound || error.httpStatus == 401);
}

bool Creation::isSettling() const
{
    return m_appMadeAt.msecsTo(m_clock.now()) < m_clock.scaled(settlingTime).count();
}

template <typename T> Task<Result<T>> Creation::settled(Request<T> request)
{
    while (true) {
        auto result = co_await request();
        if (result || !mayBeUnsettled(result.error()))
            co_return result;
        co_await m_clock.sleepFor(lookAgain, m_progress.stop);
    }
}

template <typename T> Task<Result<T>> Creation::certainly(Request<T> request, Request<std::optional<T>> find)
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

Task<Result<void>> Creation::setPassword()
{
    Request<qint64> request = [this] {
        return m_fly.secrets.set(m_app, {{u"PASSWORD"_s, m_spec.password}}, m_progress.stop);
    };
    Request<std::optional<qint64>> find = [this] { return findPassword(); };
    const auto version = co_await certainly(std::move(request), std::move(find));
    if (!version)
        co_return std::unexpected(version.error());
    m_secretsVersion = *version;
    co_return Result<void>();
}

Task<Result<std::optional<qint64>>> Creation::findPassword()
{
    const auto there = co_await m_fly.secrets.list(m_app, false, m_progress.stop);
    if (!there)
        co_return std::unexpected(there.error());
    // Set or not: setting it once more does no harm, and only that tells its version.
    co_return std::optional<qint64>();
}

Task<Result<void>> Creation::prepareAddressAndDisk()
{
    // Addresses come before the machine: its name must resolve when it is up, and a "no such name" is remembered.
    const auto [addresses, disk] = co_await both(assignAddresses(), createVolume());
    co_return addresses ? disk : addresses;
}

Task<Result<void>> Creation::assignAddresses()
{
    if (m_spec.address == AddressKind::Private)
        co_return co_await assignAddress(AddressType::PrivateV6);
    const auto v4 =
        co_await assignAddress(m_spec.address == AddressKind::Shared ? AddressType::SharedV4 : AddressType::V4);
    if (!v4)
        co_return v4;
    co_return co_await assignAddress(AddressType::V6);
}

Task<Result<void>> Creation::assignAddress(AddressType type)
{
    Request<Addresses> request = [this, type] { return m_fly.addresses.assign(m_app, type, {}, m_progress.stop); };
    Request<std::optional<Addresses>> find = [this, type] { return findAddress(type); };
    const auto assigned = co_await certainly(std::move(request), std::move(find));
    if (!assigned)
        co_return std::unexpected(assigned.error());
    co_return Result<void>();
}

Task<Result<std::optional<Creation::Addresses>>> Creation::findAddress(AddressType type)
{
    const auto there = co_await m_fly.addresses.list(m_app, m_progress.stop);
    if (!there)
        co_return std::unexpected(there.error());
    const bool wantsV6 = type == AddressType::V6 || type == AddressType::PrivateV6;
    const auto isIt = [wantsV6](const IpAssignment &address) { return address.ip.contains(u':') == wantsV6; };
    const auto found = std::ranges::find_if(*there, isIt);
    co_return found == there->end() ? std::optional<Addresses>() : Addresses{*found};
}

Task<Result<void>> Creation::createVolume()
{
    const VolumeRequest wanted{.name = volumeNameFor(m_spec.name),
                               .region = m_spec.region,
                               .sizeGb = m_spec.diskGb,
                               .guest = guestOf(m_spec.size)};
    Request<Volume> request = [this, wanted] { return m_fly.volumes.create(m_app, wanted, m_progress.stop); };
    Request<std::optional<Volume>> find = [this, name = wanted.name] { return findVolume(name); };
    const auto made = co_await certainly(std::move(request), std::move(find));
    if (!made)
        co_return std::unexpected(made.error());
    m_volume = made->id;
    co_return Result<void>();
}

Task<Result<std::optional<Volume>>> Creation::findVolume(QString name)
{
    const auto there = co_await m_fly.volumes.list(m_app, m_progress.stop);
    if (!there)
        co_return std::unexpected(there.error());
    const auto isIt = [&name](const Volume &volume) { return volume.name == name && !volume.isDying(); };
    const auto found = std::ranges::find_if(*there, isIt);
    co_return found == there->end() ? std::optional<Volume>() : *found;
}

Task<Result<Machine>> Creation::createMachine()
{
    const auto body = machineBody(m_spec, m_volume, m_secretsVersion);
    Request<Machine> request = [this, body] { return m_fly.machines.create(m_app, body, m_progress.stop); };
    Request<std::optional<Machine>> find = [this, name = body["name"_L1].toString()] { return findMachine(name); };
    co_return co_await certainly(std::move(request), std::move(find));
}

Task<Result<std::optional<Machine>>> Creation::findMachine(QString name)
{
    const auto there = co_await m_fly.machines.list(m_app, {}, m_progress.stop);
    if (!there)
        co_return std::unexpected(there.error());
    const auto found = std::ranges::find(*there, name, &Machine::name);
    co_return found == there->end() ? std::optional<Machine>() : *found;
}

} // namespace swarm
