#pragma once

#include "model/operationmodel.h"
#include "ui/operationrow.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace swarm {

//! Operations below each other, newest first: all of them, or those of one instance.
class OperationList : public QWidget
{
    Q_OBJECT

public:
    OperationList(OperationModel &model, Operations &operations, OperationRow::Form form, QWidget *parent = nullptr);

    //! Shows only what concerns this instance.
    void setInstance(const InstanceId &id);
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    //! High enough for this many simple rows.
    [[nodiscard]] int heightOfRows(int count) const;

Q_SIGNALS:
    void changed();
    //! Taking back needs an answer in a dialog first.
    void changeRequested(swarm::Verb verb, const swarm::InstanceId &instance);

private:
    void insert(int first, int last);
    void refill();
    void followUp(OperationId id);
    void addRow(const Operation &operation, int place);

    OperationModel &m_model;
    Operations &m_operations;
    OperationRow::Form m_form;
    std::optional<InstanceId> m_instance;
    QList<OperationRow *> m_rows;
    QVBoxLayout *m_layout;
};

} // namespace swarm
