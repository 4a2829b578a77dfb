#include "fly/simulator/request.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

QByteArray Request::path() const
{
    const auto mark = target.indexOf('?');
    return mark < 0 ? target : target.left(mark);
}

QUrlQuery Request::query() const
{
    const auto mark = target.indexOf('?');
    if (mark < 0)
        return {};
    // In a query string a plus is a space for Fly's server, which QUrlQuery leaves alone.
    return QUrlQuery(QString::fromUtf8(target.mid(mark + 1).replace('+', "%20"_ba)));
}

QString Request::queryValue(const QString &name) const
{
    return query().queryItemValue(name, QUrl::FullyDecoded);
}

bool Request::queryFlag(const QString &name) const
{
    const auto value = queryValue(name).toLower();
    return value == "true"_L1 || value == "1"_L1 || value == "t"_L1;
}

QByteArray Request::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace swarm::simulator
