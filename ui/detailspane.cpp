#include "ui/detailspane.h"

#include "model/monthcosts.h"
#include "model/operations.h"
#include "model/prices.h"
#include "ui/instancedetails.h"
#include "ui/widgets.h"
#include "ui/wording/instancewords.h"

#include <QEvent>
#include <QSet>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr int lettersAcross = 42;

} // namespace

DetailsPane::DetailsPane(const Services &services, OperationModel &operationModel, QWidget *parent)
    : QStackedWidget(parent)
    , m_services(services)
    , m_store(services.store)
    , m_operationModel(operationModel)
    , m_summaryTitle(new QLabel)
    , m_summary(new SecondaryLabel)
{
    setObjectName(u"detailsPane"_s);
    addWidget(summaryPage());
    connect(&m_store, &InstanceStore::changed, this, &DetailsPane::refresh);
    connect(&services.months, &MonthCosts::changed, this, &DetailsPane::refresh);
    connect(&services.operations, &Operations::added, this, &DetailsPane::refresh); // what may be done meanwhile
    connect(&services.operations, &Operations::finished, this, &DetailsPane::refresh);
    refresh();
}

QWidget *DetailsPane::summaryPage()
{
    const auto em = fontMetrics().height();
    makeHeading(*m_summaryTitle, 1.15);
    m_summaryTitle->setObjectName(u"summaryTitle"_s);
    m_summaryTitle->setWordWrap(true);
    m_summary->setObjectName(u"summary"_s);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(em, em, em, em);
    layout->addWidget(m_summaryTitle);
    layout->addWidget(m_summary);
    layout->addStretch();
    return page;
}

InstanceDetails &DetailsPane::details()
{
    if (m_details)
        return *m_details;
    m_details = new InstanceDetails(m_services, m_operationModel);
    addWidget(m_details);
    connect(m_details, &InstanceDetails::pageAdded, this, &DetailsPane::refresh);
    connect(m_details, &InstanceDetails::changeRequested, this, &DetailsPane::changeRequested);
    connect(m_details, &InstanceDetails::snapshotChangeRequested, this, &DetailsPane::snapshotChangeRequested);
    return *m_details;
}

void DetailsPane::setSelection(const QList<InstanceId> &selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    refresh();
}

void DetailsPane::refresh()
{
    const auto *instance = m_selection.size() == 1 ? m_store.find(m_selection.constFirst()) : nullptr;
    if (instance) {
        details().setInstance(*instance);
        setCurrentWidget(m_details);
    } else {
        showSummary();
        setCurrentIndex(0);
    }
}

QSize DetailsPane::minimumSizeHint() const
{
    return QStackedWidget::minimumSizeHint().expandedTo({fontMetrics().averageCharWidth() * lettersAcross, 0});
}

void DetailsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        refresh();
    QStackedWidget::changeEvent(event);
}

void DetailsPane::showSummary()
{
    if (m_selection.size() < 2) {
        m_summaryTitle->setText(tr("No instance selected"));
        m_summary->setText(tr("Select one to see its address, its health and what it costs."));
        return;
    }
    int disk = 0;
    double hourly = 0;
    const QSet<InstanceId> selected(m_selection.cbegin(), m_selection.cend());
    for (const auto &instance : m_store.instances()) {
        if (!selected.contains(instance.id))
            continue;
        disk += instance.diskGb;
        if (instance.status == Status::Running)
            hourly += computePerHour(instance.size, instance.region);
    }
    m_summaryTitle->setText(tr("%n instances selected", nullptr, static_cast<int>(m_selection.size())));
    QStringList lines;
    lines += hourly > 0 ? tr("About %1 an hour now.").arg(hourlyText(hourly)) : tr("None of them runs.");
    lines += tr("%1 GB of disk cost about %2 a month.").arg(disk).arg(moneyText(diskPerMonth(disk)));
    lines += tr("The buttons above act on all for which they make sense.");
    m_summary->setText(lines.join(u'\n'));
}

} // namespace swarm
