#include "fly/simulator/build.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

QJsonObject Build::toJson() const
{
    return {{u"id"_s, id}, {u"status"_s, status}, {u"started_at"_s, startedAt}, {u"ended_at"_s, endedAt}};
}

Build Build::fromJson(const QJsonObject &json)
{
    return {.id = json[u"id"].toInteger(),
            .status = json[u"status"].toString(),
            .startedAt = json[u"started_at"].toInteger(),
            .endedAt = json[u"ended_at"].toInteger()};
}

} // namespace swarm::simulator
