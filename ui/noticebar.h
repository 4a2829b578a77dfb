#pragma once

#include <QFrame>

#include <vector>

class QLabel;

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

    //! An empty sentence says nothing. One that is there already comes to the front, with the new details.
    void add(const QString &sentence, const QString &details);

private:
    struct Notice {
        QString sentence;
        QString details;
    };

    void dismiss();
    void showLatest();

    std::vector<Notice> m_notices; //!< the latest last
    QLabel *m_sentence;
    FoldButton *m_fold;
    DetailsFold *m_details;
};

} // namespace swarm
