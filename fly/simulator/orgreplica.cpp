#include "fly/simulator/orgreplica.h"

#include "fly/simulator/machineview.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

OrgReplica::OrgReplica(World &world, QObject *parent)
    : QObject(parent)
    , m_world(world)
{
    connect(&world, &World::machineChanged, this, [this](const QString &id) {
        m_changes.append({.visibleAt = m_world.clock().now() + m_lag.count(),
                          .isMachine = true,
                          .id = id,
                          .row = machineInOrgList(*m_world.machine(id))});
    });
    connect(&world, &World::volumeChanged, this, [this](const QString &id) {
        const auto &volume = m_world.volumes().at(id);
        auto row = volume.shown();
        row.insert(u"app_name"_s, volume.app);
        row.insert(u"updated_at"_s, rfc3339(volume.updatedAt));
        m_changes.append(
            {.visibleAt = m_world.clock().now() + m_lag.count(), .isMachine = false, .id = id, .row = row});
    });
}

void OrgReplica::catchUp(qint64 until)
{
    qsizetype seen = 0;
    for (; seen < m_changes.size() && m_changes[seen].visibleAt <= until; ++seen) {
        const auto &change = m_changes[seen];
        (change.isMachine ? m_machines : m_volumes).insert(change.id, change.row);
    }
    m_changes.remove(0, seen);
}

void OrgReplica::copyAll()
{
    catchUp(std::numeric_limits<qint64>::max());
    m_machines.removeIf([this](const auto &row) { return !m_world.machines().contains(row.key()); });
    m_volumes.removeIf([this](const auto &row) { return !m_world.volumes().contains(row.key()); });
}

QList<QJsonObject> OrgReplica::machines()
{
    catchUp(m_world.clock().now());
    return m_machines.values();
}

QList<QJsonObject> OrgReplica::volumes()
{
    catchUp(m_world.clock().now());
    return m_volumes.values();
}

} // namespace swarm::simulator
