#include "fly/simulator/routes.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static void setMetadata(World &world, Machine &machine, const QJsonObject &metadata)
{
    machine.config.insert(u"metadata"_s, metadata);
    world.changed(machine);
}

//! An empty text or null removes a key.
static bool isRemoval(const QJsonValue &value)
{
    return value.isNull() || (value.isString() && value.toString().isEmpty());
}

static Response changeAll(World &world, const Call &call, bool isPatch)
{
    const auto version = call.json[u"machine_version"].toString();
    if (!version.isEmpty() && version != call.machine->instanceId)
        return errorAnswer(412, u"failed_precondition: machine version is %1"_s.arg(call.machine->instanceId));
    const auto given = call.json[u"metadata"].toObject();
    auto metadata = isPatch ? call.machine->metadata() : QJsonObject();
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (isRemoval(it.value()))
            metadata.remove(it.key());
        else if (it->isString())
            metadata.insert(it.key(), it.value());
        else
            return errorAnswer(400, u"json: cannot unmarshal value into Go struct field metadata of type string"_s);
    }
    setMetadata(world, *call.machine, metadata);
    return {.status = 204};
}

void addMetadataRoutes(Router &router, World &world)
{
    const auto all = u"/v1/apps/{app}/machines/{id}/metadata"_s;
    const auto one = all + u"/{key}"_s;
    router.add("GET"_ba, all, Router::Kind::Read,
               [](const Call &call) { return jsonAnswer(call.machine->metadata()); });
    router.add("PUT"_ba, all, Router::Kind::Write,
               [&world](const Call &call) { return changeAll(world, call, false); });
    router.add("PATCH"_ba, all, Router::Kind::Write,
               [&world](const Call &call) { return changeAll(world, call, true); });
    router.add("GET"_ba, one, Router::Kind::Read, [](const Call &call) {
        const auto value = call.machine->metadata()[call.name(u"key"_s)];
        return value.isString() ? jsonAnswer(QJsonObject{{u"value"_s, value}})
                                : errorAnswer(404, u"metadata key not found"_s);
    });
    router.add("POST"_ba, one, Router::Kind::Write, [&world](const Call &call) {
        auto metadata = call.machine->metadata();
        const auto value = call.json[u"value"];
        if (isRemoval(value))
            metadata.remove(call.name(u"key"_s));
        else
            metadata.insert(call.name(u"key"_s), value.toString());
        setMetadata(world, *call.machine, metadata);
        return Response{.status = 204};
    });
    router.add("DELETE"_ba, one, Router::Kind::Write, [&world](const Call &call) {
        auto metadata = call.machine->metadata();
        metadata.remove(call.name(u"key"_s));
        setMetadata(world, *call.machine, metadata);
        return Response{.status = 204};
    });
}

} // namespace swarm::simulator
