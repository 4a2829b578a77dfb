#include "fly/flycertificates.h"

#include "fly/flyparser.h"

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

const QString certificatesRoute = u"/v1/apps/{app}/certificates"_s;
const QString certificateRoute = certificatesRoute + u"/{hostname}"_s;

} // namespace

Task<Result<CertificatePage>> FlyCertificates::list(QString app, QString cursor, std::stop_token stop)
{
    FlyCall call{.route = certificatesRoute, .at = {app}, .query = {{u"limit"_s, u"100"_s}}, .stop = stop};
    if (!cursor.isEmpty())
        call.query.emplace_back(u"cursor"_s, cursor);
    co_return co_await ask(std::move(call), certificatePageFrom);
}

Task<Result<Certificate>> FlyCertificates::request(QString app, QString hostname, std::stop_token stop)
{
    FlyCall call{.verb = "POST"_ba,
                 .route = certificatesRoute + u"/acme"_s,
                 .at = {app},
                 .body = {{u"hostname"_s, hostname}},
                 .repeat = Repeat::WhenNotDone,
                 .stop = stop};
    co_return co_await ask(std::move(call), certificateFrom);
}

Task<Result<Certificate>> FlyCertificates::upload(QString app, QString hostname, QString chain, QString privateKey,
                                                  std::stop_token stop)
{
    FlyCall call{.verb = "POST"_ba,
                 .route = certificatesRoute + u"/custom"_s,
                 .at = {app},
                 .body = {{u"hostname"_s, hostname}, {u"fullchain"_s, chain}, {u"private_key"_s, privateKey}},
                 .repeat = Repeat::WhenNotDone,
                 .stop = stop};
    co_return co_await ask(std::move(call), certificateFrom);
}

Task<Result<Certificate>> FlyCertificates::get(QString app, QString hostname, std::stop_token stop)
{
    FlyCall call{.route = certificateRoute, .at = {app, hostname}, .pace = Pace::Free, .stop = stop};
    co_return co_await ask(std::move(call), certificateFrom);
}

Task<Result<Certificate>> FlyCertificates::check(QString app, QString hostname, std::stop_token stop)
{
    FlyCall call{.verb = "POST"_ba,
                 .route = certificateRoute + u"/check"_s,
                 .at = {app, hostname},
                 .repeat = Repeat::WhenNotDone,
                 .stop = stop};
    co_return co_await ask(std::move(call), certificateFrom);
}

Task<Result<void>> FlyCertificates::remove(QString app, QString hostname, std::stop_token stop)
{
    FlyCall call{.verb = "DELETE"_ba, .route = certificateRoute, .at = {app, hostname}, .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<Certificate>> FlyCertificates::removeIssued(QString app, QString hostname, std::stop_token stop)
{
    FlyCall call{.verb = "DELETE"_ba, .route = certificateRoute + u"/acme"_s, .at = {app, hostname}, .stop = stop};
    co_return co_await ask(std::move(call), certificateFrom);
}

Task<Result<Certificate>> FlyCertificates::removeUploaded(QString app, QString hostname, std::stop_token stop)
{
    FlyCall call{.verb = "DELETE"_ba, .route = certificateRoute + u"/custom"_s, .at = {app, hostname}, .stop = stop};
    co_return co_await ask(std::move(call), certificateFrom);
}

} // namespace swarm
