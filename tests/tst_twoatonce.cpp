// Two computers and a stranger work on the same instances at the same time: nobody crashes, no work is lost, nothing is
// left over, and in the end both show what Fly.io holds.
//
// Who does what comes from seeds, which are printed; when it meets what the others do is up to the computer. By default
// one seed runs for some seconds; with SWARM_WHOLE_MATRIX set, several for longer. SWARM_SEED chooses one.
#include "tests/editorvisitor.h"
#include "tests/plainclient.h"
#include "tests/swarmfixture.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSet>
#include <QTest>
#include <QTimer>

#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

namespace {

constexpr int instances = 4;

class Dice
{
public:
    explicit Dice(unsigned seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }
    template <typename List> [[nodiscard]] auto oneOf(const List &list)
    {
        return list[static_cast<decltype(list.size())>(below(static_cast<int>(list.size())))];
    }

private:
    std::mt19937 m_random;
};

//! A computer with a home of its own, where one command runs after the other.
class Computer : public QObject
{
public:
    Computer(SwarmFixture &swarm, QString name, unsigned seed, QStringList ids)
        : m_name(std::move(name))
        , m_dice(seed)
        , m_ids(std::move(ids))
        , m_addresses(swarm.addressArguments())
    {
        auto environment = swarm.environment();
        for (const auto &[variable, folder] :
             {std::pair(u"HOME"_s, u"home"_s), std::pair(u"XDG_DATA_HOME"_s, u"data"_s),
              std::pair(u"XDG_CONFIG_HOME"_s, u"config"_s), std::pair(u"XDG_CACHE_HOME"_s, u"cache"_s)}) {
            const auto path = swarm.home() + u'/' + m_name + u'/' + folder;
            QDir().mkpath(path);
            environment.insert(variable, path);
        }
        m_process.setProcessEnvironment(environment);
        connect(&m_process, &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus how) {
            judge(exitCode, how);
            if (m_isBusy)
                next();
        });
    }
    ~Computer() override
    {
        if (isWorking())
            m_process.kill();
        m_process.waitForFinished();
    }

