// swarmctl killed before and after each call and each write to its journal, then started again: what was cut off is
// finished or undone, nothing bills that nobody knows of, and no instance is lost.
//
// By default a seeded sample of the matrix runs; with SWARM_WHOLE_MATRIX set, all of it.
#include "tests/plainclient.h"
#include "tests/swarmfixture.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <map>
#include <optional>
#include <random>

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t sampledOperations = 8;
constexpr std::size_t sampledPoints = 3; //!< of each
constexpr unsigned seed = 20261124;
constexpr int patienceMs = 20'000;

constexpr auto ourPassword = "correct horse"_L1;
constexpr auto nextPassword = "battery staple"_L1;

struct Operation {
    const char *name = "";
    std::vector<QStringList> scene = {}; //!< what is done before, undisturbed
    QStringList act = {};
    QString state = u"started"_s; //!< what is wanted of the machine, beside what it was before
    bool mayRemove = false; //!< the instance may be gone afterwards
    bool mayCopy = false; //!< an earlier machine with its disk may be kept beside it
    bool mayPay = false; //!< it may have an address of its own
    bool isStrangers = false; //!< somebody else made what it is about
    bool isSlow = false; //!< its scene takes long: only in the whole matrix
};

//! A step of a scene that is not swarmctl's: somebody else makes an editor.
constexpr auto strangersEditor = "STRANGER"_L1;
//! A disk that nobody uses, old enough to be called so.
constexpr auto strayDisk = "STRAY"_L1;
constexpr auto ageOfStray = std::chrono::minutes(15);

