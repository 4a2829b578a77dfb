#include "fly/simulator/lifelog.h"

using namespace Qt::StringLiterals;

namespace swarm::simulator {

constexpr qint64 editorStartMs = 500;

static QString runner()
{
    return u"runner"_s;
}

//! A line of Fly's own init inside the machine, coloured as it comes.
static QString initLine(const QString &text)
{
    return u"\x1b[32m INFO\x1b[0m "_s + text;
}

static bool hasBecome(const QJsonObject &event, QLatin1StringView type, QLatin1StringView status)
{
    return event[u"type"] == type && event[u"status"] == status;
}

static QString commandOf(const Machine &machine)
{
    const auto init = machine.config[u"init"].toObject();
    QStringList words;
    for (const auto *key : {u"exec", u"entrypoint", u"cmd"}) {
        for (const auto &word : init[QStringView(key)].toArray())
            words << word.toString();
    }
    return words.isEmpty() ? u"/usr/bin/entrypoint.sh --bind-addr 0.0.0.0:8080 ."_s : words.join(u' ');
}

LifeLog::LifeLog(World &world, LogBook &log, bool hasBuiltInEditor, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_log(log)
    , m_hasBuiltInEditor(hasBuiltInEditor)
{
    connect(&world, &World::machineChanged, this, [this](const QString &id) {
        if (const auto *machine = m_world.machine(id))
            read(*machine);
    });
}

void LifeLog::read(const Machine &machine)
{
    for (const auto &event : m_events.take(machine)) {
        write(machine, event);
        m_before[machine.id] = event;
    }
}

void LifeLog::say(const Machine &machine, qint64 at, const QString &provider, const QString &message,
                  const QString &level)
{
    m_log.add(machine.appNumber,
              {.stamp = at * 1'000'000,
               .provider = provider,
               .message = message,
               .level = level,
               .machine = machine.id,
               .region = machine.region});
}

void LifeLog::write(const Machine &machine, const QJsonObject &event)
{
    const auto type = event[u"type"].toString();
    const auto at = event[u"timestamp"].toInteger();
    if (type == "launch"_L1) {
        say(machine, at, runner(), u"Pulling container image "_s + machine.config[u"image"].toString());
    } else if (type == "start"_L1) {
        writeStart(machine, event);
    } else if (hasBecome(event, "stop"_L1, "stopping"_L1)) {
        say(machine, at, runner(), u"Stopping machine"_s);
        say(machine, at, u"app"_s, initLine(u"Sending signal SIGINT to main child process w/ PID 306"_s));
    } else if (type == "exit"_L1) {
        writeExit(machine, event);
    } else if (hasBecome(event, "suspend"_L1, "suspending"_L1)) {
        say(machine, at, runner(), u"Suspending machine"_s);
    } else if (hasBecome(event, "suspend"_L1, "suspended"_L1)) {
        say(machine, at, runner(), u"Machine suspended"_s);
    } else if (type == "update"_L1) {
        say(machine, at, runner(), u"Updating machine to version "_s + machine.instanceId);
    } else if (hasBecome(event, "destroy"_L1, "destroying"_L1)) {
        say(machine, at, runner(), u"Destroying machine"_s);
    } else if (hasBecome(event, "destroy"_L1, "destroyed"_L1)) {
        say(machine, at, runner(), u"Machine destroyed"_s);
    }
}

void LifeLog::writeStart(const Machine &machine, const QJsonObject &event)
{
    const auto at = event[u"timestamp"].toInteger();
    const auto before = m_before.value(machine.id);
    const auto took = at - before[u"timestamp"].toInteger(at);
    if (event[u"status"] != "started"_L1) {
        const auto image = machine.config[u"image"].toString();
        const bool isAsleep = hasBecome(before, "suspend"_L1, "suspended"_L1);
        if (isAsleep)
            m_resuming.insert(machine.id);
        else
            m_resuming.remove(machine.id);
        if (hasBecome(before, "launch"_L1, "created"_L1))
            say(machine, at, runner(), u"Successfully pulled image %1 in %2 ms"_s.arg(image).arg(took));
        say(machine, at, runner(), isAsleep ? u"Resuming machine"_s : u"Starting machine"_s);
        return;
    }
    if (m_resuming.remove(machine.id)) {
        say(machine, at, runner(), u"Machine resumed in %1 ms"_s.arg(took));
        return;
    }
    if (const auto volume = machine.mountedVolume(); !volume.isEmpty()) {
        const auto path = machine.config[u"mounts"].toArray().at(0).toObject()[u"path"].toString();
        say(machine, at, runner(), u"Mounted volume %1 at %2"_s.arg(volume, path));
    }
    say(machine, at, runner(), u"Machine started in %1 ms"_s.arg(took));
    say(machine, at, u"app"_s, initLine(u"Preparing to run: `%1` as coder"_s.arg(commandOf(machine))));
    if (m_hasBuiltInEditor)
        writeEditorStart(machine, at + editorStartMs);
}

void LifeLog::writeExit(const Machine &machine, const QJsonObject &event)
{
    const auto at = event[u"timestamp"].toInteger();
    const auto exit = event[u"request"].toObject()[u"exit_event"].toObject();
    const int code = exit[u"exit_code"].toInt();
    if (exit[u"oom_killed"].toBool()) {
        say(machine, at, u"app"_s, u"Out of memory: Killed process 306 (node)"_s, u"error"_s);
        say(machine, at, runner(), u"Process appears to have been OOM killed!"_s, u"error"_s);
    }
    say(machine, at, u"app"_s,
        code >= 128 ? initLine(u"Main child exited with signal %1"_s.arg(code - 128))
                    : initLine(u"Main child exited normally with code: %1"_s.arg(code)));
    const auto what = exit[u"restarting"].toBool() ? u", restarting"_s
        : exit[u"requested_stop"].toBool()         ? u", as requested"_s
                                                   : u", not restarting"_s;
    say(machine, at, runner(), u"Machine exited with exit code %1"_s.arg(code) + what,
        code == 0 || exit[u"requested_stop"].toBool() ? u"info"_s : u"error"_s);
}

void LifeLog::writeEditorStart(const Machine &machine, qint64 at)
{
    const auto now = m_world.clock().now();
    if (at <= now) {
        sayEditorStarted(machine, at);
        return;
    }
    m_world.clock().after(std::chrono::milliseconds(at - now), this, [this, at, id = machine.id] {
        const auto *found = m_world.machine(id);
        if (found && found->isStarted() && found->startedAt <= at)
            sayEditorStarted(*found, at);
    });
}

void LifeLog::sayEditorStarted(const Machine &machine, qint64 at)
{
    const auto port = machine.editorPort();
    const auto where = port > 0 ? u"0.0.0.0:%1"_s.arg(port) : u"127.0.0.1:8080"_s;
    const auto time = u'[' + rfc3339(at) + u"] "_s;
    const auto blue = u"\x1b[34minfo\x1b[39m  "_s;
    QStringList lines{u"code-server (the simulator's built-in editor)"_s,
                      u"Using user-data-dir /home/coder/.local/share/code-server"_s,
                      u"Using config file /home/coder/.config/code-server/config.yaml"_s,
                      u"HTTP server listening on http://%1/"_s.arg(where), u"  - Authentication is enabled"_s};
    if (!machine.password().isEmpty())
        lines << u"    - Using password from $PASSWORD"_s;
    lines << u"  - Not serving HTTPS"_s;
    for (const auto &line : lines)
        say(machine, at, u"app"_s, time + blue + line);
}

} // namespace swarm::simulator
