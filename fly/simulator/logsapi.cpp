#include "fly/simulator/logbook.h"
#include "fly/simulator/routes.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr int mostAddedAtOnce = 200'000;

static Response logsOf(const LogBook &log, const Call &call)
{
    LogBook::Question question{.machine = call.request.queryValue(u"instance"_s),
                               .region = call.request.queryValue(u"region"_s)};
    if (const auto token = call.request.queryValue(u"next_token"_s); !token.isEmpty()) {
        bool isNumber = false;
        question.from = token.toLongLong(&isNumber);
        if (!isNumber)
            return errorAnswer(400, u"invalid next_token"_s);
    }
    const auto page = log.page(call.app->number, question);
    QJsonArray data;
    for (const auto &line : page.lines)
        data.append(line.shown());
    return jsonAnswer(
        QJsonObject{{u"data"_s, data}, {u"meta"_s, QJsonObject{{u"next_token"_s, QString::number(page.next)}}}});
}

static Response addLines(World &world, LogBook &log, const Call &call)
{
    const auto &json = call.json;
    const auto *app = world.app(json[u"app"].toString());
    if (!app)
        return errorAnswer(404, u"app not found"_s);
    const auto *machine = world.machine(json[u"machine"].toString());
    if (!machine && json.contains(u"machine"_s))
        return errorAnswer(404, u"machine not found"_s);
    const auto provider = json[u"provider"].toString(u"app"_s);
    if (provider != "app"_L1 && provider != "runner"_L1 && provider != "proxy"_L1)
        return errorAnswer(400, u"provider is app, runner or proxy"_s);
    const int count = json[u"count"].toInt(1);
    if (count < 1 || count > mostAddedAtOnce)
        return errorAnswer(400, u"count is 1 to %1"_s.arg(mostAddedAtOnce));
    log.addMany(app->number,
                {.provider = provider,
                 .message = json[u"message"].toString(),
                 .level = json[u"level"].toString(u"info"_s),
                 .machine = machine ? machine->id : QString(),
                 .region = machine ? machine->region : QString()},
                count);
    return okAnswer();
}

void addLogRoutes(Router &router, World &world, LogBook &log)
{
    router.add("GET"_ba, u"/api/v1/apps/{app}/logs"_s, Router::Kind::Read,
               [&log](const Call &call) { return logsOf(log, call); });
    router.add("POST"_ba, u"/_sim/logs"_s, Router::Kind::Open,
               [&](const Call &call) { return addLines(world, log, call); });
}

} // namespace swarm::simulator