//! SNAPSHOT stands for the snapshot that the scene took, ADDRESS for the address that it added, DISK for the stray one,
//! HOME for the folder of the scene.
std::vector<Operation> operations()
{
    const QStringList create{u"create"_s, u"box"_s, u"--idle"_s, u"never"_s};
    const QStringList stop{u"stop"_s, u"box"_s};
    const QStringList keep{u"delete"_s, u"box"_s, u"--keep"_s, u"5d"_s, u"--yes"_s};
    const QStringList newImage{u"image"_s, u"box"_s, u"--to"_s, u"4.99.1"_s};
    const QStringList snapshot{u"snapshot"_s, u"box"_s};
    const QStringList move{u"move"_s, u"box"_s, u"--region"_s, u"fra"_s};
    const QStringList toSnapshot{u"rollback"_s, u"box"_s, u"--snapshot"_s, u"SNAPSHOT"_s};
    const auto with = [](const QString &verb, const QStringList &more) { return QStringList{verb, u"box"_s} + more; };
    const auto ownAddress = with(u"address"_s, {u"--add"_s, u"v4"_s});
    const auto domain = with(u"domain"_s, {u"--add"_s, u"code.example.org"_s});
    return {
        {.name = "create", .act = create, .mayRemove = true},
        {.name = "start", .scene = {create, stop}, .act = with(u"start"_s, {})},
        {.name = "stop", .scene = {create}, .act = stop, .state = u"stopped"_s},
        {.name = "suspend", .scene = {create}, .act = with(u"suspend"_s, {}), .state = u"suspended"_s},
        {.name = "restart", .scene = {create}, .act = with(u"restart"_s, {})},
        {.name = "delete", .scene = {create}, .act = with(u"delete"_s, {u"--yes"_s}), .mayRemove = true},
        {.name = "delete-keep", .scene = {create}, .act = keep, .mayRemove = true},
        {.name = "delete-keep-asleep", .scene = {create, stop}, .act = keep, .state = {}, .mayRemove = true},
        {.name = "restore", .scene = {create, keep}, .act = with(u"restore"_s, {}), .mayRemove = true},
        {.name = "erase", .scene = {create, keep}, .act = with(u"erase"_s, {u"--yes"_s}), .mayRemove = true},
        {.name = "resize", .scene = {create}, .act = with(u"resize"_s, {u"--size"_s, u"small"_s})},
        {.name = "resize-asleep",
         .scene = {create, stop},
         .act = with(u"resize"_s, {u"--size"_s, u"small"_s}),
         .state = {}},
        {.name = "image", .scene = {create}, .act = newImage},
        {.name = "env", .scene = {create}, .act = with(u"env"_s, {u"--set"_s, u"A=B"_s})},
        {.name = "idle", .scene = {create}, .act = with(u"idle"_s, {u"stop"_s})},
        {.name = "rename", .scene = {create}, .act = with(u"rename"_s, {u"crate"_s})},
        {.name = "rotate-password", .scene = {create}, .act = with(u"rotate-password"_s, {})},
        {.name = "extend", .scene = {create}, .act = with(u"extend"_s, {u"--disk"_s, u"20"_s})},
        {.name = "rollback", .scene = {create, newImage}, .act = with(u"rollback"_s, {})},
        {.name = "rollback-data", .scene = {create, snapshot}, .act = toSnapshot, .mayCopy = true},
        {.name = "rollback-undo",
         .scene = {create, snapshot, toSnapshot},
         .act = with(u"rollback"_s, {u"--undo"_s}),
         .mayCopy = true},
        {.name = "snapshot", .scene = {create}, .act = snapshot},
        {.name = "clone", .scene = {create}, .act = with(u"clone"_s, {u"copy"_s})},
        {.name = "move", .scene = {create}, .act = move, .mayCopy = true},
        {.name = "move-asleep", .scene = {create, stop}, .act = move, .state = {}, .mayCopy = true},
        {.name = "move-back", .scene = {create, move}, .act = with(u"move"_s, {u"--back"_s}), .mayCopy = true},
        {.name = "move-confirm",
         .scene = {create, move},
         .act = with(u"move"_s, {u"--confirm"_s, u"--yes"_s}),
         .mayCopy = true},
        {.name = "recreate", .scene = {create}, .act = with(u"recreate"_s, {})},
        {.name = "open", .scene = {create}, .act = with(u"open"_s, {})},
        {.name = "open-asleep", .scene = {create, stop}, .act = with(u"open"_s, {})},
        {.name = "rollback-all", .scene = {create, newImage}, .act = with(u"rollback"_s, {u"--all"_s})},
        {.name = "address-add", .scene = {create}, .act = ownAddress, .mayPay = true},
        {.name = "address-remove",
         .scene = {create, ownAddress},
         .act = with(u"address"_s, {u"--remove"_s, u"ADDRESS"_s}),
         .mayPay = true},
        {.name = "port-open", .scene = {create}, .act = with(u"address"_s, {u"--open"_s, u"8443:3000:tls"_s})},
        {.name = "domain-add", .scene = {create}, .act = domain},
        {.name = "domain-remove",
         .scene = {create, domain},
         .act = with(u"domain"_s, {u"--remove"_s, u"code.example.org"_s})},
        {.name = "backup", .scene = {create}, .act = with(u"backup"_s, {u"--to"_s, u"HOME/box.tar.gz"_s})},
        {.name = "adopt", .scene = {{strangersEditor}}, .act = {u"adopt"_s, u"theirs"_s}, .isStrangers = true},
        {.name = "orphans",
         .scene = {create, {strayDisk}},
         .act = {u"orphans"_s, u"--remove"_s, u"DISK"_s, u"--yes"_s},
         .isSlow = true},
    };
}

//! Where it is killed: at a call, or at a write to its journal.
struct KillPoint {
    QByteArray method = {}; //!< empty: at a write
    QString route = {};
    int number = 0; //!< of its likes, from 1 on
    bool isAfter = false;

    [[nodiscard]] QByteArray name() const
    {
        const auto what = method.isEmpty() ? "journal write"_ba : method + ' ' + route.toUtf8();
        return (isAfter ? "after " : "before ") + what + " #" + QByteArray::number(number);
    }
};

bool isMoving(const QString &state)
{
    static const QSet<QString> still{u"started"_s, u"stopped"_s, u"suspended"_s, u"failed"_s, u"destroyed"_s};
    return !still.contains(state);
}

QString roleOf(const QJsonObject &machine)
{
    return machine["config"_L1]["metadata"_L1]["remote_swarm_role"_L1].toString();
}

