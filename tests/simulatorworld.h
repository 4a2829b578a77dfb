#pragma once

#include "fly/simulator/simulator.h"
#include "tests/plainclient.h"

#include <QTest>

//! A quick simulator with an app named `box`, and a client for it.
class SimulatorWorld
{
public:
    SimulatorWorld()
        : simulator({.timeScale = 100, .newAppUnsettled = std::chrono::milliseconds(0), .rateLimits = false})
    {
        simulator.setAutostopAfter(std::chrono::milliseconds(0));
        isReady = simulator.listen();
        client = std::make_unique<PlainClient>(simulator.apiUrl());
        isReady = isReady && makeApp(QStringLiteral("box")).status == 201;
    }

    PlainReply makeApp(const QString &name)
    {
        return client->post(QStringLiteral("/v1/apps"),
                            {{QStringLiteral("name"), name}, {QStringLiteral("org_slug"), QStringLiteral("personal")}});
    }

    static QString machinePath(const QString &id, const QString &rest = {})
    {
        return QStringLiteral("/v1/apps/box/machines/") + id + rest;
    }

    static QJsonObject guest(int cpus, int memoryMb, const QString &kind = QStringLiteral("shared"))
    {
        return {{QStringLiteral("cpu_kind"), kind},
                {QStringLiteral("cpus"), cpus},
                {QStringLiteral("memory_mb"), memoryMb}};
    }

    static QJsonObject config(const QString &volume = {})
    {
        QJsonObject config{{QStringLiteral("image"), QStringLiteral("codercom/code-server:latest")},
                           {QStringLiteral("guest"), guest(1, 1024)}};
        if (!volume.isEmpty()) {
            const QJsonObject mount{{QStringLiteral("volume"), volume},
                                    {QStringLiteral("path"), QStringLiteral("/home/coder")}};
            config.insert(QStringLiteral("mounts"), QJsonArray{mount});
        }
        return config;
    }

    PlainReply makeMachine(const QJsonObject &more = {})
    {
        QJsonObject body{{QStringLiteral("region"), QStringLiteral("ams")}, {QStringLiteral("config"), config()}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        return client->post(QStringLiteral("/v1/apps/box/machines"), body);
    }

    PlainReply makeVolume(const QJsonObject &more = {}, const QString &app = QStringLiteral("box"))
    {
        QJsonObject body{{QStringLiteral("name"), QStringLiteral("data")},
                         {QStringLiteral("region"), QStringLiteral("ams")},
                         {QStringLiteral("size_gb"), 1}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        return client->post(QStringLiteral("/v1/apps/%1/volumes").arg(app), body);
    }

    // Const, because [] on an object of its own would refer into what is gone.
    const QJsonObject machine(const QString &id) { return client->get(machinePath(id)).object(); }

    bool reaches(const QString &id, const QString &state)
    {
        return QTest::qWaitFor([&] { return machine(id)[QStringLiteral("state")].toString() == state; }, 8000);
    }

    //! The id of a machine that has started.
    QString startedMachine(const QJsonObject &more = {})
    {
        const auto id = makeMachine(more).object()[QStringLiteral("id")].toString();
        return reaches(id, QStringLiteral("started")) ? id : QString();
    }

    swarm::simulator::Simulator simulator;
    std::unique_ptr<PlainClient> client;
    bool isReady = false;
};
