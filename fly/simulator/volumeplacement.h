#pragma once

#include "fly/simulator/world.h"

namespace swarm::simulator {

//! Where a new volume shall not be.
struct VolumeWish {
    QString name = {};
    QString region = {};
    bool isApartFromName = true; //!< from the app's volumes of that name
    bool isApartFromAll = false; //!< from all volumes of the app
    QString apartFrom = {}; //!< the zone of what it is a fork of
};

//! The zone, which is one host, that a volume of the app goes to; empty when the wish leaves none.
QString chooseZone(World &world, const App &app, const VolumeWish &wish);

} // namespace swarm::simulator
