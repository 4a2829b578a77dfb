#pragma once

#include "fly/simulator/machine.h"

namespace swarm::simulator {

//! How a machine looks in an answer of its own app; `now` decides what its checks say.
QJsonObject machineView(const Machine &machine, qint64 now);
//! How it looks in the organization's list: without environment, mounts, services, checks, events.
QJsonObject machineInOrgList(const Machine &machine);

//! The lease of a machine that has one.
QJsonObject leaseView(const Machine &machine);

//! When the editor inside answers, in simulated time; 0 when it does not or cannot.
qint64 editorReadyAt(const Machine &machine);

} // namespace swarm::simulator
