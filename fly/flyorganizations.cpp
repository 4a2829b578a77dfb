#include "fly/flyorganizations.h"

#include "fly/flyparser.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QList<std::pair<QString, QString>> queryFor(const OrgQuery &query)
{
    QList<std::pair<QString, QString>> items{{u"limit"_s, u"1000"_s}};
    if (query.updatedAfter.isValid()) {
        items.emplace_back(u"include_deleted"_s, u"true"_s);
        items.emplace_back(u"updated_after"_s, query.updatedAfter.toUTC().toString(Qt::ISODateWithMs));
    }
    if (!query.cursor.isEmpty())
        items.emplace_back(u"cursor"_s, query.cursor);
    return items;
}

} // namespace

Task<Result<MachinePage>> FlyOrganizations::machines(QString organization, OrgQuery query, std::stop_token stop)
{
    FlyCall call{.route = u"/v1/orgs/{slug}/machines"_s,
                 .at = {organization},
                 .query = queryFor(query),
                 .pace = Pace::Free,
                 .stop = stop};
    co_return co_await ask(std::move(call), machinePageFrom);
}

Task<Result<VolumePage>> FlyOrganizations::volumes(QString organization, OrgQuery query, std::stop_token stop)
{
    FlyCall call{.route = u"/v1/orgs/{slug}/volumes"_s,
                 .at = {organization},
                 .query = queryFor(query),
                 .pace = Pace::Free,
                 .stop = stop};
    co_return co_await ask(std::move(call), volumePageFrom);
}

} // namespace swarm
