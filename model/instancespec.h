#pragma once

#include "model/instance.h"
#include "model/serviceport.h"
#include "model/specproblem.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace swarm {

//! How an instance can be reached.
enum class AddressKind { Shared, DedicatedV4, Private };

//! What the user asks for when creating an instance. The defaults are good enough to press Enter.
struct InstanceSpec {
    InstanceId id = {}; //!< given by whoever starts the operation
    QString name = {};
    QString region = QStringLiteral("ams");
    Size size = {};
    int diskGb = 10;
    Image image = {};
    IdleRule idle = {};
    QMap<QString, QString> env = {};
    QString repository = {}; //!< cloned into the workspace at the first start
    AddressKind address = AddressKind::Shared;
    std::vector<ServicePort> services = {};
    QStringList arguments = {}; //!< more arguments for code-server
    QMap<QString, QString> metadata = {}; //!< the user's own
    QString snapshot = {}; //!< id of the snapshot that its disk begins as; empty: an empty disk
    QString password = {}; //!< in memory only

    bool operator==(const InstanceSpec &) const = default;
};

inline constexpr int longestName = 50; //!< an app name has 63; a suffix must fit
inline constexpr int smallestDiskGb = 1;
inline constexpr int largestDiskGb = 500;

//! The first thing that is wrong with a spec, seen without asking anybody.
[[nodiscard]] std::optional<SpecProblem> problemOf(const InstanceSpec &spec);
[[nodiscard]] std::optional<SpecProblem> problemOfName(const QString &name);
[[nodiscard]] std::optional<SpecProblem> problemOfSize(const Size &size);
[[nodiscard]] std::optional<SpecProblem> problemOfEnvironment(const QMap<QString, QString> &env);
//! "vscode-" and four letters or digits.
[[nodiscard]] QString proposedName();
//! Four letters or digits, to make a taken name free.
[[nodiscard]] QString randomSuffix();
//! 24 characters that nobody guesses; the alphabet leaves out look-alikes.
[[nodiscard]] QString generatedPassword();
//! Suspend where Fly.io can, else stop.
[[nodiscard]] IdleRule defaultIdleRule(const Size &size);

} // namespace swarm
