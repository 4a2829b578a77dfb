#include "ui/clonedialog.h"

#include "model/instancespec.h"
#include "model/instancestore.h"
#include "model/prices.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"

#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {

CloneDialog::CloneDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"cloneDialog"_s, tr("Clone %1").arg(instance.name), tr("Clone"), parent)
    , m_name(new QLineEdit(proposedName()))
    , m_region(new RegionBox(services, instance.region))
    , m_room(new RoomHint(services.provider))
    , m_snapshot(new SnapshotBox(services, instance, SnapshotBox::Now::Offered))
{
    m_name->setObjectName(u"newName"_s);
    FieldGrid grid(body());
    grid.add(tr("&Name"), m_name);
    grid.add(tr("&Region"), m_region);
    grid.addHint(m_room);
    grid.add(tr("&Data"), m_snapshot);
    connect(m_name, &QLineEdit::textChanged, this, &CloneDialog::update);
    const auto ask = [this] {
        m_room->setWanted({.near = m_region->code(), .size = this->instance().size, .diskGb = this->instance().diskGb});
    };
    connect(m_region, &RegionBox::changed, this, ask);
    connect(m_region, &RegionBox::changed, this, &CloneDialog::update);
    connect(m_room, &RoomHint::changed, this, &CloneDialog::update);
    ask();
    connect(m_snapshot, &SnapshotBox::changed, this, &CloneDialog::update);
    m_name->setFocus();
    m_name->selectAll();
    update();
}

QString CloneDialog::name() const
{
    return m_name->text().trimmed();
}

OperationRequest CloneDialog::request() const
{
    OperationRequest request{.verb = Verb::Clone,
                             .instance = instance().id,
                             .spec = {.name = name(), .region = m_region->code(), .password = generatedPassword()}};
    request.spec.snapshot = m_snapshot->snapshot();
    return request;
}

QString CloneDialog::problem() const
{
    const InstanceSpec spec{.name = name()};
    if (const auto wrong = problemOfName(spec.name))
        return sentence(*wrong, spec);
    const bool isTaken =
        std::ranges::any_of(services().store.instances(), [this](const Instance &one) { return one.name == name(); });
    return isTaken ? sentence(SpecProblem::NameTaken, spec) : QString();
}

QString CloneDialog::consequence() const
{
    //: money an hour, money a month
    return tr("A second instance of its own, with a password of its own: about %1 an hour while it runs, and %2 a "
              "month "
              "for its disk.")
        .arg(hourlyText(computePerHour(instance().size, m_region->code())), moneyText(diskPerMonth(instance().diskGb)));
}

QStringList CloneDialog::command() const
{
    QStringList words{u"clone"_s, instance().name, name(), u"--region"_s, m_region->code()};
    if (!m_snapshot->snapshot().isEmpty())
        words << u"--snapshot"_s << m_snapshot->snapshot();
    return words;
}

} // namespace swarm
