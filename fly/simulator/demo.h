#pragma once

#include "fly/simulator/world.h"

namespace swarm::simulator {

class MachineLife;

//! Fills a world with a swarm to look at: each instance a whole app with network, addresses, secret, volume and
//! machine, made days ago, in all sorts of states. Their editors' password is "demo-" and the name.
void addDemo(World &world, MachineLife &life);

} // namespace swarm::simulator
