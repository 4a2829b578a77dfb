#include "fly/simulator/demo.h"

#include "fly/simulator/ids.h"
#include "fly/simulator/machineconfig.h"
#include "fly/simulator/machinelife.h"
#include "fly/simulator/routes.h"

#include <QFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace swarm::simulator {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

struct DemoInstance {
    QString name = {};
    QString region = {};
    QString cpuKind = {};
    int cpus = 1;
    int memoryMb = 1024;
    int diskGb = 10;
    QString state = {};
    qint64 age = 0;
    qint64 inStateSince = 0;
    QString fileName = {};
    QByteArray fileText = {};
};

const QList<DemoInstance> &instances()
{
    static const QList<DemoInstance> list{
        {u"api-server"_s, u"ams"_s, u"shared"_s, 2, 2048, 10, u"started"_s, 21 * day, 3 * hour, u"main.go"_s,
         "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"listening on :9000\")\n}\n"_ba},
        {u"thesis"_s, u"fra"_s, u"shared"_s, 4, 8192, 20, u"starting"_s, 64 * day, 9 * hour, u"thesis.tex"_s,
         "\\documentclass{article}\n\\begin{document}\n\\section{Introduction}\n\\end{document}\n"_ba},
        {u"playground"_s, u"ams"_s, u"shared"_s, 1, 1024, 5, u"started"_s, 6 * day, 40 * minute, u"hello.py"_s,
         "print(\"hello\")\n"_ba},
        {u"old-blog"_s, u"ewr"_s, u"shared"_s, 1, 256, 3, u"oom"_s, 210 * day, 30 * hour, u"index.md"_s,
         "# Notes\n\nMoved elsewhere.\n"_ba},
        {u"course-2026"_s, u"syd"_s, u"shared"_s, 1, 2048, 10, u"suspended"_s, 35 * day, 14 * hour, u"exercise1.rs"_s,
         "fn main() {\n    println!(\"exercise 1\");\n}\n"_ba},
        {u"data-cleaning"_s, u"ord"_s, u"performance"_s, 2, 4096, 40, u"stopped"_s, 12 * day, 2 * day, u"clean.sql"_s,
         "select count(*) from visits where country is null;\n"_ba},
        {u"sandbox-3"_s, u"nrt"_s, u"shared"_s, 1, 1024, 3, u"stopped"_s, 3 * day, 26 * hour, u"notes.txt"_s,
         "try things here\n"_ba},
    };
    return list;
}

QJsonObject configOf(const DemoInstance &instance, const Volume &volume)
{
    const bool canSuspend = instance.memoryMb <= 2048;
    const auto id = QUuid::createUuidV5(QUuid(), u"demo:"_s + instance.name).toString(QUuid::WithoutBraces);
    const auto digest = imageRef(u"codercom/code-server:latest"_s)[u"digest"].toString();
    const auto command =
        u"sudo chown coder:coder /home/coder && cp -rn /etc/skel/. /home/coder/ && mkdir -p /home/coder/project && "
        "exec /usr/bin/entrypoint.sh --bind-addr 0.0.0.0:8080 --disable-telemetry /home/coder/project"_s;
    return {
        {u"image"_s, u"codercom/code-server:latest@"_s + digest},
        {u"guest"_s,
         QJsonObject{
             {u"cpu_kind"_s, instance.cpuKind}, {u"cpus"_s, instance.cpus}, {u"memory_mb"_s, instance.memoryMb}}},
        {u"env"_s, QJsonObject()},
        {u"init"_s, QJsonObject{{u"entrypoint"_s, QJsonArray{u"/bin/sh"_s, u"-c"_s}}, {u"cmd"_s, QJsonArray{command}}}},
        {u"mounts"_s,
         QJsonArray{QJsonObject{{u"volume"_s, volume.id},
                                {u"path"_s, u"/home/coder"_s},
                                {u"name"_s, volume.name},
                                {u"size_gb"_s, volume.sizeGb},
                                {u"encrypted"_s, true}}}},
        {u"services"_s,
         QJsonArray{QJsonObject{
             {u"protocol"_s, u"tcp"_s},
             {u"internal_port"_s, 8080},
             {u"autostop"_s, canSuspend ? u"suspend"_s : u"stop"_s},
             {u"autostart"_s, true},
             {u"min_machines_running"_s, 0},
             {u"ports"_s,
              QJsonArray{QJsonObject{{u"port"_s, 80}, {u"handlers"_s, QJsonArray{u"http"_s}}, {u"force_https"_s, true}},
                         QJsonObject{{u"port"_s, 443}, {u"handlers"_s, QJsonArray{u"tls"_s, u"http"_s}}}}}}}},
        {u"checks"_s,
         QJsonObject{{u"healthz"_s,
                      QJsonObject{{u"type"_s, u"http"_s},
                                  {u"port"_s, 8080},
                                  {u"path"_s, u"/healthz"_s},
                                  {u"method"_s, u"GET"_s},
                                  {u"interval"_s, u"30s"_s},
                                  {u"timeout"_s, u"5s"_s},
                                  {u"grace_period"_s, u"20s"_s}}}}},
        {u"restart"_s, QJsonObject{{u"policy"_s, u"on-failure"_s}, {u"max_retries"_s, 10}}},
        {u"metadata"_s,
         QJsonObject{{u"remote_swarm_schema"_s, u"1"_s},
                     {u"remote_swarm_id"_s, id},
                     {u"remote_swarm_name"_s, instance.name},
                     {u"remote_swarm_role"_s, u"current"_s},
                     {u"remote_swarm_version"_s, u"0.1.0"_s}}},
    };
}

