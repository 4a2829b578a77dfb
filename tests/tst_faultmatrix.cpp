// Every operation, every call that it makes, every fault: it ends in success or in a failure that explains itself, and
// the world is then as the result says.
//
// By default a seeded sample runs; with SWARM_WHOLE_MATRIX set, all of it; with SWARM_FAULT=429 or the like, all cases
// of that one fault.
#include "tests/operationbench.h"

#include <QTest>

#include <map>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;
using simulator::Fault;

namespace {

constexpr std::size_t sampledPerOperation = 3;
constexpr unsigned seed = 20261124;
constexpr auto shutFor = 30ms; //!< three seconds, to those whose time runs fast
constexpr auto otherImage = "4.95.3";

//! Where a scene begins.
enum class Setting { Empty, Running, Stopped, Suspended, Updated, Snapshot, Deleted, Moved, Broken, Lost };

struct Place {
    QByteArray method;
    QString route;
    int skip = 0; //!< how many calls of the same kind come before
    int number = 0; //!< how many calls come before
};

struct NamedFault {
    QByteArray name;
    Fault fault; //!< when nothing is refused
    bool isRefusal = false; //!< from some answer on nobody can connect, for a while or for ever
    int answersBefore = 0;
};

//! One operation, and what it has to come to when nothing goes wrong.
struct Case {
    const char *name;
    Setting setting = Setting::Running;
    std::function<OperationRequest(const Scene &)> ask;
    //! What is wrong with the world after it; empty when nothing is.
    std::function<QString(const WorldPicture &before, const WorldPicture &after)> verify;
    bool mayLoseData = false; //!< by request
    bool mayStayRunning = false; //!< that is what it is for
};

std::vector<NamedFault> faults()
{
    const auto status = [](int code, const QByteArray &text) {
        return NamedFault{QByteArray::number(code), {.status = code, .body = R"({"error":")" + text + R"("})"}};
    };
    return {status(401, "unauthorized"),
            status(403, "unauthorized"),
            status(404, "not found"),
            status(408, "deadline_exceeded"),
            status(409, "aborted: concurrent update"),
            status(412, "failed_precondition: no"),
            status(422, "no"),
            status(429, "rate limit exceeded"),
            status(500, "internal"),
            status(502, "bad gateway"),
            status(503, "unavailable"),
            {"refused", {}, true},
            {"reset", {.kind = Fault::Kind::Reset}},
            {"answer lost", {.kind = Fault::Kind::LostReply}},
            {"cut", {.kind = Fault::Kind::Cut}},
            {"html", {.status = 200, .body = "<html>hello</html>", .contentType = "text/html"}},
            {"silence", {.kind = Fault::Kind::Silence}}};
}

//! The calls that a clean run makes, each told from its likes by how many came before.
std::vector<Place> placesIn(const QList<simulator::SeenRequest> &requests)
{
    constexpr int mostOfAKind = 3; // waiting loops repeat the same call over and over
    std::vector<Place> places;
    for (int number = 0; number < requests.size(); ++number) {
        const auto &request = requests[number];
        const auto likes = std::ranges::count_if(
            places, [&](const Place &place) { return place.method == request.method && place.route == request.route; });
        if (likes < mostOfAKind && !request.route.isEmpty())
            places.push_back(
                {.method = request.method, .route = request.route, .skip = static_cast<int>(likes), .number = number});
    }
    return places;
}

QString unless(bool isRight, const QString &trouble)
{
    return isRight ? QString() : trouble;
}

QString stateOf(const WorldPicture &world, const QString &name)
{
    return world.current(name)["state"_L1].toString();
}

QString idOf(const QJsonObject &thing)
{
    return thing["id"_L1].toString();
}

//! The same machine, with something else in its configuration.
QString inPlace(const WorldPicture &before, const WorldPicture &after, bool isRight)
{
    return unless(idOf(before.current(u"box"_s)) == idOf(after.current(u"box"_s)) && isRight
                      && stateOf(after, u"box"_s) == stateOf(before, u"box"_s),
                  u"the change is not there"_s);
}

std::function<OperationRequest(const Scene &)> onBox(OperationRequest request)
{
    return [request](const Scene &scene) {
        auto asked = request;
        asked.instance = scene.row(u"box"_s).id;
        if (asked.instance.isEmpty() && !scene.receipts.empty())
            asked.instance = scene.receipts.front().instance;
        return asked;
    };
}

std::function<QString(const WorldPicture &, const WorldPicture &)> inState(const QString &state)
{
    return [state](const WorldPicture &before, const WorldPicture &after) {
        return unless(idOf(before.current(u"box"_s)) == idOf(after.current(u"box"_s))
                          && stateOf(after, u"box"_s) == state,
                      u"box is "_s + stateOf(after, u"box"_s));
    };
}

QString snapshotIn(const Scene &scene)
{
    return scene.state["snapshots"_L1][0]["id"_L1].toString();
}

QString checkMoved(const WorldPicture &before, const WorldPicture &after, const QString &region)
{
    const auto now = after.current(u"box"_s);
    const auto old = after.previous(u"box"_s);
    return unless(now["region"_L1].toString() == region && stateOf(after, u"box"_s) == "started"_L1
                      && !now["cordoned"_L1].toBool() && idOf(old) == idOf(before.current(u"box"_s))
                      && old["state"_L1].toString() == "stopped"_L1 && old["cordoned"_L1].toBool()
                      && after.volumeCount() == before.volumeCount() + 1
                      && after.machineCount() == before.machineCount() + 1,
                  u"it was not replaced"_s);
}

QString checkRecreated(const WorldPicture &before, const WorldPicture &after)
{
    const auto now = after.current(u"box"_s);
    return unless(stateOf(after, u"box"_s) == "started"_L1 && !after.volumeOf(now).isEmpty()
                      && after.volumeCount() == before.volumeCount() && after.machineCount() == 2,
                  u"it was not recreated"_s);
}

QString checkGone(const WorldPicture &, const WorldPicture &after)
{
    return unless(after.machineCount() == 1 && after.volumeCount() == 1 && after.app(u"box"_s).isEmpty(),
                  u"something is left"_s);
}

std::vector<Case> cases()
{
    const auto env = [](const WorldPicture &world) { return world.current(u"box"_s)["config"_L1]["env"_L1]; };
    const InstanceSpec third{.name = u"third"_s, .password = u"third secret"_s};
    const auto made = [](const WorldPicture &, const WorldPicture &after) {
        const auto machine = after.current(u"third"_s);
        const auto app = after.app(u"third"_s);
        return unless(machine["state"_L1].toString() == "started"_L1 && !after.volumeOf(machine).isEmpty()
                          && app["addresses"_L1].toArray().size() == 2
                          && machine["secrets"_L1]["PASSWORD"_L1].toString() == "third secret"_L1,
                      u"third is not as asked for"_s);
    };
    const Size large{.cpus = 2, .memoryMb = 4096};

    return {
        {.name = "create",
         .ask = [third](const Scene &) { return OperationRequest{.verb = Verb::Create, .spec = third}; },
         .verify = made},
        {.name = "open",
         .setting = Setting::Stopped,
         .ask = onBox({.verb = Verb::Open}),
         .verify = inState(u"started"_s),
         .mayStayRunning = true},
        {.name = "start",
         .setting = Setting::Suspended,
         .ask = onBox({.verb = Verb::Start}),
         .verify = inState(u"started"_s),
         .mayStayRunning = true},
        {.name = "stop", .ask = onBox({.verb = Verb::Stop}), .verify = inState(u"stopped"_s)},
        {.name = "suspend", .ask = onBox({.verb = Verb::Suspend}), .verify = inState(u"suspended"_s)},
        {.name = "restart", .ask = onBox({.verb = Verb::Restart}), .verify = inState(u"started"_s)},
        {.name = "delete", .ask = onBox({.verb = Verb::Delete}), .verify = checkGone, .mayLoseData = true},
        {.name = "delete keeping a snapshot",
         .ask = onBox({.verb = Verb::Delete, .keepDays = 5}),
         .verify =
             [](const WorldPicture &, const WorldPicture &after) {
                 return unless(after.machineCount() == 1 && after.volumeCount() == 1 && !after.app(u"box"_s).isEmpty()
                                   && after.snapshotCount() == 1,
                               u"not just the snapshot is left"_s);
             },
         .mayLoseData = true},
        {.name = "restore",
         .setting = Setting::Deleted,
         .ask = onBox({.verb = Verb::Restore}),
         .verify =
             [](const WorldPicture &, const WorldPicture &after) {
                 return unless(stateOf(after, u"box"_s) == "started"_L1 && after.volumeCount() == 2
                                   && after.app(u"box"_s)["addresses"_L1].toArray().size() == 2,
                               u"it is not back"_s);
             }},
        {.name = "erase",
         .setting = Setting::Deleted,
         .ask = onBox({.verb = Verb::Erase}),
         .verify = checkGone,
         .mayLoseData = true},
        {.name = "resize",
         .ask = onBox(
             {.verb = Verb::Resize, .change = {.size = large, .idle = IdleRule{.action = IdleRule::Action::Stop}}}),
         .verify =
             [](const WorldPicture &before, const WorldPicture &after) {
                 return inPlace(before, after,
                                after.current(u"box"_s)["config"_L1]["guest"_L1]["memory_mb"_L1].toInt() == 4096);
             }},
        {.name = "resize a sleeping one",
         .setting = Setting::Stopped,
         .ask = onBox(
             {.verb = Verb::Resize, .change = {.size = large, .idle = IdleRule{.action = IdleRule::Action::Stop}}}),
         .verify =
             [](const WorldPicture &before, const WorldPicture &after) {
                 return inPlace(before, after,
                                after.current(u"box"_s)["config"_L1]["guest"_L1]["memory_mb"_L1].toInt() == 4096);
             }},
        {.name = "change image",
         .ask = onBox({.verb = Verb::ChangeImage,
                       .change = {.image = Image{.tag = QString::fromLatin1(otherImage)}},
                       .isForced = true}),
         .verify =
             [](const WorldPicture &before, const WorldPicture &after) {
                 return inPlace(before, after,
                                after.current(u"box"_s)["config"_L1]["image"_L1].toString().contains(
                                    QLatin1StringView(otherImage)));
             }},
        {.name = "environment",
         .ask = onBox({.verb = Verb::ChangeEnvironment, .change = {.setEnv = {{u"COLOUR"_s, u"green"_s}}}}),
         .verify =
             [env](const WorldPicture &before, const WorldPicture &after) {
                 return inPlace(before, after, env(after)["COLOUR"_L1].toString() == "green"_L1);
             }},
        {.name = "idle rule",
         .ask = onBox({.verb = Verb::ChangeIdleRule, .change = {.idle = IdleRule{.action = IdleRule::Action::Never}}}),
         .verify =
             [](const WorldPicture &before, const WorldPicture &after) {
                 return inPlace(before, after,
                                before.current(u"box"_s)["config"_L1]["services"_L1]
                                    != after.current(u"box"_s)["config"_L1]["services"_L1]);
             }},
        {.name = "rename",
         .ask = onBox({.verb = Verb::Rename, .name = u"crate"_s}),
         .verify =
             [](const WorldPicture &before, const WorldPicture &after) {
                 return unless(idOf(after.current(u"crate"_s)) == idOf(before.current(u"box"_s)), u"no new name"_s);
             }},
        {.name = "rotate password",
         .ask = onBox({.verb = Verb::RotatePassword, .password = u"new secret"_s}),
         .verify =
             [](const WorldPicture &before, const WorldPicture &after) {
                 return inPlace(before, after,
                                after.current(u"box"_s)["secrets"_L1]["PASSWORD"_L1].toString() == "new secret"_L1);
             }},
        {.name = "extend",
         .ask = onBox({.verb = Verb::Extend, .sizeGb = 20}),
         .verify =
             [](const WorldPicture &before, const WorldPicture &after) {
                 return inPlace(before, after, after.volumeOf(after.current(u"box"_s))["size_gb"_L1].toInt() == 20);
             }},
        {.name = "roll back the image",
         .setting = Setting::Updated,
         .ask = onBox({.verb = Verb::RollBack}),
         .verify =
             [](const WorldPicture &before, const WorldPicture &after) {
                 return inPlace(before, after,
                                after.current(u"box"_s)["config"_L1]["image"_L1].toString().contains(":latest"_L1));
             }},
        {.name = "roll back the data",
         .setting = Setting::Snapshot,
         .ask =
             [](const Scene &scene) {
                 return OperationRequest{
                     .verb = Verb::RollBackData,
                     .instance = scene.row(u"box"_s).id,
                     .replacement = {.source = DataSource::Snapshot, .snapshot = snapshotIn(scene)}};
             },
         .verify = [](const WorldPicture &before,
                      const WorldPicture &after) { return checkMoved(before, after, u"ams"_s); }},
        {.name = "snapshot",
         .ask = onBox({.verb = Verb::Snapshot, .keepDays = 7}),
         .verify =
             [](const WorldPicture &before, const WorldPicture &after) {
                 return unless(after.snapshotCount() == before.snapshotCount() + 1, u"no snapshot"_s);
             }},
        {.name = "clone",
         .ask =
             [third](const Scene &scene) {
                 return OperationRequest{.verb = Verb::Clone, .instance = scene.row(u"box"_s).id, .spec = third};
             },
         .verify = made},
        {.name = "move",
         .ask = onBox({.verb = Verb::Move, .replacement = {.region = u"fra"_s}}),
         .verify = [](const WorldPicture &before,
                      const WorldPicture &after) { return checkMoved(before, after, u"fra"_s); }},
        {.name = "move a sleeping one",
         .setting = Setting::Stopped,
         .ask = onBox({.verb = Verb::Move, .replacement = {.region = u"fra"_s}}),
         .verify =
             [](const WorldPicture &before, const WorldPicture &after) {
                 return unless(after.current(u"box"_s)["region"_L1].toString() == "fra"_L1
                                   && stateOf(after, u"box"_s) == "stopped"_L1
                                   && after.machineCount() == before.machineCount() + 1,
                               u"it was not moved"_s);
             }},
        {.name = "go back",
         .setting = Setting::Moved,
         .ask = onBox({.verb = Verb::GoBack}),
         .verify =
             [](const WorldPicture &before, const WorldPicture &after) {
                 return unless(idOf(after.current(u"box"_s)) == idOf(before.previous(u"box"_s))
                                   && idOf(after.previous(u"box"_s)) == idOf(before.current(u"box"_s))
                                   && stateOf(after, u"box"_s) == "started"_L1
                                   && after.previous(u"box"_s)["state"_L1].toString() == "stopped"_L1,
                               u"they have not changed places"_s);
             }},
        {.name = "drop previous",
         .setting = Setting::Moved,
         .ask = onBox({.verb = Verb::DropPrevious}),
         .verify =
             [](const WorldPicture &before, const WorldPicture &after) {
                 return unless(after.previous(u"box"_s).isEmpty() && after.volumeCount() == before.volumeCount() - 1,
                               u"it is still there"_s);
             },
         .mayLoseData = true},
        {.name = "recreate a broken one",
         .setting = Setting::Broken,
         .ask = onBox({.verb = Verb::Recreate}),
         .verify = checkRecreated,
         .mayStayRunning = true},
        {.name = "recreate a lost one",
         .setting = Setting::Lost,
         .ask = onBox({.verb = Verb::Recreate}),
         .verify = checkRecreated,
         .mayStayRunning = true},
        {.name = "forget",
         .setting = Setting::Lost,
         .ask = onBox({.verb = Verb::Forget}),
         .verify = [](const WorldPicture &,
                      const WorldPicture &after) { return unless(after.current(u"box"_s).isEmpty(), u"it lives"_s); }},
    };
}

//! What one case came to.
struct Finding {
    QString wrong; //!< what the result said that is not so
    QString orphan; //!< what is there and nobody names
};

QString difference(const QStringList &wanted, const QStringList &found)
{
    QStringList lines;
    for (const auto &line : wanted) {
        if (!found.contains(line))
            lines << u"  - "_s + line;
    }
    for (const auto &line : found) {
        if (!wanted.contains(line))
            lines << u"  + "_s + line;
    }
    return lines.isEmpty() ? u"  the same lines, not as often"_s : lines.join(u'\n');
}

bool isLeftOpen(const Error &error)
{
    return error.code == ErrorCode::NetworkOutcomeUnknown || error.code == ErrorCode::NetworkTimeout
        || error.code == ErrorCode::NetworkConnectionFailed || error.code == ErrorCode::InternalError
        || error.code == ErrorCode::BadReply;
}

} // namespace

class FaultMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endsCleanWithEveryFault_data();
    void endsCleanWithEveryFault();
    void cleanupTestCase();

private:
    struct Clean {
        QStringList world; //!< as it has to be after a success, without snapshots
        int snapshots = 0;
        QStringList secrets;
        qsizetype receipts = 0;
        std::vector<Place> places;
    };

    Scene scene(Setting setting);
    Scene built(Setting setting);
    Clean learn(const Case &what, const Scene &scene);
    Finding tried(const Case &what, const Scene &scene, const Clean &clean, const NamedFault &fault);
    //! Until what it returns is gone.
    [[nodiscard]] std::unique_ptr<QObject> arm(const NamedFault &fault);
    QString checkFailure(const Operation &operation, const Clean &clean, const WorldPicture &before,
                         const WorldPicture &after, const NamedFault &fault) const;
    QString checkEnd(const Case &what, const Clean &clean, const WorldPicture &before, const WorldPicture &after,
                     Finding *finding) const;
    WorldPicture picture(const QSet<QString> &known) const { return {m_simulator->state(), known}; }

    std::unique_ptr<simulator::Simulator> m_simulator;
    std::unique_ptr<FrontGate> m_gate;
    std::map<Setting, Scene> m_scenes;
    int m_cases = 0;
    int m_orphans = 0;
    int m_wrong = 0;
};

