#pragma once

#include "fly/simulator/fault.h"
#include "fly/simulator/request.h"

namespace swarm::simulator {

//! The faults that are still to happen.
class FaultBook
{
public:
    void add(const Fault &fault) { m_faults.append(fault); }
    void clear() { m_faults.clear(); }
    //! The fault that hits this request, if any, counted as used.
    std::optional<Fault> take(const Request &request);

private:
    QList<Fault> m_faults;
};

} // namespace swarm::simulator
