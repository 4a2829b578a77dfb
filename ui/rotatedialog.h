#pragma once

#include "ui/changedialog.h"

class QLineEdit;

namespace swarm {

//! Gives the editor another password: a generated one, or one's own.
class RotateDialog : public ChangeDialog
{
    Q_OBJECT

public:
    RotateDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    QLineEdit *m_password;
};

} // namespace swarm
