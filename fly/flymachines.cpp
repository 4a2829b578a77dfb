#include "fly/flymachines.h"

#include "fly/flyparser.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm {
namespace {

constexpr int longestWaitSeconds = 60; // Fly.io's edge cuts a wait there

const QString machineRoute = u"/v1/apps/{app}/machines/{id}"_s;

//! POST .../{action}: not to be repeated blindly, its caller looks at the machine first.
FlyCall commandOf(const QString &app, const QString &id, const QString &action, std::stop_token stop)
{
    return {.verb = "POST"_ba,
            .route = machineRoute + u'/' + action,
            .at = {app, id},
            .repeat = Repeat::WhenNotDone,
            .stop = std::move(stop)};
}

FlyCall readOf(const QString &app, const QString &id, const QString &what, Pace pace, std::stop_token stop)
{
    return {.route = machineRoute + u'/' + what, .at = {app, id}, .pace = pace, .stop = std::move(stop)};
}

QJsonObject toJson(const QMap<QString, QString> &map)
{
    QJsonObject json;
    for (auto item = map.begin(); item != map.end(); ++item)
        json.insert(item.key(), item.value());
    return json;
}

QList<std::pair<QString, QString>> queryFor(const MachineFilter &filter)
{
    QList<std::pair<QString, QString>> query;
    if (filter.includesDeleted)
        query.emplace_back(u"include_deleted"_s, u"true"_s);
    if (!filter.region.isEmpty())
        query.emplace_back(u"region"_s, filter.region);
    if (!filter.states.isEmpty())
        query.emplace_back(u"state"_s, filter.states.join(u','));
    for (auto item = filter.metadata.begin(); item != filter.metadata.end(); ++item)
        query.emplace_back(u"metadata."_s + item.key(), item.value());
    return query;
}

} // namespace

Task<Result<Machine>> FlyMachines::create(QString app, QJsonObject body, std::stop_token stop)
{
    FlyCall call{.verb = "POST"_ba,
                 .route = u"/v1/apps/{app}/machines"_s,
                 .at = {app},
                 .body = body,
                 .deadline = 60s, // it prepares the image before it answers
                 .repeat = Repeat::WhenNotDone,
                 .stop = stop};
    co_return co_await ask(std::move(call), machineFrom);
}

Task<Result<Machine>> FlyMachines::get(QString app, QString id, std::stop_token stop)
{
    FlyCall call{.route = machineRoute, .at = {app, id}, .pace = Pace::MachineRead, .stop = stop};
    co_return co_await ask(std::move(call), machineFrom);
}

Task<Result<std::vector<Machine>>> FlyMachines::list(QString app, MachineFilter filter, std::stop_token stop)
{
    FlyCall call{.route = u"/v1/apps/{app}/machines"_s, .at = {app}, .query = queryFor(filter), .stop = stop};
    co_return co_await ask(std::move(call), machinesFrom);
}

Task<Result<Machine>> FlyMachines::update(QString app, QString id, MachineUpdate update, QString lease,
                                          std::stop_token stop)
{
    FlyCall call{.verb = "POST"_ba,
                 .route = machineRoute,
                 .at = {app, id},
                 .body = {{u"config"_s, update.config}},
                 .lease = lease,
                 .deadline = 60s,
                 .repeat = Repeat::WhenNotDone,
                 .stop = stop};
    if (!update.currentVersion.isEmpty())
        call.body.insert(u"current_version"_s, update.currentVersion);
    if (update.minSecretsVersion > 0)
        call.body.insert(u"min_secrets_version"_s, update.minSecretsVersion);
    if (update.skipsLaunch)
        call.body.insert(u"skip_launch"_s, true);
    co_return co_await ask(std::move(call), machineFrom);
}

