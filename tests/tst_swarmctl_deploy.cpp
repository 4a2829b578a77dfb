// The verbs of swarmctl for files, rehearsals, logs, metrics, and this computer.
#include "tests/plainclient.h"
#include "tests/swarmfixture.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

class SwarmctlDeployTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_swarm.reset(); }
    void createsThenLeavesAloneThenBringsInLine();
    void refusesWhatADeploymentDoesNotDo();
    void saysWhereAFileIsWrong();
    void letsOptionsWinOverTheFile();
    void wakesWhenAsked();
    void exportsWhatItCanDeploy();
    void showsDrift();
    void changesNothingInARehearsal_data();
    void changesNothingInARehearsal();
    void rehearsesACreation();
    void readsALog();
    void followsALogUntilInterrupted();
    void readsMetrics();
    void listsSwitchesAndGoesBackInImages();
    void examinesThisComputer();
    void saysWhatIsWrongWithThisComputer();
    void listsAccounts();
    void watchesWhatChanges();
    void writesOverItsProgressOnATerminal();
    void coloursOnlyWhereColoursAreWanted();
    void completesWhatIsTyped();
    void printsItsManual();
    void forgetsEverythingAtLogout();

private:
    [[nodiscard]] QString file(const QByteArray &text)
    {
        QFile file(m_swarm->home() + u"/instance.toml"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the file could not be written");
        return file.fileName();
    }
    [[nodiscard]] SwarmFixture::Ran deploy(const QByteArray &text, const QStringList &more = {})
    {
        return m_swarm->ctl(QStringList{u"deploy"_s, u"--file"_s, file(text), u"--json"_s} + more);
    }
    //! Calls that change something.
    [[nodiscard]] QStringList changes() const
    {
        QStringList calls;
        for (const auto &seen : m_fly->get(u"/_sim/requests"_s).array()) {
            const auto method = seen[u"method"_s].toString();
            const bool isQuery = seen[u"path"_s].toString().startsWith("/graphql"_L1)
                && !seen[u"body"_s].toString().contains("mutation"_L1);
            if (method != "GET"_L1 && !isQuery)
                calls << method + u' ' + seen[u"path"_s].toString();
        }
        return calls;
    }
    //! Runs it on a terminal of its own and returns all that it wrote there.
    [[nodiscard]] QByteArray onTerminal(const QStringList &arguments);

    std::unique_ptr<SwarmFixture> m_swarm;
    std::unique_ptr<PlainClient> m_fly;
};

void SwarmctlDeployTest::init()
{
    m_swarm = std::make_unique<SwarmFixture>();
    QVERIFY(m_swarm->start());
    m_swarm->environment().insert(u"FLY_API_TOKEN"_s, u"fo1_test"_s);
    m_swarm->environment().insert(u"SWARM_PASSWORD"_s, u"correct horse"_s);
    m_fly = std::make_unique<PlainClient>(m_swarm->api());
}