//! What Fly.io has and what swarmctl knows of it.
struct Sight {
    std::vector<QJsonObject> apps = {};
    std::vector<QJsonObject> machines = {}; //!< that live
    std::vector<QJsonObject> volumes = {};
    std::vector<QJsonObject> instances = {};
    std::vector<QJsonObject> receipts = {};

    [[nodiscard]] QSet<QString> ids(const std::vector<QJsonObject> &things) const
    {
        QSet<QString> found;
        for (const auto &thing : things)
            found.insert(thing["id"_L1].toString());
        return found;
    }
    [[nodiscard]] const QJsonObject find(const std::vector<QJsonObject> &things, const QString &key,
                                         const QString &value) const
    {
        const auto found =
            std::ranges::find_if(things, [&](const QJsonObject &thing) { return thing[key].toString() == value; });
        return found == things.end() ? QJsonObject() : *found;
    }
    [[nodiscard]] bool isQuiet() const
    {
        return std::ranges::none_of(
            machines, [](const QJsonObject &machine) { return isMoving(machine["state"_L1].toString()); });
    }
};

std::vector<QJsonObject> objects(const QJsonValue &array, bool onlyLiving = false)
{
    std::vector<QJsonObject> list;
    for (const auto &value : array.toArray()) {
        const auto object = value.toObject();
        if (!onlyLiving || object["destroyed_at"_L1].toDouble() == 0)
            list.push_back(object);
    }
    return list;
}

struct Findings {
    QStringList orphans = {};
    QStringList lost = {};
    QStringList others = {};

    [[nodiscard]] QStringList all() const { return orphans + lost + others; }
};

//! One scene, its simulator and its home.
class Stage
{
public:
    [[nodiscard]] bool set(const Operation &operation)
    {
        m_operation = operation;
        auto &environment = m_swarm.environment();
        environment.insert(u"FLY_API_TOKEN"_s, u"fo1_test"_s);
        environment.insert(u"SWARM_PASSWORD"_s, QString(ourPassword));
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        if (!m_swarm.start({u"--no-rate-limits"_s}))
            return false;
        m_client.emplace(m_swarm.api());
        for (const auto &step : operation.scene) {
            if (!play(step))
                return false;
        }
        environment.insert(u"SWARM_PASSWORD"_s, QString(nextPassword));
        m_before = look();
        return true;
    }

    //! The calls and the journal writes of the operation when nothing disturbs it.
    [[nodiscard]] std::vector<KillPoint> points()
    {
        const auto before = requests("list"_L1);
        const auto count = m_swarm.path("run") + u"/writes"_s;
        if (isShimThere())
            preload();
        m_swarm.environment().insert(u"SWARM_KILL_COUNT"_s, count);
        const auto all = requests(QString());
        m_swarm.environment().remove(u"LD_PRELOAD"_s);

        constexpr int mostOfAKind = 3; // waiting loops repeat the same call over and over
        constexpr int mostInGraphql = 6; // many calls are one route there
        std::vector<KillPoint> points;
        std::map<QByteArray, int> seen;
        for (qsizetype i = 0; i < all.size(); ++i) {
            const auto request = all[i].toObject();
            const auto method = request["method"_L1].toString().toLatin1();
            const auto route = request["route"_L1].toString();
            const int number = ++seen[method + route.toUtf8()];
            if (i < before.size() || number > (route == "/graphql"_L1 ? mostInGraphql : mostOfAKind))
                continue;
            for (const bool isAfter : {false, true})
                points.push_back({.method = method, .route = route, .number = number, .isAfter = isAfter});
        }
        const int writes = static_cast<int>(QFileInfo(count).size());
        for (int i = 1; i <= writes; ++i) {
            for (const bool isAfter : {false, true})
                points.push_back({.number = i, .isAfter = isAfter});
        }
        return points;
    }

