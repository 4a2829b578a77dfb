#pragma once

#include <QStringList>

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
//! The live regions that an expression such as `cdg,eu` names, in the order of preference: codes, and areas such as
//! `eu`, `us`, `any`.
QStringList regionsOf(const QString &expression);

} // namespace swarm::simulator