void SwarmctlDeployTest::createsThenLeavesAloneThenBringsInLine()
{
    const auto text = "name = \"box\"\nregion = \"fra\"\nsize = \"small\"\ndisk_gb = 3\nidle = \"stop\"\n"
                      "ports = [\"3000:3000:tls,http\"]\n[env]\nTHEME = \"dark\"\n[metadata]\nteam = \"alpha\"\n"_ba;

    const auto made = deploy(text);
    QVERIFY2(made.exitCode == 0, made.err.constData());
    QCOMPARE(made.json()["action"_L1].toString(), u"created"_s);
    QVERIFY(!made.json()["instance"_L1]["url"_L1].toString().isEmpty());
    QCOMPARE(made.json()["instance"_L1]["status"_L1].toString(), u"running"_s);

    m_fly->call("DELETE", u"/_sim/requests"_s, {}, {});
    const auto again = deploy(text);
    QVERIFY2(again.exitCode == 0, again.err.constData());
    QCOMPARE(again.json()["action"_L1].toString(), u"unchanged"_s);
    QVERIFY2(changes().isEmpty(), qPrintable(changes().join(u'\n')));

    auto other = text;
    other.replace("small", "standard")
        .replace("disk_gb = 3", "disk_gb = 5")
        .replace("dark", "light")
        .replace("3000:3000", "8081:3000");
    const auto changed = deploy(other);
    QVERIFY2(changed.exitCode == 0, changed.err.constData());
    QCOMPARE(changed.json()["action"_L1].toString(), u"updated"_s);
    QCOMPARE(changed.json()["changes"_L1].toArray().size(), 4);
    QCOMPARE(changed.json()["instance"_L1]["size"_L1]["memory_mb"_L1].toInt(), 2048);
    QCOMPARE(changed.json()["instance"_L1]["disk_gb"_L1].toInt(), 5);
    const auto updates =
        changes().filter(u"POST /v1/apps/box/machines/"_s).filter(QRegularExpression(u"machines/\\w+$"_s));
    QCOMPARE(updates.size(), 1); // the machine restarts once, for all of it
    QCOMPARE(deploy(other).json()["action"_L1].toString(), u"unchanged"_s);
}

void SwarmctlDeployTest::refusesWhatADeploymentDoesNotDo()
{
    QCOMPARE(deploy("name = \"box\"\nregion = \"ams\"\ndisk_gb = 3\n").exitCode, 0);
    m_fly->call("DELETE", u"/_sim/requests"_s, {}, {});

    const auto moved = deploy("name = \"box\"\nregion = \"fra\"\nsize = \"small\"\n");
    QCOMPARE(moved.exitCode, 5);
    QVERIFY(moved.err.contains("region: ams → fra"));
    QVERIFY(moved.err.contains("swarmctl move box --region fra"));
    const auto shrunk = deploy("name = \"box\"\ndisk_gb = 2\n");
    QCOMPARE(shrunk.exitCode, 5);
    QVERIFY(shrunk.err.contains("never shrinks"));

    QVERIFY2(changes().isEmpty(), qPrintable(changes().join(u'\n'))); // the size neither: all or nothing
}

void SwarmctlDeployTest::saysWhereAFileIsWrong()
{
    const auto ran = deploy("name = \"box\"\nregoin = \"ams\"\ntoken = \"x\"\n");

    QCOMPARE(ran.exitCode, 2);
    QVERIFY2(ran.err.contains("instance.toml:2:1: regoin: there is no such member; did you mean region?"),
             ran.err.constData());
    QVERIFY(ran.err.contains("instance.toml:3:1: token: secrets do not belong into a file"));
    QVERIFY(ran.json()["error"_L1].toObject()["message"_L1].toString().contains("regoin"_L1));
    QCOMPARE(m_swarm->ctl({u"deploy"_s, u"--file"_s, u"/nowhere.toml"_s}).exitCode, 2);
    QCOMPARE(m_swarm->ctl({u"deploy"_s}).exitCode, 2);
    QVERIFY(changes().isEmpty());
}

void SwarmctlDeployTest::letsOptionsWinOverTheFile()
{
    const auto made = m_swarm->ctl({u"deploy"_s, u"--file"_s, u"-"_s, u"--name"_s, u"other"_s, u"--region"_s, u"syd"_s,
                                    u"--size"_s, u"small"_s, u"--json"_s},
                                   "name = \"box\"\nregion = \"fra\"\n");

    QVERIFY2(made.exitCode == 0, made.err.constData());
    const auto instance = made.json()["instance"_L1].toObject();
    QCOMPARE(instance["name"_L1].toString(), u"other"_s);
    QCOMPARE(instance["region"_L1].toString(), u"syd"_s);
    QCOMPARE(instance["size"_L1]["memory_mb"_L1].toInt(), 1024);

    m_swarm->environment().insert(u"SWARM_REGIONS"_s, u"ams,fra"_s);
    const auto refused = m_swarm->ctl({u"deploy"_s, u"--name"_s, u"third"_s, u"--region"_s, u"syd"_s});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.err.contains("use one of the regions that are set: ams, fra"), refused.err.constData());
}

