#include "ui/snapshotdialog.h"

#include "ui/wording/instancewords.h"
#include "model/prices.h"

#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr int usualDays = 5;
constexpr int mostDays = 60;

} // namespace

SnapshotDialog::SnapshotDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"snapshotDialog"_s, tr("Snapshot of %1").arg(instance.name),
                   tr("Take snapshot"), parent)
    , m_days(new QSpinBox)
{
    m_days->setObjectName(u"keepDays"_s);
    m_days->setRange(1, mostDays);
    m_days->setValue(usualDays);
    m_days->setSuffix(tr(" days"));
    FieldGrid(body()).add(tr("&Keep for"), m_days);
    connect(m_days, &QSpinBox::valueChanged, this, &SnapshotDialog::update);
    update();
}

OperationRequest SnapshotDialog::request() const
{
    return {.verb = Verb::Snapshot, .instance = instance().id, .keepDays = m_days->value()};
}

QString SnapshotDialog::consequence() const
{
    const auto &prices = PriceTable::current();
    return tr("The editor goes on meanwhile. What is stored costs about %1 per GB and month; the first %2 GB of all "
              "snapshots together are free.")
        .arg(moneyText(prices.snapshotPerGbMonth))
        .arg(prices.freeSnapshotGb);
}

QStringList SnapshotDialog::command() const
{
    return {u"snapshot"_s, instance().name, u"--keep"_s, u"%1d"_s.arg(m_days->value())};
}

} // namespace swarm
