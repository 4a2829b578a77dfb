#pragma once

#include <QJsonObject>
#include <QString>

namespace swarm::simulator {

//! A copy of a volume as it was. It outlives its volume until its retention ends, but not its app.
struct Snapshot {
    QString id = {};
    QString volume = {};
    qint64 appNumber = 0;
    QString status = QStringLiteral("waiting"); //!< then running, then created
    int volumeGb = 0;
    qint64 bytes = 0; //!< stored
    int retentionDays = 5;
    qint64 createdAt = 0; //!< 0 until it is complete

    bool isUnderWay() const { return status == QLatin1String("waiting") || status == QLatin1String("running"); }
    bool isCreated() const { return status == QLatin1String("created"); }
    bool isExpired(qint64 now) const;

    //! As the API shows it.
    QJsonObject shown() const;
    QJsonObject toJson() const;
    static Snapshot fromJson(const QJsonObject &json);
};

} // namespace swarm::simulator
