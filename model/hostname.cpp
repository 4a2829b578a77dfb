#include "model/hostname.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

constexpr qsizetype longestHostname = 253;
constexpr qsizetype longestLabel = 63;

bool isTooLong(const QString &hostname)
{
    const auto labels = hostname.split(u'.');
    return hostname.size() > longestHostname
        || std::ranges::any_of(labels, [](const QString &label) { return label.size() > longestLabel; });
}

//! What people paste along with a host name.
std::optional<HostnameProblem> problemAround(const QString &typed)
{
    static const QRegularExpression v4(u"\\A\\d+(\\.\\d+){3}\\z"_s);
    if (typed.isEmpty())
        return HostnameProblem::Empty;
    if (typed.contains("://"_L1))
        return HostnameProblem::HasScheme;
    if (typed.contains(u'/') || typed.contains(u'?') || typed.contains(u'#'))
        return HostnameProblem::HasPath;
    if (typed.startsWith(u'[') || typed.count(u':') > 1 || v4.match(typed).hasMatch())
        return HostnameProblem::IpAddress;
    if (typed.contains(u':'))
        return HostnameProblem::HasPort;
    return {};
}

} // namespace

std::expected<QString, HostnameProblem> hostnameFrom(const QString &typed)
{
    static const QRegularExpression shape(u"\\A([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)*[a-z]([a-z0-9-]*[a-z0-9])?\\z"_s);
    auto name = typed.trimmed();
    if (const auto problem = problemAround(name))
        return std::unexpected(*problem);
    if (name.endsWith(u'.'))
        name.chop(1);
    const bool isForAll = name.startsWith("*."_L1);
    if (isForAll)
        name = name.sliced(2);

    const auto ascii = QString::fromLatin1(QUrl::toAce(name)).toLower();
    if (isTooLong(ascii.isEmpty() ? name : ascii))
        return std::unexpected(HostnameProblem::TooLong);
    if (!shape.match(ascii).hasMatch())
        return std::unexpected(HostnameProblem::Characters);
    if (!ascii.contains(u'.'))
        return std::unexpected(HostnameProblem::NoDomain);
    if (ascii == "fly.dev"_L1 || ascii.endsWith(".fly.dev"_L1))
        return std::unexpected(HostnameProblem::FlyOwn);
    return isForAll ? u"*."_s + ascii : ascii;
}

} // namespace swarm