void FaultMatrixTest::initTestCase()
{
    QLoggingCategory::setFilterRules(u"remoteswarm.*=false"_s);
    m_simulator = std::make_unique<simulator::Simulator>(OperationBench::options());
    m_simulator->setAutostopAfter(0ms);
    m_simulator->setOrgListLag(0ms);
    QVERIFY(m_simulator->listen());
    m_gate = std::make_unique<FrontGate>(static_cast<quint16>(m_simulator->apiUrl().port()));
}

Scene FaultMatrixTest::scene(Setting setting)
{
    if (!m_scenes.contains(setting))
        m_scenes[setting] = built(setting);
    return m_scenes[setting];
}

Scene FaultMatrixTest::built(Setting setting)
{
    if (setting == Setting::Empty)
        return {};
    const bool isFirst = setting == Setting::Running;
    OperationBench bench(*m_simulator, *m_gate, scene(isFirst ? Setting::Empty : Setting::Running));
    const auto box = bench.scene().row(u"box"_s);
    const auto run = [&bench](const OperationRequest &request) {
        const auto ended = bench.run(request);
        if (ended.state != Operation::State::Succeeded)
            qFatal("a scene could not be set: %s", qPrintable(ended.error->detail));
    };
    switch (setting) {
    case Setting::Empty:
        break;
    case Setting::Running:
        run({.verb = Verb::Create, .spec = {.name = u"box"_s, .password = u"box secret"_s}});
        run({.verb = Verb::Create, .spec = {.name = u"other"_s, .password = u"other secret"_s}});
        break;
    case Setting::Stopped:
        run({.verb = Verb::Stop, .instance = box.id});
        break;
    case Setting::Suspended:
        run({.verb = Verb::Suspend, .instance = box.id});
        break;
    case Setting::Updated:
        run({.verb = Verb::ChangeImage,
             .instance = box.id,
             .change = {.image = Image{.tag = QString::fromLatin1(otherImage)}},
             .isForced = true});
        break;
    case Setting::Snapshot:
        run({.verb = Verb::Snapshot, .instance = box.id});
        break;
    case Setting::Deleted:
        run({.verb = Verb::Delete, .instance = box.id, .keepDays = 5});
        break;
    case Setting::Moved:
        run({.verb = Verb::Move, .instance = box.id, .replacement = {.region = u"fra"_s}});
        break;
    case Setting::Broken:
        m_simulator->setMachineState(box.machine, u"failed"_s);
        break;
    case Setting::Lost:
        m_simulator->destroyMachine(box.machine);
        break;
    }
    bench.rest();
    if (setting == Setting::Lost) { // as one shows that the lists no longer tell of
        auto missing = box;
        missing.status = Status::Missing;
        bench.store().put(missing);
    } else {
        bench.poll();
    }
    return bench.scene();
}

