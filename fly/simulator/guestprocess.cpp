#include "fly/simulator/guestprocess.h"

#include <QBuffer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace swarm::simulator {
namespace {

// A variable can hold a script that runs itself; these end it.
constexpr qsizetype mostShells = 8;
constexpr int mostSteps = 1000;
constexpr qsizetype mostProcesses = 16; //!< in a machine
constexpr qsizetype mostInPipe = 64LL * 1024 * 1024;
constexpr qint64 usualTmpMb = 1024;

std::shared_ptr<QIODevice> bufferOf(const QByteArray &text)
{
    auto buffer = std::make_shared<QBuffer>();
    buffer->setData(text);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

Guest guestOf(World &world, const Machine &machine)
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
    const auto tmpMb = world.limits().tmpMb > 0 ? world.limits().tmpMb : usualTmpMb;
    return {.files = GuestFiles(world.homeOf(machine), world.tmpOf(machine), tmpMb * 1024 * 1024, machine.id),
            .environment = environment,
            .hostname = machine.id};
}

} // namespace

GuestProcess::GuestProcess(World &world, const Machine &machine, Streams streams)
    : QObject(&world)
    , m_world(world)
    , m_machine(machine.id)
    , m_guest(guestOf(world, machine))
    , m_streams(std::move(streams))
{
    constexpr int firstId = 400; // after those that `ps` shows
    m_id = firstId;
    for (const auto *other : siblings())
        m_id = std::max(m_id, other->m_id + 1);
    m_group = m_id;
    connect(&world, &World::machineChanged, this, [this](const QString &id) {
        const auto *changed = m_world.machine(m_machine);
        if (id == m_machine && (!changed || !changed->isStarted()))
            kill();
    });
}

QList<GuestProcess *> GuestProcess::siblings() const
{
    auto list = m_world.findChildren<GuestProcess *>(QString(), Qt::FindDirectChildrenOnly);
    list.removeIf([this](const GuestProcess *process) { return process->m_machine != m_machine || process->m_isOver; });
    list.removeOne(this);
    return list;
}

void GuestProcess::start(const QList<ShellStep> &steps)
{
    m_shells.append(Shell{.steps = steps, .streams = m_streams});
    proceed();
}

void GuestProcess::kill()
{
    end(0, 9);
}

void GuestProcess::proceed()
{
    while (!m_isOver && !m_shells.isEmpty()) {
        auto &shell = m_shells.last();
        if (shell.stage < shell.pipeline.size()) {
            if (!runStage())
                return;
        } else if (shell.next < shell.steps.size()) {
            const auto step = shell.steps[shell.next++];
            enter(step);
        } else {
            m_shells.removeLast();
        }
    }
    end(m_exitCode, 0);
}

void GuestProcess::enter(const ShellStep &step)
{
    const bool isSkipped = (step.after == ShellStep::After::Success && m_exitCode != 0)
        || (step.after == ShellStep::After::Failure && m_exitCode == 0);
    if (isSkipped)
        return;
    if (++m_steps > mostSteps) {
        fail(2, u"sh: 1: too many commands"_s, m_shells.last().streams);
        m_shells.clear();
        return;
    }
    if (!step.background.isEmpty()) {
        startBackground(step.background);
        return;
    }
    auto &shell = m_shells.last();
    shell.pipeline = step.commands;
    shell.stage = 0;
    shell.pipe.reset();
}

void GuestProcess::startBackground(const QList<ShellStep> &steps)
{
    auto streams = m_shells.last().streams;
    const auto *machine = m_world.machine(m_machine);
    if (!machine || siblings().size() >= mostProcesses) {
        fail(2, u"sh: 0: Cannot fork"_s, streams);
        m_shells.clear();
        return;
    }
    streams.in = bufferOf({});
    auto *process = new GuestProcess(m_world, *machine, streams);
    process->m_group = m_group;
    m_background = process->m_id;
    m_exitCode = 0;
    m_world.clock().after({}, process, [process, steps] {
        if (!process->m_isOver)
            process->start(steps);
    });
}

