#include "fly/simulator/proxy.h"

#include "fly/simulator/ids.h"
#include "fly/simulator/machineview.h"
#include "fly/simulator/regions.h"
#include "fly/simulator/tunnel.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swarm::simulator {

constexpr auto holdsAVisit = 30s;
constexpr auto looksAgainAfter = 100ms;
constexpr auto looksForIdleEach = 15s;

//! The service that the editor is behind; empty when none leads to it.
static QJsonObject serviceOf(const Machine &machine)
{
    for (const auto &value : machine.config[u"services"].toArray()) {
        const auto service = value.toObject();
        if (machine.editorPort() > 0 && service[u"internal_port"].toInt() == machine.editorPort())
            return service;
    }
    return {};
}

static QString noInstance()
{
    return u"no known healthy instances found for route tcp/443. (hint: is your app shut down? is there an ongoing "
           "deployment with a volume or are you using the 'immediate' strategy? have your app's instances all reached "
           "their hard limit?)"_s;
}

static int rank(const Machine &machine)
{
    static const QStringList best{u"started"_s,   u"starting"_s,  u"restarting"_s, u"created"_s,    u"creating"_s,
                                  u"replacing"_s, u"suspended"_s, u"stopped"_s,    u"suspending"_s, u"stopping"_s};
    const auto at = best.indexOf(machine.state);
    return at < 0 ? 100 : static_cast<int>(at);
}

