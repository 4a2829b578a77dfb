#pragma once

#include <QJsonObject>
#include <QString>

namespace swarm::simulator {

//! A build of an image, as far as Fly hears of it: flyctl does the building.
struct Build {
    qint64 id = 0;
    QString status = {};
    qint64 startedAt = 0;
    qint64 endedAt = 0; //!< 0: still going

    qint64 duration(qint64 now) const { return (endedAt > 0 ? endedAt : now) - startedAt; }

    QJsonObject toJson() const;
    static Build fromJson(const QJsonObject &json);
};

} // namespace swarm::simulator
