#include "model/configuration.h"

using namespace Qt::StringLiterals;

namespace swarm {

bool Configuration::allows(const QString &regionCode) const
{
    return regions.isEmpty() || regions.contains(regionCode);
}

QString Configuration::region() const
{
    if (!defaultRegion.isEmpty())
        return defaultRegion;
    const auto usual = u"ams"_s;
    return allows(usual) ? usual : regions.front();
}

} // namespace swarm
