#pragma once

#include "model/provider.h"
#include "model/rightsizing.h"

namespace swarm {

//! Looks at what an instance used in the last week and says whether another size would do better. Nothing when its
//! measurements cannot be read: a token for some apps may not.
[[nodiscard]] Task<std::optional<SizeAdvice>> adviceOn(Provider *provider, Instance instance, QDateTime now,
                                                       PriceTable prices);

} // namespace swarm
