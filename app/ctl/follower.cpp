#include "app/ctl/follower.h"

#include "model/async/await.h"
#include "ui/wording/operationwords.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::ctl {
namespace {

QString stepLine(const Operation &operation)
{
    const auto count = operation.stepCount > 1 && isTerminal(stderr)
        ? u"[%1/%2] "_s.arg(std::max(1, operation.stepNumber)).arg(operation.stepCount)
        : QString();
    return u"  "_s + count + stepText(operation.step) + u"…"_s;
}

} // namespace

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
        m_report.progress(stepLine(operation));
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
    m_report.endProgress();
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
