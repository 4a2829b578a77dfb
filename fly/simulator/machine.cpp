#include "fly/simulator/machine.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

QString Machine::mountedVolume() const
{
    return config[u"mounts"].toArray().at(0).toObject()[u"volume"].toString();
}

int Machine::editorPort() const
{
    const auto portInEnvironment = config[u"env"].toObject()[u"PORT"].toString().toInt();
    const auto init = config[u"init"].toObject();
    QStringList words;
    for (const auto *key : {u"exec", u"entrypoint", u"cmd"}) {
        for (const auto &word : init[QStringView(key)].toArray())
            words << word.toString();
    }
    const bool replacesEntrypoint = init.contains(u"entrypoint"_s) || init.contains(u"exec"_s);
    static const QRegularExpression bind(u"--bind-addr[ =]([^ ]+):(\\d+)"_s);
    const auto match = bind.match(words.join(u' '));
    if (match.hasMatch()) {
        if (match.captured(1) != "0.0.0.0"_L1 && match.captured(1) != "[::]"_L1)
            return 0;
        return portInEnvironment > 0 ? portInEnvironment : match.captured(2).toInt();
    }
    // The image's own entrypoint binds to 0.0.0.0:8080; without it code-server keeps to loopback.
    if (replacesEntrypoint)
        return 0;
    return portInEnvironment > 0 ? portInEnvironment : 8080;
}

QString Machine::password() const
{
    if (secrets.contains(u"PASSWORD"_s))
        return secrets[u"PASSWORD"_s];
    return config[u"env"].toObject()[u"PASSWORD"].toString();
}

QJsonObject Machine::toJson() const
{
    QJsonObject secretList;
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it)
        secretList.insert(it.key(), it.value());
    return {{u"id"_s, id},
            {u"name"_s, name},
            {u"app_number"_s, appNumber},
            {u"app"_s, app},
            {u"region"_s, region},
            {u"state"_s, state},
            {u"instance_id"_s, instanceId},
            {u"config"_s, config},
            {u"secrets"_s, secretList},
            {u"versions"_s, versions},
            {u"events"_s, events},
            {u"private_ip"_s, privateIp},
            {u"created_at"_s, createdAt},
            {u"updated_at"_s, updatedAt},
            {u"started_at"_s, startedAt},
            {u"stopped_at"_s, stoppedAt},
            {u"destroyed_at"_s, destroyedAt},
            {u"cordoned"_s, isCordoned},
            {u"host_reachable"_s, isHostReachable},
            {u"host_full"_s, isHostFull},
            {u"reverts_next_update"_s, revertsNextUpdate},
            {u"memory_limit_mb"_s, memoryLimitMb},
            {u"keeps_stopped"_s, keepsStopped}};
}

Machine Machine::fromJson(const QJsonObject &json)
{
    Machine machine{.id = json[u"id"].toString(),
                    .name = json[u"name"].toString(),
                    .appNumber = json[u"app_number"].toInteger(),
                    .app = json[u"app"].toString(),
                    .region = json[u"region"].toString(),
                    .state = json[u"state"].toString(),
                    .instanceId = json[u"instance_id"].toString(),
                    .config = json[u"config"].toObject(),
                    .versions = json[u"versions"].toArray(),
                    .events = json[u"events"].toArray(),
                    .privateIp = json[u"private_ip"].toString(),
                    .createdAt = json[u"created_at"].toInteger(),
                    .updatedAt = json[u"updated_at"].toInteger(),
                    .startedAt = json[u"started_at"].toInteger(),
                    .stoppedAt = json[u"stopped_at"].toInteger(),
                    .destroyedAt = json[u"destroyed_at"].toInteger(),
                    .isCordoned = json[u"cordoned"].toBool(),
                    .isHostReachable = json[u"host_reachable"].toBool(true),
                    .isHostFull = json[u"host_full"].toBool(),
                    .revertsNextUpdate = json[u"reverts_next_update"].toBool(),
                    .keepsStopped = json[u"keeps_stopped"].toBool(),
                    .memoryLimitMb = json[u"memory_limit_mb"].toInt()};
    const auto secretList = json[u"secrets"].toObject();
    for (auto it = secretList.begin(); it != secretList.end(); ++it)
        machine.secrets.insert(it.key(), it->toString());
    return machine;
}

} // namespace swarm::simulator
