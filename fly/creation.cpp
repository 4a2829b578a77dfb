#include "fly/creation.h"

#include "fly/configchange.h"
#include "fly/flyerror.h"
#include "fly/machineconfig.h"
#include "fly/teardown.h"
#include "model/async/all.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::chrono::milliseconds settlingTime = 60s; //!< a new app may answer 404 or 401 for this long
constexpr auto lookAgain = 200ms;
constexpr int nameAttempts = 4;

//! The first error of several things that were done side by side.
Result<void> allOf(const std::vector<Result<void>> &results)
{
    const auto failed = std::ranges::find_if(results, [](const Result<void> &result) { return !result; });
    return failed == results.end() ? Result<void>() : *failed;
}

} // namespace

Creation::Creation(FlyTools tools, InstanceSpec spec, Progress progress)
    : m_tools(std::move(tools))
    , m_spec(std::move(spec))
    , m_progress(std::move(progress))
{
}

void Creation::resume(const QString &app, bool isMade, const QDateTime &madeAt)
{
    m_app = app;
    m_isAppMade = isMade;
    m_appMadeAt = madeAt;
}

Task<Result<Machine>> Creation::run()
{
    m_progress.entered(Step::Validating);
    const auto prepared = co_await prepare();
    if (!prepared)
        co_return std::unexpected(prepared.error());

    m_progress.entered(Step::CreatingApp);
    const auto app = co_await createApp();
    if (!app)
        co_return std::unexpected(app.error());

    m_progress.entered(Step::WaitingForApp);
    const auto known = co_await waitForApp(m_progress.stop);
    if (!known)
        co_return std::unexpected(known.error());

    m_progress.entered(Step::PreparingAddressAndDisk);
    const auto furnished = co_await furnish();
    if (!furnished)
        co_return std::unexpected(furnished.error());

    m_progress.entered(Step::CreatingMachine);
    const auto machine = co_await createMachine();
    if (!machine)
        co_return machine;

    m_progress.entered(Step::WaitingForMachine);
    co_return co_await m_tools.wait.until(m_app, *machine, Status::Running, m_progress.stop);
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
            co_await m_tools.clock.sleepFor(lookAgain);
    }
    const Instance ours{.id = m_spec.id, .app = m_app};
    Teardown teardown(m_tools, ours, [](Step) { });
    const auto removed = co_await teardown.run();
    cause.undone = removed ? *removed : removed.error().undone;
    cause.leftBehind = removed ? std::vector<Resource>() : removed.error().leftBehind;
    co_return cause;
}

Task<Result<void>> Creation::prepare()
{
    if (const auto problem = problemOf(m_spec))
        co_return std::unexpected(Error{.code = ErrorCode::ApiInvalidRequest, .refusal = *problem});
    const auto [region, isFree] = co_await both(checkRegion(), isNameFree(m_spec.name));
    m_isNameKnownFree = isFree.value_or(false);
    co_return region;
}

Task<Result<void>> Creation::checkRegion()
{
    const auto list = co_await m_tools.fly.platform.regions(m_progress.stop);
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
    const auto found = co_await m_tools.fly.apps.get(name, m_progress.stop);
    if (found || found.error().code == ErrorCode::AuthInsufficientPermissions) // 403: a stranger's
        co_return false;
    if (found.error().kind() == Error::Kind::NotFound)
        co_return true;
    co_return std::unexpected(found.error());
}

