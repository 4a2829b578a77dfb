#include "ui/diskpage.h"

#include "model/clock.h"
#include "model/operations.h"
#include "model/prices.h"
#include "model/provider.h"
#include "ui/errorcard.h"
#include "ui/widgets.h"
#include "ui/wording/instancewords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QProgressBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {

DiskPage::DiskPage(const Services &services, QWidget *parent)
    : InstancePage(parent)
    , m_services(services)
    , m_size(new QLabel)
    , m_bar(new QProgressBar)
    , m_use(new SecondaryLabel)
    , m_snapshots(new QTreeWidget)
    , m_snapshotState(new SecondaryLabel)
    , m_problem(new ErrorCard)
    , m_copies(new QWidget)
    , m_copyWords(new SecondaryLabel)
{
    setObjectName(u"diskPage"_s);
    const auto em = fontMetrics().height();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em, em * 2 / 3, em, em * 2 / 3);
    layout->setSpacing(em / 2);
    buildDisk(*layout);
    layout->addSpacing(em / 2);
    buildSnapshots(*layout);
    buildCopies(*layout);
    layout->addStretch(1); // only what a short list of snapshots leaves
    connect(&services.operations, &Operations::finished, this, [this](const Operation &operation) {
        if (operation.instance != m_instance.id)
            return;
        m_isKnown = false;
        if (isVisible())
            ask();
    });
}

DiskPage::~DiskPage() = default;

LinkButton *DiskPage::action(const QString &text, const QString &name, Verb verb)
{
    auto *button = new LinkButton(text);
    button->setObjectName(name);
    connect(button, &QToolButton::clicked, this, [this, verb] { Q_EMIT changeRequested(verb, m_instance.id); });
    return button;
}

LinkButton *DiskPage::snapshotAction(const QString &text, const QString &name, Verb verb)
{
    auto *button = new LinkButton(text);
    button->setObjectName(name);
    connect(button, &QToolButton::clicked, this, [this, verb] {
        const auto *row = m_snapshots->currentItem();
        Q_EMIT snapshotChangeRequested(verb, m_instance.id, row ? row->data(0, Qt::UserRole).toString() : QString());
    });
    return button;
}

