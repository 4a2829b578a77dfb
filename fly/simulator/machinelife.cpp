#include "fly/simulator/machinelife.h"

#include "fly/simulator/ids.h"
#include "fly/simulator/machineconfig.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::simulator {

constexpr auto imagePull = 2500ms;
constexpr auto booting = 800ms;
constexpr auto resuming = 400ms;
constexpr auto stopping = 1200ms;
constexpr auto killing = 200ms;
constexpr auto suspending = 600ms;
constexpr auto replacing = 1000ms;
constexpr auto destroying = 700ms;
constexpr auto volumeStaysBound = 800ms;
constexpr auto activeAfterStop = 600ms;
constexpr auto trialRun = 5min;

static Response wrongState(const QString &what, const QString &state)
{
    return errorAnswer(412, u"failed_precondition: unable to %1 machine from current state: '%2'"_s.arg(what, state));
}

static QJsonObject exitRequest(int exitCode, bool isOomKilled, bool isRequested, bool isRestarting, qint64 at)
{
    return {{u"exit_event"_s,
             QJsonObject{{u"exit_code"_s, exitCode},
                         {u"guest_exit_code"_s, exitCode},
                         {u"guest_signal"_s, isOomKilled ? 9 : -1},
                         {u"signal"_s, -1},
                         {u"oom_killed"_s, isOomKilled},
                         {u"requested_stop"_s, isRequested},
                         {u"restarting"_s, isRestarting},
                         {u"exited_at"_s, rfc3339(at)},
                         {u"error"_s, QString()},
                         {u"guest_error"_s, QString()}}}};
}

MachineLife::MachineLife(World &world, QObject *parent)
    : QObject(parent)
    , m_world(world)
{
}

void MachineLife::later(Machine &machine, std::chrono::milliseconds delay, std::function<void(Machine &)> act)
{
    const auto turn = ++machine.turn;
    m_world.clock().after(delay, this, [this, id = machine.id, turn, act = std::move(act)] {
        auto *found = m_world.machine(id);
        if (found && found->turn == turn)
            act(*found);
    });
}

void MachineLife::enter(Machine &machine, const QString &state)
{
    machine.state = state;
    if (machine.isStarted())
        machine.startedAt = m_world.clock().stamp();
    m_world.changed(machine);
}

void MachineLife::rest(Machine &machine)
{
    machine.stoppedAt = m_world.clock().stamp();
    m_world.wipeScratch(machine);
    enter(machine, u"stopped"_s);
}

void MachineLife::begin(Machine &machine)
{
    const auto config = machine.config;
    machine.versions.append(QJsonObject{{u"version"_s, machine.instanceId}, {u"user_config"_s, config}});
    m_world.addEvent(machine, u"launch"_s, u"created"_s, u"user"_s);
    enter(machine, u"creating"_s);
    later(machine, creating, [this](Machine &made) {
        enter(made, u"created"_s);
        later(made, imagePull, [this](Machine &pulled) { launch(pulled); });
    });
}

void MachineLife::launch(Machine &machine)
{
    if (std::exchange(m_failsNextLaunch, false)) {
        m_world.addEvent(machine, u"launch"_s, u"launch_failed"_s, u"flyd"_s);
        enter(machine, u"launch_failed"_s);
        later(machine, destroying, [this](Machine &failed) { vanish(failed); });
    } else if (machine.keepsStopped) {
        rest(machine);
    } else {
        boot(machine, booting, u"flyd"_s);
    }
}

void MachineLife::boot(Machine &machine, std::chrono::milliseconds delay, const QString &source)
{
    if (machine.state != "suspended"_L1)
        machine.memoryLimitMb = 0;
    m_world.addEvent(machine, u"start"_s, u"starting"_s, source);
    enter(machine, u"starting"_s);
    later(machine, delay, [this](Machine &up) {
        if (auto *volume = m_world.volume(up.mountedVolume()); volume && !volume->wasMounted) {
            volume->wasMounted = true;
            m_world.changed(*volume);
        }
        m_world.addEvent(up, u"start"_s, u"started"_s, u"flyd"_s);
        enter(up, u"started"_s);
        endTrialLater(up);
    });
}

void MachineLife::endTrialLater(const Machine &machine)
{
    m_world.clock().after(trialRun, this, [this, id = machine.id, turn = machine.turn] {
        auto *found = m_world.machine(id);
        if (found && found->turn == turn && found->isStarted() && m_world.limits().isTrial)
            halt(*found, stopping, u"flyd"_s, 0);
    });
}

