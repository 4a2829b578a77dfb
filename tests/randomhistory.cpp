#include "tests/randomhistory.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using swarm::simulator::Fault;

namespace {

constexpr int mostInstances = 7;
constexpr auto firstLag = 300ms; //!< of a simulator that nobody told otherwise

} // namespace

RandomHistory::RandomHistory(swarm::simulator::Simulator &simulator, unsigned seed)
    : m_simulator(simulator)
    , m_client(simulator.apiUrl())
    , m_random(seed)
    , m_beginning(simulator.now())
    , m_longestLag(firstLag)
{
}

void RandomHistory::happen()
{
    struct Chance {
        int weight;
        void (RandomHistory::*act)();
    };
    static const std::vector<Chance> chances{
        {14, &RandomHistory::create},         {22, &RandomHistory::command},   {5, &RandomHistory::update},
        {4, &RandomHistory::rename},          {9, &RandomHistory::exit},       {6, &RandomHistory::destroy},
        {2, &RandomHistory::destroyApp},      {5, &RandomHistory::migrate},    {12, &RandomHistory::switchMachine},
        {3, &RandomHistory::leaveHost},       {3, &RandomHistory::returnHost}, {9, &RandomHistory::toggleRegion},
        {7, &RandomHistory::changeLag},       {5, &RandomHistory::forceState}, {6, &RandomHistory::breakLists},
        {4, &RandomHistory::breakInspections}};
    int total = 0;
    for (const auto &chance : chances)
        total += chance.weight;
    int drawn = number(total);
    for (const auto &chance : chances) {
        drawn -= chance.weight;
        if (drawn < 0) {
            (this->*chance.act)();
            return;
        }
    }
}

void RandomHistory::calmDown()
{
    note(u"all is calm from here on"_s);
    m_simulator.clearFaults();
    for (const auto &region : std::as_const(m_silentRegions))
        m_simulator.setRegionSilent(region, false);
    m_silentRegions.clear();
    while (chance(70))
        returnHost();
}

int RandomHistory::number(int end)
{
    return static_cast<int>(m_random() % static_cast<unsigned>(end)); // the same with every standard library
}

void RandomHistory::note(const QString &line)
{
    const auto seconds = static_cast<double>(m_simulator.now() - m_beginning) / 1000;
    m_lines << u"%1 s  %2"_s.arg(seconds, 8, 'f', 2).arg(line);
}

bool RandomHistory::wasHostAway(const QString &machine, qint64 since) const
{
    return std::ranges::any_of(m_absences, [&](const Absence &absence) {
        return absence.machine == machine && (absence.until == 0 || absence.until >= since);
    });
}

QStringList RandomHistory::inventedStates()
{
    return {u"hibernating"_s, u"Started"_s, u"started_again"_s, u"running"_s};
}

void RandomHistory::create()
{
    const auto all = truth();
    const auto instances = all.instances();
    const auto living = std::ranges::count_if(instances, [&](const QString &id) { return all.current(id) != nullptr; });
    if (living >= mostInstances)
        return;
    const auto app = u"box-%1"_s.arg(++m_made);
    const auto place = region();
    ask("POST"_ba, u"/v1/apps"_s, {{u"name"_s, app}, {u"org_slug"_s, u"personal"_s}});
    auto machine = config(u"id-of-"_s + app, app, u"current"_s);
    if (chance(50)) {
        const auto volume = ask("POST"_ba, u"/v1/apps/%1/volumes"_s.arg(app),
                                {{u"name"_s, u"data"_s}, {u"region"_s, place}, {u"size_gb"_s, 1 + number(20)}});
        const QJsonObject mount{{u"volume"_s, volume.text(u"id"_s)}, {u"path"_s, u"/home/coder"_s}};
        machine.insert(u"mounts"_s, QJsonArray{mount});
    }
    if (chance(5)) {
        note(u"the next launch fails"_s);
        m_simulator.failNextLaunch();
    }
    ask("POST"_ba, u"/v1/apps/%1/machines"_s.arg(app),
        {{u"region"_s, place}, {u"skip_launch"_s, chance(15)}, {u"config"_s, machine}});
}

void RandomHistory::command()
{
    static const QStringList verbs{u"/start"_s, u"/start"_s, u"/stop"_s, u"/suspend"_s, u"/restart"_s};
    const auto machine = anyMachine();
    if (machine.id().isEmpty())
        return;
    const auto &verb = verbs[number(static_cast<int>(verbs.size()))];
    QJsonObject body;
    if (verb == "/stop"_L1 && chance(40))
        body = {{u"signal"_s, u"SIGKILL"_s}, {u"timeout"_s, u"0s"_s}};
    ask("POST"_ba, pathOf(machine, verb), body);
}

