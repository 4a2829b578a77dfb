#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace swarm::simulator {

struct Lease {
    QString nonce = {};
    QString owner = {};
    QString description = {};
    qint64 expiresAt = 0;
};

//! A machine. Its state is changed by MachineLife alone.
struct Machine {
    QString id = {};
    QString name = {};
    qint64 appNumber = 0;
    QString app = {};
    QString region = {};
    QString state = {};
    QString instanceId = {};
    QJsonObject config = {};
    QMap<QString, QString> secrets = {}; //!< as they were when this version was made
    QJsonArray versions = {};
    QJsonArray events = {}; //!< newest first
    QString privateIp = {};
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    qint64 startedAt = 0;
    qint64 stoppedAt = 0;
    qint64 destroyedAt = 0;
    bool isCordoned = false;
    bool isHostReachable = true;
    bool isHostFull = false;
    bool revertsNextUpdate = false;
    bool keepsStopped = false; //!< made or updated with skip_launch
    int memoryLimitMb = 0; //!< set by the balloon until the next boot; 0: all it has
    int restarts = 0;
    std::optional<Lease> lease = {};
    quint64 turn = 0; //!< grows with each command, so that a timer of an earlier one finds itself overtaken

    //! It has ended for good, which moving to another host means as well.
    bool isDestroyed() const { return state == QLatin1String("destroyed") || state == QLatin1String("migrated"); }
    bool isStarted() const { return state == QLatin1String("started"); }
    QJsonObject guest() const { return config[u"guest"].toObject(); }
    QJsonObject metadata() const { return config[u"metadata"].toObject(); }
    QString mountedVolume() const;
    //! The port on which the editor inside can be reached, 0 when it listens on loopback only.
    int editorPort() const;
    QString password() const;

    QJsonObject toJson() const;
    static Machine fromJson(const QJsonObject &json);
};

} // namespace swarm::simulator
