#pragma once

#include "fly/simulator/build.h"
#include "fly/simulator/hostcertificate.h"
#include "fly/simulator/release.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

namespace swarm::simulator {

//! An app secret; the value never leaves by the API.
struct Secret {
    QString value = {};
    qint64 createdAt = 0;
    qint64 updatedAt = 0;

    QString digest() const;
};

//! A public or private address of an app.
struct Address {
    QString id = {};
    QString ip = {};
    QString type = {}; //!< v4, v6, shared_v4, private_v6, egress_v4, egress_v6
    QString region = {};
    QString network = {}; //!< of a private one
    QString organization = {};
    QString service = {};
    QString machine = {}; //!< of an egress address that one machine has for itself
    qint64 createdAt = 0;

    bool isEgress() const { return type.startsWith(QLatin1String("egress_")); }
    bool isPrivate() const { return type == QLatin1String("private_v6"); }
};

//! An app with what hangs on it alone: addresses, secrets and certificates.
//! Machines and volumes stand in the world by themselves.
struct App {
    QString id = {};
    qint64 number = 0; //!< unlike the name never used twice
    QString name = {};
    QString network = {};
    qint64 createdAt = 0;
    qint64 halfSettledAt = 0; //!< before it the app is "not found", then "unauthorized", until settledAt
    qint64 settledAt = 0;
    bool hadMachine = false;
    QList<Address> addresses = {};
    QMap<QString, Secret> secrets = {};
    int secretsVersion = 0;
    QMap<QString, HostCertificate> certificates = {};
    QList<Release> releases = {}; //!< oldest first
    QList<Build> builds = {};

    QString status() const;
    bool hasPublicAddress() const;
    QMap<QString, QString> secretValues() const;

    QJsonObject toJson() const;
    static App fromJson(const QJsonObject &json);
};

} // namespace swarm::simulator
