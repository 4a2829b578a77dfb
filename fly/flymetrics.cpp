#include "fly/flymetrics.h"

#include "fly/flyparser.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

QString secondsOf(const QDateTime &time)
{
    return QString::number(static_cast<double>(time.toMSecsSinceEpoch()) / 1000, 'f', 3);
}

FlyCall queryOf(const QString &organization, const QString &kind, std::stop_token stop)
{
    return {.server = FlyCall::Server::Web,
            .route = u"/prometheus/{slug}/api/v1/"_s + kind,
            .at = {organization},
            .pace = Pace::Free,
            .stop = std::move(stop)};
}

} // namespace

Task<Result<std::vector<Series>>> FlyMetrics::range(QString organization, QString expression, TimeRange range,
                                                    std::stop_token stop)
{
    auto call = queryOf(organization, u"query_range"_s, stop);
    call.query = {{u"query"_s, expression},
                  {u"start"_s, secondsOf(range.from)},
                  {u"end"_s, secondsOf(range.to)},
                  {u"step"_s, QString::number(range.step.count())}};
    co_return co_await ask(std::move(call), seriesFrom);
}

Task<Result<std::vector<Series>>> FlyMetrics::newest(QString organization, QString expression, std::stop_token stop)
{
    auto call = queryOf(organization, u"query"_s, stop);
    call.query = {{u"query"_s, expression}};
    co_return co_await ask(std::move(call), seriesFrom);
}

} // namespace swarm
