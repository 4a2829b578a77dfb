#pragma once

#include <QString>

namespace swarm {

//! What stands in a log in place of a secret.
[[nodiscard]] QString secretMark();

//! The text without what looks like a secret: Fly.io's tokens, what follows "Bearer" and the like, values under names
//! such as "password" in JSON, addresses, forms and headers. Rather blanks too much than too little.
[[nodiscard]] QString scrubbed(QString text);
//! Whether what is kept under this name is a secret: "access_token", "HASHED_PASSWORD".
[[nodiscard]] bool namesSecret(const QString &key);

} // namespace swarm
