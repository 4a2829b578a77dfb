#include "ui/detailspane.h"

#include "model/clock.h"
#include "model/prices.h"
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

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSet>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {

DetailsPane::DetailsPane(const Services &services, OperationModel &operationModel, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_store(services.store)
    , m_clock(services.clock)
    , m_pages(new QStackedWidget)
    , m_summaryTitle(new QLabel)
    , m_summary(new SecondaryLabel)
    , m_name(new QLabel)
    , m_mark(new MarkLabel)
    , m_state(new QLabel)
    , m_why(new SecondaryLabel)
    , m_readOnly(new SecondaryLabel)
    , m_tabs(new QTabWidget)
    , m_overview(new OverviewPage(services.passwords))
    , m_activity(new OperationList(operationModel, services.operations, OperationRow::Form::Narrow))
    , m_noActivity(new SecondaryLabel(tr("Nothing was done with it since the program began.")))
    , m_timeline(new TimelineView(services))
{
    setObjectName(u"detailsPane"_s);
    const auto em = fontMetrics().height();
    makeHeading(*m_summaryTitle, 1.15);
    m_summaryTitle->setObjectName(u"summaryTitle"_s);
    m_summaryTitle->setWordWrap(true);
    m_summary->setObjectName(u"summary"_s);
    auto *summaryPage = new QWidget;
    auto *inSummary = new QVBoxLayout(summaryPage);
    inSummary->setContentsMargins(em, em, em, em);
    inSummary->addWidget(m_summaryTitle);
    inSummary->addWidget(m_summary);
    inSummary->addStretch();

    m_pages->addWidget(summaryPage);
    m_pages->addWidget(instancePage());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);

    connect(&m_store, &InstanceStore::changed, this, &DetailsPane::refresh);
    connect(m_activity, &OperationList::changeRequested, this, &DetailsPane::changeRequested);
    connect(m_activity, &OperationList::changed, this, &DetailsPane::updateActivity);
    refresh();
}

template <typename Page> void DetailsPane::addPage(const QString &title)
{
    // Made when it is first looked at: most never are, and the window is to be there at once.
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
        connect(page, &InstancePage::changeRequested, this, &DetailsPane::changeRequested);
        connect(page, &InstancePage::snapshotChangeRequested, this, &DetailsPane::snapshotChangeRequested);
        refresh();
    });
}

QWidget *DetailsPane::instancePage()
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

    auto *activityBox = new QWidget;
    auto *inActivity = new QVBoxLayout(activityBox);
    inActivity->setContentsMargins(em, em * 2 / 3, em, em * 2 / 3);
    m_activity->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // what happened follows at once
    inActivity->addWidget(m_noActivity);
    inActivity->addWidget(m_activity);
    inActivity->addSpacing(em / 2);
    inActivity->addWidget(m_timeline);
    inActivity->addStretch();
    auto *activityArea = new QScrollArea;
    activityArea->setObjectName(u"instanceActivity"_s);
    activityArea->setAccessibleName(tr("Activity"));
    activityArea->setFrameShape(QFrame::NoFrame);
    activityArea->setWidgetResizable(true);
    activityArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    activityArea->setWidget(activityBox);

    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->setAccessibleName(tr("About the instance"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(activityArea, tr("Activity"));
    addPage<LogView>(tr("Logs"));
    addPage<MetricsPage>(tr("Metrics"));
    addPage<DiskPage>(tr("Disk"));
    addPage<NetworkPage>(tr("Network"));
    addPage<ConfigurationPage>(tr("Configuration"));
    for (auto *area : {static_cast<QScrollArea *>(m_overview), activityArea}) {
        area->setBackgroundRole(QPalette::Window);
        area->viewport()->setAutoFillBackground(false);
        area->widget()->setAutoFillBackground(false);
    }

    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(em / 3);
    layout->addLayout(head);
    layout->addWidget(m_tabs, 1);
    return page;
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
    if (instance)
        showInstance(*instance);
    else
        showSummary();
    m_pages->setCurrentIndex(instance ? 1 : 0);
}

void DetailsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

void DetailsPane::showInstance(const Instance &instance)
{
    const auto now = m_clock.now();
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

void DetailsPane::updateActivity()
{
    m_noActivity->setVisible(m_activity->isEmpty());
}

} // namespace swarm
