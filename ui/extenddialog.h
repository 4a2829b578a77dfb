#pragma once

#include "ui/changedialog.h"

class QSpinBox;

namespace swarm {

//! Asks for a larger disk. It never shrinks again.
class ExtendDialog : public ChangeDialog
{
    Q_OBJECT

public:
    ExtendDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    QSpinBox *m_size;
};

} // namespace swarm