Task<Result<void>> FlyMachines::remove(QString app, QString id, QString lease, std::stop_token stop)
{
    FlyCall call{.verb = "DELETE"_ba,
                 .route = machineRoute,
                 .at = {app, id},
                 .query = {{u"force"_s, u"true"_s}},
                 .lease = lease,
                 .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<void>> FlyMachines::removeQuiet(QString app, QString id, QString lease, std::stop_token stop)
{
    FlyCall call{.verb = "DELETE"_ba, .route = machineRoute, .at = {app, id}, .lease = lease, .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<void>> FlyMachines::start(QString app, QString id, QString lease, std::stop_token stop)
{
    auto call = commandOf(app, id, u"start"_s, stop);
    call.lease = lease;
    co_return co_await command(std::move(call));
}

Task<Result<void>> FlyMachines::stop(QString app, QString id, bool kill, QString lease, std::stop_token stop)
{
    auto call = commandOf(app, id, u"stop"_s, stop);
    call.body = {{u"signal"_s, kill ? u"SIGKILL"_s : u"SIGTERM"_s}, {u"timeout"_s, kill ? u"0s"_s : u"10s"_s}};
    call.lease = lease;
    co_return co_await command(std::move(call));
}

Task<Result<void>> FlyMachines::suspend(QString app, QString id, QString lease, std::stop_token stop)
{
    auto call = commandOf(app, id, u"suspend"_s, stop);
    call.lease = lease;
    co_return co_await command(std::move(call));
}

Task<Result<void>> FlyMachines::restart(QString app, QString id, QString lease, std::stop_token stop)
{
    auto call = commandOf(app, id, u"restart"_s, stop);
    call.query = {{u"timeout"_s, u"10s"_s}};
    call.lease = lease;
    co_return co_await command(std::move(call));
}

Task<Result<void>> FlyMachines::signal(QString app, QString id, QString signal, std::stop_token stop)
{
    auto call = commandOf(app, id, u"signal"_s, stop);
    call.body = {{u"signal"_s, signal}};
    co_return co_await command(std::move(call));
}

Task<Result<void>> FlyMachines::setCordoned(QString app, QString id, bool isCordoned, QString lease,
                                            std::stop_token stop)
{
    auto call = commandOf(app, id, isCordoned ? u"cordon"_s : u"uncordon"_s, stop);
    call.lease = lease;
    co_return co_await command(std::move(call));
}

Task<Result<void>> FlyMachines::wait(QString app, QString id, QString instanceId, QString state, std::stop_token stop)
{
    auto call = readOf(app, id, u"wait"_s, Pace::Free, stop);
    call.query = {
        {u"instance_id"_s, instanceId}, {u"state"_s, state}, {u"timeout"_s, QString::number(longestWaitSeconds)}};
    call.deadline = std::chrono::seconds(longestWaitSeconds) + 15s;
    // One attempt: a wait that ran out is an answer, and its caller looks at the machine before asking again.
    const auto reply = co_await m_connection.sendOnce(std::move(call));
    if (!reply)
        co_return std::unexpected(reply.error());
    const auto done = doneFrom(reply->body);
    if (!done)
        co_return std::unexpected(withRequest(done.error(), *reply));
    co_return done;
}

Task<Result<Lease>> FlyMachines::acquireLease(QString app, QString id, std::chrono::seconds validFor,
                                              QString description, QString nonce, std::stop_token stop)
{
    auto call = commandOf(app, id, u"lease"_s, stop);
    call.body = {{u"ttl"_s, static_cast<qint64>(validFor.count())}, {u"description"_s, description}};
    call.lease = nonce;
    co_return co_await ask(std::move(call), leaseFrom);
}

Task<Result<Lease>> FlyMachines::lease(QString app, QString id, std::stop_token stop)
{
    co_return co_await ask(readOf(app, id, u"lease"_s, Pace::Free, stop), leaseFrom);
}

Task<Result<void>> FlyMachines::releaseLease(QString app, QString id, QString nonce, std::stop_token stop)
{
    FlyCall call{
        .verb = "DELETE"_ba, .route = machineRoute + u"/lease"_s, .at = {app, id}, .lease = nonce, .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<QMap<QString, QString>>> FlyMachines::metadata(QString app, QString id, std::stop_token stop)
{
    co_return co_await ask(readOf(app, id, u"metadata"_s, Pace::Free, stop), metadataFrom);
}

Task<Result<void>> FlyMachines::changeMetadata(QString app, QString id, QMap<QString, QString> values, QString version,
                                               std::stop_token stop)
{
    FlyCall call{.verb = "PATCH"_ba,
                 .route = machineRoute + u"/metadata"_s,
                 .at = {app, id},
                 .body = {{u"metadata"_s, toJson(values)}},
                 .stop = stop};
    if (!version.isEmpty())
        call.body.insert(u"machine_version"_s, version);
    co_return co_await command(std::move(call));
}

Task<Result<void>> FlyMachines::replaceMetadata(QString app, QString id, QMap<QString, QString> values,
                                                std::stop_token stop)
{
    FlyCall call{.verb = "PUT"_ba,
                 .route = machineRoute + u"/metadata"_s,
                 .at = {app, id},
                 .body = {{u"metadata"_s, toJson(values)}},
                 .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<QString>> FlyMachines::metadataValue(QString app, QString id, QString key, std::stop_token stop)
{
    FlyCall call{.route = machineRoute + u"/metadata/{key}"_s, .at = {app, id, key}, .pace = Pace::Free, .stop = stop};
    co_return co_await ask(std::move(call), metadataValueFrom);
}

Task<Result<void>> FlyMachines::setMetadata(QString app, QString id, QString key, QString value, std::stop_token stop)
{
    FlyCall call{.verb = "POST"_ba,
                 .route = machineRoute + u"/metadata/{key}"_s,
                 .at = {app, id, key},
                 .body = {{u"value"_s, value}},
                 .repeat = Repeat::WhenNotDone,
                 .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<void>> FlyMachines::removeMetadata(QString app, QString id, QString key, std::stop_token stop)
{
    FlyCall call{.verb = "DELETE"_ba, .route = machineRoute + u"/metadata/{key}"_s, .at = {app, id, key}, .stop = stop};
    co_return co_await command(std::move(call));
}

Task<Result<ExecResult>> FlyMachines::exec(QString app, QString id, QStringList command, std::chrono::seconds patience,
                                           std::stop_token stop)
{
    auto call = commandOf(app, id, u"exec"_s, stop);
    call.body = {{u"command"_s, QJsonArray::fromStringList(command)},
                 {u"timeout"_s, static_cast<qint64>(patience.count())}};
    call.deadline = patience + 15s;
    co_return co_await ask(std::move(call), execResultFrom);
}

Task<Result<std::vector<Process>>> FlyMachines::processes(QString app, QString id, std::stop_token stop)
{
    co_return co_await ask(readOf(app, id, u"ps"_s, Pace::Action, stop), processesFrom);
}

Task<Result<QJsonArray>> FlyMachines::events(QString app, QString id, int limit, std::stop_token stop)
{
    auto call = readOf(app, id, u"events"_s, Pace::Action, stop);
    call.query = {{u"limit"_s, QString::number(limit)}};
    co_return co_await ask(std::move(call), eventsFrom);
}

Task<Result<std::vector<MachineVersion>>> FlyMachines::versions(QString app, QString id, std::stop_token stop)
{
    co_return co_await ask(readOf(app, id, u"versions"_s, Pace::Action, stop), versionsFrom);
}

} // namespace swarm
