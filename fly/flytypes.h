#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace swarm {

//! Fly.io's things as its API describes them; only what we use is taken apart.

struct FlyApp {
    QString name = {};
    QString organization = {}; //!< slug
    QString network = {};
};

struct Machine {
    QString id = {};
    QString app = {}; //!< in organization-wide lists only
    QString name = {};
    QString state = {};
    QString region = {};
    QString instanceId = {}; //!< the version: changes with each update
    QJsonObject config = {}; //!< empty when its host is away
    QJsonObject imageRef = {};
    QJsonArray events = {}; //!< newest first
    QJsonArray checks = {};
    QString hostStatus = {};
    bool isCordoned = false;
    QDateTime createdAt = {};
    QDateTime updatedAt = {};
};

struct MachinePage {
    std::vector<Machine> machines = {};
    QString nextCursor = {}; //!< empty on the last page
    QDateTime lastUpdatedAt = {};
    QStringList errorRegions = {}; //!< did not answer
};

struct Volume {
    QString id = {};
    QString app = {}; //!< in organization-wide lists only
    QString name = {};
    QString state = {};
    QString region = {};
    QString attachedMachine = {};
    int sizeGb = 0;

    //! Goes away by itself; neither shown nor billed.
    [[nodiscard]] bool isDying() const;
};

struct VolumePage {
    std::vector<Volume> volumes = {};
    QString nextCursor = {};
    QDateTime lastUpdatedAt = {};
};

struct IpAssignment {
    QString ip = {};
    bool isShared = false;
};

struct OrganizationRef {
    QString slug = {};
    QString name = {};
};

//! What `GET /v1/tokens/current` tells about a macaroon.
struct TokenInfo {
    QString organization = {}; //!< slug
    QString user = {};
    QStringList apps = {}; //!< not empty: these only
};

} // namespace swarm
