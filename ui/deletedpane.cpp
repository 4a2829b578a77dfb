#include "ui/deletedpane.h"

#include "model/operations.h"
#include "model/receipts.h"
#include "model/signin.h"
#include "ui/lossquestion.h"
#include "ui/widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swarm {

DeletedPane::DeletedPane(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_fold(new FoldButton(QString()))
    , m_body(new QWidget)
    , m_table(new QTreeView)
    , m_restore(new QPushButton(tr("&Restore")))
    , m_erase(new QPushButton(tr("&Erase…")))
{
    setObjectName(u"deletedPane"_s);
    m_fold->setObjectName(u"deletedFold"_s);
    m_table->setObjectName(u"deleted"_s);
    m_table->setAccessibleName(tr("Deleted instances"));
    m_table->setModel(&m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_restore->setObjectName(u"restoreDeleted"_s);
    m_erase->setObjectName(u"eraseDeleted"_s);
    const auto em = fontMetrics().height();
    m_table->setFixedHeight(em * 8);
    m_table->header()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 22);

    auto *buttons = new QVBoxLayout;
    buttons->addWidget(m_restore);
    buttons->addWidget(m_erase);
    buttons->addStretch();
    auto *inBody = new QHBoxLayout(m_body);
    inBody->setContentsMargins(em / 2, 0, em / 2, em / 2);
    inBody->addWidget(m_table, 1);
    inBody->addLayout(buttons);
    m_body->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_fold);
    layout->addWidget(m_body);

    connect(m_fold, &QToolButton::toggled, m_body, &QWidget::setVisible);
    connect(m_restore, &QPushButton::clicked, this, &DeletedPane::restore);
    connect(m_erase, &QPushButton::clicked, this, &DeletedPane::confirmErasing);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DeletedPane::update);
    connect(&services.operations, &Operations::added, this, &DeletedPane::update);
    connect(&services.operations, &Operations::finished, this, &DeletedPane::update);
    connect(&services.signIn, &SignIn::changed, this, &DeletedPane::follow);
    follow();
}

void DeletedPane::follow()
{
    auto *receipts = m_services.receipts();
    if (receipts == m_receipts && receipts)
        return;
    m_receipts = receipts;
    if (receipts)
        connect(receipts, &Receipts::changed, this, &DeletedPane::refresh);
    refresh();
}

void DeletedPane::refresh()
{
    m_model.setKeepsakes(m_receipts ? m_receipts->all() : std::vector<Keepsake>());
    const int count = m_model.rowCount();
    m_fold->setText(tr("Deleted, can be restored (%n)", nullptr, count));
    setVisible(count > 0);
    if (count > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model.index(0, 0));
    update();
}

void DeletedPane::update()
{
    const auto *keepsake = selected();
    const bool isFree = keepsake && m_services.signIn.state() == SignIn::State::SignedIn
        && !m_services.operations.runningOn(keepsake->instance);
    m_restore->setEnabled(isFree);
    m_erase->setEnabled(isFree);
}

const Keepsake *DeletedPane::selected() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model.keepsakeAt(rows.constFirst().row());
}

void DeletedPane::restore()
{
    if (const auto *keepsake = selected())
        m_services.operations.begin({.verb = Verb::Restore, .instance = keepsake->instance});
}

void DeletedPane::confirmErasing()
{
    const auto *keepsake = selected();
    if (!keepsake)
        return;
    askBeforeLoss(
        *this,
        {.objectName = u"eraseQuestion"_s,
         .title = tr("Erase the last snapshot"),
         .text = tr("Erase the last snapshot of %1? It is the only copy. There is no undo.").arg(keepsake->name),
         .verb = tr("Erase"),
         .buttonName = u"confirmErase"_s},
        [this, id = keepsake->instance] { m_services.operations.begin({.verb = Verb::Erase, .instance = id}); });
}

} // namespace swarm
