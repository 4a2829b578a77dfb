#pragma once

#include "fly/simulator/guestcommands.h"
#include "fly/simulator/world.h"

#include <chrono>

namespace swarm::simulator {

//! A command's output, and how long it takes: nobody answers where there is no way.
struct NetworkOutput {
    CommandOutput output = {};
    std::chrono::milliseconds time{0};
};

//! The private networks, seen from a machine: `curl` and `getent hosts`. Names below `.internal` and `.flycast` resolve
//! within a network only, and every port of a machine is open to all others on its network, and to nobody else.
class GuestNetwork
{
public:
    GuestNetwork(World &world, const QString &machine)
        : m_world(world)
        , m_machine(machine)
    {
    }

    static bool hasCommand(const QString &program);
    NetworkOutput run(const QStringList &words, const Guest &guest) const;

private:
    struct Transfer;
    struct Attempt;

    static Transfer transferFrom(const QStringList &arguments);
    NetworkOutput getent(const QStringList &arguments) const;
    NetworkOutput curl(const QStringList &arguments, const Guest &guest) const;
    Attempt attempt(const Transfer &transfer) const;
    //! At a machine itself, on a port of its own.
    Attempt visit(const Machine &machine, int port, const Request &request) const;
    //! By way of Fly's proxy, on a port that a service of the app's has.
    Attempt visitService(const App &app, int port, const Request &request) const;
    QStringList addressesOf(const QString &host) const;
    QString network() const;
    bool isOnNetwork(const QString &network) const { return network == this->network(); }

    World &m_world;
    QString m_machine; //!< the one that the command runs in
};

} // namespace swarm::simulator
