#pragma once

#include "model/async/taskscope.h"
#include "model/error.h"
#include "model/serviceport.h"
#include "ui/changedialog.h"

namespace swarm {

class RowsEditor;

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
    [[nodiscard]] Ports ports() const;
    [[nodiscard]] InstanceChange change() const;

    RowsEditor *m_rows;
    std::optional<Ports> m_before; //!< nothing until they are known
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
