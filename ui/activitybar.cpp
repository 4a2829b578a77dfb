#include "ui/activitybar.h"

#include "model/operationmodel.h"
#include "ui/operationlist.h"
#include "ui/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr int leastRows = 3; // beyond a quarter of the window it scrolls

QWidget *separator()
{
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    return line;
}

} // namespace

ActivityBar::ActivityBar(OperationModel &model, Operations &operations, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_operations(operations)
    , m_fold(new FoldButton(tr("Activity")))
    , m_summary(new SecondaryLabel)
    , m_clear(new LinkButton(tr("Clear finished")))
    , m_area(new QScrollArea)
    , m_list(new OperationList(model, operations, OperationRow::Form::Wide))
{
    setObjectName(u"activityBar"_s);
    m_fold->setObjectName(u"activityFold"_s);
    m_fold->setChecked(true);
    m_summary->setObjectName(u"activitySummary"_s);
    m_summary->setWordWrap(false);
    m_clear->setObjectName(u"clearFinished"_s);
    m_list->setObjectName(u"activityList"_s);
    m_area->setObjectName(u"activityArea"_s);
    m_area->setWidget(m_list);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);

    const auto em = fontMetrics().height();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(em / 4, 0, em / 2, 0);
    head->addWidget(m_fold);
    head->addWidget(m_summary, 1);
    head->addWidget(m_clear);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, em / 4);
    layout->setSpacing(0);
    layout->addWidget(separator());
    layout->addLayout(head);
    layout->addWidget(m_area);

    connect(m_fold, &QToolButton::toggled, m_area, &QWidget::setVisible);
    connect(m_clear, &QToolButton::clicked, this, &ActivityBar::clear);
    connect(m_list, &OperationList::changeRequested, this, &ActivityBar::changeRequested);
    connect(m_list, &OperationList::changed, this, &ActivityBar::update);
    update();
}

bool ActivityBar::isOpen() const
{
    return m_fold->isChecked();
}

void ActivityBar::setOpen(bool open)
{
    m_fold->setChecked(open);
}

void ActivityBar::fit()
{
    const int needed =
        std::max(m_list->heightForWidth(m_area->viewport()->width()), m_list->minimumSizeHint().height());
    m_area->setFixedHeight(std::min(needed, std::max(m_list->heightOfRows(leastRows), window()->height() / 4)));
}

bool ActivityBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::eventFilter(watched, event);
}

void ActivityBar::update()
{
    int running = 0;
    int failed = 0;
    for (const auto &operation : m_operations.all()) {
        running += operation.isRunning() ? 1 : 0;
        failed += operation.state == Operation::State::Failed ? 1 : 0;
    }
    const int finished = static_cast<int>(m_operations.all().size()) - running - failed;
    QStringList parts;
    if (running > 0)
        parts += tr("%n running", nullptr, running);
    if (failed > 0)
        parts += tr("%n failed", nullptr, failed);
    if (finished > 0)
        parts += tr("%n finished", nullptr, finished);
    m_summary->setText(parts.join(u" · "_s));
    m_clear->setEnabled(finished + failed > 0);
    setVisible(m_model.rowCount() > 0);
}

void ActivityBar::clear()
{
    QList<OperationId> ended;
    for (const auto &operation : m_operations.all()) {
        if (!operation.isRunning())
            ended += operation.id;
    }
    for (const auto id : std::as_const(ended))
        m_operations.dismiss(id);
}

} // namespace swarm
