#pragma once

#include "fly/simulator/simulator.h"
#include "tests/plainclient.h"

#include <QTest>

using namespace Qt::StringLiterals;

struct ListeningSimulator {
    explicit ListeningSimulator(const swarm::simulator::Options &options)
        : simulator(options)
    {
        simulator.setAutostopAfter(std::chrono::milliseconds(0));
        if (!simulator.listen())
            qFatal("%s", qPrintable(simulator.errorString()));
    }

    swarm::simulator::Simulator simulator;
};

//! A simulator and a plain client of it, so that a fault of ours cannot hide behind one of the real client.
class SimulatorClient : public ListeningSimulator, public PlainClient
{
public:
    explicit SimulatorClient(const swarm::simulator::Options &options)
        : ListeningSimulator(options)
        , PlainClient(simulator.apiUrl())
    {
    }

    static swarm::simulator::Options quick(double timeScale = 50)
    {
        return {.timeScale = timeScale, .newAppUnsettled = std::chrono::milliseconds(0), .rateLimits = false};
    }

    PlainReply postForm(const QString &path, const QByteArray &form) { return call("POST", path, form, {isForm()}); }
    //! At an app's own address.
    PlainReply visit(const QString &app, const QByteArray &verb = "GET", const QString &path = u"/"_s,
                     const QByteArray &body = {})
    {
        return visitHost(simulator.appUrl(app).authority().toUtf8(), verb, path, body);
    }
    //! The proxy goes by the Host header alone.
    PlainReply visitHost(const QByteArray &host, const QByteArray &verb = "GET", const QString &path = u"/"_s,
                         const QByteArray &body = {})
    {
        auto proxy = simulator.appUrl(u"any"_s);
        proxy.setHost(u"127.0.0.1"_s);
        PlainClient visitor(proxy);
        visitor.token.clear();
        return visitor.call(verb, path, body, {{"Host", host}, isForm()});
    }

    //! An app with address, password, volume and a machine that has started. Gives the machine's id.
    QString makeBox(const QString &app, const QJsonObject &guest = {{u"cpus"_s, 2}, {u"memory_mb"_s, 1024}})
    {
        const auto path = u"/v1/apps/"_s + app;
        post(u"/v1/apps"_s, {{u"name"_s, app}, {u"org_slug"_s, u"personal"_s}, {u"network"_s, app}});
        post(path + u"/ip_assignments"_s, {{u"type"_s, u"shared_v4"_s}});
        post(path + u"/secrets"_s, {{u"values"_s, QJsonObject{{u"PASSWORD"_s, u"geheim"_s}}}});
        volume = post(path + u"/volumes"_s, {{u"name"_s, u"data"_s}, {u"region"_s, u"ams"_s}, {u"size_gb"_s, 5}})
                     .object()[u"id"]
                     .toString();
        const QJsonObject config{
            {u"image"_s, u"codercom/code-server:latest"_s},
            {u"guest"_s, guest},
            {u"mounts"_s, QJsonArray{QJsonObject{{u"volume"_s, volume}, {u"path"_s, u"/home/coder"_s}}}},
            {u"services"_s, QJsonArray{QJsonObject{{u"internal_port"_s, 8080}, {u"autostart"_s, false}}}}};
        const auto id =
            post(path + u"/machines"_s, {{u"name"_s, u"editor"_s}, {u"region"_s, u"ams"_s}, {u"config"_s, config}})
                .object()[u"id"]
                .toString();
        reach(app, id, u"started"_s);
        return id;
    }
    //! Waits until it is in that state.
    void reach(const QString &app, const QString &machine, const QString &state)
    {
        const auto path = u"/v1/apps/%1/machines/%2"_s.arg(app, machine);
        QTRY_COMPARE_WITH_TIMEOUT(get(path).object()[u"state"].toString(), state, 15'000);
    }

    QString volume; //!< of the box made last

private:
    static QNetworkReply::RawHeaderPair isForm() { return {"Content-Type", "application/x-www-form-urlencoded"}; }
};
