#pragma once

#include "fly/requestgate.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <chrono>
#include <stop_token>

namespace swarm {

//! What a failure allows us to do without being asked.
enum class Repeat {
    Freely, //!< doing it twice is doing it once
    WhenNotDone, //!< only after answers that say it was not carried out
};

//! Which of Fly.io's limits a call is under.
enum class Pace {
    Action, //!< what changes or lists: 1/s, 3 at once, per action and per machine or app
    MachineRead, //!< GET machine: 5/s, 10 at once, per machine
    AppRemoval, //!< 100 a minute, all apps together
    Free,
};

//! One call of Fly.io's REST interfaces.
struct FlyCall {
    enum class Server {
        Machines, //!< api.machines.dev, routes with /v1
        Web, //!< where GraphQL is: login, logs, metrics
    };

    Server server = Server::Machines;
    QByteArray verb = "GET";
    QString route = {}; //!< with `{app}` and the like
    QStringList at = {}; //!< what stands for them, in their order
    QList<std::pair<QString, QString>> query = {};
    QJsonObject body = {};
    QString lease = {}; //!< the nonce, when we hold the machine's lease
    std::chrono::milliseconds deadline = std::chrono::seconds(30);
    Repeat repeat = Repeat::Freely;
    Pace pace = Pace::Action;
    Urgency urgency = Urgency::User;
    bool isAnonymous = false; //!< sent without the token
    std::stop_token stop = {};

    //! Where it goes, percent-encoded: ids come from outside too.
    [[nodiscard]] QString path() const;
    //! The action and the thing it is limited by: the machine, or else the app. Empty without a limit.
    [[nodiscard]] QString bucket() const;
    [[nodiscard]] RateLimit limit() const;
};

//! One GraphQL operation; only what REST has nothing for.
struct GraphQlCall {
    QString query = {};
    QJsonObject variables = {};
    Repeat repeat = Repeat::Freely; //!< mutations: WhenNotDone
    Urgency urgency = Urgency::User;
    std::stop_token stop = {};
};

} // namespace swarm
