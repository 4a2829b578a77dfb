#pragma once

#include "model/async/taskscope.h"
#include "ui/changedialog.h"
#include "ui/sizechooser.h"

namespace swarm {

//! Asks for another size, with what it costs.
class ResizeDialog : public ChangeDialog
{
    Q_OBJECT

public:
    ResizeDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] bool isChange() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    SizeChooser *m_size;
    SecondaryLabel *m_advice;
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
