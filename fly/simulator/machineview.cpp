#include "fly/simulator/machineview.h"

#include "fly/simulator/clock.h"
#include "fly/simulator/machineconfig.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr qint64 editorStartMs = 500;
constexpr qint64 checkDelayMs = 300;

qint64 editorReadyAt(const Machine &machine)
{
    return machine.isStarted() && machine.editorPort() > 0 ? machine.startedAt + editorStartMs : 0;
}

static QJsonObject checkView(const Machine &machine, const QString &name, int port, qint64 now)
{
    const auto readyAt = editorReadyAt(machine);
    QString status = u"warning"_s;
    QString output = u"the machine hasn't started"_s;
    auto since = machine.updatedAt;
    if (machine.isStarted()) {
        const bool isPassing = readyAt > 0 && port == machine.editorPort() && now >= readyAt + checkDelayMs;
        status = isPassing ? u"passing"_s : u"critical"_s;
        output = isPassing ? u"{\"status\":\"expired\",\"lastHeartbeat\":0}"_s : u"connect: connection refused"_s;
        since = isPassing ? readyAt + checkDelayMs : machine.startedAt;
    }
    return {{u"name"_s, name}, {u"status"_s, status}, {u"output"_s, output}, {u"updated_at"_s, rfc3339(since)}};
}

static QJsonArray checksView(const Machine &machine, qint64 now)
{
    QJsonArray checks;
    const auto named = machine.config[u"checks"].toObject();
    for (auto it = named.begin(); it != named.end(); ++it)
        checks.append(checkView(machine, it.key(), it->toObject()[u"port"].toInt(8080), now));
    int number = 0;
    for (const auto &value : machine.config[u"services"].toArray()) {
        const auto service = value.toObject();
        const auto port = service[u"internal_port"].toInt();
        for (const auto &check : service[u"checks"].toArray()) {
            const auto type = check.toObject()[u"type"].toString(u"tcp"_s);
            checks.append(checkView(machine,
                                    u"servicecheck-%1-%2-%3"_s.arg(number, 2, 10, QLatin1Char('0')).arg(type).arg(port),
                                    port, now));
            ++number;
        }
    }
    return checks;
}

QJsonObject machineView(const Machine &machine, qint64 now)
{
    QJsonObject view{{u"id"_s, machine.id},
                     {u"name"_s, machine.name},
                     {u"state"_s, machine.state},
                     {u"region"_s, machine.region},
                     {u"instance_id"_s, machine.instanceId},
                     {u"private_ip"_s, machine.privateIp},
                     {u"host_status"_s, machine.isHostReachable ? u"ok"_s : u"unreachable"_s},
                     {u"cordoned"_s, machine.isCordoned},
                     {u"created_at"_s, rfc3339(machine.createdAt)},
                     {u"updated_at"_s, rfc3339(machine.updatedAt)},
                     {u"image_ref"_s, imageRef(machine.config[u"image"].toString())},
                     {u"config"_s, machine.config},
                     {u"checks"_s, checksView(machine, now)},
                     {u"events"_s, machine.events}};
    if (!machine.isHostReachable) {
        view.insert(u"incomplete_config"_s, machine.config);
        view.insert(u"config"_s, QJsonValue());
    }
    return view;
}

QJsonObject machineInOrgList(const Machine &machine)
{
    QJsonObject config;
    for (const auto *key : {u"guest", u"image", u"metadata"}) {
        if (machine.config.contains(QStringView(key)))
            config.insert(QStringView(key), machine.config[QStringView(key)]);
    }
    return {{u"app_name"_s, machine.app},
            {u"id"_s, machine.id},
            {u"name"_s, machine.name},
            {u"region"_s, machine.region},
            {u"state"_s, machine.state},
            {u"version"_s, machine.instanceId},
            {u"private_ip"_s, machine.privateIp},
            {u"created_at"_s, rfc3339(machine.createdAt)},
            {u"updated_at"_s, rfc3339(machine.updatedAt)},
            {u"config"_s, machine.isHostReachable ? QJsonValue(config) : QJsonValue()}};
}

QJsonObject leaseView(const Machine &machine)
{
    const auto &lease = *machine.lease;
    return {{u"nonce"_s, lease.nonce},
            {u"expires_at"_s, lease.expiresAt / 1000},
            {u"owner"_s, lease.owner},
            {u"description"_s, lease.description},
            {u"version"_s, machine.instanceId}};
}

} // namespace swarm::simulator
