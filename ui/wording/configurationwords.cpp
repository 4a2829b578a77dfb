#include "ui/wording/configurationwords.h"

#include "model/settingvalue.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

using Kind = ConfigurationProblem::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(swarm::Configuration)
};

QString whereText(const ConfigurationProblem &problem)
{
    switch (problem.source) {
    case SettingSource::File:
        //: %1 is a key, %2 a group, %3 a file, %4 what stands there
        return Words::tr("%1 below [%2] in %3 is \"%4\"")
            .arg(problem.name.section(u'/', 1), problem.name.section(u'/', 0, 0), problem.file, problem.value);
    case SettingSource::Environment:
        //: %1 is an environment variable
        return Words::tr("%1 is \"%2\"").arg(problem.name, problem.value);
    case SettingSource::CommandLine:
        return problem.name + u' ' + problem.value;
    }
    Q_UNREACHABLE();
}

QString pauseText()
{
    return Words::tr("use milliseconds, from 1 to %1").arg(longestPauseMs);
}

QString rightText(const ConfigurationProblem &problem)
{
    switch (problem.kind) {
    case Kind::File:
    case Kind::TooNew:
        return {};
    case Kind::UnknownKey:
        return Words::tr("there is no such setting");
    case Kind::Organization:
        return Words::tr("use the short name of an organization, such as my-team");
    case Kind::Region:
        return Words::tr("use a region code of three small letters, such as ams");
    case Kind::RegionNotAllowed:
        return Words::tr("use one of the regions that are set: %1").arg(problem.allowed.join(u", "_s));
    case Kind::Regions:
        return Words::tr("use region codes with commas between them, such as ams,fra");
    case Kind::Retries:
        return Words::tr("use a number from 0 to %1").arg(mostRetries);
    case Kind::RetryFirst:
    case Kind::RetryLongest:
        return pauseText();
    case Kind::RetryOrder:
        return Words::tr("the longest pause must not be shorter than the first one");
    case Kind::RetryFactor:
        return Words::tr("use a number from 1 to %1").arg(largestFactor);
    case Kind::Image:
        return Words::tr("use REPOSITORY or REPOSITORY:TAG, such as codercom/code-server:latest");
    case Kind::LogLevel:
        return Words::tr("use debug, info, warning or error");
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentence(const ConfigurationProblem &problem)
{
    if (problem.kind == Kind::File)
        return Words::tr("%1 cannot be read: it must be an INI file that you may read").arg(problem.file);
    if (problem.kind == Kind::TooNew)
        return Words::tr(
                   "%1 was written by a newer version of Remote Swarm: it is left alone, and nothing in it is used. "
                   "Look for a newer version")
            .arg(problem.file);
    return whereText(problem) + u": "_s + rightText(problem);
}

QString configurationSentence(const std::vector<ConfigurationProblem> &problems)
{
    if (problems.empty())
        return {};
    return problems.size() == 1 ? Words::tr("A setting cannot be used and is ignored.")
                                : Words::tr("%1 settings cannot be used and are ignored.").arg(problems.size());
}

QString configurationDetails(const std::vector<ConfigurationProblem> &problems)
{
    QStringList lines;
    for (const auto &problem : problems)
        lines << sentence(problem);
    return lines.join(u'\n');
}

} // namespace swarm