void DiskPage::buildDisk(QVBoxLayout &layout)
{
    m_size->setObjectName(u"diskSize"_s);
    m_bar->setObjectName(u"diskUse"_s);
    m_bar->setAccessibleName(tr("How full the disk is"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(fontMetrics().height() / 2);
    m_use->setObjectName(u"diskWords"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_size, 1);
    row->addWidget(action(tr("Extend…"), u"extendDisk"_s, Verb::Extend));
    layout.addLayout(row);
    layout.addWidget(m_bar);
    layout.addWidget(m_use);
}

void DiskPage::buildSnapshots(QVBoxLayout &layout)
{
    auto *heading = new QLabel(tr("Snapshots"));
    makeHeading(*heading, 1);
    m_snapshots->setObjectName(u"snapshots"_s);
    m_snapshots->setAccessibleName(tr("Snapshots"));
    m_snapshots->setHeaderLabels({tr("Taken"), tr("Stored"), tr("Kept until")});
    m_snapshots->setRootIsDecorated(false);
    m_snapshots->setUniformRowHeights(true);
    m_snapshots->setColumnWidth(0, fontMetrics().averageCharWidth() * 22);
    m_snapshots->setColumnWidth(1, fontMetrics().averageCharWidth() * 11);
    m_snapshotState->setObjectName(u"snapshotState"_s);
    m_problem->setObjectName(u"diskProblem"_s);
    m_problem->hide();
    connect(m_problem, &ErrorCard::actionClicked, this, &DiskPage::ask);
    m_restoring = {snapshotAction(tr("Restore…"), u"restoreSnapshot"_s, Verb::RollBackData)};
    auto *row = new QHBoxLayout;
    row->addWidget(heading, 1);
    row->addWidget(action(tr("Take one now…"), u"takeSnapshot"_s, Verb::Snapshot));
    row->addWidget(m_restoring.constFirst());
    row->addWidget(snapshotAction(tr("Clone…"), u"cloneDisk"_s, Verb::Clone));
    layout.addLayout(row);
    layout.addWidget(m_snapshots, 8);
    layout.addWidget(m_snapshotState);
    layout.addWidget(m_problem);
}

void DiskPage::buildCopies(QVBoxLayout &layout)
{
    auto *heading = new QLabel(tr("Earlier copies"));
    makeHeading(*heading, 1);
    m_copies->setObjectName(u"copies"_s);
    m_copyWords->setObjectName(u"copyWords"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(heading, 1);
    row->addWidget(action(tr("Go back…"), u"goBackToCopy"_s, Verb::GoBack));
    row->addWidget(action(tr("Remove…"), u"removeCopies"_s, Verb::DropPrevious));
    auto *inCopies = new QVBoxLayout(m_copies);
    inCopies->setContentsMargins({});
    inCopies->addLayout(row);
    inCopies->addWidget(m_copyWords);
    m_copies->hide();
    layout.addWidget(m_copies);
}

void DiskPage::setInstance(const Instance &instance, const QDateTime &now)
{
    const bool isOther = instance.id != m_instance.id || instance.volume != m_instance.volume;
    m_instance = instance;
    m_now = now;
    //: %1 a size such as "10 GB", %2 money
    m_size->setText(
        instance.diskGb > 0
            ? tr("%1, about %2 a month").arg(diskText(instance.diskGb), moneyText(diskPerMonth(instance.diskGb)))
            : tr("Its size is not known yet."));
    if (!isOther)
        return;
    m_isKnown = false;
    m_tasks.reset();
    m_snapshots->clear();
    m_bar->hide();
    m_use->clear();
    m_copies->hide();
    if (isVisible())
        ask();
}

void DiskPage::showEvent(QShowEvent *event)
{
    InstancePage::showEvent(event);
    if (!m_isKnown && !m_instance.id.isEmpty())
        ask();
}

void DiskPage::ask()
{
    constexpr auto lately = 10min;
    m_isKnown = true;
    m_problem->hide();
    m_snapshotState->setText(tr("Asking Fly.io…"));
    m_tasks = std::make_unique<TaskScope>(); // answers about another one are not waited for
    const auto now = m_services.clock.now();
    const TimeRange range{.from = now.addSecs(-std::chrono::seconds(lately).count()), .to = now, .step = 60s};
    m_tasks->launch(m_services.provider.measure(m_instance, Metric::DiskUsed, range),
                    [this](const Result<std::vector<Series>> &used) { showUse(used); });
    m_tasks->launch(m_services.provider.snapshots(m_instance),
                    [this](const Result<std::vector<DiskSnapshot>> &snapshots) { showSnapshots(snapshots); });
    m_tasks->launch(m_services.provider.previousCopies(m_instance),
                    [this](const Result<std::vector<PreviousCopy>> &copies) { showCopies(copies); });
}

void DiskPage::showUse(const Result<std::vector<Series>> &used)
{
    std::optional<double> bytes;
    for (const auto &series : used.value_or(std::vector<Series>())) {
        if (!series.samples.empty())
            bytes = series.samples.back().value;
    }
    m_bar->setVisible(bytes.has_value() && m_instance.diskGb > 0);
    if (!bytes) {
        m_use->setText(used ? tr("How full it is is measured only while the machine runs.")
                            : tr("How full it is could not be read."));
        return;
    }
    constexpr double gigabyte = 1024.0 * 1024 * 1024;
    const double all = m_instance.diskGb * gigabyte;
    m_bar->setRange(0, 1000);
    m_bar->setValue(static_cast<int>(std::min(1.0, *bytes / std::max(1.0, all)) * 1000));
    //: %1 and %2 are amounts such as "3.2 GB"
    const auto words = tr("%1 of %2 used").arg(bytesText(*bytes), diskText(m_instance.diskGb));
    m_use->setText(words);
    m_bar->setAccessibleDescription(words);
}

void DiskPage::showSnapshots(const Result<std::vector<DiskSnapshot>> &snapshots)
{
    m_snapshots->clear();
    const bool isAnyReady = snapshots
        && std::ranges::find(*snapshots, DiskSnapshot::State::Ready, &DiskSnapshot::state) != snapshots->end();
    for (auto *button : std::as_const(m_restoring))
        button->setEnabled(isAnyReady);
    m_snapshots->setVisible(snapshots && !snapshots->empty());
    m_snapshotState->setVisible(snapshots && snapshots->empty());
    if (!snapshots)
        return showProblem(snapshots.error());
    m_snapshotState->setText(tr("No snapshot yet: Fly.io takes one a day."));
    for (const auto &one : *snapshots) {
        auto *row = new QTreeWidgetItem(m_snapshots);
        row->setToolTip(0, one.id);
        row->setData(0, Qt::UserRole, one.id);
        const bool isReady = one.state == DiskSnapshot::State::Ready;
        row->setText(0,
                     isReady ? QLocale().toString(one.createdAt.toLocalTime(), QLocale::ShortFormat)
                         : one.state == DiskSnapshot::State::Failed ? tr("Failed")
                                                                    : tr("Being taken"));
        if (!isReady)
            continue;
        row->setText(1, bytesText(static_cast<double>(one.bytes)));
        if (one.keptDays > 0)
            row->setText(2, dateText(one.createdAt.toLocalTime().date().addDays(one.keptDays)));
    }
}

void DiskPage::showProblem(const Error &error)
{
    m_isKnown = false; // it is asked again when somebody comes back to it
    m_problem->setError(error, {}, tr("Retry"));
    m_problem->show();
}

void DiskPage::showCopies(const Result<std::vector<PreviousCopy>> &copies)
{
    m_copies->setVisible(copies && !copies->empty());
    if (!copies)
        return showProblem(copies.error());
    QStringList lines;
    for (const auto &copy : *copies)
        //: %1 a place, %2 a size such as "10 GB", %3 a time such as "3 h", %4 money
        lines << tr("%1, disk of %2, asleep for %3, about %4 a month")
                     .arg(regionText(copy.region), diskText(copy.diskGb), spanText(copy.since.secsTo(m_now)),
                          moneyText(diskPerMonth(copy.diskGb)));
    m_copyWords->setText(lines.join(u'\n'));
}

} // namespace swarm
