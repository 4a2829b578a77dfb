#pragma once

#include "app/ctl/report.h"
#include "model/async/task.h"
#include "model/operations.h"

namespace swarm::ctl {

//! Follows an operation to its end and tells its steps meanwhile.
class Follower
{
public:
    Follower(Operations &operations, Report report)
        : m_operations(operations)
        , m_report(report)
    {
    }

    //! Begin to follow right after the operation was begun.
    [[nodiscard]] Task<Operation> end(OperationId id);
    //! Until nothing runs any more.
    [[nodiscard]] Task<void> untilIdle();

private:
    Operations &m_operations;
    Report m_report;
};

} // namespace swarm::ctl
