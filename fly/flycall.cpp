#include "fly/flycall.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace swarm {

QString FlyCall::path() const
{
    QStringList pieces;
    qsizetype next = 0;
    for (const auto &piece : route.split(u'/')) {
        const bool isName = piece.startsWith(u'{');
        pieces << (isName ? QString::fromLatin1(QUrl::toPercentEncoding(at.value(next++))) : piece);
    }
    Q_ASSERT(next == at.size());
    return pieces.join(u'/');
}

QString FlyCall::bucket() const
{
    if (pace == Pace::Free)
        return {};
    if (pace == Pace::AppRemoval)
        return u"removal of apps"_s;
    const bool isAboutMachine = route.contains("/machines/{id}"_L1);
    return QString::fromLatin1(verb) + u' ' + route + u' ' + at.value(isAboutMachine ? 1 : 0);
}

RateLimit FlyCall::limit() const
{
    switch (pace) {
    case Pace::Action:
        return {.perSecond = 1, .burst = 3};
    case Pace::MachineRead:
        return {.perSecond = 5, .burst = 10};
    case Pace::AppRemoval:
        return {.perSecond = 100.0 / 60, .burst = 100};
    case Pace::Free:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace swarm
