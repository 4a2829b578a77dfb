#pragma once

#include "ui/changedialog.h"

namespace swarm {

//! Says what a new machine on the instance's own disk keeps and loses.
class RecreateDialog : public ChangeDialog
{
    Q_OBJECT

public:
    RecreateDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;
};

} // namespace swarm
