#include "ui/noticebar.h"

#include "ui/detailsfold.h"
#include "ui/marklabel.h"
#include "ui/widgets.h"

#include <QGridLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace swarm {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel)
    , m_action(new QPushButton)
    , m_fold(new FoldButton(tr("Details")))
    , m_details(new DetailsFold)
{
    setObjectName(u"noticeBar"_s);
    setFrameShape(QFrame::StyledPanel);
    auto *mark = new MarkLabel;
    mark->setMark({StateMark::Shape::Triangle, Hue::Changing});
    m_sentence->setObjectName(u"noticeSentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_action->setObjectName(u"noticeAction"_s);
    m_fold->setObjectName(u"noticeFold"_s);
    m_details->hide();
    auto *dismiss = new QPushButton(tr("Dismiss"));
    dismiss->setObjectName(u"dismissNotice"_s);
    connect(m_action, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(m_notices.back().page); });
    connect(dismiss, &QPushButton::clicked, this, &NoticeBar::dismiss);
    connect(m_fold, &QToolButton::toggled, m_details, &QWidget::setVisible);

    auto *layout = new QGridLayout(this);
    layout->setColumnStretch(1, 1);
    layout->addWidget(mark, 0, 0, Qt::AlignVCenter);
    layout->addWidget(m_sentence, 0, 1);
    layout->addWidget(m_fold, 0, 2);
    layout->addWidget(m_action, 0, 3);
    layout->addWidget(dismiss, 0, 4);
    layout->addWidget(m_details, 1, 1, 1, 4);
    hide();
}

void NoticeBar::add(const Notice &notice)
{
    if (notice.sentence.isEmpty())
        return;
    std::erase_if(m_notices, [&notice](const Notice &known) { return known.sentence == notice.sentence; });
    m_notices.push_back(notice);
    showLatest();
}

void NoticeBar::dismiss()
{
    m_notices.pop_back();
    showLatest();
}

void NoticeBar::showLatest()
{
    setVisible(!m_notices.empty());
    if (m_notices.empty())
        return;
    m_sentence->setText(m_notices.back().sentence);
    announce(*this, m_notices.back().sentence);
    m_details->setText(m_notices.back().details);
    m_action->setText(m_notices.back().action);
    m_action->setVisible(!m_notices.back().action.isEmpty());
}

} // namespace swarm
