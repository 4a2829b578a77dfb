#include "ui/operationrow.h"

#include "ui/detailsfold.h"
#include "ui/elidedlabel.h"
#include "ui/followup.h"
#include "ui/marklabel.h"
#include "ui/stepbar.h"
#include "ui/widgets.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/operationwords.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

StateMark markOf(Operation::State state)
{
    switch (state) {
    case Operation::State::Running:
        return {StateMark::Shape::Half, Hue::Changing};
    case Operation::State::Succeeded:
        return {StateMark::Shape::Check, Hue::Good};
    case Operation::State::Failed:
        return {StateMark::Shape::Triangle, Hue::Bad};
    case Operation::State::Cancelled:
        return {StateMark::Shape::Square, Hue::Quiet};
    }
    Q_UNREACHABLE();
}

} // namespace

OperationRow::OperationRow(const Operation &operation, Form form, QWidget *parent)
    : QWidget(parent)
    , m_id(operation.id)
    , m_instance(operation.instance)
    , m_isEnded(!operation.isRunning())
    , m_mark(new MarkLabel)
    , m_title(new ElidedLabel)
    , m_text(new ElidedLabel)
    , m_progress(new StepBar(this))
    , m_fold(new FoldButton(tr("Details")))
    , m_cancel(new LinkButton(tr("Cancel")))
    , m_retry(new LinkButton(tr("Retry")))
    , m_followUp(new LinkButton({}))
    , m_dismiss(new LinkButton(tr("Dismiss")))
    , m_advice(new SecondaryLabel)
    , m_details(new DetailsFold)
{
    setObjectName(u"operation"_s);
    const auto em = fontMetrics().height();
    m_title->setObjectName(u"operationTitle"_s);
    m_text->setObjectName(u"operationText"_s);
    m_progress->setObjectName(u"operationProgress"_s);
    m_progress->setFixedSize(em * 6, em / 2);
    m_fold->setObjectName(u"operationDetails"_s);
    m_cancel->setObjectName(u"cancelOperation"_s);
    m_retry->setObjectName(u"retryOperation"_s);
    m_followUp->setObjectName(u"followUpOperation"_s);
    m_dismiss->setObjectName(u"dismissOperation"_s);
    m_advice->setObjectName(u"operationAdvice"_s);
    m_details->hide();
    connect(m_cancel, &QToolButton::clicked, this, [this] { Q_EMIT cancelRequested(m_id); });
    connect(m_retry, &QToolButton::clicked, this, [this] { Q_EMIT retryRequested(m_id); });
    connect(m_followUp, &QToolButton::clicked, this, [this] { Q_EMIT followUpRequested(m_id); });
    connect(m_dismiss, &QToolButton::clicked, this, [this] { Q_EMIT dismissRequested(m_id); });
    connect(m_fold, &QToolButton::toggled, m_details, &QWidget::setVisible);

    arrange(form);
    setOperation(operation);
}

void OperationRow::arrange(Form form)
{
    m_isWide = form == Form::Wide;
    const auto em = fontMetrics().height();
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(em / 2, 0, em / 2, 0);
    layout->setHorizontalSpacing(em / 2);
    layout->setVerticalSpacing(0);
    layout->setColumnStretch(m_isWide ? 2 : 1, 1);
    layout->addWidget(m_mark, 0, 0);
    layout->addWidget(m_title, 0, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    for (QWidget *button :
         {static_cast<QWidget *>(m_fold), static_cast<QWidget *>(m_cancel), static_cast<QWidget *>(m_retry),
          static_cast<QWidget *>(m_followUp), static_cast<QWidget *>(m_dismiss)})
        buttons->addWidget(button);
    layout->addLayout(buttons, 0, 4);
    if (m_isWide) {
        m_title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        m_title->setFixedWidth(fontMetrics().averageCharWidth() * 34);
        layout->addWidget(m_text, 0, 2);
        layout->addWidget(m_progress, 0, 3);
        layout->addWidget(m_advice, 1, 2, 1, 3);
        layout->addWidget(m_details, 2, 2, 1, 3);
    } else {
        layout->addWidget(m_text, 1, 1, 1, 4);
        layout->addWidget(m_advice, 2, 1, 1, 4);
        layout->addWidget(m_details, 3, 1, 1, 4);
    }
}

void OperationRow::setOperation(const Operation &operation)
{
    m_mark->setMark(markOf(operation.state));
    m_title->setFullText(operationTitle(operation));
    m_text->setFullText(operationText(operation));
    m_progress->setVisible(operation.isRunning() && m_isWide);
    m_progress->setRange(0, std::max(1, operation.stepCount));
    m_progress->setValue(operation.stepNumber);
    m_progress->setAccessibleName(m_title->text());
    m_cancel->setVisible(operation.isRunning());
    m_cancel->setEnabled(canCancel(operation));
    m_retry->setVisible(operation.state == Operation::State::Failed || operation.state == Operation::State::Cancelled);
    const auto followUp = followUpOf(operation);
    m_followUp->setVisible(followUp.has_value());
    m_followUp->setText(followUp ? followUp->word : QString());
    m_dismiss->setVisible(!operation.isRunning());
    showError(operation);
    if (!std::exchange(m_isEnded, !operation.isRunning()) && m_isEnded)
        announce(*this, m_title->text() + u". "_s + m_text->text());

    //: %1 is an operation, such as "Start thesis"
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(m_title->text()));
    m_retry->setAccessibleName(tr("Retry: %1").arg(m_title->text()));
    //: %1 is "Undo" and the like, %2 an operation such as "Stop thesis"
    m_followUp->setAccessibleName(tr("%1: %2").arg(m_followUp->text(), m_title->text()));
    m_dismiss->setAccessibleName(tr("Dismiss: %1").arg(m_title->text()));
    m_fold->setAccessibleName(tr("Details: %1").arg(m_title->text()));
}

void OperationRow::showError(const Operation &operation)
{
    const bool hasFailed = operation.state == Operation::State::Failed && operation.error;
    m_fold->setVisible(hasFailed);
    m_advice->setVisible(hasFailed);
    if (!hasFailed) {
        m_details->hide();
        return;
    }
    QStringList advice{remedy(*operation.error), aftermath(*operation.error)};
    advice.removeAll(QString());
    m_advice->setText(advice.join(u' '));
    m_details->setText(details(*operation.error) + u'\n' + tr("Time: %1").arg(operation.endedAt.toString(Qt::ISODate)));
}

} // namespace swarm