bool GuestProcess::runStage()
{
    auto &shell = m_shells.last();
    const auto command = shell.pipeline[shell.stage++];
    auto streams = shell.streams;
    if (shell.pipe)
        streams.in = bufferOf(shell.pipe->text());
    shell.pipe.reset();
    if (shell.stage < shell.pipeline.size()) {
        shell.pipe = std::make_shared<MemorySink>(mostInPipe, MemorySink::WhenFull::Refuses);
        streams.out = shell.pipe;
    }
    if (!redirect(command, streams)) {
        m_exitCode = 2;
        return true;
    }
    return run(withoutPrefixes(expanded(command.words)), streams);
}

bool GuestProcess::redirect(const ShellCommand &command, Streams &streams)
{
    for (const auto &redirection : command.redirections) {
        const auto target = expanded(redirection.target);
        if (redirection.kind == ShellRedirection::Kind::Read) {
            streams.in = m_guest.files.open(target);
            if (!streams.in) {
                fail(2, u"sh: 1: cannot open %1: No such file"_s.arg(target), streams);
                return false;
            }
            continue;
        }
        std::shared_ptr<GuestSink> sink;
        if (redirection.kind == ShellRedirection::Kind::Join) {
            sink = target == "1"_L1 ? streams.out : target == "2"_L1 ? streams.err : nullptr;
            if (!sink) {
                fail(2, u"sh: 1: %1: Bad file descriptor"_s.arg(target), streams);
                return false;
            }
        } else {
            const bool appends = redirection.kind == ShellRedirection::Kind::Append;
            sink = m_guest.files.openForWriting(target, appends);
            if (!sink) {
                fail(2, u"sh: 1: cannot create %1: Directory nonexistent"_s.arg(target), streams);
                return false;
            }
        }
        (redirection.stream == 2 ? streams.err : streams.out) = sink;
    }
    return true;
}

QStringList GuestProcess::withoutPrefixes(QStringList words)
{
    while (!words.isEmpty()) {
        const auto program = programName(words.first());
        if (program == "setsid"_L1)
            m_group = m_id;
        else if (program != "nohup"_L1 && program != "sudo"_L1)
            break;
        words.removeFirst();
        if (program == "sudo"_L1 && words.value(0) == "-n"_L1)
            words.removeFirst();
    }
    return words;
}

bool GuestProcess::run(const QStringList &words, const Streams &streams)
{
    if (words.isEmpty()) {
        m_exitCode = 0;
        return true;
    }
    const auto program = programName(words.first());
    if (program == "sh"_L1 || program == "bash"_L1) {
        enterShell(words, streams);
    } else if (program == "exit"_L1) {
        exit(words.value(1));
    } else if (program == "kill"_L1) {
        signal(words.sliced(1), streams);
    } else if (GuestNetwork::hasCommand(program)) {
        return reachOut(words, streams);
    } else if (const auto time = durationOf(words, m_guest); time && time->count() > 0) {
        m_pending = {.words = words, .streams = streams};
        m_world.clock().after(*time, this, [this] {
            if (m_isOver)
                return;
            const auto due = std::exchange(m_pending, {});
            runNow(due.words, due.streams);
            proceed();
        });
        return false;
    } else {
        runNow(words, streams);
    }
    return !m_isOver;
}

bool GuestProcess::reachOut(const QStringList &words, const Streams &streams)
{
    const auto visit = GuestNetwork(m_world, m_machine).run(words, m_guest);
    const auto print = [this, output = visit.output, streams] {
        streams.out->write(output.out);
        streams.err->write(output.err);
        m_exitCode = output.exitCode;
    };
    if (visit.time.count() == 0) {
        print();
        return true;
    }
    m_world.clock().after(visit.time, this, [this, print] {
        if (m_isOver)
            return;
        print();
        proceed();
    });
    return false;
}

