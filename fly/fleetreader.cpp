#include "fly/fleetreader.h"

#include "fly/machineconfig.h"
#include "model/async/both.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr auto replicaLag = 60s; //!< a change this much older than the last answer may still turn up

Disk diskFrom(const Volume &volume)
{
    return {.app = volume.app,
            .volume = volume.id,
            .machine = volume.attachedMachine,
            .region = volume.region,
            .sizeGb = volume.sizeGb,
            .isDying = volume.isDying()};
}

//! An app's own lists leave out which app it is.
template <typename T> std::vector<T> inApp(std::vector<T> things, const QString &app)
{
    for (auto &thing : things)
        thing.app = app;
    return things;
}

} // namespace

FleetReader::FleetReader(FlyConnection &connection)
    : m_endpoints(connection.endpoints())
    , m_fly(connection, Urgency::User)
    , m_polls(connection, Urgency::Poll)
{
}

void FleetReader::setReach(const QString &organization, const QStringList &apps)
{
    m_organization = organization;
    m_apps = apps;
}

Task<Result<FleetReply>> FleetReader::list(FleetQuery query)
{
    if (!m_apps.isEmpty())
        co_return co_await listApps();

    const auto after =
        query.since.isValid() ? query.since.addSecs(-std::chrono::seconds(replicaLag).count()) : QDateTime();
    const auto [machines, volumes] = co_await both(m_polls.organizations.allMachines(m_organization, after, {}),
                                                   m_polls.organizations.allVolumes(m_organization, after, {}));
    if (!machines)
        co_return std::unexpected(machines.error());
    if (!volumes)
        co_return std::unexpected(volumes.error());

    FleetReply reply{.isComplete = !query.since.isValid() && machines->errorRegions.isEmpty(),
                     .silentRegions = machines->errorRegions,
                     .nextSince = machines->lastUpdatedAt.isValid() ? machines->lastUpdatedAt : query.since};
    reply = co_await withMachines(std::move(reply), machines->rows);
    std::ranges::transform(volumes->rows, std::back_inserter(reply.disks), diskFrom);
    co_return reply;
}

Task<Result<FleetReply>> FleetReader::listApps()
{
    // A token for some apps gets no list of the organization; each app's own list is whole and does not lag.
    FleetReply reply{.isComplete = true};
    for (const auto &app : std::as_const(m_apps)) {
        const auto [machines, volumes] =
            co_await both(m_polls.machines.list(app, {}, {}), m_polls.volumes.list(app, {}));
        const bool isGone = !machines && machines.error().kind() == Error::Kind::NotFound;
        if (isGone)
            continue;
        if (!machines)
            co_return std::unexpected(machines.error());
        if (!volumes)
            co_return std::unexpected(volumes.error());
        reply = co_await withMachines(std::move(reply), inApp(*machines, app));
        std::ranges::transform(inApp(*volumes, app), std::back_inserter(reply.disks), diskFrom);
    }
    co_return reply;
}

Task<FleetReply> FleetReader::withMachines(FleetReply reply, std::vector<Machine> machines)
{
    for (const auto &machine : machines) {
        if (statusOf(machine.state) == Status::Deleted) {
            reply.gone << machine.id;
            continue;
        }
        if (machine.config.isEmpty()) { // whose it is stands in what its host does not tell
            reply.dark << machine.id;
            continue;
        }
        if (roleOf(machine) == QLatin1StringView(role::previous))
            reply.copies.push_back({.instance = instanceIdOf(machine),
                                    .copy = {.machine = machine.id,
                                             .volume = mountedVolume(machine),
                                             .region = machine.region,
                                             .since = machine.updatedAt}});
        if (!isInstance(machine))
            continue;
        const auto instance = co_await completed(machine, {});
        reply.instances.push_back(instance);
    }
    co_return reply;
}

Task<Instance> FleetReader::completed(Machine machine, Instance known)
{
    auto instance = instanceFrom(machine, known);
    const auto address = co_await addressOf(instance.app);
    if (address)
        instance.url = *address;
    co_return instance;
}

Task<Result<QUrl>> FleetReader::addressOf(QString app)
{
    if (m_addresses.contains(app))
        co_return m_addresses.value(app);
    auto pattern = m_endpoints.appTemplate;
    if (pattern.isEmpty() && m_endpoints.isFlyItself())
        pattern = u"https://{app}.fly.dev"_s;
    if (!pattern.isEmpty()) {
        m_addresses.insert(app, QUrl(pattern.replace("{app}"_L1, app)));
        co_return m_addresses.value(app);
    }
    const auto told = co_await m_fly.account.appUrl(app, {});
    if (!told)
        co_return told;
    m_addresses.insert(app, *told);
    co_return told;
}

Task<Result<Instance>> FleetReader::inspect(Instance known)
{
    const auto machine = co_await m_polls.machines.get(known.app, known.machine, {});
    if (!machine)
        co_return std::unexpected(machine.error());
    if (roleOf(*machine) == QLatin1StringView(role::previous)) // asleep beside another one, or beside none any more
        co_return std::unexpected(
            Error{.code = ErrorCode::ResourceNotFound, .detail = u"its machine no longer stands for it"_s});
    co_return co_await completed(*machine, known);
}

Task<Result<Machine>> FleetReader::wholeMachine(Instance instance, std::stop_token stop)
{
    auto machine = co_await m_fly.machines.get(instance.app, instance.machine, std::move(stop));
    if (!machine || !machine->config.isEmpty())
        co_return machine;
    co_return std::unexpected(
        Error{.code = ErrorCode::ResourceWrongState, .detail = u"the machine's host cannot be reached"_s});
}

} // namespace swarm
