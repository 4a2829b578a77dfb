#include "fly/simulator/execjob.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

// A variable can hold a script that runs itself; these end it.
constexpr qsizetype mostFrames = 8;
constexpr int mostSteps = 1000;

static Guest guestOf(World &world, const Machine &machine)
{
    QMap<QString, QString> environment{
        {u"HOME"_s, GuestFiles::home()},   {u"PATH"_s, u"/usr/local/bin:/usr/bin:/bin"_s},
        {u"FLY_APP_NAME"_s, machine.app},  {u"FLY_MACHINE_ID"_s, machine.id},
        {u"FLY_REGION"_s, machine.region}, {u"FLY_PRIVATE_IP"_s, machine.privateIp},
    };
    const auto given = machine.config[u"env"].toObject();
    for (auto it = given.begin(); it != given.end(); ++it)
        environment.insert(it.key(), it->toString());
    environment.insert(machine.secrets);
    return {.files = GuestFiles(world.homeOf(machine), machine.id), .environment = environment, .hostname = machine.id};
}

static void append(QByteArray &text, const QByteArray &more)
{
    text += more.first(std::min(more.size(), mostOutput - text.size()));
}

ExecJob::ExecJob(World &world, const Machine &machine, std::chrono::milliseconds timeout, Answer answer)
    : QObject(&world)
    , m_world(world)
    , m_machine(machine.id)
    , m_guest(guestOf(world, machine))
    , m_left(timeout)
    , m_answer(std::move(answer))
{
    connect(&world, &World::machineChanged, this, [this](const QString &id) {
        const auto *changed = m_world.machine(m_machine);
        if (id == m_machine && (!changed || !changed->isStarted()))
            kill();
    });
}

void ExecJob::start(const QStringList &words)
{
    m_frames.append(Frame{.steps = {ShellStep{.words = words}}});
    proceed();
}

void ExecJob::proceed()
{
    if (!m_answer)
        return;
    if (!m_world.machine(m_machine)) {
        kill();
        return;
    }
    while (!m_frames.isEmpty()) {
        auto &frame = m_frames.last();
        if (frame.next == frame.steps.size()) {
            leave();
            continue;
        }
        const auto step = frame.steps[frame.next++];
        const bool isSkipped = (step.after == ShellStep::After::Success && m_exitCode != 0)
            || (step.after == ShellStep::After::Failure && m_exitCode == 0);
        if (!isSkipped && !take(step))
            return;
    }
    finish(0, m_out);
}

void ExecJob::leave()
{
    const auto frame = m_frames.takeLast();
    if (frame.hasTarget)
        m_guest.files.write(frame.target, frame.out, true);
    else
        append(m_frames.isEmpty() ? m_out : m_frames.last().out, frame.out);
}

bool ExecJob::take(const ShellStep &step)
{
    if (++m_steps > mostSteps) {
        m_frames.clear();
        fail(2, u"sh: 1: too many commands"_s);
        return true;
    }
    if (step.hasTarget && !m_guest.files.write(step.target, {}, step.appends)) {
        fail(2, u"sh: 1: cannot create %1: Directory nonexistent"_s.arg(step.target));
        return true;
    }
    const auto program = programName(step.words.value(0));
    if (step.words.isEmpty())
        m_exitCode = 0;
    else if (program == "sh"_L1 || program == "bash"_L1)
        enterShell(step);
    else if (program == "sleep"_L1)
        return sleep(step.words);
    else if (GuestNetwork::hasCommand(program))
        return reachOut(step);
    else
        print(step, runCommand(step.words, m_guest));
    return true;
}

void ExecJob::enterShell(const ShellStep &step)
{
    if (step.words.value(1) != "-c"_L1 || step.words.size() < 3) {
        fail(2, u"sh: 0: only -c SCRIPT is simulated"_s);
        return;
    }
    if (m_frames.size() >= mostFrames) {
        fail(2, u"sh: 1: too many shells"_s);
        return;
    }
    const auto script = parseScript(step.words[2], m_guest.environment);
    if (!script.problem.isEmpty()) {
        fail(2, u"sh: 1: "_s + script.problem);
        return;
    }
    m_exitCode = 0;
    m_frames.append(Frame{.steps = script.steps, .target = step.target, .hasTarget = step.hasTarget});
}

static std::optional<std::chrono::milliseconds> durationOf(QString text)
{
    double factor = 1000;
    if (text.endsWith(u's') || text.endsWith(u'm') || text.endsWith(u'h')) {
        factor *= text.endsWith(u's') ? 1 : text.endsWith(u'm') ? 60 : 3600;
        text.chop(1);
    }
    bool isNumber = false;
    const auto value = text.toDouble(&isNumber);
    if (!isNumber || !(value >= 0))
        return {};
    constexpr double ages = 1e12;
    return std::chrono::milliseconds(std::llround(std::min(value * factor, ages)));
}

bool ExecJob::sleep(const QStringList &words)
{
    const auto duration = durationOf(words.value(1));
    if (words.size() != 2 || !duration) {
        fail(1, u"sleep: invalid time interval '%1'"_s.arg(words.value(1)));
        return true;
    }
    if (*duration > m_left) {
        m_world.clock().after(m_left, this, [this] { kill(); });
        return false;
    }
    m_left -= *duration;
    m_exitCode = 0;
    m_world.clock().after(*duration, this, [this] { proceed(); });
    return false;
}

bool ExecJob::reachOut(const ShellStep &step)
{
    const auto [output, time] = GuestNetwork(m_world, m_machine).run(step.words, m_guest);
    if (time > m_left) {
        m_world.clock().after(m_left, this, [this] { kill(); });
        return false;
    }
    if (time.count() == 0) {
        print(step, output);
        return true;
    }
    m_left -= time;
    m_world.clock().after(time, this, [this, step, output] {
        print(step, output);
        proceed();
    });
    return false;
}

void ExecJob::print(const ShellStep &step, const CommandOutput &output)
{
    m_exitCode = output.exitCode;
    append(m_err, output.err);
    if (step.hasTarget)
        m_guest.files.write(step.target, output.out, true);
    else
        append(m_frames.last().out, output.out);
}

void ExecJob::fail(int exitCode, const QString &text)
{
    m_exitCode = exitCode;
    append(m_err, text.toUtf8() + '\n');
}

void ExecJob::kill()
{
    auto printed = m_out;
    for (const auto &frame : m_frames) {
        if (frame.hasTarget)
            break;
        append(printed, frame.out);
    }
    m_exitCode = 0;
    finish(9, printed);
}

void ExecJob::finish(int exitSignal, const QByteArray &out)
{
    if (!m_answer)
        return;
    const auto answer = std::exchange(m_answer, {});
    answer(jsonAnswer(QJsonObject{{u"exit_code"_s, m_exitCode},
                                  {u"exit_signal"_s, exitSignal},
                                  {u"stdout"_s, QString::fromUtf8(out)},
                                  {u"stderr"_s, QString::fromUtf8(m_err)}}));
    deleteLater();
}

} // namespace swarm::simulator
