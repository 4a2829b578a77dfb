#include "ui/instancedetails.h"

#include "model/clock.h"
#include "ui/configurationpage.h"
#include "ui/diskpage.h"
#include "ui/instancepage.h"
#include "ui/logview.h"
#include "ui/marklabel.h"
#include "ui/metricspage.h"
#include "ui/networkpage.h"
#include "ui/operationlist.h"
#include "ui/overviewpage.h"
#include "ui/permissions.h"
#include "ui/timelineview.h"
#include "ui/widgets.h"
#include "ui/wording/instancewords.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! The window shows through.
void clear(QScrollArea &area)
{
    area.setBackgroundRole(QPalette::Window);
    area.viewport()->setAutoFillBackground(false);
    area.widget()->setAutoFillBackground(false);
}

} // namespace

InstanceDetails::InstanceDetails(const Services &services, OperationModel &operationModel, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_name(new QLabel)
    , m_mark(new MarkLabel)
    , m_state(new QLabel)
    , m_why(new SecondaryLabel)
    , m_readOnly(new SecondaryLabel)
    , m_tabs(new QTabWidget)
    , m_overview(new OverviewPage(services))
    , m_activity(new OperationList(operationModel, services.operations, OperationRow::Form::Narrow))
    , m_noActivity(new SecondaryLabel(tr("Nothing was done with it since the program began.")))
    , m_timeline(new TimelineView(services))
{
    const auto em = fontMetrics().height();
    makeHeading(*m_name, 1.25);
    m_name->setObjectName(u"instanceName"_s);
    m_name->setWordWrap(true);
    m_state->setObjectName(u"instanceState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_why->setObjectName(u"instanceWhy"_s);
    m_readOnly->setObjectName(u"readOnlyReason"_s);

    auto *stateLine = new QHBoxLayout;
    stateLine->setSpacing(em / 3);
    stateLine->addWidget(m_mark);
    stateLine->addWidget(m_state);
    stateLine->addWidget(m_why, 1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(em, em * 2 / 3, em, em / 3);
    head->setSpacing(em / 4);
    head->addWidget(m_name);
    head->addLayout(stateLine);
    head->addWidget(m_readOnly);

    buildTabs();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(em / 3);
    layout->addLayout(head);
    layout->addWidget(m_tabs, 1);

    connect(m_overview, &OverviewPage::changeRequested, this, &InstanceDetails::changeRequested);
    connect(m_activity, &OperationList::changeRequested, this, &InstanceDetails::changeRequested);
    connect(m_activity, &OperationList::changed, this, &InstanceDetails::updateActivity);
}

QWidget *InstanceDetails::activityPage()
{
    const auto em = fontMetrics().height();
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(em, em * 2 / 3, em, em * 2 / 3);
    m_activity->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // what happened follows at once
    layout->addWidget(m_noActivity);
    layout->addWidget(m_activity);
    layout->addSpacing(em / 2);
    layout->addWidget(m_timeline);
    layout->addStretch();
    auto *area = new QScrollArea;
    area->setObjectName(u"instanceActivity"_s);
    area->setAccessibleName(tr("Activity"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(box);
    clear(*area);
    return area;
}

void InstanceDetails::buildTabs()
{
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->setAccessibleName(tr("About the instance"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_overview, tr("Overview"));
    clear(*m_overview);
    m_tabs->addTab(activityPage(), tr("Activity"));
    addPage<LogView>(tr("Logs"));
    addPage<MetricsPage>(tr("Metrics"));
    addPage<DiskPage>(tr("Disk"));
    addPage<NetworkPage>(tr("Network"));
    addPage<ConfigurationPage>(tr("Configuration"));
}

template <typename Page> void InstanceDetails::addPage(const QString &title)
{
    // Made when it is first looked at: most never are.
    auto *place = new QWidget;
    auto *layout = new QVBoxLayout(place);
    layout->setContentsMargins({});
    m_tabs->addTab(place, title);
    connect(m_tabs, &QTabWidget::currentChanged, place, [this, place, layout] {
        if (m_tabs->currentWidget() != place || layout->count() > 0)
            return;
        auto *page = new Page(m_services);
        layout->addWidget(page);
        page->show(); // not only when the layout gets to it
        m_asking += page;
        connect(page, &InstancePage::changeRequested, this, &InstanceDetails::changeRequested);
        connect(page, &InstancePage::snapshotChangeRequested, this, &InstanceDetails::snapshotChangeRequested);
        Q_EMIT pageAdded();
    });
}

void InstanceDetails::setInstance(const Instance &instance)
{
    const auto now = m_services.clock.now();
    const auto mark = markOf(instance, now);
    const auto why = whyText(instance);
    const auto since = sinceText(instance, now);
    m_name->setText(instance.name);
    m_mark->setMark(mark);
    m_state->setText(since);
    auto colors = m_state->palette();
    colors.setColor(QPalette::WindowText, hueColor(mark.hue, palette()));
    m_state->setPalette(colors);
    m_why->setText(why.isEmpty() || since.contains(why) ? QString() : u"· "_s + why);

    const auto reason = readOnlyReason(instance, m_services.operations);
    m_readOnly->setText(instance.isSilent ? tr("Fly.io did not tell of it lately; this is what was known last.")
                                          : reason);
    m_readOnly->setVisible(!m_readOnly->text().isEmpty());
    m_overview->setInstance(instance, now);
    for (auto *page : std::as_const(m_asking))
        page->setInstance(instance, now);
    m_activity->setInstance(instance.id);
    m_timeline->setInstance(instance, now);
    updateActivity();
}

void InstanceDetails::updateActivity()
{
    m_noActivity->setVisible(m_activity->isEmpty());
}

} // namespace swarm
