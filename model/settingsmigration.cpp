#include "model/settingsmigration.h"

#include <QFile>
#include <QSettings>

#include <array>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr auto schemaKey = "schema"_L1;

using Step = void (*)(QSettings &);

//! Before there were versions, the file had the same keys.
void fromUnversioned(QSettings &) { }

//! The step at N makes N + 1 of N.
constexpr std::array<Step, settingsSchema> steps{&fromUnversioned};

} // namespace

int settingsSchemaOf(const QString &file)
{
    return QSettings(file, QSettings::IniFormat).value(schemaKey).toInt();
}

SettingsState migrateSettings(const QString &file)
{
    const bool isThere = QFile::exists(file);
    QSettings settings(file, QSettings::IniFormat);
    const int schema = settings.value(schemaKey).toInt();
    if (schema > settingsSchema)
        return SettingsState::TooNew;
    if (!isThere || schema == settingsSchema)
        return SettingsState::Current;
    const auto kept = u"%1.schema-%2"_s.arg(file).arg(schema);
    if (!QFile::exists(kept) && !QFile::copy(file, kept))
        return SettingsState::Unwritable;
    for (auto step = static_cast<std::size_t>(schema); step < steps.size(); ++step)
        steps.at(step)(settings);
    settings.setValue(schemaKey, settingsSchema);
    settings.sync();
    return settings.status() == QSettings::NoError ? SettingsState::Migrated : SettingsState::Unwritable;
}

} // namespace swarm
