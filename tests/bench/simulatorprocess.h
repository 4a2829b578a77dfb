#pragma once

#include "fly/flyendpoints.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

//! flysim with 1,000 machines in 100 apps, as a process of its own, so that its work is not ours. Without limits: lists
//! that follow each other at once would be refused, and who waits how long for that is not what is compared here.
class SimulatorProcess
{
public:
    static constexpr int apps = 100;
    static constexpr int perApp = 10;

    SimulatorProcess();
    ~SimulatorProcess();
    SimulatorProcess(const SimulatorProcess &) = delete;
    SimulatorProcess &operator=(const SimulatorProcess &) = delete;

    [[nodiscard]] swarm::FlyEndpoints endpoints() const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QJsonObject m_ready;
};
