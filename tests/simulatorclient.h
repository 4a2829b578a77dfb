#pragma once

#include "fly/simulator/simulator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

struct SimulatorReply {
    int status = 0;
    QByteArray body = {};
    QByteArray cookie = {};

    // Const, because [] on an object of its own would refer into what is gone.
    const QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
};

//! A simulator and a plain client of it, so that a fault of ours cannot hide behind one of the real client.
class SimulatorClient
{
public:
    using Headers = QList<QNetworkReply::RawHeaderPair>;

    explicit SimulatorClient(const swarm::simulator::Options &options)
        : simulator(options)
    {
        simulator.setAutostopAfter(std::chrono::milliseconds(0));
        QVERIFY2(simulator.listen(), qPrintable(simulator.errorString()));
    }

    static swarm::simulator::Options quick(double timeScale = 50)
    {
        return {.timeScale = timeScale, .newAppUnsettled = std::chrono::milliseconds(0), .rateLimits = false};
    }

    SimulatorReply call(const QByteArray &verb, const QUrl &url, const QByteArray &body, const Headers &headers)
    {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, verb, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(20'000);
        return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                .body = reply->readAll(),
                .cookie = reply->rawHeader("Set-Cookie"_ba)};
    }
    SimulatorReply get(const QString &path)
    {
        return call("GET"_ba, QUrl(simulator.apiUrl().toString() + path), {}, {{"Authorization"_ba, token}});
    }
    SimulatorReply post(const QString &path, const QJsonObject &body = {})
    {
        return call("POST"_ba, QUrl(simulator.apiUrl().toString() + path),
                    QJsonDocument(body).toJson(QJsonDocument::Compact),
                    {{"Authorization"_ba, token}, {"Content-Type"_ba, "application/json"_ba}});
    }
    SimulatorReply postForm(const QString &path, const QByteArray &form)
    {
        return call("POST"_ba, QUrl(simulator.apiUrl().toString() + path), form,
                    {{"Authorization"_ba, token}, {"Content-Type"_ba, "application/x-www-form-urlencoded"_ba}});
    }
    //! At an app's own address; the proxy goes by the Host header alone.
    SimulatorReply visit(const QString &app, const QByteArray &verb, const QString &path, const QByteArray &body = {})
    {
        auto url = simulator.appUrl(app);
        const auto host = url.authority().toUtf8();
        url.setHost(u"127.0.0.1"_s);
        return call(verb, QUrl(url.toString() + path), body,
                    {{"Host"_ba, host}, {"Content-Type"_ba, "application/x-www-form-urlencoded"_ba}});
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

    swarm::simulator::Simulator simulator;
    QByteArray token = "Bearer fo1_test"_ba;
    QString volume; //!< of the box made last

private:
    QNetworkAccessManager m_network;
};