void RandomHistory::update()
{
    const auto machine = anyMachine();
    if (machine.id().isEmpty())
        return;
    auto config = machine.json["config"_L1].toObject();
    config.insert(u"guest"_s,
                  QJsonObject{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 1}, {u"memory_mb"_s, 512 * (1 + number(4))}});
    if (chance(15)) {
        note(u"the next update of %1 is taken back"_s.arg(machine.id()));
        m_simulator.revertNextUpdate(machine.id());
    }
    ask("POST"_ba, pathOf(machine), {{u"config"_s, config}});
}

void RandomHistory::rename()
{
    const auto machine = anyMachine();
    if (!machine.id().isEmpty())
        ask("POST"_ba, pathOf(machine, u"/metadata/remote_swarm_name"_s), {{u"value"_s, u"name-%1"_s.arg(++m_made)}});
}

void RandomHistory::exit()
{
    const auto machine = anyMachine();
    if (machine.state() != "started"_L1)
        return;
    const bool isOutOfMemory = chance(30);
    const int code = isOutOfMemory ? 137 : number(2);
    note(u"%1 exits with %2%3"_s.arg(machine.id()).arg(code).arg(isOutOfMemory ? u", out of memory"_s : QString()));
    m_simulator.exitMachine(machine.id(), code, isOutOfMemory);
}

void RandomHistory::destroy()
{
    const auto machine = anyMachine();
    if (machine.id().isEmpty())
        return;
    if (chance(50)) {
        ask("DELETE"_ba, pathOf(machine) + u"?force=true"_s);
    } else {
        note(u"%1 is destroyed"_s.arg(machine.id()));
        m_simulator.destroyMachine(machine.id());
    }
}

void RandomHistory::destroyApp()
{
    const auto machine = anyMachine();
    if (!machine.id().isEmpty())
        ask("DELETE"_ba, u"/v1/apps/%1?force=true"_s.arg(machine.text("app")));
}

void RandomHistory::migrate()
{
    const auto machine = anyMachine();
    if (!machine.id().isEmpty())
        note(u"%1 migrates to %2"_s.arg(machine.id(), m_simulator.migrateMachine(machine.id())));
}

void RandomHistory::switchMachine()
{
    const auto any = anyMachine();
    if (any.id().isEmpty())
        return;
    const auto all = truth();
    QMap<QString, std::vector<const Truth::Machine *>> byRole; // each with the one made last first
    for (const auto *machine : all.living(any.instance)) {
        if (machine->state() != "destroying"_L1)
            byRole[machine->role()].push_back(machine);
    }
    const auto &currents = byRole[u"current"_s];
    if (currents.empty())
        return;
    if (currents.size() > 1) { // both for a while
        const bool goesBack = chance(20);
        setRole(goesBack ? *currents.front() : *currents.back(), goesBack ? u"candidate"_s : u"previous"_s);
    } else if (!byRole[u"previous"_s].empty() && chance(50)) {
        ask("DELETE"_ba, pathOf(*byRole[u"previous"_s].front()) + u"?force=true"_s);
    } else if (!byRole[u"candidate"_s].empty()) {
        setRole(*byRole[u"candidate"_s].front(), u"current"_s);
    } else {
        ask("POST"_ba, u"/v1/apps/%1/machines"_s.arg(any.text("app")),
            {{u"region"_s, region()},
             {u"skip_service_registration"_s, true},
             {u"config"_s, config(any.instance, any.metadata("remote_swarm_name"), u"candidate"_s)}});
    }
}

void RandomHistory::leaveHost()
{
    const auto machine = anyMachine();
    if (machine.id().isEmpty() || !machine.isHostReachable())
        return;
    note(u"the host of %1 is away"_s.arg(machine.id()));
    m_absences.push_back({.machine = machine.id()});
    m_simulator.setHostReachable(machine.id(), false);
}

void RandomHistory::returnHost()
{
    const auto found = std::ranges::find(m_absences, 0, &Absence::until);
    if (found == m_absences.end())
        return;
    note(u"the host of %1 is back"_s.arg(found->machine));
    m_simulator.setHostReachable(found->machine, true);
    found->until = m_simulator.now();
}

void RandomHistory::toggleRegion()
{
    const bool speaks = !m_silentRegions.isEmpty() && chance(80);
    const auto place = speaks ? m_silentRegions[number(static_cast<int>(m_silentRegions.size()))] : region();
    if (speaks)
        m_silentRegions.removeAll(place);
    else if (!m_silentRegions.contains(place))
        m_silentRegions << place;
    note(speaks ? u"%1 speaks again"_s.arg(place) : u"%1 is silent"_s.arg(place));
    m_simulator.setRegionSilent(place, !speaks);
}

