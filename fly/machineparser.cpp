#include "fly/flyparser.h"
#include "fly/jsonread.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

//! Things without an id cannot be asked about again; an answer that holds one is not what it claims to be.
Result<Machine> oneMachine(const QJsonObject &json)
{
    Machine machine{.id = json["id"_L1].toString(),
                    .app = json["app_name"_L1].toString(),
                    .name = json["name"_L1].toString(),
                    .state = json["state"_L1].toString(),
                    .region = json["region"_L1].toString(),
                    .instanceId = json["instance_id"_L1].toString(json["version"_L1].toString()),
                    .config = json["config"_L1].toObject(),
                    .incompleteConfig = json["incomplete_config"_L1].toObject(),
                    .imageRef = json["image_ref"_L1].toObject(),
                    .events = json["events"_L1].toArray(),
                    .checks = json["checks"_L1].toArray(),
                    .hostStatus = json["host_status"_L1].toString(),
                    .privateIp = json["private_ip"_L1].toString(),
                    .leaseNonce = json["nonce"_L1].toString(),
                    .isCordoned = json["cordoned"_L1].toBool(),
                    .createdAt = timeFrom(json["created_at"_L1]),
                    .updatedAt = timeFrom(json["updated_at"_L1])};
    if (machine.id.isEmpty())
        return nonsense(u"a machine with an id"_s);
    return machine;
}

Result<Process> oneProcess(const QJsonObject &json)
{
    Process process{.pid = json["pid"_L1].toInt(),
                    .command = json["command"_L1].toString(),
                    .directory = json["directory"_L1].toString(),
                    .cpu = json["cpu"_L1].toDouble(),
                    .residentKb = json["rss"_L1].toInteger()};
    for (const auto &socket : json["listen_sockets"_L1].toArray())
        process.listens << socket[u"proto"_s].toString() + u' ' + socket[u"address"_s].toString();
    if (process.pid <= 0)
        return nonsense(u"a process with a number"_s);
    return process;
}

Result<MachineVersion> oneVersion(const QJsonObject &json)
{
    MachineVersion version{.version = json["version"_L1].toString(), .config = json["user_config"_L1].toObject()};
    if (version.version.isEmpty())
        return nonsense(u"a version"_s);
    return version;
}

Result<ExecResult> oneExecResult(const QJsonObject &json)
{
    if (!json["exit_code"_L1].isDouble())
        return nonsense(u"an exit code"_s);
    return ExecResult{.exitCode = json["exit_code"_L1].toInt(),
                      .exitSignal = json["exit_signal"_L1].toInt(),
                      .output = json["stdout"_L1].toString().toUtf8(),
                      .errors = json["stderr"_L1].toString().toUtf8()};
}

Result<Lease> oneLease(const QJsonObject &json)
{
    // The service wraps the lease, its published document does not.
    const auto lease = json["data"_L1].isObject() ? json["data"_L1].toObject() : json;
    if (lease["nonce"_L1].toString().isEmpty() && lease["owner"_L1].toString().isEmpty())
        return nonsense(u"a lease"_s);
    return Lease{.nonce = lease["nonce"_L1].toString(),
                 .owner = lease["owner"_L1].toString(),
                 .description = lease["description"_L1].toString(),
                 .expiresAt = QDateTime::fromSecsSinceEpoch(lease["expires_at"_L1].toInteger(), Qt::UTC)};
}

} // namespace

Result<Machine> machineFrom(const QByteArray &body)
{
    return thingFrom(body, oneMachine);
}

Result<std::vector<Machine>> machinesFrom(const QByteArray &body)
{
    return listFrom(body, oneMachine);
}

Result<OrgPage<Machine>> machinePageFrom(const QByteArray &body)
{
    return orgPageFrom(body, u"machines"_s, oneMachine);
}

Result<QMap<QString, QString>> metadataFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    QMap<QString, QString> values;
    for (auto item = json->begin(); item != json->end(); ++item) {
        if (!item.value().isString())
            return nonsense(u"metadata"_s);
        values.insert(item.key(), item.value().toString());
    }
    return values;
}

Result<QString> metadataValueFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    if (!(*json)["value"_L1].isString())
        return nonsense(u"a value"_s);
    return (*json)["value"_L1].toString();
}

Result<Lease> leaseFrom(const QByteArray &body)
{
    return thingFrom(body, oneLease);
}

Result<ExecResult> execResultFrom(const QByteArray &body)
{
    return thingFrom(body, oneExecResult);
}

Result<std::vector<Process>> processesFrom(const QByteArray &body)
{
    return listFrom(body, oneProcess);
}

Result<QJsonArray> eventsFrom(const QByteArray &body)
{
    auto events = arrayFrom(body);
    if (events && !std::ranges::all_of(*events, [](const QJsonValue &event) { return event.isObject(); }))
        return nonsense(u"events"_s);
    return events;
}

Result<std::vector<MachineVersion>> versionsFrom(const QByteArray &body)
{
    return listFrom(body, oneVersion);
}

} // namespace swarm
