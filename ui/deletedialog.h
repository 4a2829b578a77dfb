#pragma once

#include "model/instance.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace swarm {

//! Says what will be lost, and wants it confirmed by typing. There is no undo behind it, and it says so.
class DeleteDialog : public QDialog
{
    Q_OBJECT

public:
    DeleteDialog(Instances instances, const QDateTime &now, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(const QList<swarm::InstanceId> &instances);

private:
    [[nodiscard]] QString wantedWord() const;
    [[nodiscard]] QString losses(const QDateTime &now) const;
    void check();
    void confirm();

    Instances m_instances;
    QLineEdit *m_typed;
    QPushButton *m_delete = nullptr;
};

} // namespace swarm
