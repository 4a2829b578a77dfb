#pragma once

#include "fly/simulator/world.h"

namespace swarm::simulator {

// What flyctl tells Fly of its builds and releases, by GraphQL or beside it.

Build &beginBuild(World &world, App &app);
//! Null when the app has no such build.
Build *endBuild(World &world, App &app, qint64 id, const QString &status);
//! Number, id and time are filled in.
Release &addRelease(World &world, App &app, Release release);

} // namespace swarm::simulator
