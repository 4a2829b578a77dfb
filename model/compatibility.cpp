#include "model/compatibility.h"

#include <QRegularExpression>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QVersionNumber versionOf(const Image &image)
{
    static const QRegularExpression shape(u"\\Av?(\\d+\\.\\d+(\\.\\d+)?)([-+].*)?\\z"_s);
    const auto match = shape.match(image.tag);
    return match.hasMatch() ? QVersionNumber::fromString(match.captured(1)) : QVersionNumber();
}

} // namespace

bool isCompatibleVersion(const QString &version, const QString &ours)
{
    if (version.isEmpty())
        return true;
    const auto theirs = QVersionNumber::fromString(version);
    const auto mine = QVersionNumber::fromString(ours);
    return !theirs.isNull() && theirs.majorVersion() == mine.majorVersion()
        && theirs.minorVersion() <= mine.minorVersion();
}

bool isCompatible(const Instance &instance)
{
    return isCompatibleVersion(instance.softwareVersion, QLatin1StringView(SWARM_VERSION));
}

ImageStep imageStep(const Image &from, const Image &to)
{
    if (from.repository != to.repository)
        return ImageStep::Unknown;
    const auto before = versionOf(from);
    const auto after = versionOf(to);
    if (before.isNull() || after.isNull())
        return from.tag == to.tag && from.digest == to.digest ? ImageStep::Same : ImageStep::Unknown;
    if (before.majorVersion() != after.majorVersion())
        return ImageStep::OtherMajor;
    if (after < before)
        return ImageStep::Older;
    return before == after ? ImageStep::Same : ImageStep::Newer;
}

bool isCompatible(ImageStep step)
{
    return step != ImageStep::Older && step != ImageStep::OtherMajor;
}

} // namespace swarm
