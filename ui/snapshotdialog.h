#pragma once

#include "ui/changedialog.h"

class QSpinBox;

namespace swarm {

//! Takes a snapshot of the disk, for so many days.
class SnapshotDialog : public ChangeDialog
{
    Q_OBJECT

public:
    SnapshotDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    QSpinBox *m_days;
};

} // namespace swarm
