#include "ui/orphansdialog.h"

#include "model/clock.h"
#include "model/operations.h"
#include "model/provider.h"
#include "ui/errorcard.h"
#include "ui/lossquestion.h"
#include "ui/widgets.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/orphanwords.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

enum Column { What, Price, Age, Safe, ColumnCount };

} // namespace

OrphansDialog::OrphansDialog(const Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_pages(new QStackedWidget)
    , m_state(new SecondaryLabel)
    , m_problem(new ErrorCard)
    , m_list(new QTreeWidget)
    , m_reason(new SecondaryLabel)
    , m_sum(new QLabel)
    , m_again(new QPushButton(tr("&Look again")))
    , m_remove(new QPushButton(tr("&Remove ticked…")))
{
    setObjectName(u"orphansDialog"_s);
    setWindowTitle(tr("What nobody uses"));
    setAttribute(Qt::WA_DeleteOnClose);
    const auto em = fontMetrics().height();
    m_state->setObjectName(u"orphansState"_s);
    m_list->setObjectName(u"orphans"_s);
    m_list->setAccessibleName(tr("What bills and no instance uses"));
    m_list->setHeaderLabels({tr("What"), tr("A month"), tr("Age"), tr("Safe to remove")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(What, fontMetrics().averageCharWidth() * 48);
    m_reason->setObjectName(u"orphanReason"_s);
    m_reason->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_reason->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_sum->setObjectName(u"orphanSum"_s);
    m_again->setObjectName(u"lookAgain"_s);
    m_again->setAutoDefault(false);
    m_remove->setObjectName(u"removeOrphans"_s);
    m_remove->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(u"closeOrphans"_s);

    for (QWidget *page :
         {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_problem), static_cast<QWidget *>(m_list)})
        m_pages->addWidget(page);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addStretch();
    buttons->addWidget(m_sum);
    buttons->addWidget(m_remove);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em, em, em, em);
    layout->setSpacing(em * 2 / 3);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_reason);
    layout->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 110, em * 28);

    connect(m_list, &QTreeWidget::currentItemChanged, this, &OrphansDialog::showReason);
    connect(m_list, &QTreeWidget::itemChanged, this, &OrphansDialog::update);
    connect(m_problem, &ErrorCard::actionClicked, this, &OrphansDialog::look);
    connect(m_again, &QPushButton::clicked, this, &OrphansDialog::look);
    connect(m_remove, &QPushButton::clicked, this, &OrphansDialog::confirm);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    // What is removed goes from the list when it is really gone.
    connect(&services.operations, &Operations::finished, this, [this](const Operation &operation) {
        if (operation.verb == Verb::RemoveOrphan && m_services.operations.isIdle())
            look();
    });
    look();
}

void OrphansDialog::look()
{
    m_state->setText(tr("Looking through your organization. This takes a few seconds."));
    m_pages->setCurrentWidget(m_state);
    m_reason->clear();
    m_again->setEnabled(false);
    m_list->clear();
    update();
    m_tasks.launch(m_services.operations.holdings(), [this](const Holdings &held) {
        m_tasks.launch(m_services.provider.orphans(held),
                       [this](const Result<std::vector<Orphan>> &found) { showOrphans(found); });
    });
}

void OrphansDialog::showOrphans(const Result<std::vector<Orphan>> &found)
{
    m_again->setEnabled(true);
    if (!found) {
        m_problem->setError(found.error(), {}, tr("Retry"));
        m_pages->setCurrentWidget(m_problem);
        return;
    }
    m_orphans = *found;
    if (m_orphans.empty()) {
        m_state->setText(tr("Nothing bills that no instance uses."));
        return;
    }
    const auto now = m_services.clock.now();
    for (const auto &orphan : m_orphans) {
        auto *row = new QTreeWidgetItem(m_list);
        row->setText(What, orphanTitle(orphan));
        row->setText(Price, orphanPriceText(orphan));
        row->setText(Age, orphanAgeText(orphan, now));
        row->setText(Safe, orphanSafetyText(orphan.safety()));
        row->setToolTip(What, orphan.id);
        if (orphan.safety() == Orphan::Safety::Never)
            row->setFlags(row->flags() & ~Qt::ItemIsUserCheckable);
        else
            row->setCheckState(What, Qt::Unchecked);
    }
    m_pages->setCurrentWidget(m_list);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->setFocus();
}

void OrphansDialog::showReason()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_reason->setText(row < 0 ? QString() : orphanReasonText(m_orphans[static_cast<std::size_t>(row)]));
}

std::vector<Orphan> OrphansDialog::ticked() const
{
    std::vector<Orphan> chosen;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const auto &orphan = m_orphans[static_cast<std::size_t>(row)];
        if (orphan.safety() != Orphan::Safety::Never && m_list->topLevelItem(row)->checkState(What) == Qt::Checked)
            chosen.push_back(orphan);
    }
    return chosen;
}

void OrphansDialog::update()
{
    const auto chosen = ticked();
    double sum = 0;
    for (const auto &orphan : chosen)
        sum += orphan.perMonth;
    m_remove->setEnabled(!chosen.empty());
    m_sum->setText(sum > 0 ? tr("Saves about %1 a month").arg(moneyText(sum)) : QString());
}

void OrphansDialog::confirm()
{
    const auto doomed = ticked();
    QStringList lines;
    for (const auto &orphan : doomed)
        lines << u"•  "_s + orphanTitle(orphan);
    askBeforeLoss(*this,
                  {.objectName = u"orphansQuestion"_s,
                   .title = tr("Remove for good"),
                   .text = tr("These go for good:") + u"\n\n"_s + lines.join(u'\n'),
                   .verb = tr("Remove"),
                   .buttonName = u"confirmOrphans"_s},
                  [this, doomed] { remove(doomed); });
}

void OrphansDialog::remove(const std::vector<Orphan> &doomed)
{
    for (const auto &orphan : doomed)
        m_services.operations.begin({.verb = Verb::RemoveOrphan, .orphan = orphan});
}

} // namespace swarm
