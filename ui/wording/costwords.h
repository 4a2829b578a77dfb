#pragma once

#include "model/monthlyuse.h"
#include "model/pricefile.h"
#include "model/rightsizing.h"

#include <QString>
#include <QStringList>

namespace swarm {

//! Money is always "about": it comes from list prices. "At least" stands where something could not be counted.

//! "about $0.018/h", "at least about $0.018/h"; "nothing" when nothing bills and all is known.
[[nodiscard]] QString hourlyCostText(const InstanceCost &cost);
//! "about $6.40 a month".
[[nodiscard]] QString monthlyCostText(const InstanceCost &cost);
//! "about $3.20 this month", "at least about $3.20 this month".
[[nodiscard]] QString monthToDateText(const UseCost &use);
//! Whether that is a cent at least: of less there is nothing to say.
[[nodiscard]] bool isWorthSaying(const UseCost &use);
//! What a stop does not end: "When stopped, about $1.50 a month remains: disk $1.50."
[[nodiscard]] QString whenStoppedText(const InstanceCost &cost);
//! A line for each part that costs something or is not known: "Disk: about $1.50 a month", "Snapshots: not known".
[[nodiscard]] QStringList monthlyLines(const InstanceCost &cost);
//! The same for the month to date, with how long it ran: "Compute: about $1.20, 66 h of running".
[[nodiscard]] QStringList monthToDateLines(const UseCost &use);
//! "Estimate from list prices valid from 1 October 2026, before tax".
[[nodiscard]] QString priceDateText(QDate validFrom);

//! What to do about the size, with the reason and what it saves or costs.
[[nodiscard]] QString adviceText(const SizeAdvice &advice);

//! "shared_cpu.per_second is below zero (-1)": and the built-in price stands.
[[nodiscard]] QString priceProblemText(const PriceProblem &problem);

} // namespace swarm
