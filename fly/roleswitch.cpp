#include "fly/roleswitch.h"

#include "fly/configchange.h"
#include "fly/flyerror.h"
#include "fly/machineconfig.h"
#include "fly/reconfiguration.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto lookAgain = 1s;
constexpr int mostAgain = 2; //!< times that a machine is cordoned once more

} // namespace

Task<Result<void>> RoleSwitch::promote(QString machine, QString lease)
{
    // Visits first: somebody else's lease refuses that, and then nothing says yet that the machine is the instance's.
    const auto open = co_await setCordoned(machine, false, std::move(lease));
    if (!open)
        co_return open;
    co_return co_await setRole(machine, QString::fromLatin1(role::current));
}

Task<Result<void>> RoleSwitch::demote(QString machine, QString lease)
{
    const auto cordoned = co_await setCordoned(machine, true, lease);
    if (!cordoned)
        co_return cordoned;
    Reconfiguration reconfiguration(m_tools, m_app, machine, {});
    const auto changed = co_await reconfiguration.runUnder(lease, [](const QJsonObject &config) {
        const QMap<QString, QString> metadata{
            {QString::fromLatin1(metadata::role), QString::fromLatin1(role::previous)}};
        return Result<QJsonObject>(withAutostart(withMetadata(config, metadata), false));
    });
    co_return changed ? Result<void>() : std::unexpected(changed.error());
}

Task<Result<void>> RoleSwitch::setRole(QString machine, QString role)
{
    co_return co_await m_tools.fly.machines.changeMetadata(m_app, machine,
                                                           {{QString::fromLatin1(metadata::role), role}}, {}, {});
}

Task<Result<void>> RoleSwitch::setCordoned(QString machine, bool isCordoned, QString lease)
{
    // Doing it twice is doing it once, so an answer that got lost is no reason to leave a switch half done.
    auto done = co_await m_tools.fly.machines.setCordoned(m_app, machine, isCordoned, lease, {});
    for (int again = 0; !done && mayHaveHappened(done.error()) && again < mostAgain; ++again) {
        co_await m_tools.clock.sleepFor(lookAgain);
        done = co_await m_tools.fly.machines.setCordoned(m_app, machine, isCordoned, lease, {});
    }
    co_return done;
}

} // namespace swarm