MachineLife::Refusal MachineLife::start(Machine &machine, const QString &source)
{
    const auto &state = machine.state;
    if (state == "started"_L1 || state == "starting"_L1)
        return {};
    if (state == "replacing"_L1 || state == "updating"_L1)
        return errorAnswer(412, u"failed_precondition: machine getting replaced, refusing to start"_s);
    const bool justStopped =
        state == "stopped"_L1 && m_world.clock().now() - machine.stoppedAt < activeAfterStop.count();
    if (state == "stopping"_L1 || state == "suspending"_L1 || state == "restarting"_L1 || justStopped)
        return errorAnswer(412, u"failed_precondition: machine still active, refusing to start"_s);
    if (state != "stopped"_L1 && state != "suspended"_L1 && state != "failed"_L1)
        return wrongState(u"start"_s, state);
    // Only a suspended machine keeps its place on the host.
    if (state != "suspended"_L1 && (machine.isHostFull || !m_world.hasRoom(machine.region))) {
        return errorAnswer(409,
                           u"aborted: insufficient resources available to fulfill request: could not reserve resource "
                           "for machine: insufficient memory available to fulfill request"_s,
                           u"insufficient_capacity"_s);
    }
    const bool isResume = state == "suspended"_L1;
    machine.restarts = 0;
    boot(machine, isResume ? resuming : booting, source);
    return {};
}

void MachineLife::halt(Machine &machine, std::chrono::milliseconds delay, const QString &source, int exitCode)
{
    m_world.addEvent(machine, u"stop"_s, u"stopping"_s, source);
    enter(machine, u"stopping"_s);
    later(machine, delay, [this, exitCode](Machine &down) {
        m_world.addEvent(down, u"exit"_s, u"stopped"_s, u"flyd"_s,
                         exitRequest(exitCode, false, true, false, m_world.clock().now()));
        rest(down);
    });
}

MachineLife::Refusal MachineLife::stop(Machine &machine, const QString &source, bool isKilled)
{
    const auto &state = machine.state;
    if (state == "stopped"_L1 || state == "failed"_L1 || (state == "stopping"_L1 && !isKilled))
        return {};
    if (state == "suspended"_L1) { // its memory image is thrown away
        m_world.addEvent(machine, u"stop"_s, u"stopping"_s, source);
        rest(machine);
        return {};
    }
    static const QStringList possible{u"started"_s, u"starting"_s, u"stopping"_s, u"suspending"_s, u"restarting"_s};
    if (!possible.contains(state))
        return wrongState(u"stop"_s, state);
    halt(machine, isKilled ? killing : stopping, source, isKilled ? 137 : 0);
    return {};
}

MachineLife::Refusal MachineLife::suspend(Machine &machine, const QString &source)
{
    if (machine.guest()[u"memory_mb"].toInt() > 2048)
        return errorAnswer(412,
                           u"failed_precondition: unable to suspend machine: memory is over the limit of 2048 MB"_s);
    if (machine.config.value(u"init").toObject()[u"swap_size_mb"].toInt() > 0)
        return errorAnswer(412,
                           u"failed_precondition: unable to suspend machine: machines with swap can't be suspended"_s);
    if (machine.state == "suspended"_L1 || machine.state == "suspending"_L1)
        return {};
    if (!machine.isStarted())
        return wrongState(u"suspend"_s, machine.state);
    m_world.addEvent(machine, u"suspend"_s, u"suspending"_s, source);
    enter(machine, u"suspending"_s);
    later(machine, suspending, [this](Machine &asleep) {
        m_world.addEvent(asleep, u"suspend"_s, u"suspended"_s, u"flyd"_s);
        asleep.stoppedAt = m_world.clock().stamp();
        enter(asleep, u"suspended"_s);
    });
    return {};
}

MachineLife::Refusal MachineLife::restart(Machine &machine)
{
    if (machine.state == "stopped"_L1 || machine.state == "suspended"_L1)
        return start(machine, u"user"_s);
    if (!machine.isStarted())
        return wrongState(u"restart"_s, machine.state);
    m_world.addEvent(machine, u"restart"_s, u"restarting"_s, u"user"_s);
    enter(machine, u"restarting"_s);
    later(machine, stopping, [this](Machine &down) {
        m_world.addEvent(down, u"exit"_s, u"stopped"_s, u"flyd"_s,
                         exitRequest(0, false, true, true, m_world.clock().now()));
        m_world.wipeScratch(down);
        boot(down, booting, u"flyd"_s);
    });
    return {};
}

void MachineLife::newVersion(Machine &machine, const QJsonObject &config, bool skipSecrets)
{
    machine.instanceId = newUlid(m_world.clock().now());
    machine.config = storedConfig(config);
    machine.versions.append(QJsonObject{{u"version"_s, machine.instanceId}, {u"user_config"_s, machine.config}});
    if (const auto *app = m_world.app(machine.app); app && app->number == machine.appNumber)
        machine.secrets = skipSecrets ? QMap<QString, QString>() : app->secretValues();
}

