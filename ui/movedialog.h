#pragma once

#include "ui/changedialog.h"
#include "ui/regionbox.h"
#include "ui/roomhint.h"

namespace swarm {

//! Asks where the instance is to live.
class MoveDialog : public ChangeDialog
{
    Q_OBJECT

public:
    MoveDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    RegionBox *m_region;
    RoomHint *m_room;
};

} // namespace swarm