    //! Whether it was killed there; else it had ended before.
    [[nodiscard]] bool killAt(const KillPoint &point)
    {
        if (point.method.isEmpty())
            return killAtWrite(point);
        QJsonObject fault{{u"kind"_s, point.isAfter ? u"delay"_s : u"silence"_s},
                          {u"method"_s, QString::fromLatin1(point.method)},
                          {u"route"_s, point.route},
                          {u"skip"_s, point.number - 1},
                          {u"delay_ms"_s, 1'000'000}};
        m_client->call("DELETE", u"/_sim/requests"_s);
        m_client->post(u"/_sim/faults"_s, fault);
        QProcess process;
        begin(process);
        while (process.state() == QProcess::Running && arrived(point) < point.number)
            process.waitForFinished(1);
        const bool isKilled = process.state() == QProcess::Running;
        if (isKilled)
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        process.waitForFinished(patienceMs);
        m_client->call("DELETE", u"/_sim/faults"_s);
        return isKilled;
    }

    [[nodiscard]] Findings recovered()
    {
        Findings findings;
        const auto first = m_swarm.ctl({u"recover"_s, u"--json"_s});
        if (first.exitCode != 0)
            findings.others << u"recover ends with %1: %2 %3"_s.arg(first.exitCode)
                                   .arg(QString::fromUtf8(first.err), QString::fromUtf8(first.out));
        const auto ended = first.json()["recovered"_L1].toArray();
        QElapsedTimer timer;
        timer.start();
        auto after = look();
        while (!after.isQuiet() && timer.elapsed() < patienceMs)
            after = look();
        const auto second = m_swarm.ctl({u"recover"_s, u"--json"_s});
        if (!second.json()["recovered"_L1].toArray().isEmpty())
            findings.others << u"the second recovery finds something: "_s + QString::fromUtf8(second.out);
        QDirIterator files(m_swarm.path("data"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (files.next().contains("/journal/"_L1))
                findings.others << files.fileName() + u" is left in the journal"_s;
        }
        const auto end = ended.isEmpty() ? QString() : ended[0]["end"_L1].toString();
        findOrphans(after, &findings);
        findLost(after, end, &findings);
        for (const auto &instance : after.instances)
            judge(after, instance, &findings);
        const bool isUndone = end == "nothing"_L1 || end == "undone"_L1;
        if (isUndone && after.ids(after.machines) != m_before.ids(m_before.machines))
            findings.others << u"undone, but with other machines than before"_s;
        if (isUndone && after.ids(after.volumes) != m_before.ids(m_before.volumes))
            findings.others << u"undone, but with other disks than before"_s;
        if (!findings.all().isEmpty())
            findings.others << u"(recovery said: %1)"_s.arg(
                QString::fromUtf8(QJsonDocument(ended).toJson(QJsonDocument::Compact)));
        return findings;
    }

    static bool isShimThere() { return QFile::exists(QStringLiteral(SWARM_KILLSHIM)); }

private:
    //! The same with what the scene came to in place of its names.
    [[nodiscard]] QStringList filledIn(QStringList step) const
    {
        step.replaceInStrings(u"SNAPSHOT"_s, m_snapshot);
        step.replaceInStrings(u"ADDRESS"_s, m_address);
        step.replaceInStrings(u"DISK"_s, m_disk);
        step.replaceInStrings(u"HOME"_s, m_swarm.path("home"));
        return step;
    }

    [[nodiscard]] bool play(const QStringList &named)
    {
        if (named.constFirst() == strangersEditor)
            return makeStrangersEditor();
        if (named.constFirst() == strayDisk)
            return makeStrayDisk();
        const auto step = filledIn(named);
        const auto ran = m_swarm.ctl(step + QStringList{u"--json"_s});
        if (ran.exitCode != 0)
            qWarning("%s: %s", qPrintable(step.join(u' ')), ran.err.constData());
        if (const auto taken = ran.json()["snapshot"_L1]["id"_L1].toString(); !taken.isEmpty())
            m_snapshot = taken;
        if (const auto added = ran.json()["addresses"_L1][0]["ip"_L1].toString(); !added.isEmpty())
            m_address = added;
        return ran.exitCode == 0;
    }

    [[nodiscard]] bool makeStrangersEditor()
    {
        m_client->post(u"/v1/apps"_s, {{u"name"_s, u"theirs"_s}, {u"org_slug"_s, u"personal"_s}});
        if (!QTest::qWaitFor([this] { return m_client->get(u"/v1/apps/theirs"_s).status == 200; }))
            return false;
        const auto disk = m_client->post(u"/v1/apps/theirs/volumes"_s,
                                         {{u"name"_s, u"data"_s}, {u"region"_s, u"ams"_s}, {u"size_gb"_s, 1}});
        const QJsonObject mount{{u"volume"_s, disk.text(u"id"_s)}, {u"path"_s, u"/home/coder"_s}};
        const QJsonObject guest{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 1}, {u"memory_mb"_s, 1024}};
        const QJsonObject config{
            {u"image"_s, u"codercom/code-server:latest"_s}, {u"guest"_s, guest}, {u"mounts"_s, QJsonArray{mount}}};
        const auto made =
            m_client->post(u"/v1/apps/theirs/machines"_s, {{u"region"_s, u"ams"_s}, {u"config"_s, config}});
        const auto machine = u"/v1/apps/theirs/machines/"_s + made.text(u"id"_s);
        return QTest::qWaitFor([&] { return m_client->get(machine).text(u"state"_s) == "started"_L1; });
    }

