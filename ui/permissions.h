#pragma once

#include "model/instance.h"
#include "model/operations.h"

namespace swarm {

//! What may be done with an instance now, and why the rest may not.
struct Permissions {
    bool open = false;
    bool start = false;
    bool stop = false;
    bool suspend = false;
    bool restart = false;
    bool remove = false;
    bool change = false; //!< its size, image, disk, name and the like
    QString reason = {}; //!< one sentence, when nothing or little is allowed

    bool operator==(const Permissions &) const = default;
};

//! The one thing to do with a row, offered as a word in it.
enum class RowAction { None, Open, Start, Cancel };

[[nodiscard]] Permissions permissionsOf(const Instance &instance, const Operations &operations);
//! Why nothing may be changed, whatever runs; empty when something may.
[[nodiscard]] QString readOnlyReason(const Instance &instance, const Operations &operations);
[[nodiscard]] RowAction rowActionOf(const Instance &instance, const Operations &operations);
[[nodiscard]] QString rowActionText(RowAction action);

} // namespace swarm
