#pragma once

#include <QProgressBar>

namespace swarm {

//! How many of an operation's steps are done. Stands still while nothing changes.
class StepBar : public QProgressBar
{
    Q_OBJECT

public:
    explicit StepBar(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();
};

} // namespace swarm
