#include "fly/flyclient.h"

#include "fly/flyerror.h"
#include "fly/flyparser.h"
#include "model/async/await.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QUrlQuery>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcFly, "remoteswarm.fly", QtInfoMsg)

namespace swarm {
namespace {

constexpr int longestWaitSeconds = 60; // Fly.io's edge cuts a wait there

bool isMacaroon(const QString &token)
{
    return token.startsWith("fm2_"_L1) || token.startsWith("fm1r_"_L1) || token.startsWith("fm1a_"_L1);
}

QString pathOfApp(const QString &app)
{
    return u"/v1/apps/"_s + app;
}

QString pathOfMachine(const QString &app, const QString &id)
{
    return pathOfApp(app) + u"/machines/"_s + id;
}

QString wordOf(AddressType type)
{
    switch (type) {
    case AddressType::SharedV4:
        return u"shared_v4"_s;
    case AddressType::V4:
        return u"v4"_s;
    case AddressType::V6:
        return u"v6"_s;
    case AddressType::PrivateV6:
        return u"private_v6"_s;
    }
    Q_UNREACHABLE();
}

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

QJsonObject toJson(const QMap<QString, QString> &map)
{
    QJsonObject json;
    for (auto item = map.begin(); item != map.end(); ++item)
        json.insert(item.key(), item.value());
    return json;
}

} // namespace

QByteArray machinesAuthorization(const QString &token)
{
    const auto parts = token.split(u',', Qt::SkipEmptyParts);
    QStringList macaroons;
    std::ranges::copy_if(parts, std::back_inserter(macaroons), isMacaroon);
    if (!macaroons.isEmpty())
        return "FlyV1 " + macaroons.join(u',').toUtf8();
    return "Bearer " + parts.value(0).toUtf8();
}

QByteArray graphqlAuthorization(const QString &token)
{
    const auto parts = token.split(u',', Qt::SkipEmptyParts);
    return (std::ranges::any_of(parts, isMacaroon) ? "FlyV1 "_ba : "Bearer "_ba) + token.toUtf8();
}

FlyClient::FlyClient(FlyEndpoints endpoints, RetryPolicy retry, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_endpoints(std::move(endpoints))
    , m_retry(retry)
    , m_clock(clock)
    , m_http(clock)
    , m_waiting(clock)
{
}

void FlyClient::setToken(const QString &token)
{
    m_authorization = token.isEmpty() ? QByteArray() : machinesAuthorization(token);
    m_graphqlAuthorization = token.isEmpty() ? QByteArray() : graphqlAuthorization(token);
    m_hasWorked = false;
}

Task<Result<void>> FlyClient::createApp(QString name, QString organization, QString network, std::stop_token stop)
{
    Call call{.verb = "POST"_ba,
              .path = u"/v1/apps"_s,
              .body = {{u"name"_s, name}, {u"org_slug"_s, organization}, {u"network"_s, network}},
              .repeat = Repeat::WhenNotDone,
              .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<FlyApp>> FlyClient::app(QString name, std::stop_token stop)
{
    Call call{.path = pathOfApp(name), .stop = stop};
    co_return co_await ask(std::move(call), appFrom);
}

Task<Result<QStringList>> FlyClient::apps(QString organization, std::stop_token stop)
{
    Call call{.path = u"/v1/apps"_s, .query = {{u"org_slug"_s, organization}}, .stop = stop};
    const auto body = co_await send(std::move(call));
    if (!body)
        co_return std::unexpected(body.error());
    const auto json = objectFrom(*body);
    if (!json)
        co_return std::unexpected(json.error());
    QStringList names;
    for (const auto &app : (*json)["apps"_L1].toArray())
        names << app[u"name"_s].toString();
    co_return names;
}

Task<Result<void>> FlyClient::deleteApp(QString name, std::stop_token stop)
{
    Call call{.verb = "DELETE"_ba, .path = pathOfApp(name), .query = {{u"force"_s, u"true"_s}}, .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<Machine>> FlyClient::createMachine(QString app, QJsonObject body, std::stop_token stop)
{
    Call call{.verb = "POST"_ba,
              .path = pathOfApp(app) + u"/machines"_s,
              .body = body,
              .deadline = 60s, // it prepares the image before it answers
              .repeat = Repeat::WhenNotDone,
              .stop = stop};
    co_return co_await ask(std::move(call), machineFrom);
}

Task<Result<Machine>> FlyClient::machine(QString app, QString id, std::stop_token stop)
{
    Call call{.path = pathOfMachine(app, id), .stop = stop};
    co_return co_await ask(std::move(call), machineFrom);
}

Task<Result<std::vector<Machine>>> FlyClient::machines(QString app, std::stop_token stop)
{
    Call call{.path = pathOfApp(app) + u"/machines"_s, .stop = stop};
    co_return co_await ask(std::move(call), machinesFrom);
}

Task<Result<void>> FlyClient::startMachine(QString app, QString id, std::stop_token stop)
{
    co_return co_await command(machineCommand(app, id, u"start"_s, stop));
}

Task<Result<void>> FlyClient::stopMachine(QString app, QString id, bool kill, std::stop_token stop)
{
    auto call = machineCommand(app, id, u"stop"_s, stop);
    call.body = {{u"signal"_s, kill ? u"SIGKILL"_s : u"SIGTERM"_s}, {u"timeout"_s, kill ? u"0s"_s : u"10s"_s}};
    co_return co_await command(std::move(call));
}

Task<Result<void>> FlyClient::suspendMachine(QString app, QString id, std::stop_token stop)
{
    co_return co_await command(machineCommand(app, id, u"suspend"_s, stop));
}

Task<Result<void>> FlyClient::restartMachine(QString app, QString id, std::stop_token stop)
{
    auto call = machineCommand(app, id, u"restart"_s, stop);
    call.query = {{u"timeout"_s, u"10s"_s}};
    call.repeat = Repeat::WhenNotDone;
    co_return co_await command(std::move(call));
}

Task<Result<void>> FlyClient::deleteMachine(QString app, QString id, std::stop_token stop)
{
    Call call{.verb = "DELETE"_ba, .path = pathOfMachine(app, id), .query = {{u"force"_s, u"true"_s}}, .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<void>> FlyClient::waitForMachine(QString app, QString id, QString instanceId, QString state,
                                             std::stop_token stop)
{
    Call call{.path = pathOfMachine(app, id) + u"/wait"_s,
              .query = {{u"instance_id"_s, instanceId},
                        {u"state"_s, state},
                        {u"timeout"_s, QString::number(longestWaitSeconds)}},
              .deadline = std::chrono::seconds(longestWaitSeconds) + 15s,
              .stop = stop};
    auto request = requestFor(call);
    // One attempt: a wait that ran out is an answer, and its caller looks at the machine before asking again.
    const auto reply = co_await attempt(std::move(request), call.path);
    if (!reply)
        co_return std::unexpected(reply.error());
    co_return Result<void>();
}

Task<Result<QMap<QString, QString>>> FlyClient::metadata(QString app, QString id, std::stop_token stop)
{
    Call call{.path = pathOfMachine(app, id) + u"/metadata"_s, .stop = stop};
    const auto body = co_await send(std::move(call));
    if (!body)
        co_return std::unexpected(body.error());
    const auto json = objectFrom(*body);
    if (!json)
        co_return std::unexpected(json.error());
    QMap<QString, QString> values;
    for (auto item = json->begin(); item != json->end(); ++item)
        values.insert(item.key(), item.value().toString());
    co_return values;
}

Task<Result<void>> FlyClient::setMetadata(QString app, QString id, QString key, QString value, std::stop_token stop)
{
    auto call = machineCommand(app, id, u"metadata/"_s + key, stop);
    call.body = {{u"value"_s, value}};
    co_return co_await command(std::move(call));
}

Task<Result<Volume>> FlyClient::createVolume(QString app, QString name, QString region, int sizeGb, QJsonObject guest,
                                             std::stop_token stop)
{
    Call call{.verb = "POST"_ba,
              .path = pathOfApp(app) + u"/volumes"_s,
              .body = {{u"name"_s, name}, {u"region"_s, region}, {u"size_gb"_s, sizeGb}, {u"compute"_s, guest}},
              .repeat = Repeat::WhenNotDone,
              .stop = stop};
    co_return co_await ask(std::move(call), volumeFrom);
}

Task<Result<std::vector<Volume>>> FlyClient::volumes(QString app, std::stop_token stop)
{
    Call call{.path = pathOfApp(app) + u"/volumes"_s, .stop = stop};
    co_return co_await ask(std::move(call), volumesFrom);
}

Task<Result<void>> FlyClient::deleteVolume(QString app, QString id, std::stop_token stop)
{
    Call call{.verb = "DELETE"_ba, .path = pathOfApp(app) + u"/volumes/"_s + id, .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<IpAssignment>> FlyClient::assignAddress(QString app, AddressType type, std::stop_token stop)
{
    Call call{.verb = "POST"_ba,
              .path = pathOfApp(app) + u"/ip_assignments"_s,
              .body = {{u"type"_s, wordOf(type)}},
              .repeat = Repeat::WhenNotDone,
              .stop = stop};
    co_return co_await ask(std::move(call), addressFrom);
}

Task<Result<std::vector<IpAssignment>>> FlyClient::addresses(QString app, std::stop_token stop)
{
    Call call{.path = pathOfApp(app) + u"/ip_assignments"_s, .stop = stop};
    co_return co_await ask(std::move(call), addressesFrom);
}

Task<Result<void>> FlyClient::releaseAddress(QString app, QString ip, std::stop_token stop)
{
    Call call{.verb = "DELETE"_ba, .path = pathOfApp(app) + u"/ip_assignments/"_s + ip, .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<qint64>> FlyClient::setSecrets(QString app, QMap<QString, QString> values, std::stop_token stop)
{
    Call call{.verb = "POST"_ba,
              .path = pathOfApp(app) + u"/secrets"_s,
              .body = {{u"values"_s, toJson(values)}},
              .stop = stop};
    const auto body = co_await send(std::move(call));
    if (!body)
        co_return std::unexpected(body.error());
    const auto json = objectFrom(*body);
    if (!json)
        co_return std::unexpected(json.error());
    co_return (*json)["version"_L1].toInteger((*json)["Version"_L1].toInteger());
}

Task<Result<MachinePage>> FlyClient::orgMachines(QString organization, OrgQuery query, std::stop_token stop)
{
    Call call{.path = u"/v1/orgs/%1/machines"_s.arg(organization), .query = queryFor(query), .stop = stop};
    const auto body = co_await send(std::move(call));
    if (!body)
        co_return std::unexpected(body.error());

    // Ten thousand machines take 200 ms to read, too long for the thread that paints.
    co_return co_await resultOf(QtConcurrent::run(machinePageFrom, *body));
}

Task<Result<VolumePage>> FlyClient::orgVolumes(QString organization, OrgQuery query, std::stop_token stop)
{
    Call call{.path = u"/v1/orgs/%1/volumes"_s.arg(organization), .query = queryFor(query), .stop = stop};
    const auto body = co_await send(std::move(call));
    if (!body)
        co_return std::unexpected(body.error());
    co_return co_await resultOf(QtConcurrent::run(volumePageFrom, *body));
}

Task<Result<RegionList>> FlyClient::regions(std::stop_token stop)
{
    Call call{.path = u"/v1/platform/regions"_s, .stop = stop};
    co_return co_await ask(std::move(call), regionsFrom);
}

Task<Result<std::vector<TokenInfo>>> FlyClient::tokens(std::stop_token stop)
{
    Call call{.path = u"/v1/tokens/current"_s, .stop = stop};
    co_return co_await ask(std::move(call), tokensFrom);
}

Task<Result<QString>> FlyClient::viewer(std::stop_token stop)
{
    const auto data = co_await graphql(
        u"query { viewer { __typename ... on User { id email } ... on Macaroon { email } } }"_s, {}, stop);
    if (!data)
        co_return std::unexpected(data.error());
    co_return (*data)["viewer"_L1]["email"_L1].toString();
}

Task<Result<std::vector<OrganizationRef>>> FlyClient::organizations(std::stop_token stop)
{
    const auto data = co_await graphql(u"query { organizations { nodes { slug name } } }"_s, {}, stop);
    if (!data)
        co_return std::unexpected(data.error());
    std::vector<OrganizationRef> organizations;
    for (const auto &node : (*data)["organizations"_L1]["nodes"_L1].toArray())
        organizations.push_back({.slug = node[u"slug"_s].toString(), .name = node[u"name"_s].toString()});
    co_return organizations;
}

Task<Result<QUrl>> FlyClient::appUrl(QString app, std::stop_token stop)
{
    QJsonObject variables{{u"name"_s, app}};
    const auto data =
        co_await graphql(u"query($name: String!) { app(name: $name) { appUrl } }"_s, std::move(variables), stop);
    if (!data)
        co_return std::unexpected(data.error());
    const QUrl url((*data)["app"_L1]["appUrl"_L1].toString());
    if (!url.isValid() || url.host().isEmpty())
        co_return std::unexpected(Error{.code = ErrorCode::BadReply, .detail = u"no appUrl"_s});
    co_return url;
}

FlyClient::Call FlyClient::machineCommand(const QString &app, const QString &id, const QString &action,
                                          std::stop_token stop)
{
    return {.verb = "POST"_ba, .path = pathOfMachine(app, id) + u'/' + action, .stop = std::move(stop)};
}

HttpRequest FlyClient::requestFor(const Call &call) const
{
    auto url = m_endpoints.api;
    url.setPath(url.path() + call.path);
    if (!call.query.isEmpty()) {
        QUrlQuery query;
        for (const auto &[name, value] : call.query)
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        url.setQuery(query);
    }
    HttpRequest request{.verb = call.verb,
                        .url = url,
                        .headers = {{"Accept"_ba, "application/json"_ba}},
                        .deadline = call.deadline,
                        .stop = call.stop};
    if (!m_authorization.isEmpty())
        request.headers.emplace_back("Authorization"_ba, m_authorization);
    if (call.verb != "GET") {
        request.headers.emplace_back("Content-Type"_ba, "application/json"_ba);
        if (!call.body.isEmpty())
            request.body = QJsonDocument(call.body).toJson(QJsonDocument::Compact);
    }
    return request;
}

template <typename T>
Task<Result<T>> FlyClient::ask(Call call, Result<T> (*parse)(const QByteArray &))
{
    const auto body = co_await send(std::move(call));
    if (!body)
        co_return std::unexpected(body.error());
    co_return parse(*body);
}

Task<Result<QByteArray>> FlyClient::send(Call call)
{
    auto request = requestFor(call);
    co_return co_await persist(std::move(request), call.path, call.repeat);
}

Task<Result<void>> FlyClient::command(Call call)
{
    const auto body = co_await send(std::move(call));
    if (!body)
        co_return std::unexpected(body.error());
    co_return Result<void>();
}

Task<Result<QByteArray>> FlyClient::persist(HttpRequest request, QString path, Repeat repeat)
{
    for (int attempts = 0;; ++attempts) {
        const auto reply = co_await attempt(request, path);
        if (reply)
            co_return reply;
        const auto &error = reply.error();
        const bool isAllowed = repeat == Repeat::Freely || !mayHaveHappened(error);
        if (!error.isRetryable() || error.code == ErrorCode::ResourceBusy || !isAllowed || attempts >= m_retry.retries
            || error.retryAfter > m_retry.longestRetryAfter)
            co_return reply;

        const double jitter = QRandomGenerator::global()->generateDouble();
        const auto pause = m_retry.pauseBefore(attempts, error.retryAfter, jitter);
        if (error.code == ErrorCode::RateLimitExceeded)
            m_pausedUntil = m_clock.now().addMSecs(m_clock.scaled(pause).count());
        co_await m_clock.sleepFor(pause, request.stop);
    }
}

Task<Result<QByteArray>> FlyClient::attempt(HttpRequest request, QString path)
{
    const auto now = m_clock.now();
    if (m_pausedUntil.isValid() && now < m_pausedUntil)
        co_await sleepFor(std::chrono::milliseconds(now.msecsTo(m_pausedUntil)), request.stop);

    auto &http = request.deadline > std::chrono::seconds(longestWaitSeconds) ? m_waiting : m_http;
    const auto verb = request.verb;
    const auto reply = co_await http.send(std::move(request));
    if (!reply) {
        if (reply.error().code != ErrorCode::Cancelled)
            qCInfo(lcFly).noquote() << verb << path << codeName(reply.error().code) << reply.error().detail;
        co_return std::unexpected(reply.error());
    }
    qCDebug(lcFly).noquote() << verb << path << reply->status << reply->header("fly-request-id"_ba);
    if (reply->status / 100 != 2) {
        const auto error = errorFrom(*reply, m_hasWorked);
        if (reply->status != 404 && reply->status != 408)
            qCInfo(lcFly).noquote() << verb << path << reply->status << codeName(error.code) << error.requestId;
        co_return std::unexpected(error);
    }
    m_hasWorked = true;
    co_return reply->body;
}

Task<Result<QJsonObject>> FlyClient::graphql(QString query, QJsonObject variables, std::stop_token stop)
{
    const QJsonObject body{{u"query"_s, query}, {u"variables"_s, variables}};
    HttpRequest request{.verb = "POST"_ba,
                        .url = m_endpoints.graphql,
                        .headers = {{"Accept"_ba, "application/json"_ba},
                                    {"Content-Type"_ba, "application/json"_ba},
                                    {"Authorization"_ba, m_graphqlAuthorization}},
                        .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
                        .stop = stop};
    // All of ours are queries: asking twice is asking once.
    const auto reply = co_await persist(std::move(request), m_endpoints.graphql.path(), Repeat::Freely);
    if (!reply)
        co_return std::unexpected(reply.error());
    const auto json = objectFrom(*reply);
    if (!json)
        co_return std::unexpected(json.error());
    const auto errors = (*json)["errors"_L1].toArray();
    if (!errors.isEmpty())
        co_return std::unexpected(errorFromGraphQl(errors, {}, m_hasWorked));
    co_return (*json)["data"_L1].toObject();
}

} // namespace swarm
