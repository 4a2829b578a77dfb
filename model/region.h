#pragma once

#include <QString>

#include <vector>

namespace swarm {

struct Region {
    QString code = {}; //!< "ams"
    QString city = {}; //!< "Amsterdam, Netherlands", as the provider calls it
    bool isDeprecated = false; //!< nothing new can be made there

    bool operator==(const Region &) const = default;
};

struct RegionList {
    std::vector<Region> regions = {};
    QString nearest = {}; //!< code; empty when unknown

    bool operator==(const RegionList &) const = default;
};

} // namespace swarm
