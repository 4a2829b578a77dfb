#include "fly/simulator/faultbook.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static bool hits(const Fault &fault, const Request &request)
{
    if (!fault.method.isEmpty() && fault.method != request.method)
        return false;
    if (fault.route == "*"_L1 || fault.route.isEmpty())
        return true;
    const auto pattern = fault.route.split(u'/');
    const auto pieces = QString::fromUtf8(request.path()).split(u'/');
    if (pattern.size() != pieces.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (!pattern[i].startsWith(u'{') && pattern[i] != pieces[i])
            return false;
    }
    return true;
}

std::optional<Fault> FaultBook::take(const Request &request)
{
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        auto &fault = m_faults[i];
        if (!hits(fault, request))
            continue;
        if (fault.skip > 0) {
            --fault.skip;
            continue;
        }
        const auto hit = fault;
        if (fault.times > 0 && --fault.times == 0)
            m_faults.removeAt(i);
        return hit;
    }
    return {};
}

} // namespace swarm::simulator