    void begin()
    {
        m_isBusy = true;
        next();
    }
    void finishUp() { m_isBusy = false; } //!< no further command; the present one goes on to its end
    [[nodiscard]] bool isWorking() const { return m_process.state() != QProcess::NotRunning; }
    //! One command more, waited for.
    [[nodiscard]] QJsonObject ask(const QStringList &command)
    {
        run(command);
        return answer();
    }
    void run(const QStringList &command)
    {
        m_command = command;
        m_process.start(QStringLiteral(SWARM_BIN "/swarmctl"), command + m_addresses + QStringList{u"--json"_s});
    }
    [[nodiscard]] QJsonObject answer()
    {
        m_process.waitForFinished(60'000);
        return m_answer;
    }

    //! Ends the present command as a power cut would.
    void cutOff()
    {
        const QSignalBlocker quiet(&m_process); // nobody judges how it ended
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }
    [[nodiscard]] const QStringList &story() const { return m_story; }
    [[nodiscard]] const QMap<int, int> &exitCodes() const { return m_exitCodes; }
    [[nodiscard]] int lastExitCode() const { return m_lastExitCode; }

private:
    void next() { run(choose()); }
    [[nodiscard]] QStringList choose()
    {
        const auto id = m_dice.oneOf(m_ids);
        switch (m_dice.below(11)) {
        case 0:
        case 1:
            return {u"start"_s, id};
        case 2:
            return {u"stop"_s, id};
        case 3:
            return {u"suspend"_s, id};
        case 4:
            return {u"restart"_s, id};
        case 5:
            return {u"resize"_s, id, u"--size"_s, m_dice.oneOf(QStringList{u"small"_s, u"standard"_s, u"large"_s})};
        case 6:
            return {u"env"_s, id, u"--set"_s, u"COUNT=%1"_s.arg(m_dice.below(1000))};
        case 7:
            return {u"rename"_s, id, u"%1-%2"_s.arg(m_name).arg(++m_renames)};
        case 8:
            return {u"snapshot"_s, id};
        case 9:
            return {u"move"_s, id, u"--region"_s, m_dice.oneOf(QStringList{u"ams"_s, u"fra"_s, u"ord"_s, u"syd"_s})};
        default:
            return {u"list"_s};
        }
    }
    void judge(int exitCode, QProcess::ExitStatus how)
    {
        static const QSet<int> allowed{0, 1, 4, 5, 6, 7, 8};
        const auto out = m_process.readAllStandardOutput();
        const auto err = m_process.readAllStandardError();
        m_lastExitCode = exitCode;
        ++m_exitCodes[exitCode];
        QJsonParseError parsing;
        m_answer = QJsonDocument::fromJson(out, &parsing).object();
        const auto told = u"%1: %2 -> %3 %4"_s.arg(m_name, m_command.join(u' '))
                              .arg(exitCode)
                              .arg(m_answer["error"_L1]["code"_L1].toString());
        m_story << told;
        if (how != QProcess::NormalExit || !allowed.contains(exitCode))
            m_complaints << told + u": "_s + QString::fromUtf8(err);
        if (parsing.error != QJsonParseError::NoError || m_answer["schema"_L1].toInt() != 1)
            m_complaints << told + u": is no JSON: "_s + QString::fromUtf8(out) + QString::fromUtf8(err);
        if (exitCode != 0)
            m_story << QString::fromUtf8(err);
    }

    QString m_name;
    Dice m_dice;
    QStringList m_ids;
    QStringList m_addresses;
    QProcess m_process;
    QStringList m_command;
    QJsonObject m_answer;
    QStringList m_complaints;
    QStringList m_story;
    QMap<int, int> m_exitCodes;
    int m_lastExitCode = 0;
    int m_renames = 0;
    bool m_isBusy = false;
};

//! What the simulator holds of ours.
struct World {
    QJsonArray machines; //!< living ones
    QJsonArray volumes;
};

QString metadataOf(const QJsonValue &machine, QLatin1StringView key)
{
    return machine["config"_L1]["metadata"_L1][key].toString();
}

QString idOf(const QJsonValue &machine)
{
    return metadataOf(machine, "remote_swarm_id"_L1);
}

QString roleOf(const QJsonValue &machine)
{
    return metadataOf(machine, "remote_swarm_role"_L1);
}

//! What a list shows of an instance, from the machine that stands for it.
QStringList shown(const QJsonValue &machine)
{
    const auto guest = machine["config"_L1]["guest"_L1];
    return {idOf(machine),
            metadataOf(machine, "remote_swarm_name"_L1),
            machine["app"_L1].toString(),
            machine["id"_L1].toString(),
            machine["config"_L1]["mounts"_L1][0]["volume"_L1].toString(),
            machine["state"_L1].toString(),
            machine["region"_L1].toString(),
            QString::number(guest["cpus"_L1].toInt()),
            QString::number(guest["memory_mb"_L1].toInt())};
}

QStringList shownRow(const QJsonValue &row)
{
    QStringList values;
    for (const auto *member : {"id", "name", "app", "machine", "volume", "state", "region"})
        values << row[QLatin1StringView(member)].toString();
    return values << QString::number(row["size"_L1]["cpus"_L1].toInt())
                  << QString::number(row["size"_L1]["memory_mb"_L1].toInt());
}

} // namespace

class TwoAtOnceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void endsInAgreement_data();
    void endsInAgreement();
    void movesAsIfOneAfterTheOther();
    void keepsBothWhenACutOffMoveWasOvertaken_data();
    void keepsBothWhenACutOffMoveWasOvertaken();

private:
    [[nodiscard]] World look();
    [[nodiscard]] QStringList worldInLines() const;
    [[nodiscard]] QStringList whatMoves();
    void act(Dice &dice);
    void destroyOne(Dice &dice);
    //! What stands for the instances, one line each.
    [[nodiscard]] QStringList standing();
    void agree(Computer &computer, const QString &who);
    void checkNothingIsOrphaned();
    void checkTheFiles(Computer &computer);
    [[nodiscard]] bool enter(Computer &computer, const QString &id);
    [[nodiscard]] bool writeStory(Computer &computer, const QString &id, const QByteArray &text);
    [[nodiscard]] QByteArray readStory(Computer &computer, const QString &id);
    [[nodiscard]] bool isOnADisk(const World &world, const QByteArray &text) const;
    [[nodiscard]] QByteArray textOf(const QString &id) const { return "what was written in " + id.toUtf8() + '\n'; }

    Clock m_clock;
    std::unique_ptr<SwarmFixture> m_swarm;
    std::unique_ptr<PlainClient> m_fly;
    std::unique_ptr<EditorVisitor> m_visitor;
    QUrl m_editor;
    QStringList m_ids;
    QStringList m_destroyed; //!< ids of instances whose machine the stranger destroyed
    QStringList m_strange; //!< what the stranger did
    World m_lastSeen;
};

