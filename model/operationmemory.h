#pragma once

#include "model/operations.h"

namespace swarm {

//! Remembers the operations of this session, also those that were dismissed: history stays what it was.
class OperationMemory : public QObject
{
    Q_OBJECT

public:
    OperationMemory(const Operations &operations, const Clock &clock, QObject *parent = nullptr);

    //! Oldest first.
    [[nodiscard]] const std::vector<Operation> &all() const { return m_operations; }
    [[nodiscard]] const QDateTime &since() const { return m_since; }

Q_SIGNALS:
    void changed(const QString &instance);

private:
    void remember(const Operation &operation);

    std::vector<Operation> m_operations;
    QDateTime m_since;
};

} // namespace swarm
