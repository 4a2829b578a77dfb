#pragma once

#include "model/healthreport.h"

#include <QStringList>

namespace swarm {

//! "The editor does not pass its check.", then since when, then what helps, each as a sentence.
[[nodiscard]] QStringList healthSentences(const HealthReport &report, const Instance &instance);
[[nodiscard]] QString remedyText(HealthReport::Remedy remedy);

} // namespace swarm
