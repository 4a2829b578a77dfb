#include "fly/simulator/volumeplacement.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr int hostsInARegion = 16;

static QStringList hostsOf(const QString &region)
{
    const auto digest = QCryptographicHash::hash(region.toUtf8(), QCryptographicHash::Sha256).toHex();
    QStringList zones;
    for (int i = 0; i < hostsInARegion; ++i)
        zones << QString::fromLatin1(digest.sliced(qsizetype(i) * 3, 4));
    return zones;
}

QString chooseZone(World &world, const App &app, const VolumeWish &wish)
{
    auto zones = hostsOf(wish.region);
    zones.removeAll(wish.apartFrom);
    for (const auto &[id, other] : world.volumes()) {
        const bool isApart =
            other.appNumber == app.number && (wish.isApartFromAll || (wish.isApartFromName && other.name == wish.name));
        if (other.isLive() && other.region == wish.region && (isApart || other.isHostFull))
            zones.removeAll(other.zone);
    }
    return zones.isEmpty() ? QString() : zones[QRandomGenerator::global()->bounded(zones.size())];
}

} // namespace swarm::simulator
