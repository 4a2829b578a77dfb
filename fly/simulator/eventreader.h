#pragma once

#include "fly/simulator/machine.h"

#include <QHash>
#include <QList>

namespace swarm::simulator {

//! What has happened to each machine since one looked last, for those who tell its story.
class EventReader
{
public:
    //! Oldest first.
    QList<QJsonObject> take(const Machine &machine);

private:
    QHash<QString, QString> m_lastSeen; //!< id of the event, by machine
};

} // namespace swarm::simulator
