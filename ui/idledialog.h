#pragma once

#include "ui/changedialog.h"

class QComboBox;
class QSpinBox;

namespace swarm {

//! Asks what is to happen when nobody is connected.
class IdleDialog : public ChangeDialog
{
    Q_OBJECT

public:
    IdleDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] bool isChange() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    [[nodiscard]] IdleRule rule() const;

    QComboBox *m_action;
    QSpinBox *m_minutes;
};

} // namespace swarm
