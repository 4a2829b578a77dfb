#pragma once

#include <QString>

#include <span>

namespace swarm::simulator {

struct Region {
    QStringView code;
    QStringView name;
    QStringView area;
    double latitude = 0;
    double longitude = 0;
    bool isDeprecated = false;
};

std::span<const Region> regions();
//! A region in which new things may be made.
bool isLiveRegion(const QString &code);
QString nearestRegion();

} // namespace swarm::simulator