FaultMatrixTest::Clean FaultMatrixTest::learn(const Case &what, const Scene &scene)
{
    OperationBench bench(*m_simulator, *m_gate, scene);
    const auto known = WorldPicture::idsIn(scene.state);
    const auto before = picture(known);
    const auto ended = bench.run(what.ask(scene));
    const auto requests = m_simulator->requests();
    bench.rest();
    const auto after = picture(known);
    const auto trouble = ended.error ? codeName(ended.error->code) + u": "_s + ended.error->detail
                                     : what.verify(before, after) + bench.wrongRow();
    if (!trouble.isEmpty()) {
        qWarning("%s does not work at all: %s\n%s", what.name, qPrintable(trouble),
                 qPrintable(difference(before.lines(true), after.lines(true))));
        return {};
    }
    return {.world = after.lines(false),
            .snapshots = after.snapshotCount(),
            .secrets = scene.secretLines(bench.scene().secrets),
            .receipts = static_cast<qsizetype>(bench.scene().receipts.size()),
            .places = placesIn(requests)};
}

void FaultMatrixTest::endsCleanWithEveryFault_data()
{
    QTest::addColumn<int>("index");
    const auto all = cases();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << static_cast<int>(i);
}

void FaultMatrixTest::endsCleanWithEveryFault()
{
    QFETCH(int, index);
    const auto what = cases()[static_cast<std::size_t>(index)];
    const auto scene = this->scene(what.setting);
    const auto clean = learn(what, scene);
    QVERIFY(!clean.places.empty());

    std::vector<NamedFault> placed;
    for (const auto &place : clean.places) {
        for (auto [name, fault, isRefusal, answersBefore] : faults()) {
            fault.method = place.method;
            fault.route = place.route;
            fault.skip = place.skip;
            for (const int times : {1, -1}) {
                fault.times = times;
                const auto often = times == 1 ? " once: "_ba : " for ever: "_ba;
                placed.push_back({name + often + place.method + ' ' + place.route.toUtf8() + " #"
                                      + QByteArray::number(place.skip + 1),
                                  fault, isRefusal, place.number});
            }
        }
    }
    const auto all = placed.size();
    const auto only = qgetenv("SWARM_FAULT");
    if (!only.isEmpty()) {
        std::erase_if(placed, [&](const NamedFault &fault) { return !fault.name.startsWith(only + ' '); });
    } else if (!qEnvironmentVariableIsSet("SWARM_WHOLE_MATRIX")) {
        std::mt19937 random(seed + static_cast<unsigned>(index));
        std::ranges::shuffle(placed, random);
        placed.resize(std::min(placed.size(), sampledPerOperation));
    }

    int orphans = 0;
    int wrong = 0;
    for (const auto &fault : placed) {
        const auto &name = fault.name;
        const auto finding = tried(what, scene, clean, fault);
        if (!finding.orphan.isEmpty()) {
            ++orphans;
            qWarning("%s, %s leaves an orphan: %s", what.name, name.constData(), qPrintable(finding.orphan));
        }
        if (!finding.wrong.isEmpty()) {
            ++wrong;
            qWarning("%s, %s reports what is not so: %s", what.name, name.constData(), qPrintable(finding.wrong));
        }
    }
    qInfo("%s: %zu of %zu cases at %zu calls, %d orphans, %d wrong reports", what.name, placed.size(), all,
          clean.places.size(), orphans, wrong);
    m_cases += static_cast<int>(placed.size());
    m_orphans += orphans;
    m_wrong += wrong;
    QCOMPARE(orphans, 0);
    QCOMPARE(wrong, 0);
}

