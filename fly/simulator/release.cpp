#include "fly/simulator/release.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

bool Release::isInProgress() const
{
    return status == "pending"_L1 || status == "running"_L1;
}

QJsonObject Release::toJson() const
{
    return {{u"id"_s, id},         {u"version"_s, version},         {u"status"_s, status},
            {u"reason"_s, reason}, {u"description"_s, description}, {u"strategy"_s, strategy},
            {u"image"_s, image},   {u"created_at"_s, createdAt}};
}

Release Release::fromJson(const QJsonObject &json)
{
    return {.id = json[u"id"].toString(),
            .version = json[u"version"].toInt(),
            .status = json[u"status"].toString(),
            .reason = json[u"reason"].toString(),
            .description = json[u"description"].toString(),
            .strategy = json[u"strategy"].toString(),
            .image = json[u"image"].toString(),
            .createdAt = json[u"created_at"].toInteger()};
}

} // namespace swarm::simulator
