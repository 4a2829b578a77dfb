#include "fly/flylogs.h"

#include "fly/flyparser.h"

using namespace Qt::StringLiterals;

namespace swarm {

Task<Result<LogPage>> FlyLogs::page(QString app, QString machine, QString after, std::stop_token stop)
{
    FlyCall call{.server = FlyCall::Server::Web,
                 .route = u"/api/v1/apps/{app}/logs"_s,
                 .at = {app},
                 .pace = Pace::Free,
                 .stop = stop};
    if (!machine.isEmpty())
        call.query.emplace_back(u"instance"_s, machine);
    if (!after.isEmpty())
        call.query.emplace_back(u"next_token"_s, after);
    co_return co_await ask(std::move(call), logPageFrom);
}

} // namespace swarm