std::unique_ptr<QObject> FaultMatrixTest::arm(const NamedFault &fault)
{
    auto armed = std::make_unique<QObject>();
    if (!fault.isRefusal) {
        m_simulator->addFault(fault.fault);
        return armed;
    }
    const auto shut = [this, isForEver = fault.fault.times < 0, context = armed.get()] {
        m_gate->shut();
        if (!isForEver)
            QTimer::singleShot(shutFor, context, [this] { m_gate->open(); });
    };
    if (fault.answersBefore == 0) {
        shut();
        return armed;
    }
    connect(m_simulator.get(), &simulator::Simulator::answered, armed.get(),
            [shut, context = armed.get(), left = fault.answersBefore]() mutable {
                if (--left == 0) // in a moment: the answer itself still arrives
                    QTimer::singleShot(1ms, context, shut);
            });
    return armed;
}

Finding FaultMatrixTest::tried(const Case &what, const Scene &scene, const Clean &clean, const NamedFault &fault)
{
    Finding finding;
    OperationBench bench(*m_simulator, *m_gate, scene);
    const auto known = WorldPicture::idsIn(scene.state);
    const auto before = picture(known);
    auto armed = arm(fault);
    const auto ended = bench.run(what.ask(scene));
    armed.reset();
    m_simulator->clearFaults();
    m_gate->open();
    bench.rest();
    const auto after = picture(known);

    if (ended.state == Operation::State::Succeeded) {
        const bool hasSnapshots = after.snapshotCount() >= clean.snapshots; // another way to it may take one more
        if (after.lines(false) != clean.world || !hasSnapshots)
            finding.wrong = u"success, but\n"_s + difference(clean.world, after.lines(false));
        else if (scene.secretLines(bench.scene().secrets) != clean.secrets)
            finding.wrong = u"success, but other secrets are kept"_s;
        else if (static_cast<qsizetype>(bench.scene().receipts.size()) != clean.receipts)
            finding.wrong = u"success, but other receipts are kept"_s;
        else if (!bench.journal().empty())
            finding.wrong = u"success, but the journal is not closed"_s;
        else
            finding.wrong = bench.wrongRow();
        if (after.lines(false) != clean.world)
            checkEnd(what, clean, before, after, &finding);
        return finding;
    }

    const auto said = codeName(ended.error->code) + u" \""_s + ended.error->detail + u"\", "_s;
    const auto wrong = checkFailure(ended, clean, before, after, fault);
    bench.poll();
    const auto row = bench.wrongRow();
    const bool isToRecover = !bench.journal().empty();
    if (isToRecover) {
        for (const auto &recovered : bench.recover()) {
            if (recovered.error)
                finding.wrong = u"recovery failed: "_s + codeName(recovered.error->code) + recovered.error->detail;
        }
        bench.rest();
        bench.poll();
    }
    const auto end = picture(known);
    auto unclean = checkEnd(what, clean, before, end, &finding);
    if (unclean.isEmpty() && end.lines(false) == clean.world
        && scene.secretLines(bench.scene().secrets) != clean.secrets)
        unclean = u"finished, but other secrets are kept"_s;
    for (const auto &trouble : {wrong, row, isToRecover ? unclean : QString(), bench.wrongRow()}) {
        if (!trouble.isEmpty() && finding.wrong.isEmpty())
            finding.wrong = said + trouble;
    }
    return finding;
}

