#include "model/configurationlayer.h"

#include "model/settingsmigration.h"
#include "model/settingvalue.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

using Kind = ConfigurationProblem::Kind;

QString nameOf(Setting setting, SettingSource source)
{
    const auto names = std::ranges::find(settingNames(), setting, &SettingNames::setting);
    switch (source) {
    case SettingSource::File:
        return names->key;
    case SettingSource::Environment:
        return names->variable;
    case SettingSource::CommandLine:
        return names->option;
    }
    Q_UNREACHABLE();
}

//! Keys that nobody knows are mistakes only in groups that belong to the configuration.
bool isMistaken(const QString &key)
{
    const auto group = key.section(u'/', 0, 0) + u'/';
    const auto isOfGroup = [&group](const SettingNames &names) { return names.key.startsWith(group); };
    return std::ranges::any_of(settingNames(), isOfGroup)
        && std::ranges::find(settingNames(), key, &SettingNames::key) == settingNames().end();
}

//! Applies one layer to what the layers before it came to.
class Application
{
public:
    Application(const ConfigurationLayer &layer, const Configuration &before)
        : m_layer(layer)
        , m_before(before)
        , m_now(before)
        , m_problems(layer.problems)
    {
    }

    [[nodiscard]] Configured run() &&
    {
        for (const auto &[setting, text] : m_layer.values) {
            if (text.isEmpty())
                continue;
            if (const auto kind = assign(m_now, setting, text))
                report(*kind, setting);
        }
        checkPauses();
        checkRegion();
        return {.configuration = std::move(m_now), .problems = std::move(m_problems)};
    }

private:
    void checkPauses()
    {
        if (m_now.retry.longest >= m_now.retry.first)
            return;
        report(Kind::RetryOrder, sets(Setting::RetryLongest) ? Setting::RetryLongest : Setting::RetryFirst);
        m_now.retry.first = m_before.retry.first;
        m_now.retry.longest = m_before.retry.longest;
    }

    void checkRegion()
    {
        if (m_now.defaultRegion.isEmpty() || m_now.allows(m_now.defaultRegion))
            return;
        if (m_now.defaultRegion != m_before.defaultRegion) {
            report(Kind::RegionNotAllowed, Setting::Region);
            m_problems.back().allowed = m_now.regions;
        }
        // A default that a later list leaves out is no mistake: it just cannot be the default any more.
        m_now.defaultRegion = m_now.allows(m_before.defaultRegion) ? m_before.defaultRegion : QString();
    }

    [[nodiscard]] bool sets(Setting setting) const
    {
        const auto found = m_layer.values.find(setting);
        return found != m_layer.values.end() && !found->second.isEmpty();
    }

    void report(Kind kind, Setting setting)
    {
        m_problems.push_back({.kind = kind,
                              .source = m_layer.source,
                              .file = m_layer.file,
                              .name = nameOf(setting, m_layer.source),
                              .value = m_layer.values.at(setting)});
    }

    const ConfigurationLayer &m_layer;
    const Configuration &m_before;
    Configuration m_now;
    std::vector<ConfigurationProblem> m_problems;
};

} // namespace

const std::vector<SettingNames> &settingNames()
{
    static const std::vector<SettingNames> all{
        {Setting::Organization, u"fly/organization"_s, u"SWARM_ORG"_s, u"--org"_s},
        {Setting::Region, u"create/region"_s, u"SWARM_REGION"_s, u"--region"_s},
        {Setting::Regions, u"create/regions"_s, u"SWARM_REGIONS"_s, u"--regions"_s},
        {Setting::Retries, u"retry/retries"_s, u"SWARM_RETRIES"_s, u"--retries"_s},
        {Setting::RetryFirst, u"retry/first_ms"_s, u"SWARM_RETRY_FIRST_MS"_s, {}},
        {Setting::RetryLongest, u"retry/longest_ms"_s, u"SWARM_RETRY_LONGEST_MS"_s, {}},
        {Setting::RetryFactor, u"retry/factor"_s, u"SWARM_RETRY_FACTOR"_s, {}},
        {Setting::Image, u"create/image"_s, u"SWARM_IMAGE"_s, u"--image"_s},
        {Setting::LogLevel, u"log/level"_s, u"SWARM_LOG_LEVEL"_s, u"--log-level"_s},
    };
    return all;
}

ConfigurationLayer fileLayer(const QString &file)
{
    ConfigurationLayer layer{.source = SettingSource::File, .file = file};
    if (!QFileInfo::exists(file))
        return layer;
    const QSettings settings(file, QSettings::IniFormat);
    if (settings.status() != QSettings::NoError || !QFileInfo(file).isReadable()) {
        layer.problems.push_back({.kind = Kind::File, .source = SettingSource::File, .file = file});
        return layer;
    }
    if (const int schema = settingsSchemaOf(file); schema > settingsSchema) {
        layer.problems.push_back(
            {.kind = Kind::TooNew, .source = SettingSource::File, .file = file, .value = QString::number(schema)});
        return layer;
    }
    const auto textOf = [&settings](const QString &key) {
        return settings.value(key).toStringList().join(u','); // what has commas is read as a list
    };
    for (const auto &names : settingNames()) {
        if (settings.contains(names.key))
            layer.values[names.setting] = textOf(names.key);
    }
    for (const auto &key : settings.allKeys()) {
        if (isMistaken(key))
            layer.problems.push_back({.kind = Kind::UnknownKey,
                                      .source = SettingSource::File,
                                      .file = file,
                                      .name = key,
                                      .value = textOf(key)});
    }
    return layer;
}

ConfigurationLayer environmentLayer(const QProcessEnvironment &environment)
{
    ConfigurationLayer layer{.source = SettingSource::Environment};
    for (const auto &names : settingNames()) {
        if (environment.contains(names.variable))
            layer.values[names.setting] = environment.value(names.variable).trimmed();
    }
    return layer;
}

Configured configured(const std::vector<ConfigurationLayer> &layers)
{
    Configured result;
    for (const auto &layer : layers) {
        auto applied = Application(layer, result.configuration).run();
        result.configuration = std::move(applied.configuration);
        result.problems.insert(result.problems.end(), applied.problems.begin(), applied.problems.end());
    }
    return result;
}

} // namespace swarm