Proxy::Proxy(World &world, MachineLife &life, LogBook &log, const QString &editor, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_life(life)
    , m_log(log)
    , m_program(CodeServers::programFor(editor))
    , m_builtIn(world, log, this)
    , m_codeServers(world, log, m_program, this)
    , m_server([this](HttpConnection *connection, const Request &request) { serve(connection, request); },
               m_program.isEmpty() ? HttpConnection::Reading::WholeRequests : HttpConnection::Reading::HeadsOnly, this)
    , m_idleTimer(this)
    , m_bornAt(world.clock().now())
{
    m_idleTimer.setInterval(std::max(world.clock().real(looksForIdleEach), std::chrono::milliseconds(20)));
    connect(&m_idleTimer, &QTimer::timeout, this, &Proxy::stopIdle);
}

bool Proxy::listen()
{
    m_idleTimer.start();
    return m_server.listen(0);
}

void Proxy::serve(HttpConnection *connection, const Request &request)
{
    const auto host = QString::fromUtf8(request.header("host"_ba)).section(u':', 0, 0).toLower();
    const auto until = m_world.clock().now() + std::chrono::milliseconds(holdsAVisit).count();
    Visit visit{
        .connection = connection, .request = request, .app = host.section(u".localhost"_s, 0, 0), .until = until};
    if (visit.app.contains(u'.')) {
        const auto *app = m_world.appServing(host);
        if (!app) {
            refuse(visit, 404);
            return;
        }
        visit.app = app->name;
    }
    advance(visit);
}

Machine *Proxy::choose(const App &app)
{
    Machine *chosen = nullptr;
    for (auto *machine : m_world.machinesOf(app)) {
        const bool canServe =
            !machine->isCordoned && machine->isHostReachable && rank(*machine) < 100 && !serviceOf(*machine).isEmpty();
        if (canServe && (!chosen || rank(*machine) < rank(*chosen)))
            chosen = machine;
    }
    return chosen;
}

void Proxy::advance(const Visit &visit)
{
    if (!visit.connection)
        return;
    const auto *app = m_world.app(visit.app);
    // Without a public address the real name does not resolve at all.
    if (!app || !app->hasPublicAddress()) {
        refuse(visit, 502);
        return;
    }
    auto *machine = choose(*app);
    if (!machine) {
        refuse(visit, 503, 1, noInstance());
        return;
    }
    const bool isAsleep = machine->state == "stopped"_L1 || machine->state == "suspended"_L1;
    if (isAsleep && !serviceOf(*machine)[u"autostart"].toBool(true)) {
        refuse(visit, 503, 1, noInstance());
        return;
    }
    if (isAsleep) {
        const auto refusal = m_life.start(*machine, u"flyd"_s);
        // 412 is "still active" and passes; anything else does not.
        if (refusal && refusal->status != 412) {
            refuse(visit, 503, 3, u"could not find a good candidate within 1 attempt at load balancing"_s);
            return;
        }
        if (!refusal)
            m_log.tell(*machine, u"proxy"_s, u"Starting machine"_s);
    }
    const auto readyAt = editorReadyAt(*machine);
    if (readyAt > 0 && m_world.clock().now() >= readyAt)
        deliver(*machine, visit);
    else
        waitAndSee(visit);
}

void Proxy::waitAndSee(const Visit &visit)
{
    if (m_world.clock().now() > visit.until) {
        refuse(visit, 502, 4,
               u"could not find a good candidate within 30s of load balancing. is your app listening on 0.0.0.0?"_s);
        return;
    }
    m_world.clock().after(looksAgainAfter, visit.connection, [this, visit] { advance(visit); });
}

void Proxy::refuse(const Visit &visit, int status)
{
    if (visit.connection)
        visit.connection->answer({.status = status, .headers = {{"server"_ba, "Fly/simulator"_ba}}});
}

void Proxy::refuse(const Visit &visit, int status, int code, const QString &reason)
{
    const auto &request = visit.request;
    const auto message = u"[PR%1] %2"_s.arg(code, 2, 10, QLatin1Char('0')).arg(reason);
    const auto url = u"https://%1.fly.dev"_s.arg(visit.app) + QString::fromUtf8(request.target);
    if (const auto *app = m_world.app(visit.app)) {
        const QJsonObject asked{{u"id"_s, newUlid(m_world.clock().now())},
                                {u"method"_s, QString::fromLatin1(request.method)},
                                {u"version"_s, u"HTTP/1.1"_s}};
        const QJsonObject answered{{u"status_code"_s, status}};
        m_log.add(app->number,
                  {.provider = u"proxy"_s,
                   .message = message,
                   .level = u"error"_s,
                   .region = nearestRegion(),
                   .meta = {{u"http"_s, QJsonObject{{u"request"_s, asked}, {u"response"_s, answered}}},
                            {u"error"_s, QJsonObject{{u"code"_s, code}, {u"message"_s, reason}}},
                            {u"url"_s, QJsonObject{{u"full"_s, url}}}}});
    }
    refuse(visit, status);
}

void Proxy::deliver(Machine &machine, const Visit &visit)
{
    auto &traffic = m_traffic[machine.id];
    traffic.lastAt = m_world.clock().now();
    if (m_program.isEmpty()) {
        Q_EMIT visited(machine.id, traffic.open + 1);
        visit.connection->answer(m_builtIn.serve(machine, visit.request));
        Q_EMIT visited(machine.id, traffic.open);
        return;
    }
    m_codeServers.connectTo(machine, [this, visit, id = machine.id](quint16 port) {
        if (!visit.connection)
            return;
        if (port == 0) {
            refuse(visit, 502, 4, u"could not find a good candidate: the editor does not come up"_s);
            return;
        }
        const auto [client, bytes] = visit.connection->handOver();
        tunnelTo(id, client, bytes, port);
    });
}

//! One request for each connection, unless it becomes a WebSocket: clients may send the next one for another app.
static QByteArray withClose(const QByteArray &bytes)
{
    const auto end = bytes.indexOf("\r\n\r\n"_ba);
    QByteArray head;
    for (const auto &line : bytes.left(end).split('\n')) {
        const auto name = line.left(line.indexOf(':')).trimmed().toLower();
        if (name == "upgrade"_ba)
            return bytes;
        if (name != "connection"_ba)
            head += line.trimmed() + "\r\n"_ba;
    }
    return head + "Connection: close\r\n"_ba + bytes.mid(end + 2);
}

void Proxy::tunnelTo(const QString &machine, QTcpSocket *client, const QByteArray &bytes, quint16 port)
{
    auto *tunnel = new Tunnel(client, withClose(bytes), port, this);
    Q_EMIT visited(machine, ++m_traffic[machine].open);
    connect(tunnel, &Tunnel::closed, this, [this, machine] {
        auto &traffic = m_traffic[machine];
        --traffic.open;
        traffic.lastAt = m_world.clock().now();
        Q_EMIT visited(machine, traffic.open);
    });
}

void Proxy::stopIdle()
{
    if (m_autostopAfter.count() == 0)
        return;
    const auto now = m_world.clock().now();
    QStringList idle;
    for (const auto &[id, machine] : m_world.machines()) {
        const auto traffic = m_traffic.value(id);
        const auto since = std::max({machine.startedAt, traffic.lastAt, m_bornAt});
        if (machine.isStarted() && traffic.open == 0 && now - since >= m_autostopAfter.count())
            idle << id;
    }
    for (const auto &id : idle) {
        auto *machine = m_world.machine(id);
        const auto service = serviceOf(*machine);
        const auto autostop = service[u"autostop"];
        if (service[u"min_machines_running"].toInt() > 0)
            continue;
        const bool isSuspended = autostop.toString() == "suspend"_L1;
        if (!isSuspended && !autostop.toBool())
            continue;
        m_log.tell(*machine, u"proxy"_s,
                   u"App %1 has excess capacity, autostopping machine %2. 0 out of 1 machines left running"_s.arg(
                       machine->app, id));
        if (isSuspended) {
            if (m_life.suspend(*machine, u"flyd"_s))
                m_life.stop(*machine, u"flyd"_s, false);
        } else {
            m_life.stop(*machine, u"flyd"_s, false);
        }
    }
}

} // namespace swarm::simulator
