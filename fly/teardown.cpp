#include "fly/teardown.h"

#include "fly/machinecommands.h"
#include "fly/machineconfig.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto lookAgain = 500ms;
constexpr std::chrono::milliseconds destroyPatience = 60s; //!< of an app

bool isGone(const Error &error)
{
    return error.kind() == Error::Kind::NotFound;
}

} // namespace

Teardown::Teardown(FlyTools tools, const Instance &instance, std::function<void(Step)> entered)
    : m_tools(std::move(tools))
    , m_app(instance.app)
    , m_instance(instance.id)
    , m_machine(instance.machine)
    , m_volumes{instance.volume}
    , m_entered(std::move(entered))
{
}

Task<Result<std::vector<Resource>>> Teardown::run()
{
    co_await removeMachines();
    m_entered(Step::DeletingDisk);
    co_await removeVolumes();
    if (!m_hasStrangers) {
        m_entered(Step::ReleasingAddresses);
        co_await releaseAddresses();
    }
    if (!m_hasStrangers && !m_keepsApp) {
        m_entered(Step::DeletingApp);
        co_await removeApp();
    }

    if (m_isAppGone || !m_error)
        co_return m_removed;
    auto error = *m_error;
    error.undone = m_removed;
    error.leftBehind = m_left;
    if (m_left.empty()) // the lists failed: all that is known to be there is the app
        error.leftBehind.push_back({.kind = Resource::Kind::App, .name = m_app});
    co_return std::unexpected(error);
}

Task<> Teardown::removeMachines()
{
    const auto machines = co_await m_tools.fly.machines.list(m_app, {}, {});
    if (!machines) {
        co_await noteFailure(machines.error());
        m_hasStrangers = !isGone(machines.error()); // for all we know
        co_return;
    }
    for (const auto &machine : *machines) {
        if (!isOurs(machine)) {
            m_hasStrangers = true;
            continue;
        }
        m_volumes << mountedVolume(machine);
        const auto removed = co_await removeMachine(machine);
        note(removed, Resource::Kind::Machine, machine.id);
    }
}

Task<Result<void>> Teardown::removeMachine(Machine machine)
{
    // A stop lets the editor write down what it holds; that it fails must not keep the machine alive.
    if (isUp(statusOf(machine.state))) {
        m_entered(Step::StoppingMachine);
        const auto stopped = co_await m_tools.fly.machines.stop(m_app, machine.id, false, {}, {});
        if (stopped)
            co_await m_tools.fly.machines.wait(m_app, machine.id, machine.instanceId, u"stopped"_s, {});
    }
    m_entered(Step::DeletingMachine);
    MachineCommands commands(m_tools);
    co_return co_await commands.destroy(m_app, machine.id, {});
}

Task<> Teardown::removeVolumes()
{
    const auto volumes = co_await m_tools.fly.volumes.list(m_app, {});
    if (!volumes) {
        co_await noteFailure(volumes.error());
        co_return;
    }
    MachineCommands commands(m_tools);
    for (const auto &volume : *volumes) {
        if (volume.isDying())
            continue;
        if (m_hasStrangers && !m_volumes.contains(volume.id))
            continue;
        const auto removed = co_await commands.removeVolume(m_app, volume.id);
        note(removed, Resource::Kind::Volume, volume.id);
    }
}

Task<> Teardown::releaseAddresses()
{
    const auto addresses = co_await m_tools.fly.addresses.list(m_app, {});
    if (!addresses) {
        co_await noteFailure(addresses.error());
        co_return;
    }
    for (const auto &address : *addresses) {
        const bool isFree = address.isShared || address.type == "shared_v4"_L1 || address.ip.contains(u':');
        if (m_keepsApp && isFree)
            continue;
        auto released = co_await m_tools.fly.addresses.release(m_app, address.ip, {});
        if (!released && isGone(released.error()))
            released = {};
        note(released, Resource::Kind::Address, address.ip);
    }
}

Task<> Teardown::removeApp()
{
    auto result =
        Result<void>(std::unexpected(Error{.code = ErrorCode::NetworkTimeout, .detail = u"the app is still there"_s}));
    for (std::chrono::milliseconds waited{0}; waited < destroyPatience && !m_isAppGone; waited += lookAgain) {
        const auto deleted = co_await m_tools.fly.apps.remove(m_app, {});
        if (!deleted && !isGone(deleted.error())) {
            result = deleted;
            break;
        }
        // An answer is not yet a fact: as long as the app can be found, it may bill.
        const auto seen = co_await m_tools.fly.apps.get(m_app, {});
        m_isAppGone = !seen;
        if (!m_isAppGone)
            co_await m_tools.clock.sleepFor(lookAgain);
    }
    note(m_isAppGone ? Result<void>() : result, Resource::Kind::App, m_app);
}

bool Teardown::isOurs(const Machine &machine) const
{
    // One that nobody has marked, such as an adopted one, goes by its own id.
    return instanceIdOf(machine) == m_instance || machine.id == m_instance || machine.id == m_machine;
}

void Teardown::note(const Result<void> &result, Resource::Kind kind, const QString &name)
{
    if (result) {
        m_removed.push_back({.kind = kind, .name = name});
        return;
    }
    m_log.warn(u"could not remove"_s, {{u"name"_s, name}, {u"detail"_s, result.error().detail}});
    m_left.push_back({.kind = kind, .name = name});
    if (!m_error)
        m_error = result.error();
}

Task<> Teardown::noteFailure(Error error)
{
    if (isGone(error) && !m_keepsApp) // removing the app tells whether it was
        co_return;
    if (isGone(error)) {
        const auto app = co_await m_tools.fly.apps.get(m_app, {});
        if (!app && isGone(app.error()))
            co_return;
    }
    if (!m_error)
        m_error = error;
}

} // namespace swarm
