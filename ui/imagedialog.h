#pragma once

#include "ui/changedialog.h"

class QCheckBox;
class QLineEdit;

namespace swarm {

//! Asks for another image or version, and says what that means for the data.
class ImageDialog : public ChangeDialog
{
    Q_OBJECT

public:
    ImageDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] bool isChange() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    [[nodiscard]] Image image() const;
    [[nodiscard]] bool needsInsisting() const;
    void weigh();

    QLineEdit *m_repository;
    QLineEdit *m_tag;
    QCheckBox *m_insists;
};

} // namespace swarm
