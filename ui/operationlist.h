#pragma once

#include "model/operationmodel.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace swarm {

class OperationRow;

//! Operations below each other, newest first: all of them, or those of one instance.
class OperationList : public QWidget
{
    Q_OBJECT

public:
    OperationList(OperationModel &model, Operations &operations, QWidget *parent = nullptr);

    //! Shows only what concerns this instance.
    void setInstance(const InstanceId &id);
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    //! High enough for this many simple rows.
    [[nodiscard]] int heightOfRows(int count) const;

Q_SIGNALS:
    void changed();

private:
    void insert(int first, int last);
    void refill();
    void addRow(const Operation &operation, int place);

    OperationModel &m_model;
    Operations &m_operations;
    std::optional<InstanceId> m_instance;
    QList<OperationRow *> m_rows;
    QVBoxLayout *m_layout;
};

} // namespace swarm
