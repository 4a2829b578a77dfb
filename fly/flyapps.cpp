#include "fly/flyapps.h"

#include "fly/flyparser.h"

using namespace Qt::StringLiterals;

namespace swarm {

Task<Result<void>> FlyApps::create(QString name, QString organization, QString network, std::stop_token stop)
{
    FlyCall call{.verb = "POST"_ba,
                 .route = u"/v1/apps"_s,
                 .body = {{u"name"_s, name}, {u"org_slug"_s, organization}, {u"network"_s, network}},
                 .repeat = Repeat::WhenNotDone,
                 .pace = Pace::Free,
                 .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<FlyApp>> FlyApps::get(QString name, std::stop_token stop)
{
    FlyCall call{.route = u"/v1/apps/{app}"_s, .at = {name}, .pace = Pace::Free, .stop = stop};
    co_return co_await ask(std::move(call), appFrom);
}

Task<Result<std::vector<FlyApp>>> FlyApps::list(QString organization, std::stop_token stop)
{
    FlyCall call{.route = u"/v1/apps"_s, .query = {{u"org_slug"_s, organization}}, .pace = Pace::Free, .stop = stop};
    co_return co_await ask(std::move(call), appsFrom);
}

Task<Result<void>> FlyApps::remove(QString name, std::stop_token stop)
{
    FlyCall call{.verb = "DELETE"_ba,
                 .route = u"/v1/apps/{app}"_s,
                 .at = {name},
                 .query = {{u"force"_s, u"true"_s}},
                 .pace = Pace::AppRemoval,
                 .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<void>> FlyApps::removeQuiet(QString name, std::stop_token stop)
{
    FlyCall call{
        .verb = "DELETE"_ba, .route = u"/v1/apps/{app}"_s, .at = {name}, .pace = Pace::AppRemoval, .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<QString>> FlyApps::createDeployToken(QString name, std::chrono::hours validFor, std::stop_token stop)
{
    FlyCall call{.verb = "POST"_ba,
                 .route = u"/v1/apps/{app}/deploy_token"_s,
                 .at = {name},
                 .body = {{u"expiry"_s, u"%1h"_s.arg(validFor.count())}},
                 .repeat = Repeat::WhenNotDone,
                 .stop = stop};
    co_return co_await ask(std::move(call), deployTokenFrom);
}

} // namespace swarm
