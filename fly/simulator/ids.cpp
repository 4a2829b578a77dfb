#include "fly/simulator/ids.h"

#include <QRandomGenerator>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static QString randomOf(QStringView alphabet, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += alphabet[QRandomGenerator::global()->bounded(static_cast<int>(alphabet.size()))];
    return text;
}

QString randomHex(int digits)
{
    return randomOf(u"0123456789abcdef", digits);
}

QString newUlid(qint64 stamp)
{
    constexpr QStringView alphabet = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString time;
    for (int i = 0; i < 10; ++i) {
        time.prepend(alphabet[static_cast<qsizetype>(stamp % 32)]);
        stamp /= 32;
    }
    return time + randomOf(alphabet, 16);
}

QString newMachineId()
{
    return randomHex(14);
}

QString newVolumeId()
{
    return u"vol_"_s + randomOf(u"0123456789abcdefghijklmnopqrstuvwxyz", 17);
}

QString newSnapshotId()
{
    return u"vs_"_s + randomOf(u"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 20);
}

QString newNonce()
{
    return randomHex(12);
}

QString newAppId()
{
    return randomOf(u"0123456789abcdefghijklmnopqrstuvwxyz", 16);
}

QString newMachineName()
{
    static const QStringList adjectives{u"autumn"_s, u"bold"_s, u"crimson"_s, u"misty"_s, u"quiet"_s, u"silent"_s};
    static const QStringList nouns{u"bird"_s, u"field"_s, u"frost"_s, u"meadow"_s, u"river"_s, u"shape"_s};
    auto *random = QRandomGenerator::global();
    return u"%1-%2-%3"_s
        .arg(adjectives[random->bounded(static_cast<int>(adjectives.size()))],
             nouns[random->bounded(static_cast<int>(nouns.size()))])
        .arg(random->bounded(1000, 10000));
}

} // namespace swarm::simulator
