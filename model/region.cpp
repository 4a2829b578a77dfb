#include "model/region.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! The angle between two places on the globe, which grows with their distance.
double angleBetween(const Region &a, const Region &b)
{
    constexpr double degree = std::numbers::pi / 180;
    const double latitudes = std::sin((b.latitude - a.latitude) * degree / 2);
    const double longitudes = std::sin((b.longitude - a.longitude) * degree / 2);
    const double haversine =
        latitudes * latitudes + std::cos(a.latitude * degree) * std::cos(b.latitude * degree) * longitudes * longitudes;
    return 2 * std::asin(std::sqrt(std::min(haversine, 1.0)));
}

} // namespace

bool isRegionCode(const QString &text)
{
    static const QRegularExpression shape(u"\\A[a-z]{3}\\z"_s);
    return shape.match(text).hasMatch();
}

std::vector<Region> byDistance(std::vector<Region> regions, const QString &code)
{
    const auto found = std::ranges::find(regions, code, &Region::code);
    if (found == regions.end())
        return regions;
    const auto from = *found;
    std::ranges::sort(regions, {},
                      [&from](const Region &region) { return std::pair(angleBetween(from, region), region.code); });
    return regions;
}

} // namespace swarm
