#pragma once

#include "ui/changedialog.h"

class QLineEdit;

namespace swarm {

//! Asks for another name. The address stays: it is the app's.
class RenameDialog : public ChangeDialog
{
    Q_OBJECT

public:
    RenameDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] bool isChange() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    [[nodiscard]] QString name() const;

    QLineEdit *m_name;
};

} // namespace swarm
