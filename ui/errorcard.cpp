#include "ui/errorcard.h"

#include "ui/detailsfold.h"
#include "ui/marklabel.h"
#include "ui/widgets.h"
#include "ui/wording/errorwords.h"

#include <QGridLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace swarm {

ErrorCard::ErrorCard(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel)
    , m_remedy(new SecondaryLabel)
    , m_action(new QPushButton)
    , m_fold(new FoldButton(tr("Details")))
    , m_details(new DetailsFold)
{
    setObjectName(u"errorCard"_s);
    setFrameShape(QFrame::StyledPanel);

    auto *mark = new MarkLabel;
    mark->setMark({StateMark::Shape::Triangle, Hue::Bad});
    m_sentence->setObjectName(u"errorSentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_remedy->setObjectName(u"errorRemedy"_s);
    m_action->setObjectName(u"errorAction"_s);
    m_fold->setObjectName(u"errorFold"_s);
    m_details->hide();
    connect(m_action, &QPushButton::clicked, this, &ErrorCard::actionClicked);
    connect(m_fold, &QToolButton::toggled, m_details, &QWidget::setVisible);

    auto *layout = new QGridLayout(this);
    layout->setColumnStretch(1, 1);
    layout->addWidget(mark, 0, 0, Qt::AlignTop);
    layout->addWidget(m_sentence, 0, 1);
    layout->addWidget(m_remedy, 1, 1);
    layout->addWidget(m_fold, 0, 2, 2, 1, Qt::AlignVCenter);
    layout->addWidget(m_action, 0, 3, 2, 1, Qt::AlignVCenter);
    layout->addWidget(m_details, 2, 1, 1, 3);
}

void ErrorCard::setError(const Error &error, const QString &note, const QString &action)
{
    QStringList rest{remedy(error), aftermath(error), note};
    rest.removeAll(QString());
    m_sentence->setText(sentence(error));
    m_remedy->setText(rest.join(u' '));
    m_remedy->setVisible(!rest.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_details->setText(details(error));
}

} // namespace swarm
