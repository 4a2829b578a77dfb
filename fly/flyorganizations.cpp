#include "fly/flyorganizations.h"

#include "fly/flyparser.h"

#include <QSet>

#include <algorithm>
#include <iterator>

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

template <typename T> Task<Result<OrgPage<T>>> FlyOrganizations::allPages(AskForPage<T> ask, QDateTime updatedAfter)
{
    OrgPage<T> all;
    QSet<QString> seen;
    do {
        OrgQuery query{.updatedAfter = updatedAfter, .cursor = all.nextCursor};
        auto page = co_await ask(std::move(query));
        if (!page)
            co_return page;
        std::ranges::move(page->rows, std::back_inserter(all.rows));
        all.errorRegions += page->errorRegions;
        all.lastUpdatedAt = page->lastUpdatedAt.isValid() ? page->lastUpdatedAt : all.lastUpdatedAt;
        all.nextCursor = page->nextCursor;
        if (seen.contains(all.nextCursor)) // it would go on for ever; and what has been seen is not all
            co_return std::unexpected(Error{.code = ErrorCode::BadReply, .detail = u"the list has no end"_s});
        seen.insert(all.nextCursor);
    } while (!all.nextCursor.isEmpty());
    co_return all;
}

Task<Result<OrgPage<Machine>>> FlyOrganizations::machines(QString organization, OrgQuery query, std::stop_token stop)
{
    FlyCall call{.route = u"/v1/orgs/{slug}/machines"_s,
                 .at = {organization},
                 .query = queryFor(query),
                 .pace = Pace::Free,
                 .stop = stop};
    co_return co_await ask(std::move(call), machinePageFrom);
}

Task<Result<OrgPage<Volume>>> FlyOrganizations::volumes(QString organization, OrgQuery query, std::stop_token stop)
{
    FlyCall call{.route = u"/v1/orgs/{slug}/volumes"_s,
                 .at = {organization},
                 .query = queryFor(query),
                 .pace = Pace::Free,
                 .stop = stop};
    co_return co_await ask(std::move(call), volumePageFrom);
}

Task<Result<OrgPage<Machine>>> FlyOrganizations::allMachines(QString organization, QDateTime updatedAfter,
                                                             std::stop_token stop)
{
    AskForPage<Machine> ask = [this, organization, stop](OrgQuery query) {
        return machines(organization, std::move(query), stop);
    };
    co_return co_await allPages(std::move(ask), updatedAfter);
}

Task<Result<OrgPage<Volume>>> FlyOrganizations::allVolumes(QString organization, QDateTime updatedAfter,
                                                           std::stop_token stop)
{
    AskForPage<Volume> ask = [this, organization, stop](OrgQuery query) {
        return volumes(organization, std::move(query), stop);
    };
    co_return co_await allPages(std::move(ask), updatedAfter);
}

} // namespace swarm
