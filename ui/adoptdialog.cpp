#include "ui/adoptdialog.h"

#include "model/instancespec.h"
#include "model/instancestore.h"
#include "model/operations.h"
#include "model/provider.h"
#include "ui/widgets.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/orphanwords.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {

AdoptDialog::AdoptDialog(const Services &services, QWidget *parent)
    : GrowingDialog(parent)
    , m_services(services)
    , m_state(new SecondaryLabel(tr("Looking for editors that somebody else made…")))
    , m_list(new QTreeWidget)
    , m_caution(new SecondaryLabel)
    , m_name(new QLineEdit)
    , m_problem(new SecondaryLabel)
    , m_adopt(new QPushButton(tr("Adopt")))
{
    setObjectName(u"adoptDialog"_s);
    setWindowTitle(tr("Adopt an editor"));
    setAttribute(Qt::WA_DeleteOnClose);
    const auto em = fontMetrics().height();
    m_state->setObjectName(u"adoptState"_s);
    m_list->setObjectName(u"candidates"_s);
    m_list->setAccessibleName(tr("Editors that somebody else made"));
    m_list->setHeaderLabels({tr("App"), tr("Image"), tr("Region"), tr("Size"), tr("Why it seems to be one")});
    m_list->setRootIsDecorated(false);
    m_list->setMinimumHeight(em * 9);
    m_list->hide();
    m_caution->setObjectName(u"adoptCaution"_s);
    m_name->setObjectName(u"adoptName"_s);
    m_name->setAccessibleName(tr("Name in your swarm"));
    m_name->setPlaceholderText(tr("Name in your swarm"));
    m_problem->setObjectName(u"adoptProblem"_s);
    m_problem->setAlarming(true);
    m_adopt->setObjectName(u"confirmAdopt"_s);
    m_adopt->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"cancelAdopt"_s);
    cancel->setAutoDefault(false);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_adopt);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(em * 3 / 2, em * 3 / 2, em * 3 / 2, em);
    layout->setSpacing(em * 2 / 3);
    layout->addWidget(m_state);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_caution);
    layout->addWidget(m_name);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 100);

    connect(m_list, &QTreeWidget::currentItemChanged, this, &AdoptDialog::choose);
    connect(m_name, &QLineEdit::textChanged, this, &AdoptDialog::update);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_adopt, &QPushButton::clicked, this, &AdoptDialog::adopt);
    update();
    m_tasks.launch(services.provider.adoptionCandidates(),
                   [this](const Result<std::vector<AdoptionCandidate>> &found) { showCandidates(found); });
}

void AdoptDialog::showCandidates(const Result<std::vector<AdoptionCandidate>> &found)
{
    m_state->setAlarming(!found);
    if (!found) {
        m_state->setText(sentence(found.error()) + u' ' + remedy(found.error()));
        return;
    }
    m_candidates = *found;
    m_state->setText(
        m_candidates.empty()
            ? tr("There are no editors that somebody else made.")
            : tr("Adopting writes our marks on the machine and changes nothing else: it is not restarted."));
    for (const auto &candidate : m_candidates)
        new QTreeWidgetItem(m_list,
                            {candidate.app, candidate.image, regionText(candidate.region),
                             shortSizeText(candidate.size), evidenceText(candidate.evidence)});
    m_list->setVisible(!m_candidates.empty());
    for (int column = 0; column < m_list->columnCount(); ++column)
        m_list->resizeColumnToContents(column);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    update();
}

void AdoptDialog::choose()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0)
        return;
    const auto &candidate = m_candidates[static_cast<std::size_t>(row)];
    m_caution->setText(adoptionCautionText(candidate));
    m_name->setText(candidate.name.isEmpty() ? candidate.app : candidate.name);
    update();
}

QString AdoptDialog::problem() const
{
    const InstanceSpec spec{.name = m_name->text().trimmed()};
    if (const auto wrong = problemOfName(spec.name))
        return sentence(*wrong, spec);
    const bool isTaken =
        std::ranges::any_of(m_services.store.instances(), [&](const Instance &one) { return one.name == spec.name; });
    return isTaken ? sentence(SpecProblem::NameTaken, spec) : QString();
}

void AdoptDialog::update()
{
    const bool hasChoice = m_list->currentItem() != nullptr;
    const auto wrong = hasChoice ? problem() : QString();
    m_problem->setText(wrong);
    m_problem->setVisible(!wrong.isEmpty());
    m_caution->setVisible(!m_caution->text().isEmpty());
    m_name->setVisible(hasChoice);
    m_adopt->setEnabled(hasChoice && wrong.isEmpty());
    growToFit();
}

void AdoptDialog::adopt()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    OperationRequest request{.verb = Verb::Adopt,
                             .name = m_name->text().trimmed(),
                             .candidate = m_candidates[static_cast<std::size_t>(row)]};
    accept();
    m_services.operations.begin(std::move(request));
}

} // namespace swarm