void TwoAtOnceTest::init()
{
    m_ids.clear();
    m_destroyed.clear();
    m_strange.clear();
    m_swarm = std::make_unique<SwarmFixture>();
    m_swarm->environment().insert(u"FLY_API_TOKEN"_s, u"fo1_test"_s);
    m_swarm->environment().insert(u"SWARM_PASSWORD"_s, u"correct horse"_s);
    m_swarm->environment().insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    QVERIFY(m_swarm->start({u"--folder"_s, m_swarm->path("disks")}));
    m_visitor = std::make_unique<EditorVisitor>(m_clock);
    m_fly = std::make_unique<PlainClient>(m_swarm->api());
    for (int number = 1; number <= instances; ++number) {
        const auto made = m_swarm->ctl({u"create"_s, u"box-%1"_s.arg(number), u"--idle"_s, u"stop"_s, u"--json"_s});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const auto instance = made.json()["instance"_L1];
        const auto id = instance["id"_L1].toString();
        const QUrl editor(instance["url"_L1].toString());
        QCOMPARE(m_visitor->logIn(editor, u"correct horse"_s), 302);
        QCOMPARE(m_visitor->put(editor.resolved(QUrl(u"/files/story"_s)), textOf(id)), 204);
        m_ids << id;
    }
}

World TwoAtOnceTest::look()
{
    if (QTest::currentTestFailed()) // nothing is waited for any more, not even an answer
        return m_lastSeen;
    const auto state = m_fly->get(u"/_sim/state"_s).object();
    World world;
    for (const auto &machine : state["machines"_L1].toArray()) {
        if (machine.toObject()["destroyed_at"_L1].toInteger() == 0)
            world.machines.append(machine);
    }
    for (const auto &volume : state["volumes"_L1].toArray()) {
        if (volume.toObject()["destroyed_at"_L1].toInteger() == 0)
            world.volumes.append(volume);
    }
    m_lastSeen = world;
    return world;
}

QStringList TwoAtOnceTest::worldInLines() const
{
    QStringList lines;
    for (const auto &machine : m_lastSeen.machines)
        lines << u"machine %1 %2"_s.arg(roleOf(machine), shown(machine).join(u' '));
    for (const auto &volume : m_lastSeen.volumes)
        lines << u"disk %1 of %2: %3, %4"_s.arg(volume["id"_L1].toString(), volume["app"_L1].toString(),
                                                volume["state"_L1].toString(), volume["machine"_L1].toString());
    return lines;
}

QStringList TwoAtOnceTest::whatMoves()
{
    static const QStringList resting{u"started"_s, u"stopped"_s, u"suspended"_s};
    QStringList lines;
    const auto world = look();
    for (const auto &machine : world.machines) {
        if (!resting.contains(machine["state"_L1].toString()))
            lines << u"machine "_s + shown(machine).join(u' ');
    }
    for (const auto &volume : world.volumes) {
        if (volume["state"_L1].toString() != "created"_L1)
            lines << u"disk %1: %2"_s.arg(volume["id"_L1].toString(), volume["state"_L1].toString());
    }
    return lines;
}

