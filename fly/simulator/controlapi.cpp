#include "fly/simulator/controlapi.h"

#include "fly/simulator/simulator.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

static QJsonObject seenView(const SeenRequest &seen)
{
    QJsonObject headers;
    for (const auto &[name, value] : seen.headers)
        headers.insert(QString::fromUtf8(name).toLower(), QString::fromUtf8(value));
    return {{u"method"_s, QString::fromUtf8(seen.method)},
            {u"path"_s, QString::fromUtf8(seen.path)},
            {u"route"_s, seen.route},
            {u"headers"_s, headers},
            {u"body"_s, QString::fromUtf8(seen.body)},
            {u"status"_s, seen.status},
            {u"answer_bytes"_s, seen.answerBytes}};
}

static Response addFaults(Simulator &simulator, const Call &call)
{
    const auto document = QJsonDocument::fromJson(call.request.body);
    const auto list = document.isArray() ? document.array() : QJsonArray{document.object()};
    for (const auto &value : list) {
        QString error;
        const auto fault = Fault::fromJson(value.toObject(), &error);
        if (!fault)
            return errorAnswer(400, error);
        simulator.addFault(*fault);
    }
    return okAnswer();
}

static Response found(bool isFound)
{
    return isFound ? okAnswer() : errorAnswer(404, u"machine not found"_s);
}

static Response changeHost(Simulator &simulator, const Call &call)
{
    const auto id = call.json[u"machine"].toString(call.json[u"volume"].toString());
    bool isKnown = true;
    if (const auto reachable = call.json[u"reachable"]; reachable.isBool())
        isKnown = simulator.setHostReachable(id, reachable.toBool());
    if (const auto full = call.json[u"full"]; full.isBool())
        isKnown = simulator.setHostFull(id, full.toBool()) && isKnown;
    if (const auto old = call.json[u"old"]; old.isBool())
        isKnown = simulator.setHostOld(id, old.toBool()) && isKnown;
    return found(isKnown);
}

void addControlRoutes(Router &router, Simulator &simulator)
{
    constexpr auto open = Router::Kind::Open;
    router.add("GET"_ba, u"/_sim/state"_s, open, [&](const Call &) { return jsonAnswer(simulator.state()); });
    router.add("GET"_ba, u"/_sim/requests"_s, open, [&](const Call &) {
        QJsonArray list;
        for (const auto &seen : simulator.requests())
            list.append(seenView(seen));
        return jsonAnswer(list);
    });
    router.add("DELETE"_ba, u"/_sim/requests"_s, open, [&](const Call &) {
        simulator.forgetRequests();
        return okAnswer();
    });
    router.add("POST"_ba, u"/_sim/faults"_s, open, [&](const Call &call) { return addFaults(simulator, call); });
    router.add("DELETE"_ba, u"/_sim/faults"_s, open, [&](const Call &) {
        simulator.clearFaults();
        return okAnswer();
    });
    router.add("GET"_ba, u"/_sim/empty"_s, open,
               [&](const Call &) { return jsonAnswer(QJsonObject{{u"empty"_s, simulator.isEmpty()}}); });
    router.add("POST"_ba, u"/_sim/machines/{machine}/exit"_s, open, [&](const Call &call) {
        return found(simulator.exitMachine(call.name(u"machine"_s), call.json[u"exit_code"].toInt(),
                                           call.json[u"oom_killed"].toBool()));
    });
    router.add("POST"_ba, u"/_sim/machines/{machine}/state"_s, open, [&](const Call &call) {
        return found(simulator.setMachineState(call.name(u"machine"_s), call.json[u"state"].toString()));
    });
    router.add("POST"_ba, u"/_sim/machines/{machine}/destroy"_s, open,
               [&](const Call &call) { return found(simulator.destroyMachine(call.name(u"machine"_s))); });
    router.add("POST"_ba, u"/_sim/host"_s, open, [&](const Call &call) { return changeHost(simulator, call); });
    router.add("POST"_ba, u"/_sim/limits"_s, open, [&](const Call &call) {
        simulator.limits() = Limits::fromJson(call.json);
        return okAnswer();
    });
    router.add("POST"_ba, u"/_sim/machines/{machine}/revert"_s, open,
               [&](const Call &call) { return found(simulator.revertNextUpdate(call.name(u"machine"_s))); });
    router.add("POST"_ba, u"/_sim/machines/{machine}/migrate"_s, open, [&](const Call &call) {
        const auto successor = simulator.migrateMachine(call.name(u"machine"_s));
        return successor.isEmpty() ? found(false) : jsonAnswer(QJsonObject{{u"id"_s, successor}});
    });
    router.add("POST"_ba, u"/_sim/fail-launch"_s, open, [&](const Call &) {
        simulator.failNextLaunch();
        return okAnswer();
    });
    router.add("POST"_ba, u"/_sim/region"_s, open, [&](const Call &call) {
        const auto region = call.json[u"region"].toString();
        if (const auto silent = call.json[u"silent"]; silent.isBool())
            simulator.setRegionSilent(region, silent.toBool());
        if (const auto room = call.json[u"room"]; room.isBool())
            simulator.setRegionCapacity(region, room.toBool());
        return okAnswer();
    });
    router.add("POST"_ba, u"/_sim/dns"_s, open, [&](const Call &call) {
        simulator.setDns(call.json[u"hostname"].toString(), call.json[u"points_here"].toBool());
        return okAnswer();
    });
    router.add("POST"_ba, u"/_sim/lag"_s, open, [&](const Call &call) {
        simulator.setOrgListLag(std::chrono::milliseconds(call.json[u"ms"].toInt()));
        return okAnswer();
    });
}

} // namespace swarm::simulator