void SwarmctlDeployTest::wakesWhenAsked()
{
    QCOMPARE(deploy("name = \"box\"\n").exitCode, 0);
    QCOMPARE(m_swarm->ctl({u"stop"_s, u"box"_s}).exitCode, 0);

    QCOMPARE(deploy("name = \"box\"\n").json()["instance"_L1]["status"_L1].toString(), u"stopped"_s);
    QCOMPARE(deploy("name = \"box\"\n", {u"--wake"_s}).json()["instance"_L1]["status"_L1].toString(), u"running"_s);
}

void SwarmctlDeployTest::exportsWhatItCanDeploy()
{
    QCOMPARE(m_swarm
                 ->ctl({u"create"_s, u"box"_s, u"--region"_s, u"fra"_s, u"--size"_s, u"small"_s, u"--idle"_s, u"45"_s,
                        u"--env"_s, u"A=b \"c\""_s, u"--argument=--disable-file-downloads"_s, u"--port"_s,
                        u"3000:3000:tls,http"_s, u"--repository"_s, u"https://example.org/x.git"_s})
                 .exitCode,
             0);
    const auto path = m_swarm->home() + u"/out.toml"_s;

    const auto exported = m_swarm->ctl({u"export"_s, u"box"_s, u"--to"_s, path});

    QVERIFY2(exported.exitCode == 0, exported.err.constData());
    QFile out(path);
    QVERIFY(out.open(QIODevice::ReadOnly));
    const auto text = out.readAll();
    QVERIFY2(text.contains("idle = 45"), text.constData());
    QVERIFY(text.contains("arguments = [\"--disable-file-downloads\"]"));
    QVERIFY(!text.contains("correct horse"));
    QCOMPARE(m_swarm->ctl({u"export"_s, u"box"_s}).out, text);
    QCOMPARE(m_swarm->ctl({u"diff"_s, u"--file"_s, path}).exitCode, 0);
    const auto again = m_swarm->ctl({u"deploy"_s, u"--file"_s, path, u"--json"_s});
    QCOMPARE(again.json()["action"_L1].toString(), u"unchanged"_s);
}

void SwarmctlDeployTest::showsDrift()
{
    QCOMPARE(deploy("name = \"box\"\nsize = \"small\"\n").exitCode, 0);
    const auto path = file("name = \"box\"\nsize = \"standard\"\nregion = \"fra\"\n");

    const auto diff = m_swarm->ctl({u"diff"_s, u"--file"_s, path});

    QCOMPARE(diff.exitCode, 5);
    QVERIFY2(diff.out.contains("size: shared:1:1024 → shared:1:2048"), diff.out.constData());
    QVERIFY(diff.out.contains("region: ams → fra"));
}

void SwarmctlDeployTest::changesNothingInARehearsal_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("call");
    const auto row = [](const char *name, const QStringList &arguments, const QString &call) {
        QTest::newRow(name) << arguments << call;
    };
    row("stop", {u"stop"_s, u"box"_s}, u"POST /v1/apps/box/machines/MACHINE/stop"_s);
    row("resize", {u"resize"_s, u"box"_s, u"--size"_s, u"standard"_s}, u"POST /v1/apps/box/machines/MACHINE"_s);
    row("delete", {u"delete"_s, u"box"_s}, u"DELETE /v1/apps/box/volumes/VOLUME"_s);
    row("extend", {u"extend"_s, u"box"_s, u"--disk"_s, u"12"_s}, u"PUT /v1/apps/box/volumes/VOLUME/extend"_s);
    row("move", {u"move"_s, u"box"_s, u"--region"_s, u"fra"_s}, u"POST /v1/apps/box/machines"_s);
    row("snapshot", {u"snapshot"_s, u"box"_s}, u"POST /v1/apps/box/volumes/VOLUME/snapshots"_s);
}

