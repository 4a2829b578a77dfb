#include "model/settingvalue.h"

#include "model/imagereference.h"
#include "model/region.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

using Kind = ConfigurationProblem::Kind;

bool isSlug(const QString &text)
{
    static const QRegularExpression shape(u"\\A[A-Za-z0-9][A-Za-z0-9_.-]*\\z"_s);
    return shape.match(text).hasMatch();
}

std::optional<QStringList> regionCodes(const QString &text)
{
    QStringList codes;
    for (const auto &part : text.split(u',')) {
        const auto code = part.trimmed();
        if (!isRegionCode(code))
            return {};
        if (!codes.contains(code))
            codes << code;
    }
    return codes;
}

std::optional<int> numberIn(const QString &text, int least, int most)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

std::optional<std::chrono::milliseconds> pause(const QString &text)
{
    const auto number = numberIn(text, 1, longestPauseMs);
    return number ? std::optional(std::chrono::milliseconds(*number)) : std::nullopt;
}

std::optional<double> factor(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && number >= 1 && number <= largestFactor ? std::optional(number) : std::nullopt;
}

std::optional<LogLevel> logLevel(const QString &text)
{
    static const QHash<QString, LogLevel> levels{{u"debug"_s, LogLevel::Debug},
                                                 {u"info"_s, LogLevel::Info},
                                                 {u"warning"_s, LogLevel::Warning},
                                                 {u"warn"_s, LogLevel::Warning},
                                                 {u"error"_s, LogLevel::Error}};
    const auto found = levels.constFind(text);
    return found == levels.cend() ? std::nullopt : std::optional(*found);
}

//! Puts what was read in its place; nothing read is the problem that it is.
template <typename T> std::optional<Kind> put(T &place, const std::optional<T> &read, Kind otherwise)
{
    if (!read)
        return otherwise;
    place = *read;
    return {};
}

} // namespace

std::optional<Kind> assign(Configuration &configuration, Setting setting, const QString &text)
{
    const auto textIf = [&text](bool isGood) { return isGood ? std::optional(text) : std::nullopt; };
    switch (setting) {
    case Setting::Organization:
        return put(configuration.organization, textIf(isSlug(text)), Kind::Organization);
    case Setting::Region:
        return put(configuration.defaultRegion, textIf(isRegionCode(text)), Kind::Region);
    case Setting::Regions:
        return put(configuration.regions, regionCodes(text), Kind::Regions);
    case Setting::Retries:
        return put(configuration.retry.retries, numberIn(text, 0, mostRetries), Kind::Retries);
    case Setting::RetryFirst:
        return put(configuration.retry.first, pause(text), Kind::RetryFirst);
    case Setting::RetryLongest:
        return put(configuration.retry.longest, pause(text), Kind::RetryLongest);
    case Setting::RetryFactor:
        return put(configuration.retry.factor, factor(text), Kind::RetryFactor);
    case Setting::Image:
        return put(configuration.image, imageFrom(text), Kind::Image);
    case Setting::LogLevel:
        return put(configuration.logLevel, logLevel(text), Kind::LogLevel);
    }
    Q_UNREACHABLE();
}

} // namespace swarm
