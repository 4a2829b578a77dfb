#pragma once

#include "fly/simulator/fault.h"

#include <utility>
#include <vector>

//! What a call may meet on its way, under the name its test rows give it.
inline std::vector<std::pair<QByteArray, swarm::simulator::Fault>> everyFault()
{
    using swarm::simulator::Fault;
    using namespace std::chrono_literals;
    return {{"500", {.status = 500}},
            {"503 html", {.status = 503, .body = "<html>", .contentType = "text/html"}},
            {"429", {.status = 429}},
            {"401", {.status = 401, .body = R"({"error":"unauthorized"})"}},
            {"403", {.status = 403, .body = R"({"error":"unauthorized"})"}},
            {"404", {.status = 404, .body = R"({"error":"not found"})"}},
            {"409", {.status = 409, .body = R"({"error":"aborted: concurrent update"})"}},
            {"412", {.status = 412, .body = R"({"error":"failed_precondition: no"})"}},
            {"422", {.status = 422, .body = R"({"error":"no"})"}},
            {"nonsense", {.status = 200, .body = "<html>hello</html>", .contentType = "text/html"}},
            {"delay", {.kind = Fault::Kind::Delay, .delay = 60s}},
            {"cut", {.kind = Fault::Kind::Cut}},
            {"reset", {.kind = Fault::Kind::Reset}},
            {"silence", {.kind = Fault::Kind::Silence}},
            {"lost reply", {.kind = Fault::Kind::LostReply}}};
}
