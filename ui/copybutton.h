#pragma once

#include "ui/widgets.h"

#include <QTimer>

namespace swarm {

//! Puts something on the clipboard and says so for a moment.
class CopyButton : public LinkButton
{
    Q_OBJECT

public:
    explicit CopyButton(QWidget *parent = nullptr);

    //! What a click copies.
    void setContent(const QString &content) { m_content = content; }
    void copy();

private:
    QString m_content;
    QTimer m_calm;
};

} // namespace swarm
