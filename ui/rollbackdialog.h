#pragma once

#include "ui/changedialog.h"
#include "model/async/taskscope.h"
#include "model/error.h"

class QCheckBox;
class QComboBox;

namespace swarm {

//! Goes back to an earlier version of the machine.
class RollBackDialog : public ChangeDialog
{
    Q_OBJECT

public:
    RollBackDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    //! Where the image is the same, going back to it alone would change nothing.
    void suggestExtent();
    void showVersions(const Result<std::vector<EarlierVersion>> &versions);

    QComboBox *m_versions;
    QCheckBox *m_isWhole;
    std::vector<EarlierVersion> m_found;
    QString m_trouble;
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