MachineLife::Refusal MachineLife::update(Machine &machine, const QJsonObject &config, bool skipSecrets)
{
    const auto before = machine.state;
    if (before == "replacing"_L1 || before == "updating"_L1)
        return errorAnswer(409, u"aborted: machine update failed due to concurrent update"_s);
    static const QStringList possible{u"started"_s,   u"starting"_s, u"restarting"_s, u"stopped"_s,
                                      u"suspended"_s, u"stopping"_s, u"failed"_s};
    if (!possible.contains(before))
        return wrongState(u"update"_s, before);

    const bool wasUp = before == "started"_L1 || before == "starting"_L1 || before == "restarting"_L1;
    const auto configBefore = machine.config;
    newVersion(machine, config, skipSecrets);
    m_world.addEvent(machine, u"update"_s, u"replacing"_s, u"user"_s);
    enter(machine, u"replacing"_s);
    later(machine, replacing, [this, wasUp, configBefore](Machine &made) {
        if (std::exchange(made.revertsNextUpdate, false))
            revert(made, configBefore);
        m_world.wipeScratch(made);
        if (wasUp && !made.keepsStopped)
            boot(made, booting, u"flyd"_s);
        else
            rest(made);
    });
    return {};
}

void MachineLife::revert(Machine &machine, const QJsonObject &config)
{
    newVersion(machine, config, false);
    m_world.addEvent(machine, u"revert"_s, u"replacing"_s, u"flyd"_s);
}

MachineLife::Refusal MachineLife::destroy(Machine &machine, bool isForced)
{
    static const QStringList quiet{u"stopped"_s, u"suspended"_s, u"failed"_s, u"created"_s};
    if (machine.state == "destroying"_L1 || machine.isDestroyed())
        return {};
    if (!isForced && !quiet.contains(machine.state)) {
        return errorAnswer(
            412,
            u"failed_precondition: unable to destroy machine, not currently stopped, suspended, failed or created"_s);
    }
    m_world.addEvent(machine, u"destroy"_s, u"destroying"_s, u"user"_s);
    enter(machine, u"destroying"_s);
    later(machine, destroying, [this](Machine &gone) { vanish(gone); });
    return {};
}

void MachineLife::vanish(Machine &machine)
{
    ++machine.turn;
    if (machine.isDestroyed())
        return;
    m_world.addEvent(machine, u"destroy"_s, u"destroyed"_s, u"flyd"_s);
    machine.destroyedAt = m_world.clock().stamp();
    machine.lease.reset();
    m_world.wipeScratch(machine);
    enter(machine, u"destroyed"_s);
    m_world.clock().after(volumeStaysBound, this, [this, volume = machine.mountedVolume()] { releaseVolume(volume); });
}

void MachineLife::depart(Machine &machine)
{
    ++machine.turn;
    m_world.addEvent(machine, u"migrate"_s, u"migrated"_s, u"flyd"_s);
    machine.destroyedAt = m_world.clock().stamp();
    machine.lease.reset();
    enter(machine, u"migrated"_s);
}

void MachineLife::releaseVolume(const QString &id)
{
    auto *volume = m_world.volume(id);
    if (!volume)
        return;
    const auto *holder = m_world.machine(volume->machine);
    if (holder && !holder->isDestroyed())
        return;
    volume->machine.clear();
    m_world.changed(*volume);
}

MachineLife::Refusal MachineLife::signal(Machine &machine, bool isKill)
{
    if (!machine.isStarted())
        return wrongState(u"signal"_s, machine.state);
    if (isKill)
        exit(machine, 137, false);
    return {};
}

void MachineLife::exit(Machine &machine, int exitCode, bool isOomKilled)
{
    const auto restart = machine.config.value(u"restart").toObject();
    const auto policy = restart[u"policy"].toString();
    const bool hasTries = machine.restarts < restart[u"max_retries"].toInt(10);
    const bool restarts = policy == "always"_L1 || (policy == "on-failure"_L1 && exitCode != 0 && hasTries);
    m_world.addEvent(machine, u"exit"_s, u"stopped"_s, u"flyd"_s,
                     exitRequest(exitCode, isOomKilled, false, restarts, m_world.clock().now()));
    ++machine.turn;
    if (restarts) {
        ++machine.restarts;
        boot(machine, booting, u"flyd"_s);
        return;
    }
    rest(machine);
    if (machine.config.value(u"auto_destroy").toBool())
        vanish(machine);
}

void MachineLife::force(Machine &machine, const QString &state)
{
    ++machine.turn;
    if (state == "destroyed"_L1) {
        vanish(machine);
        return;
    }
    if (state == "stopped"_L1) {
        rest(machine);
        return;
    }
    enter(machine, state);
}

} // namespace swarm::simulator
