#pragma once

#include "app/ctl/commandline.h"
#include "app/ctl/report.h"
#include "app/engine.h"

#include <stop_token>

namespace swarm::ctl {

//! What a command works with. Everything in it outlives the command.
struct Context {
    Engine &engine;
    const CommandLine &line;
    const Report &report;
    std::stop_token stop = {}; //!< the user pressed Ctrl+C
};

} // namespace swarm::ctl
