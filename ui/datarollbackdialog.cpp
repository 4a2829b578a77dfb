#include "ui/datarollbackdialog.h"

#include "model/prices.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"

using namespace Qt::StringLiterals;

namespace swarm {

DataRollBackDialog::DataRollBackDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"dataRollBackDialog"_s, tr("Restore a snapshot of %1").arg(instance.name),
                   tr("Restore"), parent)
    , m_snapshot(new SnapshotBox(services, instance, SnapshotBox::Now::NotOffered))
{
    FieldGrid(body()).add(tr("&Snapshot"), m_snapshot);
    connect(m_snapshot, &SnapshotBox::changed, this, &DataRollBackDialog::update);
    update();
}

OperationRequest DataRollBackDialog::request() const
{
    return {.verb = Verb::RollBackData,
            .instance = instance().id,
            .replacement = {.source = DataSource::Snapshot, .snapshot = m_snapshot->snapshot()}};
}

QString DataRollBackDialog::problem() const
{
    return m_snapshot->problem();
}

QString DataRollBackDialog::consequence() const
{
    const auto lines = QStringList{
        tr("The files are as they were then. The present disk is kept beside, asleep, for about %1 a month, "
           "until you remove it or go back to it.")
            .arg(moneyText(diskPerMonth(instance().diskGb))),
        restartWarning(instance())};
    return lines.join(u'\n').trimmed();
}

QStringList DataRollBackDialog::command() const
{
    return {u"rollback"_s, instance().name, u"--snapshot"_s, m_snapshot->snapshot()};
}

} // namespace swarm
