#pragma once

#include "model/instance.h"

#include "ui/growingdialog.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace swarm {

class LinkButton;

//! Says what goes, and offers to keep a last snapshot. Without one there is no undo: it says so, and wants the name
//! typed.
class DeleteDialog : public GrowingDialog
{
    Q_OBJECT

public:
    DeleteDialog(Instances instances, const QDateTime &now, QWidget *parent = nullptr);

Q_SIGNALS:
    //! `keepDays` 0: nothing is kept.
    void confirmed(const QList<swarm::InstanceId> &instances, int keepDays);

private:
    [[nodiscard]] QString wantedWord() const;
    [[nodiscard]] QString losses(const QDateTime &now) const;
    [[nodiscard]] int keepDays() const;
    [[nodiscard]] QWidget *keepRow();
    void check();
    void confirm();
    void copyCommand();

    Instances m_instances;
    QDateTime m_now;
    QCheckBox *m_keeps;
    QSpinBox *m_days;
    QLabel *m_warning;
    QLabel *m_prompt;
    QLineEdit *m_typed;
    LinkButton *m_copy;
    QPushButton *m_delete = nullptr;
};

} // namespace swarm
