#pragma once

#include <QString>

#include <chrono>

namespace swarm::simulator {

struct Options {
    quint16 port = 0; //!< of the API, 0 = any
    double timeScale = 1; //!< all simulated delays are divided by it
    QString editor = QStringLiteral("built-in"); //!< "auto", "built-in" or the path of code-server
    QString folder = {}; //!< where volumes live; empty: a temporary folder that ends with the simulator
    std::chrono::milliseconds newAppUnsettled{1500}; //!< a new app answers 404 in its first half and 401 in the second
    bool rateLimits = true;
    bool recordsAnswers = false; //!< keeps what was answered beside what was asked, for Simulator::transcript()
};

} // namespace swarm::simulator
