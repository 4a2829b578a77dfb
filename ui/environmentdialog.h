#pragma once

#include "ui/changedialog.h"
#include "model/async/taskscope.h"
#include "model/error.h"

namespace swarm {

class RowsEditor;

//! Edits the variables that the machine's configuration sets.
class EnvironmentDialog : public ChangeDialog
{
    Q_OBJECT

public:
    EnvironmentDialog(const Services &services, const Instance &instance, QWidget *parent = nullptr);

    [[nodiscard]] OperationRequest request() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] bool isChange() const override;
    [[nodiscard]] QString consequence() const override;
    [[nodiscard]] QStringList command() const override;

private:
    void showVariables(const Result<QMap<QString, QString>> &variables);
    [[nodiscard]] QMap<QString, QString> variables() const;
    [[nodiscard]] InstanceChange change() const;

    RowsEditor *m_rows;
    std::optional<QMap<QString, QString>> m_before; //!< nothing until they are known
    TaskScope m_tasks; // last, so that its tasks go before anything they use
};

} // namespace swarm
