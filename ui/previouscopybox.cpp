#include "ui/previouscopybox.h"

#include "model/clock.h"
#include "model/prices.h"
#include "model/provider.h"
#include "ui/wording/errorwords.h"
#include "ui/wording/instancewords.h"

using namespace Qt::StringLiterals;

namespace swarm {

PreviousCopyBox::PreviousCopyBox(const Services &services, const Instance &instance, QWidget *parent)
    : SecondaryLabel(tr("Looking for earlier copies…"), parent)
    , m_problem(tr("Looking for earlier copies…"))
{
    setObjectName(u"previousCopies"_s);
    const auto &clock = services.clock;
    m_tasks.launch(
        services.provider.previousCopies(instance),
        [this, &clock](const Result<std::vector<PreviousCopy>> &copies) { showCopies(copies, clock.now()); });
}

void PreviousCopyBox::showCopies(const Result<std::vector<PreviousCopy>> &copies, const QDateTime &now)
{
    m_problem = copies ? QString() : sentence(copies.error()) + u' ' + remedy(copies.error());
    m_copies = copies.value_or(std::vector<PreviousCopy>());
    if (copies && copies->empty())
        m_problem = tr("There is no earlier copy.");
    QStringList lines;
    for (const auto &copy : m_copies)
        //: %1 a place, %2 a size such as "10 GB", %3 a time such as "3 h", %4 money
        lines << tr("%1, disk of %2, asleep for %3, about %4 a month")
                     .arg(regionText(copy.region), diskText(copy.diskGb), spanText(copy.since.secsTo(now)),
                          moneyText(diskPerMonth(copy.diskGb)));
    setText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
    Q_EMIT changed();
}

} // namespace swarm
