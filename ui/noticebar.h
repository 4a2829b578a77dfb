#pragma once

#include <QFrame>

class QLabel;

namespace swarm {

class DetailsFold;
class FoldButton;

//! Something to know that is no failure of what the user does: one sentence, details folded, gone when dismissed.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void setNotice(const QString &sentence, const QString &details);

private:
    QLabel *m_sentence;
    FoldButton *m_fold;
    DetailsFold *m_details;
};

} // namespace swarm
