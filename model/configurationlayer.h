#pragma once

#include "model/configuration.h"

#include <QProcessEnvironment>

#include <map>
#include <vector>

namespace swarm {

enum class Setting {
    Organization,
    Region,
    Regions,
    Retries,
    RetryFirst,
    RetryLongest,
    RetryFactor,
    Image,
    LogLevel,
};

//! What a setting is called in each place.
struct SettingNames {
    Setting setting = {};
    QString key = {}; //!< in the settings file: "retry/retries"
    QString variable = {}; //!< in the environment: "SWARM_RETRIES"
    QString option = {}; //!< on the command line: "--retries"; empty where there is none
};

[[nodiscard]] const std::vector<SettingNames> &settingNames();

enum class SettingSource { File, Environment, CommandLine };

//! Something that was set and cannot be used.
struct ConfigurationProblem {
    enum class Kind {
        File, //!< cannot be read at all
        TooNew, //!< a newer program wrote it; `value` is its schema
        UnknownKey,
        Organization,
        Region, //!< no code of a region
        RegionNotAllowed, //!< not among Configuration::regions
        Regions,
        Retries,
        RetryFirst,
        RetryLongest,
        RetryOrder, //!< the longest pause is shorter than the first
        RetryFactor,
        Image,
        LogLevel,
    };

    Kind kind = Kind::File;
    SettingSource source = SettingSource::File;
    QString file = {}; //!< for SettingSource::File
    QString name = {}; //!< key, variable or option
    QString value = {};
    QStringList allowed = {}; //!< for RegionNotAllowed

    bool operator==(const ConfigurationProblem &) const = default;
};

//! What is set in one place, as it stands there.
struct ConfigurationLayer {
    SettingSource source = SettingSource::CommandLine;
    QString file = {};
    std::map<Setting, QString> values = {}; //!< what is empty counts as not set
    std::vector<ConfigurationProblem> problems = {}; //!< met while reading
};

[[nodiscard]] ConfigurationLayer fileLayer(const QString &file);
[[nodiscard]] ConfigurationLayer environmentLayer(const QProcessEnvironment &environment);

//! What came out of all layers. What cannot be used is reported, and what the layers before it say stands.
struct Configured {
    Configuration configuration = {};
    std::vector<ConfigurationProblem> problems = {};
};

//! Later layers win over earlier ones.
[[nodiscard]] Configured configured(const std::vector<ConfigurationLayer> &layers);

} // namespace swarm
