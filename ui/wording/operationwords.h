#pragma once

#include "model/operation.h"

#include <QString>
#include <QUrl>

namespace swarm {

//! "Waiting for the editor to answer".
[[nodiscard]] QString stepText(Step step);
//! "Create thesis".
[[nodiscard]] QString operationTitle(const Operation &operation);
//! What a running one does ("Waiting for the editor to answer (step 3 of 4)"), or how a finished one went.
[[nodiscard]] QString operationText(const Operation &operation);

//! That a copy has been asleep for long, and what it costs.
[[nodiscard]] QString overdueCopyText(const QString &name, const PreviousCopy &copy, const QDateTime &now);
//! That a change which restartsEditor() interrupts somebody; empty where the editor does not run.
[[nodiscard]] QString restartWarning(const Instance &instance);
//! What to do when no browser could be opened: the address, and where the password is.
[[nodiscard]] QString openByHandText(const QUrl &address, bool isPasswordOnClipboard);

} // namespace swarm
