#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace swarm::simulator {

//! What an organization may use. 0: as much as it likes.
struct Limits {
    int memoryMbPerRegion = 0;
    int volumesGb = 0; //!< all volumes together
    int machinesPerApp = 0; //!< more need a payment method
    int tmpMb = 0; //!< in a machine's `/tmp`; 0: what a machine's own disk has room for
    bool isTrial = false; //!< small sizes only, and machines end after five minutes
    QMap<QString, bool> hasVolumeRoom = {}; //!< by region, where it was ever set

    QJsonObject toJson() const;
    static Limits fromJson(const QJsonObject &json);
};

} // namespace swarm::simulator
