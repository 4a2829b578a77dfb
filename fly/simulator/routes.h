#pragma once

#include "fly/simulator/router.h"

namespace swarm::simulator {

class LoginSessions;
class LogBook;
class MachineLife;
class MetricStore;
class OrgReplica;
class Snapshots;
class Waits;

// Each adds the routes of one part of Fly's REST interface.
void addAppRoutes(Router &router, World &world, MachineLife &life, std::chrono::milliseconds unsettled);
void addMachineRoutes(Router &router, World &world, MachineLife &life);
void addMachineActionRoutes(Router &router, World &world, MachineLife &life, Waits &waits);
void addMetadataRoutes(Router &router, World &world);
void addLeaseRoutes(Router &router, World &world);
void addVolumeRoutes(Router &router, World &world, Snapshots &snapshots);
void addExecRoutes(Router &router, World &world);
void addProcessRoutes(Router &router, World &world);
void addMemoryRoutes(Router &router, World &world);
void addAddressRoutes(Router &router, World &world);
void addSecretRoutes(Router &router, World &world, const bool &showsValues);
void addCertificateRoutes(Router &router, World &world);
void addOrgRoutes(Router &router, World &world, OrgReplica &replica);
void addPlatformRoutes(Router &router, World &world);
void addTokenRoutes(Router &router, World &world);
void addLoginRoutes(Router &router, LoginSessions &sessions);
//! What flyctl asks beside GraphQL.
void addWebRoutes(Router &router, World &world);
void addLogRoutes(Router &router, World &world, LogBook &log);
void addMetricRoutes(Router &router, World &world, MetricStore &store);

//! What forbids to reach into a machine: its host is gone, or it does not run.
std::optional<Response> hostProblem(const Machine &machine);
std::optional<Response> runningProblem(const Machine &machine, const QString &what);
//! Gives an app an address, or the one it has when it asks again for the shared one.
Address giveAddress(World &world, App &app, const QString &type, const QString &region);
//! What all processes of a running machine hold together.
qint64 memoryInUseKb(const Machine &machine);
//! Sets secrets; null removes one.
void changeSecrets(World &world, App &app, const QJsonObject &values);
Address giveAddress(World &world, App &app, Address wish);
//! Whether another app of that name can be made: nothing, or what is wrong with it.
std::optional<Response> appNameProblem(const World &world, const QString &name);
//! The app with all that hangs on it ends.
void deleteApp(World &world, MachineLife &life, const QString &name);

} // namespace swarm::simulator
