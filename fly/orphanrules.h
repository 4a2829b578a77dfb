#pragma once

#include "fly/machineconfig.h"
#include "fly/flytypes.h"
#include "model/orphan.h"

#include <vector>

namespace swarm {

//! What an organization's lists told at one moment. They lag, and lack what lies in regions that did not answer.
struct OrganizationSurvey {
    QString organization = {}; //!< slug
    std::vector<FlyApp> apps = {};
    std::vector<Machine> machines = {};
    std::vector<Volume> volumes = {};
    QStringList silentRegions = {};
    QDateTime now = {}; //!< by the provider's clock
};

//! The same for one app, by its own lists where these could be had.
struct AppSurvey {
    FlyApp app = {};
    std::vector<Machine> machines = {}; //!< destroyed ones, too
    std::vector<Volume> volumes = {}; //!< those that go away, too
    std::vector<IpAssignment> addresses = {}; //!< when there is no machine
    std::vector<Machine> elsewhere = {}; //!< current machines of the same instances in other apps
    QStringList secrets = {}; //!< names, when there is nothing else in it
    QDateTime createdAt = {}; //!< of the app, when there is nothing else in it
    qint64 snapshotBytes = 0;
    bool hasSnapshots = false; //!< of disks that have just been removed: of others they cannot be seen
    bool isLeased = false; //!< somebody is changing a machine of ours in it
    bool isConfirmed = false; //!< everything that was asked was answered, and agrees with the organization's lists
};

//! Apps that are worth a look of their own. What this computer holds is not.
[[nodiscard]] QStringList suspiciousApps(const OrganizationSurvey &all, const Holdings &held);
//! What the organization's lists tell about one app.
[[nodiscard]] AppSurvey surveyOf(const QString &app, const OrganizationSurvey &all);
//! Whether an app's own lists and the organization's tell the same.
[[nodiscard]] bool agree(const AppSurvey &own, const OrganizationSurvey &all);
//! What in the app is nobody's. Nothing that is held, leased, or younger than 15 minutes.
[[nodiscard]] std::vector<Orphan> orphansIn(const AppSurvey &app, const OrganizationSurvey &all, const Holdings &held);

//! Whether the machine carries our metadata.
[[nodiscard]] bool isOurs(const Machine &machine);
[[nodiscard]] bool isGone(const Machine &machine);
//! No machine and no disk lives in it.
[[nodiscard]] bool isEmpty(const AppSurvey &app);
[[nodiscard]] bool hasMachines(const AppSurvey &app);
//! The id of the disk that the machine mounts, and so holds even while it is stopped; empty without one.
[[nodiscard]] QString diskOf(const Machine &machine, const std::vector<Volume> &volumes);
//! Whether it can be judged only by looking at what its instance has become.
[[nodiscard]] bool needsSuccessor(const Machine &machine, const std::vector<Volume> &volumes);

} // namespace swarm