void tell(Machine &machine, qint64 at, const QString &type, const QString &status, const QString &source,
          const QJsonObject &exitEvent = {})
{
    QJsonObject event{
        {u"id"_s, newUlid(at)}, {u"type"_s, type}, {u"status"_s, status}, {u"source"_s, source}, {u"timestamp"_s, at}};
    if (!exitEvent.isEmpty())
        event.insert(u"request"_s, QJsonObject{{u"exit_event"_s, exitEvent}});
    machine.events.prepend(event);
}

QJsonObject exitEvent(int code, bool isOom, qint64 at)
{
    return {{u"exit_code"_s, code},       {u"guest_exit_code"_s, code},  {u"guest_signal"_s, isOom ? 9 : -1},
            {u"oom_killed"_s, isOom},     {u"requested_stop"_s, !isOom}, {u"restarting"_s, false},
            {u"exited_at"_s, rfc3339(at)}};
}

void tellStory(Machine &machine, const DemoInstance &instance, qint64 now)
{
    const auto since = now - instance.inStateSince;
    tell(machine, machine.createdAt, u"launch"_s, u"created"_s, u"user"_s);
    tell(machine, machine.createdAt + 2900, u"start"_s, u"starting"_s, u"flyd"_s);
    tell(machine, machine.createdAt + 3700, u"start"_s, u"started"_s, u"flyd"_s);
    if (instance.state == "started"_L1) {
        tell(machine, since - 9 * hour, u"stop"_s, u"stopping"_s, u"user"_s);
        tell(machine, since - 9 * hour + 1200, u"exit"_s, u"stopped"_s, u"flyd"_s,
             exitEvent(0, false, since - 9 * hour));
        tell(machine, since - 800, u"start"_s, u"starting"_s, u"user"_s);
        tell(machine, since, u"start"_s, u"started"_s, u"flyd"_s);
        machine.startedAt = since;
        machine.state = u"started"_s;
    } else if (instance.state == "suspended"_L1) {
        tell(machine, since - 600, u"suspend"_s, u"suspending"_s, u"flyd"_s);
        tell(machine, since, u"suspend"_s, u"suspended"_s, u"flyd"_s);
        machine.state = u"suspended"_s;
    } else {
        const bool isOom = instance.state == "oom"_L1;
        if (!isOom)
            tell(machine, since - 1200, u"stop"_s, u"stopping"_s, u"user"_s);
        tell(machine, since, u"exit"_s, u"stopped"_s, u"flyd"_s, exitEvent(isOom ? 137 : 0, isOom, since));
        machine.state = u"stopped"_s;
    }
    machine.stoppedAt = since;
    machine.updatedAt = since;
}

void writeFile(const World &world, const Machine &machine, const DemoInstance &instance)
{
    QFile file(world.homeOf(machine).filePath(u"project/"_s + instance.fileName));
    if (file.open(QIODevice::WriteOnly))
        file.write(instance.fileText);
}

Machine &addInstance(World &world, const DemoInstance &instance)
{
    const auto now = world.clock().now();
    const auto createdAt = now - instance.age;
    App fresh{.id = newAppId(),
              .number = world.nextNumber(),
              .name = instance.name,
              .network = instance.name,
              .createdAt = createdAt - 4000,
              .hadMachine = true};
    fresh.secrets.insert(u"PASSWORD"_s,
                         {.value = u"demo-"_s + instance.name, .createdAt = createdAt, .updatedAt = createdAt});
    fresh.secretsVersion = 1;
    auto &app = world.addApp(fresh);
    giveAddress(world, app, u"shared_v4"_s, {});
    giveAddress(world, app, u"v6"_s, {});

    auto &volume = world.addVolume({.id = newVolumeId(),
                                    .appNumber = app.number,
                                    .app = app.name,
                                    .name = QString(instance.name).replace(u'-', u'_').left(25) + u"_data"_s,
                                    .region = instance.region,
                                    .zone = randomHex(4),
                                    .sizeGb = instance.diskGb,
                                    .wasMounted = true,
                                    .createdAt = createdAt - 1000,
                                    .updatedAt = createdAt});
    const auto config = storedConfig(configOf(instance, volume));
    const auto version = newUlid(createdAt);
    auto &machine = world.addMachine(
        {.id = newMachineId(),
         .name = u"editor"_s,
         .appNumber = app.number,
         .app = app.name,
         .region = instance.region,
         .instanceId = version,
         .config = config,
         .secrets = app.secretValues(),
         .versions = {QJsonObject{{u"version"_s, version}, {u"user_config"_s, config}}},
         .privateIp = u"fdaa:0:%1:a7b:%2:%3:0:2"_s.arg(app.number, 0, 16).arg(randomHex(3), randomHex(4)),
         .createdAt = createdAt});
    volume.machine = machine.id;
    tellStory(machine, instance, now);
    writeFile(world, machine, instance);
    Q_EMIT world.volumeChanged(volume.id);
    Q_EMIT world.machineChanged(machine.id);
    return machine;
}

} // namespace

void addDemo(World &world, MachineLife &life)
{
    for (const auto &instance : instances()) {
        auto &machine = addInstance(world, instance);
        if (instance.state == "starting"_L1)
            life.start(machine, u"user"_s);
    }
}

} // namespace swarm::simulator
