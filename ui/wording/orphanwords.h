#pragma once

#include "model/orphan.h"

#include <QDateTime>
#include <QString>

namespace swarm {

//! "Disk", "Unfinished copy".
[[nodiscard]] QString orphanKindText(Orphan::Kind kind);
//! "Disk of 10 GB in Amsterdam (ams), of thesis".
[[nodiscard]] QString orphanTitle(const Orphan &orphan);
//! Why it is or is not safe to remove, in one or two sentences.
[[nodiscard]] QString orphanReasonText(const Orphan &orphan);
//! "Safe to remove", "For you to decide", "Not to be removed here".
[[nodiscard]] QString orphanSafetyText(Orphan::Safety safety);
//! "about $1.50 a month".
[[nodiscard]] QString orphanPriceText(const Orphan &orphan);
//! "made 3 d ago", "age not known".
[[nodiscard]] QString orphanAgeText(const Orphan &orphan, const QDateTime &now);

//! Why a machine is taken for an editor: "its image is code-server".
[[nodiscard]] QString evidenceText(const AdoptionCandidate::Evidence &evidence);
//! What to know before adopting it; empty when there is nothing to say.
[[nodiscard]] QString adoptionCautionText(const AdoptionCandidate &candidate);

} // namespace swarm
