#pragma once

#include "fly/simulator/response.h"
#include "fly/simulator/world.h"

#include <optional>

namespace swarm::simulator {

//! Moves machines through their states, with the delays that Fly has.
//! A command that cannot be obeyed gives the answer to refuse it with; nothing means that it was accepted.
class MachineLife : public QObject
{
    Q_OBJECT

public:
    using Refusal = std::optional<Response>;

    MachineLife(World &world, QObject *parent);

    static constexpr std::chrono::milliseconds creating{400};

    void begin(Machine &machine);
    Refusal start(Machine &machine, const QString &source);
    Refusal stop(Machine &machine, const QString &source, bool isKilled);
    Refusal suspend(Machine &machine, const QString &source);
    Refusal restart(Machine &machine);
    Refusal update(Machine &machine, const QJsonObject &config, bool skipSecrets);
    Refusal destroy(Machine &machine, bool isForced);
    Refusal signal(Machine &machine, bool isKill);
    //! The process inside ends by itself; the restart policy decides what follows.
    void exit(Machine &machine, int exitCode, bool isOomKilled);
    //! At once and without asking, as when an app is deleted or somebody else did it.
    void vanish(Machine &machine);
    //! Its successor on another host takes over, volume and all.
    void depart(Machine &machine);
    void force(Machine &machine, const QString &state);
    void failNextLaunch() { m_failsNextLaunch = true; }

private:
    void later(Machine &machine, std::chrono::milliseconds delay, std::function<void(Machine &)> act);
    void enter(Machine &machine, const QString &state);
    void boot(Machine &machine, std::chrono::milliseconds delay, const QString &source);
    void halt(Machine &machine, std::chrono::milliseconds delay, const QString &source, int exitCode);
    void newVersion(Machine &machine, const QJsonObject &config, bool skipSecrets);
    void releaseVolume(const QString &volume);
    void rest(Machine &machine);

    void launch(Machine &machine);
    void endTrialLater(const Machine &machine);
    //! Fly has changed its mind: back to what the machine was.
    void revert(Machine &machine, const QJsonObject &config);

    World &m_world;
    bool m_failsNextLaunch = false;
};

} // namespace swarm::simulator
