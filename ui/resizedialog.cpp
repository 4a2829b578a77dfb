#include "ui/resizedialog.h"

#include "model/clock.h"
#include "model/prices.h"
#include "model/sizeadvisor.h"
#include "ui/widgets.h"
#include "ui/wording/commandwords.h"
#include "ui/wording/costwords.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"

using namespace Qt::StringLiterals;

namespace swarm {

ResizeDialog::ResizeDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"resizeDialog"_s, tr("Resize %1").arg(instance.name), tr("Resize"), parent)
    , m_size(new SizeChooser)
    , m_advice(new SecondaryLabel(tr("Looking at what it used in the last week…")))
{
    m_advice->setObjectName(u"sizeAdvice"_s);
    m_size->setSize(instance.size);
    FieldGrid grid(body());
    grid.add(tr("&Size"), m_size);
    grid.addHint(m_advice);
    m_tasks.launch(adviceOn(&services.provider, instance, services.clock.now(), PriceTable::current()),
                   [this](const std::optional<SizeAdvice> &advice) {
                       m_advice->setText(advice ? adviceText(*advice)
                                                : tr("What it used in the last week could not be read."));
                       update();
                   });
    connect(m_size, &SizeChooser::changed, this, &ResizeDialog::update);
    update();
}

OperationRequest ResizeDialog::request() const
{
    return {.verb = Verb::Resize, .instance = instance().id, .change = {.size = m_size->size()}};
}

bool ResizeDialog::isChange() const
{
    return m_size->size() != instance().size;
}

QString ResizeDialog::consequence() const
{
    const auto size = m_size->size();
    const auto before = computePerHour(instance().size, instance().region);
    const auto after = computePerHour(size, instance().region);
    QStringList lines;
    if (!isChange())
        return tr("About %1 an hour while it runs.").arg(hourlyText(before));
    //: money, per hour
    lines << tr("About %1 an hour while it runs, instead of %2.").arg(hourlyText(after), hourlyText(before));
    if (instance().idle.action == IdleRule::Action::Suspend && !canSuspend(size))
        lines << tr("It can no longer be suspended: when idle it stops instead.");
    lines << restartWarning(instance());
    return lines.join(u'\n').trimmed();
}

QStringList ResizeDialog::command() const
{
    return {u"resize"_s, instance().name, u"--size"_s, sizeWord(m_size->size())};
}

} // namespace swarm
