#pragma once

#include "model/error.h"
#include "model/instancespec.h"

#include <QString>
#include <QUrl>

namespace swarm {

//! What happened, in one sentence that a person understands.
[[nodiscard]] QString sentence(const Error &error);
//! What the user can do about it, in one sentence; empty when there is nothing to do.
[[nodiscard]] QString remedy(const Error &error);
//! A page of the provider's that helps an organization with it; empty where there is none.
[[nodiscard]] QUrl remedyPage(const Error &error, const QString &organization);
//! What a failed operation took back and what it had to leave behind; empty when neither.
[[nodiscard]] QString aftermath(const Error &error);
//! The lines for the "Details" fold: code, step, HTTP status, request id, the server's words.
[[nodiscard]] QString details(const Error &error);

//! What is wrong with a spec and what would be right.
[[nodiscard]] QString sentence(SpecProblem problem, const InstanceSpec &spec);

//! "app thesis", "volume vol_123" and the like.
[[nodiscard]] QString resourceText(const Resource &resource);
//! "app thesis, volume vol_123 and address 1.2.3.4".
[[nodiscard]] QString resourceList(const std::vector<Resource> &resources);

} // namespace swarm
