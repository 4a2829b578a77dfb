#pragma once

#include "model/machineevent.h"
#include "model/size.h"
#include "model/status.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <vector>

namespace swarm {

//! Ours, and for ever: it survives a new machine, a new name and a new region.
using InstanceId = QString;

struct Image {
    QString repository = QStringLiteral("codercom/code-server");
    QString tag = QStringLiteral("latest");
    QString digest = {}; //!< "sha256:…" as Fly.io resolved it; empty until then

    bool operator==(const Image &) const = default;
};

//! What happens when nobody is connected any more.
struct IdleRule {
    enum class Action { Never, Suspend, Stop, StopAfter };

    Action action = Action::Suspend;
    std::chrono::minutes after{0}; //!< for StopAfter only

    bool operator==(const IdleRule &) const = default;
};

//! One remote editor as last seen. A value: copies are snapshots.
struct Instance {
    InstanceId id = {};
    QString name = {}; //!< the user's word
    QString app = {}; //!< Fly.io's name of the app, which is also the host name
    QString machine = {}; //!< machine id
    QString version = {}; //!< the machine's instance_id: changes with each update
    QString volume = {}; //!< volume id
    QString region = {}; //!< code, such as "ams"
    QString state = {}; //!< Fly.io's word for the state
    Status status = Status::Unknown;
    CheckState checks = CheckState::None;
    Size size = {};
    int diskGb = 0; //!< 0: not known yet
    Image image = {};
    IdleRule idle = {};
    bool isIdleRuleKnown = false; //!< read back from the machine
    bool autostarts = true; //!< a visit to the address wakes it
    bool isCordoned = false;
    bool isHostReachable = true;
    bool isSilent = false; //!< the last list did not tell of it: all of this is old
    Ending ending = {}; //!< of the last run
    MachineEvents events = {}; //!< newest first; of the present machine, and not kept on disk
    QUrl url = {};
    QString softwareVersion = {}; //!< of the Remote Swarm that made it
    QDateTime createdAt = {};
    QDateTime updatedAt = {}; //!< the machine's own time stamp: orders what we are told
    QDateTime startedAt = {}; //!< the last start
    QJsonObject unknownMembers = {}; //!< of its record on disk, written by a newer version: kept as they are

    bool operator==(const Instance &) const = default;
};
using Instances = std::vector<Instance>;

[[nodiscard]] Health healthOf(const Instance &instance, const QDateTime &now);

} // namespace swarm
