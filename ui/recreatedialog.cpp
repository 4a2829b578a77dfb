#include "ui/recreatedialog.h"

#include "ui/wording/operationwords.h"

using namespace Qt::StringLiterals;

namespace swarm {

RecreateDialog::RecreateDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"recreateDialog"_s, tr("Recreate the machine of %1").arg(instance.name),
                   tr("Recreate"), parent)
{
    makeDestructive();
    update();
}

OperationRequest RecreateDialog::request() const
{
    return {.verb = Verb::Recreate, .instance = instance().id};
}

QString RecreateDialog::consequence() const
{
    const auto lines = QStringList{
        tr("A new machine takes the place of this one, on the same disk: /home/coder, the address and the "
           "password stay. What else was written in the machine, such as packages installed with apt, goes."),
        restartWarning(instance())};
    return lines.join(u'\n').trimmed();
}

QStringList RecreateDialog::command() const
{
    return {u"recreate"_s, instance().name};
}

} // namespace swarm
