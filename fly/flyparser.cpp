#include "fly/flyparser.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace swarm {

bool Volume::isDying() const
{
    static const QSet<QString> words{u"scheduling_destroy"_s, u"fork_cleanup"_s, u"waiting_for_detach"_s,
                                     u"pending_destroy"_s,    u"destroying"_s,   u"destroyed"_s};
    return words.contains(state);
}

namespace {

std::unexpected<Error> nonsense(const QString &expected)
{
    return std::unexpected(Error{.code = ErrorCode::BadReply, .detail = u"expected "_s + expected});
}

Result<QJsonArray> arrayFrom(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body);
    if (!document.isArray())
        return nonsense(u"a JSON array"_s);
    return document.array();
}

QDateTime timeFrom(const QJsonValue &value)
{
    const auto time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
    return time.isValid() && time.date().year() > 1 ? time : QDateTime(); // year 1 means "unknown" in Go
}

QStringList stringsFrom(const QJsonValue &value)
{
    QStringList strings;
    for (const auto &item : value.toArray())
        strings << item.toString();
    return strings;
}

Machine machineFrom(const QJsonObject &json)
{
    return {.id = json["id"_L1].toString(),
            .app = json["app_name"_L1].toString(),
            .name = json["name"_L1].toString(),
            .state = json["state"_L1].toString(),
            .region = json["region"_L1].toString(),
            .instanceId = json["instance_id"_L1].toString(json["version"_L1].toString()),
            .config = json["config"_L1].toObject(),
            .imageRef = json["image_ref"_L1].toObject(),
            .events = json["events"_L1].toArray(),
            .checks = json["checks"_L1].toArray(),
            .hostStatus = json["host_status"_L1].toString(),
            .isCordoned = json["cordoned"_L1].toBool(),
            .createdAt = timeFrom(json["created_at"_L1]),
            .updatedAt = timeFrom(json["updated_at"_L1])};
}

Volume volumeFrom(const QJsonObject &json)
{
    return {.id = json["id"_L1].toString(),
            .app = json["app_name"_L1].toString(),
            .name = json["name"_L1].toString(),
            .state = json["state"_L1].toString(),
            .region = json["region"_L1].toString(),
            .attachedMachine = json["attached_machine_id"_L1].toString(),
            .sizeGb = json["size_gb"_L1].toInt()};
}

IpAssignment addressFrom(const QJsonObject &json)
{
    return {.ip = json["ip"_L1].toString(), .isShared = json["shared"_L1].toBool()};
}

//! Things without an id cannot be asked about again; an answer that holds one is not what it claims to be.
template <typename T> Result<T> withId(T thing)
{
    if (thing.id.isEmpty())
        return nonsense(u"an id"_s);
    return thing;
}

} // namespace

Result<QJsonObject> objectFrom(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return nonsense(u"a JSON object"_s);
    return document.object();
}

Result<FlyApp> appFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    FlyApp app{.name = (*json)["name"_L1].toString(),
               .organization = (*json)["organization"_L1]["slug"_L1].toString(),
               .network = (*json)["network"_L1].toString()};
    if (app.name.isEmpty())
        return nonsense(u"an app"_s);
    return app;
}

Result<Machine> machineFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    return withId(machineFrom(*json));
}

Result<std::vector<Machine>> machinesFrom(const QByteArray &body)
{
    const auto array = arrayFrom(body);
    if (!array)
        return std::unexpected(array.error());
    std::vector<Machine> machines;
    for (const auto &value : *array)
        machines.push_back(machineFrom(value.toObject()));
    return machines;
}

Result<MachinePage> machinePageFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json || !(*json)["machines"_L1].isArray())
        return nonsense(u"a page of machines"_s);
    MachinePage page{.nextCursor = (*json)["next_cursor"_L1].toString(),
                     .lastUpdatedAt = timeFrom((*json)["last_updated_at"_L1]),
                     .errorRegions = stringsFrom((*json)["error_regions"_L1])};
    for (const auto &value : (*json)["machines"_L1].toArray())
        page.machines.push_back(machineFrom(value.toObject()));
    return page;
}

Result<Volume> volumeFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    return withId(volumeFrom(*json));
}

Result<std::vector<Volume>> volumesFrom(const QByteArray &body)
{
    const auto array = arrayFrom(body);
    if (!array)
        return std::unexpected(array.error());
    std::vector<Volume> volumes;
    for (const auto &value : *array)
        volumes.push_back(volumeFrom(value.toObject()));
    return volumes;
}

Result<VolumePage> volumePageFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json || !(*json)["volumes"_L1].isArray())
        return nonsense(u"a page of volumes"_s);
    VolumePage page{.nextCursor = (*json)["next_cursor"_L1].toString(),
                    .lastUpdatedAt = timeFrom((*json)["last_updated_at"_L1])};
    for (const auto &value : (*json)["volumes"_L1].toArray())
        page.volumes.push_back(volumeFrom(value.toObject()));
    return page;
}

Result<std::vector<IpAssignment>> addressesFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    std::vector<IpAssignment> addresses;
    for (const auto &value : (*json)["ips"_L1].toArray())
        addresses.push_back(addressFrom(value.toObject()));
    return addresses;
}

Result<IpAssignment> addressFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    return addressFrom(*json);
}

Result<RegionList> regionsFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    // The service writes capitals, its published document small letters.
    const auto rows = (*json)["Regions"_L1].isArray() ? (*json)["Regions"_L1] : (*json)["regions"_L1];
    const auto nearest = (*json)["Nearest"_L1].toString((*json)["nearest"_L1].toString());
    if (!rows.isArray())
        return nonsense(u"a list of regions"_s);
    RegionList list{.nearest = nearest};
    for (const auto &row : rows.toArray()) {
        list.regions.push_back({.code = row[u"code"_s].toString(),
                                .city = row[u"name"_s].toString(),
                                .isDeprecated = row[u"deprecated"_s].toBool()});
    }
    return list;
}

Result<std::vector<TokenInfo>> tokensFrom(const QByteArray &body)
{
    const auto json = objectFrom(body);
    if (!json)
        return std::unexpected(json.error());
    std::vector<TokenInfo> tokens;
    for (const auto &value : (*json)["tokens"_L1].toArray()) {
        const auto token = value.toObject();
        tokens.push_back({.organization = token["org_slug"_L1].toString(),
                          .user = token["user"_L1].toString(),
                          .apps = stringsFrom(token["apps"_L1])});
    }
    return tokens;
}

} // namespace swarm
