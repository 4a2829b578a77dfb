#include "ui/regionbox.h"

#include "model/configuration.h"
#include "model/provider.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/regionnames.h"

#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {

RegionBox::RegionBox(const Services &services, const QString &wanted, QWidget *parent)
    : QComboBox(parent)
    , m_wanted(wanted)
{
    setObjectName(u"region"_s);
    setMaxVisibleItems(20);
    const auto &allowed = services.configuration;
    fill(allowed.regions.isEmpty() ? fallbackRegions() : allowed.regions);
    connect(this, &QComboBox::activated, this, [this] { m_wanted = code(); });
    connect(this, &QComboBox::currentIndexChanged, this, &RegionBox::changed);
    m_tasks.launch(services.provider.regions(), [this, allowed](const Result<RegionList> &list) {
        if (!list)
            return; // the ones that everybody knows stay on offer
        QStringList codes;
        for (const auto &region : byDistance(list->regions, m_wanted)) {
            if (!region.isDeprecated && allowed.allows(region.code))
                codes += region.code;
        }
        fill(codes);
    });
}

void RegionBox::fill(const QStringList &codes)
{
    const auto before = code();
    {
        const QSignalBlocker blocker(this);
        clear();
        if (!codes.contains(m_wanted))
            addItem(regionText(m_wanted), m_wanted);
        for (const auto &region : codes)
            addItem(regionText(region), region);
        setCurrentIndex(std::max(0, findData(m_wanted)));
    }
    if (code() != before)
        Q_EMIT changed();
}

} // namespace swarm