    [[nodiscard]] bool makeStrayDisk()
    {
        m_disk = m_client
                     ->post(u"/v1/apps/box/volumes"_s,
                            {{u"name"_s, u"box_data"_s}, {u"region"_s, u"ams"_s}, {u"size_gb"_s, 3}})
                     .text(u"id"_s);
        const std::chrono::milliseconds age = ageOfStray;
        QTest::qWait(static_cast<int>(age.count()) / QByteArray(SwarmFixture::speed).toInt() + 500);
        return !m_disk.isEmpty();
    }

    void begin(QProcess &process)
    {
        process.setProcessEnvironment(m_swarm.environment());
        process.start(QStringLiteral(SWARM_BIN "/swarmctl"), filledIn(m_operation.act) + m_swarm.addressArguments());
        process.waitForStarted();
    }

    void preload() { m_swarm.environment().insert(u"LD_PRELOAD"_s, QStringLiteral(SWARM_KILLSHIM)); }

    //! What a verb asks for; an empty one is the operation.
    [[nodiscard]] QJsonArray requests(const QString &verb)
    {
        m_client->call("DELETE", u"/_sim/requests"_s);
        if (!verb.isEmpty()) {
            [[maybe_unused]] const auto ran = m_swarm.ctl({verb, u"--json"_s});
        } else {
            QProcess process;
            begin(process);
            process.waitForFinished(patienceMs);
            if (process.exitCode() != 0)
                qWarning("%s", process.readAllStandardError().constData());
        }
        return m_client->get(u"/_sim/requests"_s).array();
    }

    [[nodiscard]] int arrived(const KillPoint &point)
    {
        int count = 0;
        for (const auto &value : m_client->get(u"/_sim/requests"_s).array()) {
            const auto request = value.toObject();
            if (request["route"_L1].toString() == point.route
                && request["method"_L1].toString().toLatin1() == point.method)
                ++count;
        }
        return count;
    }

    [[nodiscard]] bool killAtWrite(const KillPoint &point)
    {
        auto &environment = m_swarm.environment();
        preload();
        environment.insert(u"SWARM_KILL_AT"_s, QString::number(point.number));
        environment.insert(u"SWARM_KILL_WHEN"_s, point.isAfter ? u"after"_s : u"before"_s);
        QProcess process;
        begin(process);
        process.waitForFinished(patienceMs);
        environment.remove(u"LD_PRELOAD"_s);
        return process.exitStatus() == QProcess::CrashExit;
    }

    [[nodiscard]] Sight look()
    {
        const auto state = m_client->get(u"/_sim/state"_s).object();
        const auto list = m_swarm.ctl({u"list"_s, u"--json"_s}).json();
        const auto deleted = m_swarm.ctl({u"list"_s, u"--deleted"_s, u"--json"_s}).json();
        return {.apps = objects(state["apps"_L1]),
                .machines = objects(state["machines"_L1], true),
                .volumes = objects(state["volumes"_L1], true),
                .instances = objects(list["instances"_L1]),
                .receipts = objects(deleted["deleted"_L1])};
    }

