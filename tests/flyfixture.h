#pragma once

#include "fly/flyclient.h"
#include "fly/flyprovider.h"
#include "fly/simulator/simulator.h"
#include "model/categorylogger.h"
#include "model/clock.h"

#include <optional>

//! A client and a provider against a simulator of their own, with time running fast for both.
struct FlyFixture {
    static constexpr double speed = 100;

    explicit FlyFixture(swarm::simulator::Options options = {.timeScale = speed})
        : clock(options.timeScale)
        , simulator(options)
    {
        const bool isListening = simulator.listen();
        Q_ASSERT(isListening);
        Q_UNUSED(isListening)
        connection.emplace(endpoints(), swarm::RetryPolicy(), clock, logger);
        connection->setToken(QStringLiteral("fo1_test"));
        client.emplace(*connection, swarm::Urgency::User);
        provider.emplace(*connection, clock);
        provider->setReach(QStringLiteral("personal"), {});
    }

    [[nodiscard]] swarm::FlyEndpoints endpoints() const
    {
        return {.api = simulator.apiUrl(), .graphql = simulator.graphqlUrl()};
    }
    [[nodiscard]] static swarm::InstanceSpec spec(const QString &name)
    {
        return {.id = QStringLiteral("id-of-") + name, .name = name, .password = QStringLiteral("correct horse")};
    }

    swarm::Clock clock;
    swarm::CategoryLogger logger{swarm::logcategory::fly};
    swarm::simulator::Simulator simulator;
    std::optional<swarm::FlyConnection> connection;
    std::optional<swarm::FlyClient> client;
    std::optional<swarm::FlyProvider> provider;
};
