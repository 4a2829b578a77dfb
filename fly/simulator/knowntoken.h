#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace swarm::simulator {

//! A token that the simulator has made, or was told about: what it may do and until when.
struct KnownToken {
    QString id = {};
    QString secret = {}; //!< one part of an Authorization header
    QString name = {};
    QString profile = {}; //!< GraphQL's word: deploy, deploy_organization …
    QStringList apps = {}; //!< not empty: these only
    bool isReadOnly = false;
    qint64 createdAt = 0;
    qint64 endsAt = 0; //!< 0: never
    qint64 dischargeEndsAt = 0; //!< 0: needs none
    qint64 revokedAt = 0; //!< 0: it is not

    //! It would be good, if only it were confirmed again.
    bool lacksDischarge(qint64 now) const { return dischargeEndsAt > 0 && now >= dischargeEndsAt; }
    bool hasEnded(qint64 now) const { return revokedAt > 0 || (endsAt > 0 && now >= endsAt); }

    QJsonObject toJson() const;
    static KnownToken fromJson(const QJsonObject &json);
};

} // namespace swarm::simulator
