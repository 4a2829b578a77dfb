#pragma once

#include "ui/statemark.h"

#include <QWidget>

namespace swarm {

//! A state's shape beside the words that say the same.
class MarkLabel : public QWidget
{
    Q_OBJECT

public:
    explicit MarkLabel(QWidget *parent = nullptr);

    void setMark(StateMark mark);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateMark m_mark;
};

} // namespace swarm
