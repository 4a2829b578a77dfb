#pragma once

#include "model/timeline.h"

#include <QString>

namespace swarm {

//! "Woken by a visit to its address", "Ran out of memory and was started again".
[[nodiscard]] QString happeningText(const Happening &happening, const IdleRule &rule);
//! "Today", "Yesterday", "Monday, 14 September".
[[nodiscard]] QString dayText(QDate day, QDate today);
//! "14:02", as is usual where the user lives.
[[nodiscard]] QString timeOfDayText(const QDateTime &at);

} // namespace swarm
