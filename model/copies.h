#pragma once

#include "model/instancespec.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <vector>

namespace swarm {

//! A disk as it was at a moment.
struct DiskSnapshot {
    enum class State { UnderWay, Ready, Failed, Unknown };

    QString id = {};
    QString volume = {};
    State state = State::Unknown;
    qint64 bytes = 0; //!< stored; 0 while it is under way
    int sizeGb = 0; //!< of the disk: what is made from it is at least that large; 0: not known
    int keptDays = 0;
    QDateTime createdAt = {}; //!< invalid while it is under way

    bool operator==(const DiskSnapshot &) const = default;
};

//! A machine as it was configured before.
struct EarlierVersion {
    QString version = {}; //!< the provider's name of it
    Image image = {};
    Size size = {};
    QDateTime at = {}; //!< invalid: not known

    bool operator==(const EarlierVersion &) const = default;
};

//! What a move or a rollback of data left standing, in case the new one is not what was hoped for: asleep, and billed
//! for its disk until somebody lets it go.
struct PreviousCopy {
    QString machine = {};
    QString volume = {};
    QString region = {};
    int diskGb = 0;
    QDateTime since = {};

    bool operator==(const PreviousCopy &) const = default;
};

//! One that a list told of.
struct StandingCopy {
    InstanceId instance = {};
    PreviousCopy copy = {};

    bool operator==(const StandingCopy &) const = default;
};

//! Those that have been asleep for a day: time to ask whether they are still wanted.
[[nodiscard]] std::vector<StandingCopy> overdue(std::vector<StandingCopy> copies, const QDateTime &now);

//! What is needed to bring back an instance that was deleted with a last snapshot. The receipt on disk holds all of it
//! but `secrets`.
struct Keepsake {
    InstanceId instance = {};
    QString name = {};
    QString app = {}; //!< stays, empty, as the snapshot's home
    QString region = {};
    QString snapshot = {};
    int diskGb = 0;
    qint64 bytes = 0; //!< what the snapshot stores
    QJsonObject machine = {}; //!< its whole configuration, in the provider's words
    QMap<QString, QString> secrets = {}; //!< variables of its environment that look like secrets: for the keychain
    QDateTime deletedAt = {}; //!< invalid until it is deleted
    QDateTime expiresAt = {};

    bool operator==(const Keepsake &) const = default;
};

//! Where the data of a new disk comes from.
enum class DataSource {
    Disk, //!< the disk as it is now
    Snapshot, //!< the disk as it was then
};

//! A new machine with a new disk for an instance, which takes the place of the old ones.
struct Replacement {
    DataSource source = DataSource::Disk;
    QString snapshot = {}; //!< id, for DataSource::Snapshot
    QString region = {}; //!< empty: where it is

    bool operator==(const Replacement &) const = default;
};

//! A change of a machine in place. What is not given stays, and so does everything that we do not know.
struct InstanceChange {
    std::optional<Size> size = {};
    std::optional<Image> image = {};
    std::optional<IdleRule> idle = {};
    QMap<QString, QString> setEnv = {}; //!< variables to set
    QStringList unsetEnv = {}; //!< variables to remove
    std::vector<ServicePort> openPorts = {};
    std::vector<ServicePort> closePorts = {};
    std::optional<QStringList> arguments = {}; //!< for code-server, all of them
    QMap<QString, QString> setMetadata = {}; //!< the user's own
    QStringList unsetMetadata = {};

    bool operator==(const InstanceChange &) const = default;
};

enum class RollBackManner {
    Image, //!< only the image, which is the editor's version
    Configuration, //!< the whole machine: image, size, environment, idle rule
};

} // namespace swarm
