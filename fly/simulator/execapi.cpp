#include "fly/simulator/execjob.h"
#include "fly/simulator/routes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

std::optional<Response> runningProblem(const Machine &machine, const QString &what)
{
    if (auto problem = hostProblem(machine))
        return problem;
    if (machine.isStarted())
        return {};
    return errorAnswer(
        412, u"failed_precondition: unable to %1 machine from current state: '%2'"_s.arg(what, machine.state));
}

static std::optional<QStringList> wordsOf(const QJsonObject &request)
{
    const auto command = request[u"command"];
    if (command.isUndefined() || command.isNull()) {
        const auto text = request[u"cmd"];
        return text.isString() || text.isUndefined() ? std::optional(splitWords(text.toString())) : std::nullopt;
    }
    if (!command.isArray())
        return {};
    QStringList words;
    for (const auto &word : command.toArray()) {
        if (!word.isString())
            return {};
        words << word.toString();
    }
    return words;
}

static void exec(World &world, const Call &call, const Answer &answer)
{
    constexpr int usualSeconds = 60;
    constexpr int mostSeconds = 3600;
    if (const auto problem = runningProblem(*call.machine, u"exec on"_s)) {
        answer(*problem);
        return;
    }
    const auto words = wordsOf(call.json);
    const auto timeout = call.json[u"timeout"];
    const auto input = call.json[u"stdin"];
    if (!words || (!timeout.isUndefined() && timeout.toInt(-1) < 0) || (!input.isUndefined() && !input.isString())) {
        answer(errorAnswer(400, u"json: cannot unmarshal value into Go struct of type MachineExecRequest"_s));
        return;
    }
    if (words->isEmpty() || words->first().isEmpty()) {
        answer(errorAnswer(400, u"invalid_argument: command is required"_s));
        return;
    }
    const std::chrono::seconds patience(timeout.toInt() == 0 ? usualSeconds : std::min(timeout.toInt(), mostSeconds));
    auto *job = new ExecJob(world, *call.machine, patience, answer);
    job->start(*words);
}

void addExecRoutes(Router &router, World &world)
{
    const auto one = u"/v1/apps/{app}/machines/{id}"_s;
    router.addLater("POST"_ba, one + u"/exec"_s, Router::Kind::Write,
                    [&world](const Call &call, const Answer &answer) { exec(world, call, answer); });
}

} // namespace swarm::simulator
