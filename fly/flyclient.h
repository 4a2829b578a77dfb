#pragma once

#include "fly/flyaccount.h"
#include "fly/flyaddresses.h"
#include "fly/flyapps.h"
#include "fly/flycertificates.h"
#include "fly/flylogin.h"
#include "fly/flylogs.h"
#include "fly/flymachines.h"
#include "fly/flymetrics.h"
#include "fly/flyorganizations.h"
#include "fly/flyplatform.h"
#include "fly/flysecrets.h"
#include "fly/flytokens.h"
#include "fly/flyvolumes.h"

namespace swarm {

//! Fly.io's APIs, one method per request, over one connection: `fly.machines.start(app, id, {}, stop)`.
//!
//! What a user waits for and what polls ask have a client each over the same connection, so that the first goes first.
struct FlyClient {
    FlyClient(FlyConnection &connection, Urgency urgency)
        : account(connection, urgency)
        , addresses(connection, urgency)
        , apps(connection, urgency)
        , certificates(connection, urgency)
        , login(connection, urgency)
        , logs(connection, urgency)
        , machines(connection, urgency)
        , metrics(connection, urgency)
        , organizations(connection, urgency)
        , platform(connection, urgency)
        , secrets(connection, urgency)
        , tokens(connection, urgency)
        , volumes(connection, urgency)
    {
    }

    FlyAccount account;
    FlyAddresses addresses;
    FlyApps apps;
    FlyCertificates certificates;
    FlyLogin login;
    FlyLogs logs;
    FlyMachines machines;
    FlyMetrics metrics;
    FlyOrganizations organizations;
    FlyPlatform platform;
    FlySecrets secrets;
    FlyTokens tokens;
    FlyVolumes volumes;
};

} // namespace swarm