void SwarmctlDeployTest::changesNothingInARehearsal()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, call);
    const QJsonObject made =
        m_swarm->ctl({u"create"_s, u"box"_s, u"--size"_s, u"small"_s, u"--json"_s}).json()["instance"_L1].toObject();
    m_fly->call("DELETE", u"/_sim/requests"_s, {}, {});

    const auto ran = m_swarm->ctl(arguments + QStringList{u"--dry-run"_s, u"--json"_s});

    QVERIFY2(ran.exitCode == 0, ran.err.constData());
    QVERIFY2(changes().isEmpty(), qPrintable(changes().join(u'\n')));
    const auto wanted =
        call.replace(u"MACHINE"_s, made["machine"_L1].toString()).replace(u"VOLUME"_s, made["volume"_L1].toString());
    QStringList calls;
    for (const auto &one : ran.json()["calls"_L1].toArray())
        calls << one[u"method"_s].toString() + u' ' + one[u"path"_s].toString();
    QVERIFY2(calls.contains(wanted), qPrintable(wanted + u" is not among\n"_s + calls.join(u'\n')));
}

void SwarmctlDeployTest::rehearsesACreation()
{
    const auto ran = m_swarm->ctl({u"create"_s, u"box"_s, u"--dry-run"_s, u"--json"_s});

    QVERIFY2(ran.exitCode == 0, ran.err.constData());
    QVERIFY(changes().isEmpty());
    QVERIFY(ran.out.contains("\"POST\""));
    QVERIFY(!ran.out.contains("correct horse"));
    QCOMPARE(ran.json()["calls"_L1].toArray().first()[u"path"_s].toString(), u"/v1/apps"_s);
    QCOMPARE(m_swarm->ctl({u"list"_s, u"--dry-run"_s}).exitCode, 2); // there is nothing to rehearse
}

void SwarmctlDeployTest::readsALog()
{
    QCOMPARE(m_swarm->ctl({u"create"_s, u"box"_s}).exitCode, 0);
    const auto machine =
        m_swarm->ctl({u"show"_s, u"box"_s, u"--json"_s}).json()["instance"_L1]["machine"_L1].toString();
    m_fly->post(u"/_sim/logs"_s,
                {{u"app"_s, u"box"_s},
                 {u"machine"_s, machine},
                 {u"message"_s, u"\x1b[31mred\x1b[0m alert"_s},
                 {u"level"_s, u"error"_s}});

    const auto all = m_swarm->ctl({u"logs"_s, u"box"_s, u"--json"_s}).json()["lines"_L1].toArray();
    QVERIFY(all.size() > 2);
    QCOMPARE(all.last()[u"text"_s].toString(), u"red alert"_s);
    const auto last = m_swarm->ctl({u"logs"_s, u"box"_s, u"--lines"_s, u"1"_s}).out;
    QCOMPARE(last.count('\n'), 1);
    QVERIFY2(last.endsWith("error red alert\n"), last.constData()); // no colours in a file
    const auto errors = m_swarm->ctl({u"logs"_s, u"box"_s, u"--level"_s, u"error"_s, u"--json"_s});
    QCOMPARE(errors.json()["lines"_L1].toArray().size(), 1);
    QCOMPARE(m_swarm->ctl({u"logs"_s, u"box"_s, u"--match"_s, u"R.D A"_s}).out.count('\n'), 1);
    QCOMPARE(m_swarm->ctl({u"logs"_s, u"box"_s, u"--match"_s, u"("_s}).exitCode, 2);
    QCOMPARE(m_swarm->ctl({u"logs"_s, u"box"_s, u"--lines"_s, u"0"_s}).exitCode, 2);
    QCOMPARE(m_swarm->ctl({u"logs"_s, u"nothing"_s}).exitCode, 4);
}

