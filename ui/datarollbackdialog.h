#pragma once

#include "ui/changedialog.h"
#include "ui/snapshotbox.h"

namespace swarm {

//! Puts the files of a snapshot in place of the present ones, which are kept beside.
class DataRollBackDialog : public ChangeDialog
{
    Q_OBJECT

public:
    DataRollBackDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    SnapshotBox *m_snapshot;
};

} // namespace swarm
