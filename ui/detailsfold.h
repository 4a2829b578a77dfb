#pragma once

#include <QFrame>

class QLabel;

namespace swarm {

class CopyButton;

//! The technical side of a failure, to read and to copy into a report.
class DetailsFold : public QFrame
{
    Q_OBJECT

public:
    explicit DetailsFold(QWidget *parent = nullptr);

    void setText(const QString &text);

private:
    QLabel *m_text;
    CopyButton *m_copy;
};

} // namespace swarm
