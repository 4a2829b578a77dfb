#include "model/operationmemory.h"

#include <algorithm>

namespace swarm {
namespace {

constexpr std::size_t mostRemembered = 500;

} // namespace

OperationMemory::OperationMemory(const Operations &operations, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_operations(operations.all())
    , m_since(m_operations.empty() ? clock.now() : m_operations.front().startedAt)
{
    connect(&operations, &Operations::added, this, &OperationMemory::remember);
    connect(&operations, &Operations::finished, this, &OperationMemory::remember);
}

void OperationMemory::remember(const Operation &operation)
{
    const auto known = std::ranges::find(m_operations, operation.id, &Operation::id);
    if (known != m_operations.end())
        *known = operation;
    else
        m_operations.push_back(operation);
    if (m_operations.size() > mostRemembered) {
        m_operations.erase(m_operations.begin());
        m_since = m_operations.front().startedAt;
    }
    Q_EMIT changed(operation.instance);
}

} // namespace swarm
