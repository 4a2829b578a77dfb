#pragma once

#include <QString>

#include <vector>

namespace swarm {

struct Region {
    QString code = {}; //!< "ams"
    QString city = {}; //!< "Amsterdam, Netherlands", as the provider calls it
    bool isDeprecated = false; //!< nothing new can be made there
    double latitude = 0; //!< degrees; both 0: not known
    double longitude = 0;

    bool operator==(const Region &) const = default;
};

//! Three small letters.
[[nodiscard]] bool isRegionCode(const QString &text);
//! The nearest to `code` first; in their own order when that is not among them or nobody knows where they are.
[[nodiscard]] std::vector<Region> byDistance(std::vector<Region> regions, const QString &code);

struct RegionList {
    std::vector<Region> regions = {};
    QString nearest = {}; //!< code; empty when unknown

    bool operator==(const RegionList &) const = default;
};

} // namespace swarm
