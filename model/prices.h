#pragma once

#include "model/size.h"

#include <QDate>
#include <QString>

namespace swarm {

//! Fly.io's list prices in US dollars before tax. Estimates: say "about" wherever they are shown.

//! A running machine, per hour. Unknown regions count as the base price.
[[nodiscard]] double computePerHour(const Size &size, const QString &region);
//! A disk, per month of 30 days, whether the machine runs or not.
[[nodiscard]] double diskPerMonth(int sizeGb);
//! The day from which the prices above are valid.
[[nodiscard]] QDate pricesValidFrom();

} // namespace swarm
