#pragma once

#include "fly/simulator/request.h"

#include <optional>

namespace swarm::simulator {

//! What a buffer holds: nothing whole yet, a request, or something that is no HTTP.
struct Parsed {
    enum class State { NeedsMore, Whole, Malformed, TooLarge };

    State state = State::NeedsMore;
    Request request = {};
    qsizetype length = 0; //!< bytes of the buffer that the request takes
    bool headIsWhole = false;
};

//! Reads one HTTP/1.1 request off the front of a buffer: Content-Length and chunked bodies.
Parsed parseRequest(const QByteArray &buffer);

} // namespace swarm::simulator
