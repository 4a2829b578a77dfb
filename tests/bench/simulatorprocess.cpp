#include "tests/bench/simulatorprocess.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

constexpr int apps = SimulatorProcess::apps;
constexpr int perApp = SimulatorProcess::perApp;

QJsonObject machineConfig(const QString &volume)
{
    return QJsonDocument::fromJson(QByteArray(R"({
        "image": "codercom/code-server:latest",
        "guest": {"cpu_kind": "shared", "cpus": 1, "memory_mb": 2048},
        "env": {"CODE_SERVER_IDLE_TIMEOUT_SECONDS": "3600"},
        "init": {"entrypoint": ["/bin/sh", "-c"], "cmd": ["sudo chown coder:coder /home/coder && exec /usr/bin/entrypoint.sh"]},
        "mounts": [{"volume": "VOLUME", "path": "/home/coder"}],
        "services": [{"protocol": "tcp", "internal_port": 8080, "autostop": "suspend", "autostart": true,
                      "min_machines_running": 0,
                      "ports": [{"port": 80, "handlers": ["http"], "force_https": true},
                                {"port": 443, "handlers": ["tls", "http"]}]}],
        "checks": {"healthz": {"type": "http", "port": 8080, "path": "/healthz", "interval": "30s", "timeout": "5s"}},
        "restart": {"policy": "on-failure", "max_retries": 10},
        "metadata": {"remote_swarm_schema": "1", "remote_swarm_role": "current"}})")
                                       .replace("VOLUME", volume.toUtf8()))
        .object();
}

//! A saved state of the simulator.
QByteArray swarmOfMany()
{
    QJsonArray appList;
    QJsonArray machineList;
    QJsonArray volumeList;
    const auto now = QDateTime::currentMSecsSinceEpoch();
    for (int app = 0; app < apps; ++app) {
        const auto name = u"box-%1"_s.arg(app);
        appList << QJsonObject{{u"name"_s, name}, {u"number"_s, app + 1}, {u"network"_s, name}, {u"created_at"_s, now}};
        for (int i = 0; i < perApp; ++i) {
            const auto number = app * perApp + i;
            const auto id = u"%1"_s.arg(Q_INT64_C(0x4d891234c00000) + number, 14, 16);
            const auto volume = u"vol_%1"_s.arg(QString::number(number), 16, u'0');
            volumeList << QJsonObject{{u"id"_s, volume},          {u"app"_s, name},
                                      {u"app_number"_s, app + 1}, {u"name"_s, u"data"_s},
                                      {u"state"_s, u"created"_s}, {u"region"_s, u"ams"_s},
                                      {u"size_gb"_s, 10},         {u"machine"_s, id},
                                      {u"created_at"_s, now},     {u"updated_at"_s, now - number}};
            machineList << QJsonObject{{u"id"_s, id},
                                       {u"name"_s, u"editor-%1"_s.arg(i)},
                                       {u"app"_s, name},
                                       {u"app_number"_s, app + 1},
                                       {u"region"_s, u"ams"_s},
                                       {u"state"_s, i % 2 == 0 ? u"started"_s : u"stopped"_s},
                                       {u"instance_id"_s, u"01K3%1"_s.arg(QString::number(number), 22, u'A')},
                                       {u"config"_s, machineConfig(volume)},
                                       {u"created_at"_s, now},
                                       {u"updated_at"_s, now - number}};
        }
    }
    return QJsonDocument(QJsonObject{{u"flysim"_s, 1},
                                     {u"last_number"_s, 1000},
                                     {u"apps"_s, appList},
                                     {u"machines"_s, machineList},
                                     {u"volumes"_s, volumeList}})
        .toJson();
}

} // namespace

SimulatorProcess::SimulatorProcess()
{
    QFile state(m_folder.filePath(u"state.json"_s));
    const bool isOpen = state.open(QIODevice::WriteOnly);
    Q_ASSERT(isOpen);
    Q_UNUSED(isOpen)
    state.write(swarmOfMany());
    state.close();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(SWARM_BIN "/flysim"),
                    {u"--port"_s, u"0"_s, u"--no-rate-limits"_s, u"--load"_s, state.fileName()});
    while (!m_process.canReadLine() && m_process.waitForReadyRead(10'000)) { }
    m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
}

SimulatorProcess::~SimulatorProcess()
{
    m_process.terminate();
    m_process.waitForFinished(5000);
}

FlyEndpoints SimulatorProcess::endpoints() const
{
    return {.api = QUrl(m_ready["api_url"_L1].toString()), .graphql = QUrl(m_ready["graphql_url"_L1].toString())};
}
