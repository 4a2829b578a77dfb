#include "ui/gobackdialog.h"

#include "ui/wording/operationwords.h"

using namespace Qt::StringLiterals;

namespace swarm {

GoBackDialog::GoBackDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"goBackDialog"_s, tr("Earlier copy of %1").arg(instance.name), tr("Go back"),
                   parent)
    , m_copies(new PreviousCopyBox(services, instance))
{
    body().addWidget(m_copies);
    connect(m_copies, &PreviousCopyBox::changed, this, &GoBackDialog::update);
    update();
}

OperationRequest GoBackDialog::request() const
{
    return {.verb = Verb::GoBack, .instance = instance().id};
}

QString GoBackDialog::problem() const
{
    return m_copies->problem();
}

QString GoBackDialog::consequence() const
{
    const auto lines =
        QStringList{tr("The newest of them takes the place of the present machine and disk, which are kept "
                       "asleep instead. What was written since stays on the present disk."),
                    restartWarning(instance())};
    return lines.join(u'\n').trimmed();
}

QStringList GoBackDialog::command() const
{
    return {u"move"_s, instance().name, u"--back"_s};
}

} // namespace swarm
