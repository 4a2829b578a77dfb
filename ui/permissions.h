#pragma once

#include "model/instance.h"
#include "model/operation.h"

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

[[nodiscard]] Permissions permissionsOf(const Instance &instance, const Operation *running);
[[nodiscard]] RowAction rowActionOf(const Instance &instance, const Operation *running);
[[nodiscard]] QString rowActionText(RowAction action);

} // namespace swarm
