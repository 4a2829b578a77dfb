#include "fly/simulator/orgreplica.h"
#include "fly/simulator/routes.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

//! Where a row stands in the order of the list, as text that compares.
static QString placeOf(const QJsonObject &row)
{
    return row[u"updated_at"].toString() + u'|' + row[u"id"].toString();
}

static bool isGone(const QString &state)
{
    return state == "destroyed"_L1 || state == "migrated"_L1 || state == "pending_destroy"_L1;
}

static bool isWanted(const QJsonObject &row, const Request &request, const World &world)
{
    const auto state = row[u"state"].toString();
    const auto region = row[u"region"].toString();
    const auto regionCsv = request.queryValue(u"region"_s);
    const auto stateCsv = request.queryValue(u"state"_s);
    if (!request.queryFlag(u"include_deleted"_s) && isGone(state))
        return false;
    if (!regionCsv.isEmpty() && !regionCsv.split(u',').contains(region))
        return false;
    if (!stateCsv.isEmpty() && !stateCsv.split(u',').contains(state))
        return false;
    return !world.silentRegions().contains(region);
}

static Response page(const QString &kind, QList<QJsonObject> rows, qsizetype longest, const Call &call,
                     const World &world)
{
    const auto organization = call.name(u"slug"_s);
    if (organization != World::organization())
        return errorAnswer(404, u"Could not find Organization \"%1\""_s.arg(organization));
    const auto cursor = QString::fromUtf8(QByteArray::fromBase64(call.request.queryValue(u"cursor"_s).toLatin1()));
    // The cursor wins over the time.
    const auto after = cursor.isEmpty() ? call.request.queryValue(u"updated_after"_s) : QString();
    const auto afterStamp = after.isEmpty() ? 0 : stampOf(after);
    if (!after.isEmpty() && afterStamp == 0)
        return errorAnswer(400, u"invalid_argument: updated_after is no RFC 3339 time"_s);

    rows.removeIf([&](const QJsonObject &row) {
        return !isWanted(row, call.request, world)
            || (afterStamp > 0 && stampOf(row[u"updated_at"].toString()) <= afterStamp)
            || (!cursor.isEmpty() && placeOf(row) <= cursor);
    });
    std::sort(rows.begin(), rows.end(),
              [](const QJsonObject &one, const QJsonObject &other) { return placeOf(one) < placeOf(other); });

    const qsizetype wish = call.request.queryValue(u"limit"_s).toInt();
    const auto limit = wish > 0 ? std::min(wish, longest) : longest;
    const bool hasMore = rows.size() > limit;
    QJsonArray list;
    for (const auto &row : rows.first(std::min(limit, rows.size())))
        list.append(row);
    const auto last = list.isEmpty() ? QJsonObject() : list.last().toObject();
    QJsonArray silent;
    for (const auto &region : world.silentRegions())
        silent.append(region);
    QJsonObject body{{kind + u's', list},
                     {u"next_cursor"_s, hasMore ? QString::fromLatin1(placeOf(last).toUtf8().toBase64()) : QString()},
                     {u"last_%1_id"_s.arg(kind), last[u"id"].toString()},
                     {u"last_updated_at"_s, last[u"updated_at"].toString()}};
    if (kind == "machine"_L1)
        body.insert(u"error_regions"_s, silent);
    return jsonAnswer(body);
}

void addOrgRoutes(Router &router, World &world, OrgReplica &replica)
{
    router.add("GET"_ba, u"/v1/orgs/{slug}/machines"_s, Router::Kind::Read, [&](const Call &call) {
        return page(u"machine"_s, replica.machines(), replica.longestPage(), call, world);
    });
    router.add("GET"_ba, u"/v1/orgs/{slug}/volumes"_s, Router::Kind::Read, [&](const Call &call) {
        return page(u"volume"_s, replica.volumes(), replica.longestPage(), call, world);
    });
}

} // namespace swarm::simulator
