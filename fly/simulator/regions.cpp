#include "fly/simulator/regions.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static constexpr Region table[] = {
    {u"ams", u"Amsterdam, Netherlands", u"europe", 52.374, 4.89, false},
    {u"arn", u"Stockholm, Sweden", u"europe", 59.652, 17.919, false},
    {u"atl", u"Atlanta, Georgia (US)", u"north_america", 33.637, -84.428, true},
    {u"bog", u"Bogotá, Colombia", u"south_america", 4.702, -74.147, true},
    {u"bom", u"Mumbai, India", u"asia_pacific", 19.089, 72.868, false},
    {u"bos", u"Boston, Massachusetts (US)", u"north_america", 42.366, -71.02, true},
    {u"cdg", u"Paris, France", u"europe", 48.86, 2.35, false},
    {u"den", u"Denver, Colorado (US)", u"north_america", 39.862, -104.673, true},
    {u"dfw", u"Dallas, Texas (US)", u"north_america", 32.778, -96.797, false},
    {u"ewr", u"Secaucus, NJ (US)", u"north_america", 40.789, -74.057, false},
    {u"eze", u"Ezeiza, Argentina", u"south_america", -34.822, -58.536, true},
    {u"fra", u"Frankfurt, Germany", u"europe", 50.117, 8.683, false},
    {u"gdl", u"Guadalajara, Mexico", u"north_america", 20.522, -103.312, true},
    {u"gig", u"Rio de Janeiro, Brazil", u"south_america", -22.81, -43.251, true},
    {u"gru", u"Sao Paulo, Brazil", u"south_america", -23.549, -46.633, false},
    {u"hkg", u"Hong Kong, Hong Kong", u"asia_pacific", 22.25, 114.203, true},
    {u"iad", u"Ashburn, Virginia (US)", u"north_america", 39.022, -77.462, false},
    {u"jnb", u"Johannesburg, South Africa", u"africa", -26.196, 28.051, false},
    {u"lax", u"Los Angeles, California (US)", u"north_america", 33.942, -118.408, false},
    {u"lhr", u"London, United Kingdom", u"europe", 51.516, -0.219, false},
    {u"maa", u"Chennai, India", u"asia_pacific", 13.064, 80.175, true},
    {u"mad", u"Madrid, Spain", u"europe", 40.472, -3.561, true},
    {u"mia", u"Miami, Florida (US)", u"north_america", 25.794, -80.287, true},
    {u"nrt", u"Tokyo, Japan", u"asia_pacific", 35.622, 139.752, false},
    {u"ord", u"Chicago, Illinois (US)", u"north_america", 41.889, -87.638, false},
    {u"otp", u"Bucharest, Romania", u"europe", 44.432, 26.104, true},
    {u"phx", u"Phoenix, Arizona (US)", u"north_america", 33.416, -112.009, true},
    {u"qro", u"Querétaro, Mexico", u"north_america", 20.622, -100.186, true},
    {u"scl", u"Santiago, Chile", u"south_america", -33.364, -70.799, true},
    {u"sea", u"Seattle, Washington (US)", u"north_america", 47.445, -122.306, true},
    {u"sin", u"Singapore, Singapore", u"asia_pacific", 1.3, 103.8, false},
    {u"sjc", u"San Jose, California (US)", u"north_america", 37.352, -121.957, false},
    {u"syd", u"Sydney, Australia", u"asia_pacific", -33.866, 151.193, false},
    {u"waw", u"Warsaw, Poland", u"europe", 52.168, 20.967, true},
    {u"yul", u"Montreal, Canada", u"north_america", 45.483, -73.56, true},
    {u"yyz", u"Toronto, Canada", u"north_america", 43.645, -79.433, false},
};

std::span<const Region> regions()
{
    return table;
}

bool isLiveRegion(const QString &code)
{
    return std::any_of(std::begin(table), std::end(table),
                       [&code](const Region &region) { return !region.isDeprecated && code == region.code; });
}

QString nearestRegion()
{
    return u"ams"_s;
}

static bool isIn(const Region &region, const QString &area)
{
    static const QMap<QString, QString> areas{{u"eu"_s, u"europe"_s},
                                              {u"na"_s, u"north_america"_s},
                                              {u"sa"_s, u"south_america"_s},
                                              {u"apac"_s, u"asia_pacific"_s},
                                              {u"af"_s, u"africa"_s}};
    if (area == "us"_L1)
        return region.name.endsWith("(US)"_L1);
    return area == "any"_L1 || (areas.contains(area) && region.area == areas[area]);
}

QStringList regionsOf(const QString &expression)
{
    QStringList found;
    for (const auto &piece : expression.split(u',', Qt::SkipEmptyParts)) {
        const auto word = piece.trimmed().toLower();
        QStringList named;
        for (const auto &region : table) {
            if (!region.isDeprecated && (region.code == word || isIn(region, word)))
                named << region.code.toString();
        }
        // Of an area, the nearest comes first.
        if (named.removeOne(nearestRegion()))
            named.prepend(nearestRegion());
        found += named;
    }
    found.removeDuplicates();
    return found;
}

} // namespace swarm::simulator
