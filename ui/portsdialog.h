#pragma once

#include "model/async/taskscope.h"
#include "model/error.h"
#include "model/serviceport.h"
#include "ui/changedialog.h"

class QTableWidget;

namespace swarm {

//! Edits which ports lead to the machine beside those of its editor.
class PortsDialog : public ChangeDialog
{
    Q_OBJECT

public:
    PortsDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] bool isChange() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    using Ports = std::vector<ServicePort>;

    void showPorts(const Result<Ports> &ports);
    void addRow(const ServicePort &port);
    [[nodiscard]] Ports ports() const;
    [[nodiscard]] InstanceChange change() const;

    QTableWidget *m_table;
    SecondaryLabel *m_state;
    LinkButton *m_add;
    LinkButton *m_remove;
    std::optional<Ports> m_before; //!< nothing until they are known
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
