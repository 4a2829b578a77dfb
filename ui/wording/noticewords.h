#pragma once

#include "model/notice.h"

#include <QString>

namespace swarm {

//! "thesis is ready", "old-blog stopped", "About to suspend thesis".
[[nodiscard]] QString noticeTitle(const Notice &notice);
//! What more there is to know, in a sentence or two; may be empty.
[[nodiscard]] QString noticeText(const Notice &notice);
//! The kind, for a list in which each can be switched off: "An instance became ready".
[[nodiscard]] QString noticeKindText(NoticeKind kind);

//! "When the computer goes to sleep".
[[nodiscard]] QString occasionText(Occasion occasion);
[[nodiscard]] QString leaveActionText(LeaveAction action);

} // namespace swarm
