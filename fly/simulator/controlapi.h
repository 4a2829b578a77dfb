#pragma once

#include "fly/simulator/router.h"

namespace swarm::simulator {

class Simulator;

//! The routes below `/_sim/`: what a test needs to see and to make happen when flysim is a process of its own.
void addControlRoutes(Router &router, Simulator &simulator);

} // namespace swarm::simulator