    void findOrphans(const Sight &now, Findings *findings) const
    {
        auto &orphans = findings->orphans;
        for (const auto &app : now.apps) {
            const auto name = app["name"_L1].toString();
            const bool isLiving = !now.find(now.instances, u"app"_s, name).isEmpty() || m_operation.isStrangers;
            const bool isKept = !now.find(now.receipts, u"app"_s, name).isEmpty();
            if (!isLiving && !isKept)
                orphans << u"app "_s + name;
            QMap<QString, int> types;
            for (const auto &address : app["addresses"_L1].toArray())
                ++types[address["type"_L1].toString()];
            if ((types.contains(u"v4"_s) && !m_operation.mayPay)
                || std::ranges::any_of(types, [](int count) { return count > 1; }))
                orphans << u"an address of app "_s + name;
        }
        for (const auto &machine : now.machines) {
            const auto id = machine["id"_L1].toString();
            const bool isCopy = m_operation.mayCopy && roleOf(machine) == "previous"_L1
                && machine["state"_L1].toString() == "stopped"_L1 && machine["cordoned"_L1].toBool();
            if (now.find(now.instances, u"machine"_s, id).isEmpty() && !isCopy && !m_operation.isStrangers)
                orphans << u"machine %1 (%2, %3)"_s.arg(id, roleOf(machine), machine["state"_L1].toString());
        }
        for (const auto &volume : now.volumes) {
            const auto id = volume["id"_L1].toString();
            const bool isMounted = std::ranges::any_of(now.machines, [&](const QJsonObject &machine) {
                return machine["config"_L1]["mounts"_L1][0]["volume"_L1].toString() == id;
            });
            if (!isMounted && id != m_disk)
                orphans << u"disk "_s + id;
        }
    }

    void findLost(const Sight &now, const QString &end, Findings *findings) const
    {
        for (const auto &instance : m_before.instances) {
            const auto id = instance["id"_L1].toString();
            const bool isThere = !now.find(now.instances, u"id"_s, id).isEmpty();
            const bool isKept = !now.find(now.receipts, u"id"_s, id).isEmpty();
            const bool isKeeping = m_operation.act.contains(u"--keep"_s);
            const bool wasRemoved = m_operation.mayRemove && end != "nothing"_L1 && isKept == isKeeping;
            if (!isThere && !wasRemoved)
                findings->lost << u"instance "_s + id;
        }
        const bool erases = m_operation.act.first() == "erase"_L1;
        for (const auto &receipt : m_before.receipts) {
            const auto id = receipt["id"_L1].toString();
            const bool isThere = !now.find(now.instances, u"id"_s, id).isEmpty();
            const bool isKept = !now.find(now.receipts, u"id"_s, id).isEmpty();
            if (!isThere && !isKept && (!erases || end == "nothing"_L1))
                findings->lost << u"the receipt of "_s + id;
            if (isThere && isKept)
                findings->others << u"a receipt beside its instance"_s;
        }
    }

    //! Whether an instance is as before or as it was wanted.
    void judge(const Sight &now, const QJsonObject &instance, Findings *findings)
    {
        const auto id = instance["id"_L1].toString();
        int current = 0;
        for (const auto &machine : now.machines) {
            const bool isIts = machine["config"_L1]["metadata"_L1]["remote_swarm_id"_L1].toString() == id;
            current += isIts && roleOf(machine) == "current"_L1 ? 1 : 0;
        }
        const auto machine = now.find(now.machines, u"id"_s, instance["machine"_L1].toString());
        const auto volume = machine["config"_L1]["mounts"_L1][0]["volume"_L1].toString();
        const auto app = now.find(now.apps, u"name"_s, instance["app"_L1].toString());
        if (machine.isEmpty() || now.find(now.volumes, u"id"_s, volume).isEmpty()) {
            findings->lost << u"machine or disk of "_s + id;
            return;
        }
        if (current != 1)
            findings->others << u"%1 machines have the role current"_s.arg(current);

        const auto was = m_before.find(m_before.instances, u"id"_s, id);
        const auto stateBefore =
            m_before.find(m_before.machines, u"id"_s, was["machine"_L1].toString())["state"_L1].toString();
        const auto state = machine["state"_L1].toString();
        const auto wanted = was.isEmpty() && m_operation.state.isEmpty() ? u"started"_s : m_operation.state;
        if (state != stateBefore && state != wanted)
            findings->others << u"its machine is %1"_s.arg(state);
        if (m_operation.isStrangers) // its password, its rule and its services are their own affair
            return;
        if (machine["cordoned"_L1].toBool())
            findings->others << u"its machine is cordoned"_s;
        const auto lease =
            u"/v1/apps/%1/machines/%2/lease"_s.arg(instance["app"_L1].toString(), instance["machine"_L1].toString());
        if (m_client->get(lease).status != 404)
            findings->others << u"its machine is held by a lease"_s;
        if (!machine["config"_L1]["services"_L1][0]["autostart"_L1].toBool())
            findings->others << u"its machine does not wake"_s;
        const auto password = app["secrets"_L1]["PASSWORD"_L1]["value"_L1].toString();
        if (password != ourPassword && password != nextPassword)
            findings->others << u"its password is gone"_s;
        if (machine["secrets"_L1]["PASSWORD"_L1].toString() != password)
            findings->others << u"its machine has another password than its app"_s;
    }

