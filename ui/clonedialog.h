#pragma once

#include "ui/changedialog.h"
#include "ui/regionbox.h"
#include "ui/roomhint.h"
#include "ui/snapshotbox.h"

class QLineEdit;

namespace swarm {

//! Makes another instance with the data of this one.
class CloneDialog : public ChangeDialog
{
    Q_OBJECT

public:
    CloneDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    [[nodiscard]] QString name() const;

    QLineEdit *m_name;
    RegionBox *m_region;
    RoomHint *m_room;
    SnapshotBox *m_snapshot;
};

} // namespace swarm
