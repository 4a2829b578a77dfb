#pragma once

#include "ui/changedialog.h"
#include "ui/previouscopybox.h"

namespace swarm {

//! Goes back to the copy that a move or a rollback of data left.
class GoBackDialog : public ChangeDialog
{
    Q_OBJECT

public:
    GoBackDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    PreviousCopyBox *m_copies;
};

} // namespace swarm