void TwoAtOnceTest::act(Dice &dice)
{
    const auto world = look();
    if (world.machines.isEmpty())
        return;
    const auto machine = dice.oneOf(world.machines);
    const auto path = u"/v1/apps/%1/machines/%2"_s.arg(machine["app"_L1].toString(), machine["id"_L1].toString());
    const auto noted = [&](const QString &what, const PlainReply &reply) {
        m_strange << u"stranger: %1 %2 (%3) -> %4"_s.arg(what, path, roleOf(machine)).arg(reply.status);
    };
    switch (dice.below(8)) {
    case 0:
    case 1:
        return noted(u"start"_s, m_fly->post(path + u"/start"_s));
    case 2:
        return noted(u"stop"_s, m_fly->post(path + u"/stop"_s));
    case 3:
        return noted(u"suspend"_s, m_fly->post(path + u"/suspend"_s));
    case 4:
        return noted(u"restart"_s, m_fly->post(path + u"/restart"_s));
    case 5:
        return noted(u"metadata"_s, m_fly->post(path + u"/metadata/stranger"_s, {{u"value"_s, u"was here"_s}}));
    case 6:
        return noted(u"rename"_s,
                     m_fly->post(path + u"/metadata/remote_swarm_name"_s,
                                 {{u"value"_s, u"strange-%1"_s.arg(m_strange.size())}}));
    default:
        return noted(u"lease"_s, m_fly->post(path + u"/lease"_s, {{u"ttl"_s, 5 + dice.below(30)}}));
    }
}

void TwoAtOnceTest::destroyOne(Dice &dice)
{
    const auto world = look();
    QJsonArray standing;
    for (const auto &machine : world.machines) {
        if (roleOf(machine) == "current"_L1)
            standing.append(machine);
    }
    if (standing.isEmpty())
        return;
    const auto machine = dice.oneOf(standing);
    const auto reply = m_fly->call(
        "DELETE",
        u"/v1/apps/%1/machines/%2?force=true"_s.arg(machine["app"_L1].toString(), machine["id"_L1].toString()));
    m_strange << u"stranger: destroy %1 -> %2"_s.arg(machine["id"_L1].toString()).arg(reply.status);
    if (reply.status == 200)
        m_destroyed << idOf(machine);
}

void TwoAtOnceTest::endsInAgreement_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("seconds");
    const bool isLong = qEnvironmentVariableIsSet("SWARM_WHOLE_MATRIX");
    const auto first = qEnvironmentVariable("SWARM_SEED", u"20261124"_s).toUInt();
    for (unsigned seed = first; seed < first + (isLong ? 12 : 1); ++seed)
        QTest::addRow("seed %u", seed) << seed << (isLong ? 40 : 10);
}

