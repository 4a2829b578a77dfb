#include "fly/simulator/eventreader.h"

namespace swarm::simulator {

QList<QJsonObject> EventReader::take(const Machine &machine)
{
    auto &lastSeen = m_lastSeen[machine.id];
    QList<QJsonObject> fresh;
    for (const auto &value : machine.events) {
        const auto event = value.toObject();
        if (event[u"id"].toString() == lastSeen)
            break;
        fresh.prepend(event);
    }
    if (!fresh.isEmpty())
        lastSeen = fresh.last()[u"id"].toString();
    return fresh;
}

} // namespace swarm::simulator