void SwarmctlDeployTest::followsALogUntilInterrupted()
{
    QCOMPARE(m_swarm->ctl({u"create"_s, u"box"_s}).exitCode, 0);
    const auto machine =
        m_swarm->ctl({u"show"_s, u"box"_s, u"--json"_s}).json()["instance"_L1]["machine"_L1].toString();
    QProcess follow;
    follow.setProcessEnvironment(m_swarm->environment());
    follow.start(QStringLiteral(SWARM_BIN "/swarmctl"),
                 QStringList{u"logs"_s, u"box"_s, u"--follow"_s} + m_swarm->addressArguments());
    QTRY_VERIFY_WITH_TIMEOUT(follow.bytesAvailable() > 0, 10'000);

    m_fly->post(u"/_sim/logs"_s, {{u"app"_s, u"box"_s}, {u"machine"_s, machine}, {u"message"_s, u"a late word"_s}});

    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += follow.readAll()).contains("a late word"), 10'000);
    ::kill(static_cast<pid_t>(follow.processId()), SIGINT);
    QVERIFY(follow.waitForFinished(10'000));
    QCOMPARE(follow.exitCode(), 130);
}

void SwarmctlDeployTest::readsMetrics()
{
    // The demo's have been running for hours.
    const auto ran = m_swarm->ctl({u"--demo"_s, u"metrics"_s, u"api-server"_s, u"--json"_s});

    QVERIFY2(ran.exitCode == 0, ran.err.constData());
    const auto metrics = ran.json()["metrics"_L1].toObject();
    QVERIFY(!metrics["cpu_cores"_L1].toArray().isEmpty());
    QVERIFY(metrics["memory_total_bytes"_L1].toArray().first()[1].toDouble() > 1e9);
    QVERIFY(m_swarm->ctl({u"--demo"_s, u"metrics"_s, u"api-server"_s}).out.contains("Memory, used"));
    QVERIFY(m_swarm->ctl({u"--demo"_s, u"metrics"_s, u"sandbox-3"_s}).out.contains("Nothing was measured"));
    QCOMPARE(m_swarm->ctl({u"metrics"_s, u"box"_s, u"--last"_s, u"1y"_s}).exitCode, 2);
}

void SwarmctlDeployTest::listsSwitchesAndGoesBackInImages()
{
    QCOMPARE(m_swarm->ctl({u"create"_s, u"box"_s, u"--image"_s, u"codercom/code-server:4.96.2"_s}).exitCode, 0);
    const auto used = m_swarm->ctl({u"image"_s, u"--json"_s}).json()["images"_L1].toArray();
    QCOMPARE(used.size(), 1);
    QCOMPARE(used[0]["instances"_L1].toArray(), QJsonArray{u"box"_s});

    QCOMPARE(m_swarm->ctl({u"image"_s, u"box"_s, u"--to"_s, u"4.97.0"_s}).exitCode, 0);
    const auto tag = [this] {
        return m_swarm->ctl({u"show"_s, u"box"_s, u"--json"_s}).json()["instance"_L1]["image"_L1]["tag"_L1].toString();
    };
    QCOMPARE(tag(), u"4.97.0"_s);
    const auto older = m_swarm->ctl({u"image"_s, u"box"_s, u"--to"_s, u"4.90.0"_s});
    QVERIFY(older.exitCode != 0); // it may not understand what the present one has written
    QCOMPARE(m_swarm->ctl({u"image"_s, u"box"_s, u"--back"_s}).exitCode, 0);
    QCOMPARE(tag(), u"4.96.2"_s);
    QCOMPARE(m_swarm->ctl({u"image"_s, u"--back"_s}).exitCode, 2);
}

void SwarmctlDeployTest::examinesThisComputer()
{
    const auto ran = m_swarm->ctl({u"doctor"_s, u"--json"_s});

    QVERIFY2(ran.exitCode == 0, ran.out.constData());
    QStringList names;
    for (const auto &check : ran.json()["checks"_L1].toArray())
        names << check[u"name"_s].toString() + u' ' + check[u"state"_s].toString();
    for (const auto *wanted : {"versions ok", "tls ok", "settings ok", "files ok", "machines_api ok", "graphql_api ok",
                               "clock ok", "token ok"})
        QVERIFY2(names.contains(QLatin1StringView(wanted)), qPrintable(names.join(u", "_s)));
}

void SwarmctlDeployTest::saysWhatIsWrongWithThisComputer()
{
    m_swarm->environment().remove(u"FLY_API_TOKEN"_s);
    const auto nobody = m_swarm->ctl({u"doctor"_s});
    QCOMPARE(nobody.exitCode, 3);
    QVERIFY2(nobody.out.contains("Run swarmctl login"), nobody.out.constData());

    m_swarm->stopSimulator();
    const auto away = m_swarm->ctl({u"doctor"_s, u"--retries"_s, u"0"_s});
    QCOMPARE(away.exitCode, 7);
    QVERIFY(away.out.contains("failed  machines_api"));
}

void SwarmctlDeployTest::listsAccounts()
{
    const auto host = u"127.0.0.1_%1"_s.arg(m_swarm->api().port());
    m_swarm->configure(
        u"[accounts]\n%1\\known=ada@example.org, bob@example.org\n%1\\current=ada@example.org\n"_s.arg(host).toUtf8());
    const auto listed = m_swarm->ctl({u"accounts"_s, u"--json"_s}).json()["accounts"_L1].toArray();
    QCOMPARE(listed.size(), 2);
    QVERIFY(listed[0]["current"_L1].toBool());

    QCOMPARE(m_swarm->ctl({u"accounts"_s, u"--use"_s, u"bob@example.org"_s}).exitCode, 0);

    QVERIFY(m_swarm->ctl({u"accounts"_s, u"--json"_s}).json()["accounts"_L1].toArray()[1]["current"_L1].toBool());
    QCOMPARE(m_swarm->ctl({u"accounts"_s, u"--use"_s, u"eve@example.org"_s}).exitCode, 4);
}

void SwarmctlDeployTest::watchesWhatChanges()
{
    QCOMPARE(m_swarm->ctl({u"create"_s, u"box"_s}).exitCode, 0);
    QProcess watch;
    watch.setProcessEnvironment(m_swarm->environment());
    watch.start(QStringLiteral(SWARM_BIN "/swarmctl"),
                QStringList{u"list"_s, u"--watch"_s} + m_swarm->addressArguments());
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += watch.readAll()).contains("box: Running"), 10'000);

    QCOMPARE(m_swarm->ctl({u"stop"_s, u"box"_s}).exitCode, 0);

    QTRY_VERIFY_WITH_TIMEOUT((said += watch.readAll()).contains("box: Stopped"), 10'000);
    ::kill(static_cast<pid_t>(watch.processId()), SIGINT);
    QVERIFY(watch.waitForFinished(10'000));
    QCOMPARE(watch.exitCode(), 130);
    QVERIFY(!said.contains('\x1b')); // no terminal
}

QByteArray SwarmctlDeployTest::onTerminal(const QStringList &arguments)
{
    auto words = QStringList{QStringLiteral(SWARM_BIN "/swarmctl")} + arguments + m_swarm->addressArguments();
    QProcess script;
    auto environment = m_swarm->environment();
    environment.insert(u"TERM"_s, u"xterm"_s);
    script.setProcessEnvironment(environment);
    script.start(u"script"_s, {u"-qec"_s, words.join(u' '), u"/dev/null"_s});
    script.waitForFinished(30'000);
    return script.readAll();
}

void SwarmctlDeployTest::writesOverItsProgressOnATerminal()
{
    const auto said = onTerminal({u"create"_s, u"box"_s});

    QVERIFY2(said.contains("\r\x1b[2K  ["), said.constData()); // steps, counted, each over the one before it
    QCOMPARE(m_swarm->ctl({u"create"_s, u"other"_s}).err.count('\x1b'), 0);
    QVERIFY(m_swarm->ctl({u"create"_s, u"third"_s, u"--quiet"_s}).err.isEmpty());
}

void SwarmctlDeployTest::coloursOnlyWhereColoursAreWanted()
{
    QCOMPARE(m_swarm->ctl({u"create"_s, u"box"_s}).exitCode, 0);

    QVERIFY(onTerminal({u"list"_s}).contains("\x1b[32mRunning"));
    QVERIFY(!m_swarm->ctl({u"list"_s}).out.contains('\x1b'));
    m_swarm->environment().insert(u"NO_COLOR"_s, u"1"_s);
    QVERIFY(!onTerminal({u"list"_s}).contains("\x1b[32m"));
}

void SwarmctlDeployTest::completesWhatIsTyped()
{
    QCOMPARE(m_swarm->ctl({u"create"_s, u"box-of-chocolates"_s}).exitCode, 0);
    const auto completed = [this](const QString &line) {
        QProcess bash;
        auto environment = m_swarm->environment();
        environment.insert(u"PATH"_s, QStringLiteral(SWARM_BIN) + u':' + environment.value(u"PATH"_s));
        bash.setProcessEnvironment(environment);
        const auto words = line.split(u' ');
        bash.start(
            u"bash"_s,
            {u"-c"_s,
             u"source <(swarmctl completion bash); COMP_WORDS=(%1); COMP_CWORD=%2; "
             "[ -n \"${COMP_WORDS[COMP_CWORD]}\" ] || COMP_WORDS[COMP_CWORD]=; _swarmctl; echo \"${COMPREPLY[@]}\""_s
                 .arg(line)
                 .arg(words.size() - 1)});
        bash.waitForFinished(10'000);
        return QString::fromUtf8(bash.readAllStandardOutput()).trimmed().split(u' ');
    };

    QVERIFY(completed(u"swarmctl "_s).contains(u"deploy"_s));
    QCOMPARE(completed(u"swarmctl dep"_s), QStringList{u"deploy"_s});
    QVERIFY(completed(u"swarmctl deploy --f"_s).contains(u"--file"_s));
    QCOMPARE(completed(u"swarmctl logs box --source m"_s), QStringList{u"machine"_s});
    QVERIFY(!completed(u"swarmctl "_s).contains(u"names"_s)); // what is for scripts alone
    for (const auto &shell : {u"zsh"_s, u"fish"_s})
        QVERIFY(m_swarm->ctl({u"completion"_s, shell}).out.contains("rotate-password"));
    QCOMPARE(m_swarm->ctl({u"completion"_s, u"tcsh"_s}).exitCode, 2);
}

void SwarmctlDeployTest::printsItsManual()
{
    const auto page = m_swarm->ctl({u"manual"_s}).out;

    QVERIFY(page.startsWith(".TH SWARMCTL 1"));
    for (const auto *verb : {"create", "deploy", "logs", "rotate\\-password", "completion"})
        QVERIFY2(page.contains("swarmctl " + QByteArray(verb)), verb);
    QVERIFY(!page.contains("time\\-scale")); // that is for tests
}

void SwarmctlDeployTest::forgetsEverythingAtLogout()
{
    QCOMPARE(m_swarm->ctl({u"create"_s, u"box"_s}).exitCode, 0);
    const auto host = u"127.0.0.1_%1"_s.arg(m_swarm->api().port());
    const QDir data(m_swarm->path("data") + u"/remote-swarm/"_s + host);
    const auto accounts = data.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(accounts.size(), 1);

    const auto out = m_swarm->ctl({u"logout"_s, u"--account"_s, accounts.constFirst()});

    QVERIFY2(out.exitCode == 0, out.err.constData());
    QVERIFY(!QDir(data.filePath(accounts.constFirst())).exists());
}

QTEST_GUILESS_MAIN(SwarmctlDeployTest)
#include "tst_swarmctl_deploy.moc"