void RandomHistory::changeLag()
{
    const auto lag = chance(30) ? 0ms : std::chrono::milliseconds(number(5000));
    m_longestLag = std::max(m_longestLag, lag);
    note(u"the lists lag %1 ms behind"_s.arg(lag.count()));
    m_simulator.setOrgListLag(lag);
    if (chance(40)) {
        const int rows = 1 + number(4);
        note(u"the lists have %1 rows on a page"_s.arg(rows));
        m_simulator.setOrgListPage(rows);
    }
}

void RandomHistory::forceState()
{
    // Those that end a machine have ways of their own; a state given by force lasts until something else happens.
    static const auto states =
        QStringList{u"creating"_s,   u"pending"_s,    u"created"_s,    u"starting"_s, u"started"_s,       u"stopping"_s,
                    u"stopped"_s,    u"suspending"_s, u"suspended"_s,  u"updating"_s, u"replacing"_s,     u"replaced"_s,
                    u"restarting"_s, u"failed"_s,     u"destroying"_s, u"crashed"_s,  u"launch_failed"_s, QString()}
        + inventedStates();
    const auto machine = anyMachine();
    if (machine.id().isEmpty())
        return;
    const auto &state = states[number(static_cast<int>(states.size()))];
    note(u"%1 is \"%2\" all at once"_s.arg(machine.id(), state));
    m_simulator.setMachineState(machine.id(), state);
}

void RandomHistory::breakLists()
{
    static const std::vector<Fault> faults{{.status = 500},
                                           {.status = 502, .body = "<html>", .contentType = "text/html"},
                                           {.status = 429},
                                           {.status = 200, .body = "[]"},
                                           {.kind = Fault::Kind::Cut},
                                           {.kind = Fault::Kind::Reset},
                                           {.kind = Fault::Kind::Delay, .delay = 4s}};
    const auto which = static_cast<std::size_t>(number(static_cast<int>(faults.size())));
    auto fault = faults[which];
    fault.method = "GET"_ba;
    fault.route = chance(70) ? u"/v1/orgs/{slug}/machines"_s : u"/v1/orgs/{slug}/volumes"_s;
    fault.skip = chance(30) ? number(3) : 0;
    fault.times = 1 + number(6); // the client repeats three times
    note(u"fault %1, %2 times, after %3, at %4"_s.arg(which).arg(fault.times).arg(fault.skip).arg(fault.route));
    m_simulator.addFault(fault);
}

void RandomHistory::breakInspections()
{
    Fault fault{.kind = chance(50) ? Fault::Kind::Status : Fault::Kind::Cut,
                .method = "GET",
                .route = u"/v1/apps/{app}/machines/{id}"_s,
                .times = 1 + number(6),
                .status = 500};
    note(u"%1 looks at a machine fail"_s.arg(fault.times));
    m_simulator.addFault(fault);
}

PlainReply RandomHistory::ask(const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    const auto text = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    const auto reply = m_client.call(verb, path, text);
    const auto id = reply.text(u"id"_s);
    note(u"%1 %2 -> %3 %4"_s.arg(QString::fromUtf8(verb), path).arg(reply.status).arg(id));
    return reply;
}

void RandomHistory::setRole(const Truth::Machine &machine, const QString &role)
{
    note(u"%1 is to be %2"_s.arg(machine.id(), role));
    ask("POST"_ba, pathOf(machine, u"/metadata/remote_swarm_role"_s), {{u"value"_s, role}});
}

QString RandomHistory::region()
{
    static const QStringList regions{u"ams"_s, u"fra"_s, u"syd"_s};
    return regions[number(static_cast<int>(regions.size()))];
}

QJsonObject RandomHistory::config(const QString &id, const QString &name, const QString &role)
{
    static const QStringList policies{u"no"_s, u"on-failure"_s, u"always"_s};
    const QJsonObject metadata{{u"remote_swarm_schema"_s, u"1"_s},
                               {u"remote_swarm_id"_s, id},
                               {u"remote_swarm_name"_s, name},
                               {u"remote_swarm_role"_s, role},
                               {u"remote_swarm_version"_s, u"1.0.0"_s}};
    return {{u"image"_s, u"codercom/code-server:latest"_s},
            {u"guest"_s, QJsonObject{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 1}, {u"memory_mb"_s, 1024}}},
            {u"restart"_s, QJsonObject{{u"policy"_s, policies[number(static_cast<int>(policies.size()))]}}},
            {u"metadata"_s, metadata}};
}

Truth::Machine RandomHistory::anyMachine()
{
    const auto all = truth();
    std::vector<Truth::Machine> living;
    std::ranges::copy_if(all.machines(), std::back_inserter(living), std::not_fn(&Truth::Machine::isOver));
    return living.empty() ? Truth::Machine()
                          : living[static_cast<std::size_t>(number(static_cast<int>(living.size())))];
}

QString RandomHistory::pathOf(const Truth::Machine &machine, const QString &rest)
{
    return u"/v1/apps/%1/machines/%2"_s.arg(machine.text("app"), machine.id()) + rest;
}
