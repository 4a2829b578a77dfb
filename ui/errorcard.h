#pragma once

#include "model/error.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace swarm {

class DetailsFold;
class FoldButton;

//! What went wrong, in place: one sentence, what to do about it as a button, the details folded.
class ErrorCard : public QFrame
{
    Q_OBJECT

public:
    explicit ErrorCard(QWidget *parent = nullptr);

    //! `note` follows the remedy; without `action` there is no button.
    void setError(const Error &error, const QString &note, const QString &action);

Q_SIGNALS:
    void actionClicked();

private:
    QLabel *m_sentence;
    QLabel *m_remedy;
    QPushButton *m_action;
    FoldButton *m_fold;
    DetailsFold *m_details;
};

} // namespace swarm