void TwoAtOnceTest::endsInAgreement()
{
    QFETCH(unsigned, seed);
    QFETCH(int, seconds);
    Computer desk(*m_swarm, u"desk"_s, seed, m_ids);
    Computer laptop(*m_swarm, u"laptop"_s, seed + 1000, m_ids);
    Dice dice(seed + 2000);
    const auto tell = qScopeGuard([&] {
        if (!QTest::currentTestFailed() && !qEnvironmentVariableIsSet("SWARM_TELL"))
            return;
        for (const auto &line : worldInLines() + desk.story() + laptop.story() + m_strange)
            qInfo().noquote() << line;
    });

    QTimer stranger;
    connect(&stranger, &QTimer::timeout, this, [&] {
        stranger.stop(); // what it asks runs an event loop of its own
        act(dice);
        stranger.start();
    });
    QElapsedTimer timer;
    timer.start();
    desk.begin();
    laptop.begin();
    stranger.start(80ms);
    QTRY_VERIFY_WITH_TIMEOUT(timer.hasExpired(seconds * 500), seconds * 1000);
    destroyOne(dice);
    QTRY_VERIFY_WITH_TIMEOUT(timer.hasExpired(seconds * 1000), seconds * 1000);
    stranger.stop();
    desk.finishUp();
    laptop.finishUp();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.isWorking() && !laptop.isWorking(), 60'000);

    for (auto *computer : {&desk, &laptop}) {
        static_cast<void>(computer->ask({u"recover"_s}));
        QCOMPARE(computer->lastExitCode(), 0);
    }
    QVERIFY(QTest::qWaitFor([this] { return whatMoves().isEmpty(); }, 20'000));
    agree(desk, u"desk"_s);
    if (!QTest::currentTestFailed())
        agree(laptop, u"laptop"_s);
    if (!QTest::currentTestFailed())
        checkNothingIsOrphaned();
    if (!QTest::currentTestFailed())
        checkTheFiles(desk);
    QVERIFY2(desk.complaints().isEmpty(), qPrintable(desk.complaints().join(u'\n')));
    QVERIFY2(laptop.complaints().isEmpty(), qPrintable(laptop.complaints().join(u'\n')));
    const auto counts = [](const Computer &computer) {
        QStringList texts;
        for (auto count = computer.exitCodes().begin(); count != computer.exitCodes().end(); ++count)
            texts << u"%1 × exit %2"_s.arg(count.value()).arg(count.key());
        return texts.join(u", "_s);
    };
    qInfo().noquote() << u"seed %1: desk %2; laptop %3; stranger %4 calls"_s.arg(
        QString::number(seed), counts(desk), counts(laptop), QString::number(m_strange.size()));
    QVERIFY(desk.exitCodes().value(0) > 5 && laptop.exitCodes().value(0) > 5);
}

void TwoAtOnceTest::movesAsIfOneAfterTheOther()
{
    const auto &id = m_ids.first();
    Computer desk(*m_swarm, u"desk"_s, 1, m_ids);
    Computer laptop(*m_swarm, u"laptop"_s, 2, m_ids);
    for (const auto &[region, lead] : {std::pair(u"fra"_s, 0), std::pair(u"ord"_s, 20), std::pair(u"syd"_s, 70)}) {
        desk.run({u"move"_s, id, u"--region"_s, region});
        QTest::qWait(lead); // so that one is somewhere in the midst of it
        laptop.run({u"move"_s, id, u"--region"_s, u"ams"_s});
        static_cast<void>(desk.answer());
        static_cast<void>(laptop.answer());
        const bool hasMoved = desk.lastExitCode() == 0 || laptop.lastExitCode() == 0;
        QVERIFY2(hasMoved, qPrintable((desk.story() + laptop.story()).join(u'\n')));
        agree(desk, u"desk"_s);
        agree(laptop, u"laptop"_s);
        checkNothingIsOrphaned();
        const auto text = "written after " + region.toUtf8() + '\n';
        QVERIFY(writeStory(desk, id, text));
        QCOMPARE(readStory(laptop, id), text);
    }
}

void TwoAtOnceTest::keepsBothWhenACutOffMoveWasOvertaken_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("cut off before the role is written") << u"silence"_s;
    QTest::newRow("cut off after it") << u"delay"_s;
}

void TwoAtOnceTest::keepsBothWhenACutOffMoveWasOvertaken()
{
    QFETCH(QString, kind);
    const auto &id = m_ids.first();
    const auto role = u"/v1/apps/{app}/machines/{id}/metadata"_s;
    Computer desk(*m_swarm, u"desk"_s, 1, m_ids);
    Computer laptop(*m_swarm, u"laptop"_s, 2, m_ids);
    m_fly->post(u"/_sim/faults"_s,
                {{u"kind"_s, kind}, {u"method"_s, u"PATCH"_s}, {u"route"_s, role}, {u"delay_ms"_s, 1'000'000}});
    m_fly->call("DELETE", u"/_sim/requests"_s);
    desk.run({u"move"_s, id, u"--region"_s, u"fra"_s});
    const auto isSwitching = [&] {
        return std::ranges::any_of(m_fly->get(u"/_sim/requests"_s).array(),
                                   [&](const QJsonValue &request) { return request["route"_L1].toString() == role; });
    };
    QVERIFY(QTest::qWaitFor(isSwitching, 20'000));
    desk.cutOff();
    m_fly->call("DELETE", u"/_sim/faults"_s);
    QTest::qWait(130'000 / QByteArray(SwarmFixture::speed).toInt()); // until its lease is over

    static_cast<void>(laptop.ask({u"move"_s, id, u"--region"_s, u"syd"_s}));
    QVERIFY2(laptop.lastExitCode() == 0, qPrintable(laptop.story().join(u'\n')));
    QVERIFY(writeStory(laptop, id, "written on the laptop\n"));
    static_cast<void>(desk.ask({u"recover"_s}));

    QVERIFY2(desk.lastExitCode() == 0, qPrintable(desk.story().join(u'\n')));
    agree(desk, u"desk"_s);
    agree(laptop, u"laptop"_s);
    checkNothingIsOrphaned();
    QCOMPARE(readStory(desk, id), "written on the laptop\n"_ba);
}

QStringList TwoAtOnceTest::standing()
{
    QStringList lines;
    QSet<QString> living;
    for (const auto &machine : look().machines) {
        if (roleOf(machine) != "current"_L1)
            continue;
        if (living.contains(idOf(machine)))
            lines << u"two machines stand for "_s + idOf(machine);
        living << idOf(machine);
        lines << shown(machine).join(u' ');
    }
    for (const auto &id : m_ids) {
        if (!living.contains(id) && !m_destroyed.contains(id))
            lines << id + u" has no machine"_s;
    }
    lines.sort();
    return lines;
}

void TwoAtOnceTest::agree(Computer &computer, const QString &who)
{
    constexpr int mostTries = 10; // idle ones are put to sleep between two looks, by their own rules
    for (int tries = 0; tries < mostTries; ++tries) {
        const auto before = standing();
        QStringList listed;
        for (const auto &row : computer.ask({u"list"_s})["instances"_L1].toArray()) {
            if (row["status"_L1].toString() != "missing"_L1)
                listed << shownRow(row).join(u' ');
            else
                QVERIFY2(m_destroyed.contains(row["id"_L1].toString()), qPrintable(who));
        }
        listed.sort();
        if (standing() != before)
            continue;
        QCOMPARE(listed.join(u'\n'), before.join(u'\n'));
        return;
    }
    QFAIL("it never stands still");
}

void TwoAtOnceTest::checkNothingIsOrphaned()
{
    const auto world = look();
    QSet<QString> machines;
    for (const auto &machine : world.machines) {
        machines << machine["id"_L1].toString();
        QVERIFY2(m_ids.contains(idOf(machine)), qPrintable(machine["id"_L1].toString()));
        QVERIFY2(roleOf(machine) == "current"_L1 || roleOf(machine) == "previous"_L1, qPrintable(roleOf(machine)));
    }
    int loose = 0;
    for (const auto &volume : world.volumes)
        loose += machines.contains(volume["machine"_L1].toString()) ? 0 : 1;
    QVERIFY2(loose <= m_destroyed.size(), qPrintable(QString::number(loose)));
}

void TwoAtOnceTest::checkTheFiles(Computer &computer)
{
    const auto world = look();
    for (const auto &id : m_ids) {
        const bool isThere = std::ranges::any_of(world.machines, [&](const QJsonValue &machine) {
            return idOf(machine) == id && roleOf(machine) == "current"_L1;
        });
        if (isThere)
            QCOMPARE(readStory(computer, id), textOf(id));
        else
            QVERIFY(isOnADisk(world, textOf(id))); // of a machine that a stranger destroyed
    }
}

bool TwoAtOnceTest::enter(Computer &computer, const QString &id)
{
    static_cast<void>(computer.ask({u"start"_s, id}));
    m_editor = QUrl(computer.ask({u"wait"_s, id})["instance"_L1]["url"_L1].toString());
    return m_visitor->logIn(m_editor, u"correct horse"_s) == 302;
}

bool TwoAtOnceTest::writeStory(Computer &computer, const QString &id, const QByteArray &text)
{
    return enter(computer, id) && m_visitor->put(m_editor.resolved(QUrl(u"/files/story"_s)), text) == 204;
}

QByteArray TwoAtOnceTest::readStory(Computer &computer, const QString &id)
{
    return enter(computer, id) ? m_visitor->get(m_editor.resolved(QUrl(u"/files/story"_s))).body : QByteArray();
}

bool TwoAtOnceTest::isOnADisk(const World &world, const QByteArray &text) const
{
    return std::ranges::any_of(world.volumes, [&](const QJsonValue &volume) {
        QFile file(m_swarm->path("disks") + u"/volumes/"_s + volume["id"_L1].toString() + u"/project/story"_s);
        return file.open(QIODevice::ReadOnly) && file.readAll() == text;
    });
}

QTEST_GUILESS_MAIN(TwoAtOnceTest)
#include "tst_twoatonce.moc"
