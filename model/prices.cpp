#include "model/prices.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr double hoursPerMonth = 720;

QHash<QString, double> regionFactors()
{
    return {{u"iad"_s, 1},      {u"ewr"_s, 1},      {u"ams"_s, 1.0385}, {u"arn"_s, 1.0385}, {u"yyz"_s, 1.1154},
            {u"lhr"_s, 1.1346}, {u"cdg"_s, 1.1346}, {u"fra"_s, 1.1538}, {u"sjc"_s, 1.1923}, {u"lax"_s, 1.1995},
            {u"ord"_s, 1.25},   {u"dfw"_s, 1.25},   {u"sin"_s, 1.2692}, {u"syd"_s, 1.2692}, {u"jnb"_s, 1.3029},
            {u"nrt"_s, 1.3077}, {u"gru"_s, 1.6154}};
}

//! Known since Fly.io sells by usage alone.
PriceTable pricesOf2024()
{
    auto factors = regionFactors();
    factors.insert(u"bom"_s, 1.0769);
    return {
        .validFrom = QDate(2024, 10, 1),
        .sharedCpu = {.perSecond = 0.00000075, .includedGb = 0.25},
        .performanceCpu = {.perSecond = 0.00001196, .includedGb = 2},
        .memoryPerGbSecond = 0.00000193,
        .regionFactors = factors,
        .diskPerGbMonth = 0.15,
        .stoppedRootPerGbMonth = 0.15,
        .snapshotPerGbMonth = 0.08,
        .freeSnapshotGb = 10,
        .dedicatedV4PerMonth = 2,
        .egressAddressPerHour = 0.005,
        .freeCertificates = 10,
        .certificatePerMonth = 0.10,
        .wildcardPerMonth = 1,
        .trafficPerGb = {.northAmericaAndEurope = 0.02, .asiaPacificAndSouthAmerica = 0.04, .africaAndIndia = 0.12}};
}

//! The CPUs and the memory became dearer; the rest stayed.
PriceTable pricesOf2026()
{
    auto prices = pricesOf2024();
    prices.validFrom = QDate(2026, 10, 1);
    prices.sharedCpu.perSecond = 0.0000008465;
    prices.performanceCpu.perSecond = 0.000012732;
    prices.memoryPerGbSecond = 0.000002316;
    prices.regionFactors = regionFactors();
    return prices;
}

//! Oldest first.
const std::vector<PriceTable> &tables()
{
    static const std::vector<PriceTable> all{pricesOf2024(), pricesOf2026()};
    return all;
}

} // namespace

TrafficArea trafficArea(const QString &region)
{
    static const QSet<QString> dearest{u"bom"_s, u"jnb"_s, u"maa"_s};
    static const QSet<QString> middle{u"bog"_s, u"eze"_s, u"gig"_s, u"gru"_s, u"hkg"_s,
                                      u"nrt"_s, u"scl"_s, u"sin"_s, u"syd"_s};
    if (dearest.contains(region))
        return TrafficArea::AfricaAndIndia;
    return middle.contains(region) ? TrafficArea::AsiaPacificAndSouthAmerica : TrafficArea::NorthAmericaAndEurope;
}

const PriceTable &PriceTable::at(QDate day)
{
    const auto &all = tables();
    const auto later = std::ranges::upper_bound(all, day, {}, &PriceTable::validFrom);
    return later == all.begin() ? all.front() : *std::prev(later);
}

const PriceTable &PriceTable::current()
{
    return at(QDateTime::currentDateTimeUtc().date());
}

double computePerHour(const Size &size, const QString &region, const PriceTable &prices)
{
    const auto &cpu = size.cpuKind == CpuKind::Shared ? prices.sharedCpu : prices.performanceCpu;
    const double extraGb = std::max(0.0, size.memoryMb / 1024.0 - size.cpus * cpu.includedGb);
    const double perSecond = size.cpus * cpu.perSecond + extraGb * prices.memoryPerGbSecond;
    return perSecond * prices.regionFactors.value(region, 1) * 3600;
}

double computePerMonth(const Size &size, const QString &region, const PriceTable &prices)
{
    return computePerHour(size, region, prices) * hoursPerMonth;
}

double diskPerMonth(int sizeGb, const PriceTable &prices)
{
    return sizeGb * prices.diskPerGbMonth;
}

double sleepingPerMonth(double rootGb, const PriceTable &prices)
{
    return rootGb * prices.stoppedRootPerGbMonth;
}

double snapshotsPerMonth(double storedGb, const PriceTable &prices)
{
    return std::max(0.0, storedGb - prices.freeSnapshotGb) * prices.snapshotPerGbMonth;
}

double certificatesPerMonth(int hostnames, int wildcards, const PriceTable &prices)
{
    return std::max(0, hostnames - prices.freeCertificates) * prices.certificatePerMonth
        + wildcards * prices.wildcardPerMonth;
}

double dedicatedV4PerMonth(const PriceTable &prices)
{
    return prices.dedicatedV4PerMonth;
}

double egressAddressPerMonth(const PriceTable &prices)
{
    return prices.egressAddressPerHour * hoursPerMonth;
}

double trafficCost(double gb, const QString &region, const PriceTable &prices)
{
    switch (trafficArea(region)) {
    case TrafficArea::NorthAmericaAndEurope:
        return gb * prices.trafficPerGb.northAmericaAndEurope;
    case TrafficArea::AsiaPacificAndSouthAmerica:
        return gb * prices.trafficPerGb.asiaPacificAndSouthAmerica;
    case TrafficArea::AfricaAndIndia:
        return gb * prices.trafficPerGb.africaAndIndia;
    }
    Q_UNREACHABLE();
}

QDate pricesValidFrom()
{
    return PriceTable::current().validFrom;
}

} // namespace swarm
