#pragma once

#include <QString>

namespace swarm {

//! Which version of the settings file this program writes; a file without one is of version 0.
inline constexpr int settingsSchema = 1;

//! Of a settings file; 0 too when there is none.
[[nodiscard]] int settingsSchemaOf(const QString &file);

enum class SettingsState {
    Current,
    Migrated, //!< just now; what was there before lies beside it, as FILE.schema-N
    TooNew, //!< written by a newer program: it must not be touched
    Unwritable, //!< it cannot be kept or changed: as if it were too new
};
//! Brings a file of an older program to this version, one step after the other, after a copy of it was made.
[[nodiscard]] SettingsState migrateSettings(const QString &file);

} // namespace swarm
