#include "fly/flysecrets.h"

#include "fly/flyparser.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

const QString secretsRoute = u"/v1/apps/{app}/secrets"_s;
const QString secretRoute = secretsRoute + u"/{name}"_s;

} // namespace

Task<Result<std::vector<AppSecret>>> FlySecrets::list(QString app, bool showsValues, std::stop_token stop)
{
    FlyCall call{.route = secretsRoute, .at = {app}, .stop = stop};
    if (showsValues)
        call.query = {{u"show_secrets"_s, u"true"_s}};
    co_return co_await ask(std::move(call), secretsFrom);
}

Task<Result<qint64>> FlySecrets::set(QString app, QMap<QString, QString> values, std::stop_token stop)
{
    QJsonObject json;
    for (auto item = values.begin(); item != values.end(); ++item)
        json.insert(item.key(), item.value());
    FlyCall call{.verb = "POST"_ba,
                 .route = secretsRoute,
                 .at = {app},
                 .body = {{u"values"_s, json}},
                 .repeat = Repeat::WhenNotDone,
                 .stop = stop};
    co_return co_await ask(std::move(call), secretsVersionFrom);
}

Task<Result<AppSecret>> FlySecrets::get(QString app, QString name, std::stop_token stop)
{
    FlyCall call{.route = secretRoute, .at = {app, name}, .pace = Pace::Free, .stop = stop};
    co_return co_await ask(std::move(call), secretFrom);
}

Task<Result<qint64>> FlySecrets::remove(QString app, QString name, std::stop_token stop)
{
    FlyCall call{.verb = "DELETE"_ba, .route = secretRoute, .at = {app, name}, .stop = stop};
    co_return co_await ask(std::move(call), secretsVersionFrom);
}

} // namespace swarm
