#pragma once

#include "model/async/task.h"
#include "model/instance.h"

#include <QMap>
#include <QStringList>

namespace swarm {

class TokenStore;

// What the token store keeps about an instance, and under which keys.

//! Its password.
[[nodiscard]] QString passwordKey(const InstanceId &instance);
//! A new password before the provider has it: whoever is cut off in between can go on.
[[nodiscard]] QString nextPasswordKey(const InstanceId &instance);
//! Variables that look like secrets, of an instance that was deleted and can be restored; see packed().
[[nodiscard]] QString keptEnvironmentKey(const InstanceId &instance);
//! All of them.
[[nodiscard]] QStringList secretKeys(const InstanceId &instance);

//! Several secrets in one.
[[nodiscard]] QString packed(const QMap<QString, QString> &secrets);
[[nodiscard]] QMap<QString, QString> unpacked(const QString &text);

//! Whatever is kept about an instance goes; what cannot be removed stays.
[[nodiscard]] Task<void> forgetSecrets(TokenStore *secrets, InstanceId instance);

} // namespace swarm
