#pragma once

#include "fly/flyclient.h"

#include <functional>
#include <vector>

//! One request that our client can make, with plausible arguments.
struct FlyCallCase {
    const char *name; //!< "machines.start", as one would write it behind `fly.`
    QByteArray verb;
    bool isGraphQl = false;
    bool changesTheWorld = false; //!< any verb but GET; GraphQL: a mutation
    bool expectsNothing = false; //!< no more than "done" is read from its answer
    std::function<swarm::Task<swarm::Result<void>>(swarm::FlyClient &)> run;
};

//! Every request, in the order of FlyClient's parts. A test counts them against the headers.
[[nodiscard]] std::vector<FlyCallCase> everyFlyCall();
