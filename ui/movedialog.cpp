#include "ui/movedialog.h"

#include "model/prices.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"

using namespace Qt::StringLiterals;

namespace swarm {

MoveDialog::MoveDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"moveDialog"_s, tr("Move %1").arg(instance.name), tr("Move"), parent)
    , m_region(new RegionBox(services, instance.region))
    , m_room(new RoomHint(services.provider))
{
    FieldGrid grid(body());
    grid.add(tr("&To"), m_region);
    grid.addHint(m_room);
    const auto ask = [this] {
        m_room->setWanted({.near = m_region->code(), .size = this->instance().size, .diskGb = this->instance().diskGb});
    };
    connect(m_region, &RegionBox::changed, this, ask);
    connect(m_region, &RegionBox::changed, this, &MoveDialog::update);
    connect(m_room, &RoomHint::changed, this, &MoveDialog::update);
    m_region->setFocus();
    ask();
    update();
}

OperationRequest MoveDialog::request() const
{
    return {.verb = Verb::Move,
            .instance = instance().id,
            .replacement = {.source = DataSource::Disk, .region = m_region->code()}};
}

QString MoveDialog::consequence() const
{
    const auto before = computePerHour(instance().size, instance().region);
    const auto after = computePerHour(instance().size, m_region->code());
    QStringList lines;
    if (m_region->code() == instance().region)
        lines << tr("It moves to another computer of the same region.");
    else if (!qFuzzyCompare(before, after))
        lines << tr("About %1 an hour while it runs, instead of %2.").arg(hourlyText(after), hourlyText(before));
    lines << tr("Its disk is copied, and the address stays. The copy here is kept asleep, for about %1 a month, until "
                "you "
                "remove it or go back to it.")
                 .arg(moneyText(diskPerMonth(instance().diskGb)))
          << restartWarning(instance());
    return lines.join(u'\n').trimmed();
}

QStringList MoveDialog::command() const
{
    return {u"move"_s, instance().name, u"--region"_s, m_region->code()};
}

} // namespace swarm