void GuestProcess::runNow(const QStringList &words, const Streams &streams)
{
    auto guest = m_guest;
    guest.input = streams.in.get();
    const auto output = runCommand(words, guest, *streams.out);
    streams.err->write(output.err);
    m_exitCode = output.exitCode;
}

void GuestProcess::enterShell(const QStringList &words, const Streams &streams)
{
    constexpr qint64 mostRead = 64LL * 1024;
    const bool isGiven = words.value(1) == "-c"_L1;
    const auto file = isGiven ? nullptr : m_guest.files.open(words.value(1));
    const bool isKnown = isGiven ? words.size() > 2 : !words.value(1).startsWith(u'-');
    if (words.size() < 2 || !isKnown) {
        fail(2, u"sh: 0: only -c SCRIPT and FILE are simulated"_s, streams);
        return;
    }
    if (!isGiven && !file) {
        fail(2, u"sh: 0: cannot open %1: No such file"_s.arg(words[1]), streams);
        return;
    }
    if (m_shells.size() > mostShells) {
        fail(2, u"sh: 1: too many shells"_s, streams);
        return;
    }
    const auto script = parseScript(isGiven ? words[2] : QString::fromUtf8(file->read(mostRead)));
    if (!script.problem.isEmpty()) {
        fail(2, u"sh: 1: "_s + script.problem, streams);
        return;
    }
    m_exitCode = 0;
    m_shells.append(Shell{.steps = script.steps, .streams = streams});
}

void GuestProcess::exit(const QString &code)
{
    if (!code.isEmpty())
        m_exitCode = code.toInt();
    if (m_shells.last().pipeline.size() == 1) // else it ends its part of the pipe only
        m_shells.removeLast();
}

void GuestProcess::signal(QStringList words, const Streams &streams)
{
    if (words.value(0) == "-s"_L1)
        words.remove(0, std::min<qsizetype>(2, words.size()));
    else if (words.value(0).startsWith(u'-') && words.size() > 1)
        words.removeFirst(); // a signal, or "--"
    m_exitCode = words.isEmpty() ? 2 : 0;
    auto all = siblings();
    all.append(this);
    for (const auto &word : std::as_const(words)) {
        const auto id = word.toInt();
        bool isFound = false;
        for (auto *process : std::as_const(all)) {
            if (id != 0 && (id == process->m_id || -id == process->m_group)) {
                isFound = true;
                process->kill();
            }
        }
        if (!isFound)
            fail(1, u"sh: 1: kill: No such process"_s, streams);
    }
}

QStringList GuestProcess::expanded(const QList<ShellWord> &words) const
{
    QStringList texts;
    for (const auto &word : words) {
        const auto text = expanded(word);
        if (!text.isEmpty() || word.isQuoted)
            texts << text;
    }
    return texts;
}

QString GuestProcess::expanded(const ShellWord &word) const
{
    QString text;
    for (const auto &part : word.parts)
        text += part.isVariable ? valueOf(part.text) : part.text;
    return text;
}

QString GuestProcess::valueOf(const QString &variable) const
{
    if (variable == "?"_L1)
        return QString::number(m_exitCode);
    if (variable == "$"_L1)
        return QString::number(m_id);
    if (variable == "!"_L1)
        return m_background > 0 ? QString::number(m_background) : QString();
    return m_guest.environment.value(variable);
}

void GuestProcess::fail(int exitCode, const QString &text, const Streams &streams)
{
    m_exitCode = exitCode;
    streams.err->write(text.toUtf8() + '\n');
}

void GuestProcess::end(int exitCode, int exitSignal)
{
    if (std::exchange(m_isOver, true))
        return;
    Q_EMIT ended(exitCode, exitSignal);
    m_shells.clear();
    m_pending = {};
    m_streams = {};
    deleteLater();
}

} // namespace swarm::simulator
