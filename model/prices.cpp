#include "model/prices.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

struct CpuPrice {
    double perSecond;
    double includedGb; //!< memory that comes with each CPU
};
constexpr CpuPrice sharedCpu{.perSecond = 0.0000008465, .includedGb = 0.25};
constexpr CpuPrice performanceCpu{.perSecond = 0.000012732, .includedGb = 2};
constexpr double memoryPerGbSecond = 0.000002316;
constexpr double diskPerGbMonth = 0.15;

double regionFactor(const QString &region)
{
    static const QHash<QString, double> factors{
        {u"ams"_s, 1.0385}, {u"arn"_s, 1.0385}, {u"bom"_s, 1.0769}, {u"yyz"_s, 1.1154},
        {u"lhr"_s, 1.1346}, {u"cdg"_s, 1.1346}, {u"fra"_s, 1.1538}, {u"sjc"_s, 1.1923},
        {u"lax"_s, 1.1995}, {u"ord"_s, 1.25},   {u"dfw"_s, 1.25},   {u"sin"_s, 1.2692},
        {u"syd"_s, 1.2692}, {u"jnb"_s, 1.3029}, {u"nrt"_s, 1.3077}, {u"gru"_s, 1.6154}};
    return factors.value(region, 1);
}

} // namespace

double computePerHour(const Size &size, const QString &region)
{
    const auto &cpu = size.cpuKind == CpuKind::Shared ? sharedCpu : performanceCpu;
    const double extraGb = std::max(0.0, size.memoryMb / 1024.0 - size.cpus * cpu.includedGb);
    return (size.cpus * cpu.perSecond + extraGb * memoryPerGbSecond) * regionFactor(region) * 3600;
}

double diskPerMonth(int sizeGb)
{
    return sizeGb * diskPerGbMonth;
}

QDate pricesValidFrom()
{
    return QDate(2026, 10, 1);
}

} // namespace swarm
