#pragma once

#include <QFrame>
#include <QUrl>

#include <vector>

class QLabel;
class QPushButton;

namespace swarm {

class DetailsFold;
class FoldButton;

//! Something to know that is no failure of what the user does: one sentence, details folded. Dismissing it shows what
//! was to be known before it and has not been dismissed yet.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    struct Notice {
        QString sentence = {}; //!< an empty one says nothing
        QString details = {};
        QString action = {}; //!< on a button; empty: there is none
        QUrl page = {}; //!< where the button leads
    };

    //! One that is there already comes to the front, with the new details.
    void add(const Notice &notice);

Q_SIGNALS:
    void pageRequested(const QUrl &page);

private:
    void dismiss();
    void showLatest();

    std::vector<Notice> m_notices; //!< the latest last
    QLabel *m_sentence;
    QPushButton *m_action;
    FoldButton *m_fold;
    DetailsFold *m_details;
};

} // namespace swarm