Task<Result<void>> Creation::claim(QString name)
{
    // Knowing that the name was free a moment ago tells ours from a stranger's when an answer gets lost.
    if (!std::exchange(m_isNameKnownFree, false)) {
        const auto isFree = co_await isNameFree(name);
        if (!isFree)
            co_return std::unexpected(isFree.error());
        if (!*isFree)
            co_return std::unexpected(Error{.code = ErrorCode::ResourceAlreadyExists, .detail = name + u" is taken"_s});
    }
    const auto noted = co_await m_progress.note(u"app"_s, name);
    if (!noted)
        co_return noted;

    bool isRepeated = false;
    while (true) {
        m_appMadeAt = m_tools.clock.now();
        const auto made = co_await m_tools.fly.apps.create(name, m_tools.organization, name, m_progress.stop);
        const bool isTaken = !made && made.error().code == ErrorCode::ResourceAlreadyExists;
        if (made || (isTaken && isRepeated)) { // the first attempt had made it after all
            m_app = name;
            m_isAppMade = made.has_value();
            co_return co_await m_progress.note(u"app_made"_s, m_isAppMade);
        }
        if (!mayHaveHappened(made.error()))
            co_return made;
        m_app = name;
        if (made.error().code == ErrorCode::Cancelled || isRepeated)
            co_return made;
        const auto found = co_await m_tools.fly.apps.get(name, m_progress.stop);
        if (found)
            co_return Result<void>();
        isRepeated = true; // a new app may still answer 404: asking for the name again is what tells
    }
}

Task<Result<void>> Creation::waitForApp(std::stop_token stop)
{
    while (true) {
        const auto app = co_await m_tools.fly.apps.get(m_app, stop);
        if (app) {
            // Only ours may be used, and only ours may ever be taken apart.
            if (app->organization != m_tools.organization || app->network != m_app) {
                m_app.clear();
                co_return std::unexpected(
                    Error{.code = ErrorCode::ResourceAlreadyExists, .detail = app->name + u" is somebody else's"_s});
            }
            m_isAppSeen = true;
            co_return Result<void>();
        }
        if (!mayBeUnsettled(app.error()))
            co_return std::unexpected(app.error());
        co_await m_tools.clock.sleepFor(lookAgain, stop);
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
    return m_appMadeAt.msecsTo(m_tools.clock.now()) < m_tools.clock.scaled(settlingTime).count();
}

Provisioner &Creation::provisioner()
{
    if (!m_provisioner) {
        m_provisioner.emplace(m_tools, m_app, m_progress);
        m_provisioner->setSettlingUntil(m_appMadeAt.addMSecs(m_tools.clock.scaled(settlingTime).count()));
    }
    return *m_provisioner;
}

Task<Result<void>> Creation::furnish()
{
    // Addresses come before the machine: its name must resolve when it is up, and a "no such name" is remembered.
    std::vector<Task<Result<void>>> pieces;
    pieces.push_back(setPassword());
    pieces.push_back(provisioner().assignAddresses(m_spec.address));
    pieces.push_back(createVolume());
    const auto results = co_await all(std::move(pieces));
    co_return allOf(results);
}

Task<Result<void>> Creation::setPassword()
{
    const auto version = co_await provisioner().setSecret(u"PASSWORD"_s, m_spec.password);
    if (!version)
        co_return std::unexpected(version.error());
    m_secretsVersion = *version;
    co_return Result<void>();
}

Task<Result<void>> Creation::createVolume()
{
    const auto guest = m_config.isEmpty() ? guestOf(m_spec.size) : m_config["guest"_L1].toObject();
    VolumeRequest wanted{.name = volumeNameFor(m_spec.name),
                         .region = m_spec.region,
                         .sizeGb = m_spec.diskGb,
                         .guest = guest,
                         .snapshot = m_spec.snapshot};
    const auto made = co_await provisioner().makeVolume(std::move(wanted));
    if (!made)
        co_return std::unexpected(made.error());
    m_volume = made->id;
    co_return Result<void>();
}

Task<Result<Machine>> Creation::createMachine()
{
    const auto config = m_config.isEmpty() ? configOf(m_spec) : asInstance(m_config, m_spec);
    auto body = machineBody(u"editor"_s, m_spec.region, withVolume(config, m_volume), m_secretsVersion);
    co_return co_await provisioner().makeMachine(std::move(body));
}

} // namespace swarm
