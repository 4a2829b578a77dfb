#pragma once

#include <QJsonObject>
#include <QString>

namespace swarm::simulator {

//! A volume. It stays bound to its machine until a moment after the machine is destroyed.
struct Volume {
    QString id = {};
    qint64 appNumber = 0;
    QString app = {};
    QString name = {};
    QString state = QStringLiteral("created");
    QString region = {};
    QString zone = {};
    int sizeGb = 0;
    bool isEncrypted = true;
    QString machine = {}; //!< id of the machine that holds it
    bool wasMounted = false;
    int snapshotRetention = 5;
    bool hasAutoBackup = true;
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    qint64 destroyedAt = 0;

    bool isHostReachable = true;
    bool isHostFull = false; //!< nothing more fits on its host
    bool isHostOld = false; //!< shows new space only after a restart

    //! Neither destroyed nor about to be.
    bool isLive() const;
    //! A fork can be used while its data still comes.
    bool isMountable() const;

    //! As the API shows it.
    QJsonObject shown() const;
    //! Without what only its host knows.
    QJsonObject summary() const;
    QJsonObject toJson() const;
    static Volume fromJson(const QJsonObject &json);
};

} // namespace swarm::simulator
