#pragma once

#include "model/metric.h"

#include <QString>

namespace swarm {

//! The Prometheus expression for a measurement of one app's machines, one series for each machine; see Metric for the
//! units.
[[nodiscard]] QString metricExpression(Metric metric, const QString &app);

} // namespace swarm
