#include "model/copies.h"

#include <chrono>

using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr std::chrono::seconds unasked = 24h;

} // namespace

std::vector<StandingCopy> overdue(std::vector<StandingCopy> copies, const QDateTime &now)
{
    std::erase_if(copies, [&now](const StandingCopy &standing) {
        return !standing.copy.since.isValid() || standing.copy.since.secsTo(now) < unasked.count();
    });
    return copies;
}

} // namespace swarm
