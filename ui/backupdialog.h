#pragma once

#include "ui/changedialog.h"

class QCheckBox;
class QLineEdit;

namespace swarm {

//! Asks for a file that takes the home folder.
class BackupDialog : public ChangeDialog
{
    Q_OBJECT

public:
    BackupDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    void browse();

    QLineEdit *m_path;
    QCheckBox *m_overwrites;
};

} // namespace swarm
