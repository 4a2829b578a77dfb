#pragma once

#include "fly/simulator/seenrequest.h"

namespace swarm::simulator {

//! One exchange as a line of JSON, for whoever checks both sides against Fly's published documents. Without the token.
QByteArray transcriptLine(const SeenRequest &seen);

} // namespace swarm::simulator
