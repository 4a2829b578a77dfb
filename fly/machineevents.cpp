#include "fly/machineevents.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace swarm {
namespace {

using Kind = MachineEvent::Kind;

Kind kindOf(const QString &type, const QString &status)
{
    if (type == "launch"_L1)
        return status.contains("fail"_L1) ? Kind::LaunchFailed : Kind::Launched;
    if (type == "start"_L1)
        return status == "started"_L1 ? Kind::Started : Kind::Starting;
    if (type == "stop"_L1)
        return Kind::Stopping;
    if (type == "exit"_L1)
        return Kind::Exited;
    if (type == "suspend"_L1)
        return status == "suspended"_L1 ? Kind::Suspended : Kind::Suspending;
    if (type == "restart"_L1)
        return Kind::Restarting;
    if (type == "update"_L1)
        return Kind::Updating;
    if (type == "revert"_L1)
        return Kind::Reverted;
    if (type.startsWith("migrat"_L1))
        return Kind::Moved;
    if (type == "destroy"_L1)
        return status == "destroyed"_L1 ? Kind::Destroyed : Kind::Destroying;
    return Kind::Other;
}

MachineEvent::Source sourceOf(const QString &word)
{
    if (word == "user"_L1)
        return MachineEvent::Source::Request;
    if (word == "proxy"_L1)
        return MachineEvent::Source::Proxy;
    return word == "flyd"_L1 ? MachineEvent::Source::Provider : MachineEvent::Source::Unknown;
}

Ending::Cause causeOf(const QJsonObject &exit)
{
    if (exit["oom_killed"_L1].toBool())
        return Ending::Cause::OutOfMemory;
    if (exit["requested_stop"_L1].toBool())
        return Ending::Cause::Requested;
    return exit["exit_code"_L1].toInt() == 0 ? Ending::Cause::Finished : Ending::Cause::Crashed;
}

MachineEvent eventFrom(const QJsonObject &json)
{
    const auto type = json["type"_L1].toString();
    MachineEvent event{.at = QDateTime::fromMSecsSinceEpoch(json["timestamp"_L1].toInteger(), Qt::UTC),
                       .kind = kindOf(type, json["status"_L1].toString()),
                       .source = sourceOf(json["source"_L1].toString())};
    if (event.kind == Kind::Other)
        event.word = type;
    if (event.kind != Kind::Exited)
        return event;
    const auto request = json["request"_L1].toObject();
    const auto exit =
        (request["exit_event"_L1].isObject() ? request["exit_event"_L1] : request["MonitorEvent"_L1]["exit_event"_L1])
            .toObject();
    event.cause = causeOf(exit);
    event.exitCode = exit["exit_code"_L1].toInt();
    event.isRestarting = exit["restarting"_L1].toBool();
    return event;
}

} // namespace

MachineEvents machineEventsFrom(const QJsonArray &events)
{
    MachineEvents told;
    told.reserve(events.size());
    for (const auto &event : events)
        told.append(eventFrom(event.toObject()));
    return told;
}

} // namespace swarm