QString FaultMatrixTest::checkFailure(const Operation &operation, const Clean &clean, const WorldPicture &before,
                                      const WorldPicture &after, const NamedFault &fault) const
{
    const auto &error = *operation.error;
    if (operation.state != Operation::State::Failed || error.code == ErrorCode::Cancelled)
        return u"it was not cancelled"_s;
    if (error.detail.isEmpty() || !error.step || error.instance.isEmpty())
        return u"it does not explain itself"_s;
    const auto named = [&error](const WorldPicture::Thing &thing) {
        return std::ranges::any_of(
            error.leftBehind, [&](const Resource &left) { return left.name == thing.id || left.name == thing.app; });
    };
    for (const auto &thing : after.newThings()) {
        const bool isKept = clean.world.contains(thing.line) && (isLeftOpen(error) || !error.leftBehind.empty());
        if (!named(thing) && !isKept)
            return u"it does not name "_s + thing.line;
    }
    if (after.lines(false) == before.lines(false) || !error.leftBehind.empty() || isLeftOpen(error))
        return {};
    const bool isReadForEver = (fault.isRefusal || fault.fault.method == "GET"_ba) && fault.fault.times < 0;
    if (isReadForEver)
        return {};
    return u"nothing is left, but\n"_s + difference(before.lines(false), after.lines(false));
}

QString FaultMatrixTest::checkEnd(const Case &what, const Clean &clean, const WorldPicture &before,
                                  const WorldPicture &after, Finding *finding) const
{
    const auto lines = after.lines(false);
    if (lines == before.lines(false) || lines == clean.world)
        return {};
    for (const auto &thing : after.newThings()) {
        if (!clean.world.contains(thing.line) || thing.line.startsWith("loose"_L1))
            finding->orphan = thing.line;
    }
    if (!what.mayLoseData && !after.liveVolumes().contains(before.liveVolumes()))
        finding->orphan = u"data is lost"_s;
    if (!what.mayStayRunning && !(after.running() - before.running()).isEmpty())
        finding->orphan = u"something runs that did not"_s;
    return u"neither finished nor undone:\n"_s + difference(before.lines(false), lines);
}

void FaultMatrixTest::cleanupTestCase()
{
    qInfo("fault matrix: %d cases, %d orphans, %d wrong reports", m_cases, m_orphans, m_wrong);
    m_gate.reset();
    m_simulator.reset();
}

QTEST_GUILESS_MAIN(FaultMatrixTest)
#include "tst_faultmatrix.moc"
