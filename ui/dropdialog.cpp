#include "ui/dropdialog.h"

using namespace Qt::StringLiterals;

namespace swarm {

DropDialog::DropDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"dropDialog"_s, tr("Earlier copies of %1").arg(instance.name),
                   tr("Remove for good"), parent)
    , m_copies(new PreviousCopyBox(services, instance))
{
    body().addWidget(m_copies);
    connect(m_copies, &PreviousCopyBox::changed, this, &DropDialog::update);
    makeDestructive();
    update();
}

OperationRequest DropDialog::request() const
{
    return {.verb = Verb::DropPrevious, .instance = instance().id};
}

QString DropDialog::problem() const
{
    return m_copies->problem();
}

QString DropDialog::consequence() const
{
    return tr(
        "Their machines and disks go now, with what is only on them. There is no undo. The instance itself stays.");
}

QStringList DropDialog::command() const
{
    return {u"move"_s, instance().name, u"--confirm"_s, u"--yes"_s};
}

} // namespace swarm