    Operation m_operation;
    SwarmFixture m_swarm;
    std::optional<PlainClient> m_client;
    QString m_snapshot;
    QString m_address;
    QString m_disk;
    Sight m_before;
};

} // namespace

class KillMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void comesBackFromKills_data();
    void comesBackFromKills();
    void cleanupTestCase();

private:
    bool m_isWhole = qEnvironmentVariableIsSet("SWARM_WHOLE_MATRIX");
    std::mt19937 m_random{seed};
    int m_points = 0;
    qsizetype m_orphans = 0;
    qsizetype m_lost = 0;
};

void KillMatrixTest::initTestCase()
{
    if (!Stage::isShimThere())
        qInfo("kill matrix: the sanitizers leave no room for a preloaded library: no kills at journal writes");
}

void KillMatrixTest::comesBackFromKills_data()
{
    QTest::addColumn<Operation>("operation");
    auto all = operations();
    const auto asked = qEnvironmentVariable("SWARM_KILL_OPERATION");
    if (!asked.isEmpty()) {
        std::erase_if(all, [&](const Operation &operation) { return QLatin1StringView(operation.name) != asked; });
    } else if (!m_isWhole) {
        std::erase_if(all, [](const Operation &operation) { return operation.isSlow; });
        std::ranges::shuffle(all, m_random);
        all.resize(sampledOperations);
    }
    for (const auto &operation : all)
        QTest::newRow(operation.name) << operation;
}

void KillMatrixTest::comesBackFromKills()
{
    QFETCH(Operation, operation);
    std::vector<KillPoint> points;
    {
        Stage calm;
        QVERIFY(calm.set(operation));
        points = calm.points();
    }
    QVERIFY(points.size() >= 4);
    if (!m_isWhole) {
        std::ranges::shuffle(points, m_random);
        points.resize(std::min(points.size(), sampledPoints));
    }

    int wrong = 0;
    int killed = 0;
    for (const auto &point : points) {
        Stage stage;
        QVERIFY(stage.set(operation));
        killed += stage.killAt(point) ? 1 : 0;
        const auto findings = stage.recovered();
        m_orphans += findings.orphans.size();
        m_lost += findings.lost.size();
        if (!findings.all().isEmpty())
            qWarning("%s, %s: %s", operation.name, point.name().constData(), qPrintable(findings.all().join(u"; "_s)));
        wrong += findings.all().isEmpty() ? 0 : 1;
    }
    m_points += killed;
    qInfo("%s: %d kill points, %zu not reached", operation.name, killed,
          points.size() - static_cast<std::size_t>(killed));
    QVERIFY2(killed > 0, "it was never killed");
    QCOMPARE(wrong, 0);
}

void KillMatrixTest::cleanupTestCase()
{
    qInfo("kill matrix: %d kill points, %lld orphans, %lld lost instances", m_points, static_cast<long long>(m_orphans),
          static_cast<long long>(m_lost));
}

QTEST_GUILESS_MAIN(KillMatrixTest)
#include "tst_killmatrix.moc"
