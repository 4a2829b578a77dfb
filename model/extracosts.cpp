#include "model/extracosts.h"

#include "model/instancestore.h"

#include <algorithm>

namespace swarm {
namespace {

bool isWhole(const CostExtras &extras)
{
    return extras.snapshotGb && extras.dedicatedV4;
}

} // namespace

Task<CostExtras> extrasOf(Provider *provider, Instance instance)
{
    CostExtras extras;
    const auto snapshots = co_await provider->snapshots(instance);
    if (snapshots) {
        double bytes = 0;
        for (const auto &snapshot : *snapshots)
            bytes += static_cast<double>(snapshot.bytes);
        extras.snapshotGb = bytes / bytesPerGb;
    }
    const auto addresses = co_await provider->addresses(instance);
    if (addresses)
        extras.dedicatedV4 = static_cast<int>(std::ranges::count(*addresses, Address::Kind::V4, &Address::kind));
    co_return extras;
}

double storedIn(const std::vector<Keepsake> &keepsakes)
{
    double bytes = 0;
    for (const auto &keepsake : keepsakes)
        bytes += static_cast<double>(keepsake.bytes);
    return bytes / bytesPerGb;
}

ExtraCosts::ExtraCosts(Provider &provider, const InstanceStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_store(store)
    , m_clock(clock)
    , m_tasks(std::make_unique<TaskScope>())
{
    connect(&store, &InstanceStore::removed, this, [this](const InstanceId &id) {
        m_due.remove(id);
        if (m_all.remove(id))
            Q_EMIT changed();
    });
}

ExtraCosts::~ExtraCosts() = default;

void ExtraCosts::consider()
{
    if (!m_isWatched || !m_tasks->isIdle())
        return;
    if (const auto *instance = next())
        m_tasks->launch(ask(*instance));
}

void ExtraCosts::expire(const InstanceId &id)
{
    m_due.remove(id);
    m_expired.insert(id);
}

void ExtraCosts::forget()
{
    m_tasks = std::make_unique<TaskScope>();
    m_due.clear();
    if (std::exchange(m_all, {}).isEmpty())
        return;
    Q_EMIT changed();
}

const Instance *ExtraCosts::next() const
{
    const auto now = m_clock.now();
    const auto &instances = m_store.instances();
    const auto found = std::ranges::find_if(instances, [&](const Instance &instance) {
        const auto due = m_due.constFind(instance.id);
        return !instance.machine.isEmpty() && (due == m_due.constEnd() || *due <= now);
    });
    return found == instances.end() ? nullptr : &*found;
}

Task<> ExtraCosts::ask(Instance instance)
{
    const auto id = instance.id;
    m_expired.clear();
    const auto extras = co_await extrasOf(&m_provider, std::move(instance));
    if (!m_store.find(id))
        co_return;
    const auto pause = isWhole(extras) ? lifetime : pauseAfterFailure;
    if (!m_expired.contains(id)) // else the answer may be older than what was done
        m_due.insert(id, m_clock.now().addMSecs(m_clock.scaled(pause).count()));
    if (!isWhole(extras) || m_all.value(id) == extras) // what was known is better than nothing
        co_return;
    m_all.insert(id, extras);
    Q_EMIT changed();
}

} // namespace swarm
