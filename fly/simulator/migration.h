#pragma once

#include "fly/simulator/machinelife.h"

namespace swarm::simulator {

//! Moves a machine, with its volume, to another host, as Fly does when one is drained: the old record ends as
//! `migrated`, a successor of the same name takes over. Gives the successor's id.
QString migrate(World &world, MachineLife &life, Machine &machine);

} // namespace swarm::simulator
