#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace swarm {

//! What stands where the list would be: why there is none, and the next step.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    //! Without `action` there is no button.
    EmptyPage(const QString &objectName, const QString &heading, const QString &action = {}, QWidget *parent = nullptr);

    void setText(const QString &text);

Q_SIGNALS:
    void actionClicked();

private:
    QLabel *m_text;
};

} // namespace swarm
