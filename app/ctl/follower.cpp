#include "app/ctl/follower.h"

#include "model/async/await.h"
#include "ui/wording/operationwords.h"

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::ctl {

Task<Operation> Follower::end(OperationId id)
{
    std::stop_source ended;
    QObject context;
    Operation last;
    std::optional<Step> told;
    QObject::connect(&m_operations, &Operations::changed, &context, [&](const Operation &operation) {
        if (operation.id != id || !operation.isRunning() || operation.step == told)
            return;
        told = operation.step;
        m_report.remark(u"  "_s + stepText(operation.step) + u"…"_s);
    });
    QObject::connect(&m_operations, &Operations::finished, &context, [&](const Operation &operation) {
        if (operation.id != id)
            return;
        last = operation;
        ended.request_stop();
    });
    if (const auto *operation = m_operations.find(id))
        m_report.remark(operationTitle(*operation));
    co_await sleepFor(24h, ended.get_token());
    co_return last;
}

Task<void> Follower::untilIdle()
{
    if (m_operations.isIdle())
        co_return;
    std::stop_source idle;
    QObject context;
    QObject::connect(&m_operations, &Operations::idle, &context, [&idle] { idle.request_stop(); });
    co_await sleepFor(24h, idle.get_token());
}

} // namespace swarm::ctl
