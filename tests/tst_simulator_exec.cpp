#include "tests/simulatorclient.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace swarm::simulator;

namespace {

struct Reply : PlainReply {
    QString out() const { return object()[u"stdout"].toString(); }
    QString err() const { return object()[u"stderr"].toString(); }
    int exitCode() const { return object()[u"exit_code"].toInt(-1); }
    int exitSignal() const { return object()[u"exit_signal"].toInt(-1); }
};

const auto appPath = u"/v1/apps/box"_s;
const auto addressesPath = u"/v1/apps/box/ip_assignments"_s;

} // namespace

class SimulatorExecTest : public QObject
{
    Q_OBJECT

private:
    PlainReply get(const QString &path) { return m_client->get(path); }
    Reply post(const QString &path, const QJsonObject &body = {}) { return {m_client->post(path, body)}; }
    QString machinePath(const QString &rest) const { return appPath + u"/machines/"_s + m_machine + rest; }

    Reply exec(const QStringList &command, const QJsonObject &more = {})
    {
        auto body = more;
        body.insert(u"command"_s, QJsonArray::fromStringList(command));
        return post(machinePath(u"/exec"_s), body);
    }
    Reply shell(const QString &script) { return exec({u"sh"_s, u"-c"_s, script}); }

    Reply assign(const QJsonObject &body) { return post(addressesPath, body); }
    QStringList addressTypes()
    {
        QStringList types;
        for (const auto &address : get(addressesPath).object()[u"ips"].toArray())
            types << address[u"type"].toString();
        return types;
    }

    QDir home() const
    {
        QDir folder(m_folder->filePath(u"volumes/"_s + m_volume));
        folder.mkpath(u"."_s);
        return folder;
    }
    void writeHome(const QString &name, const QByteArray &text) const
    {
        QFile file(home().filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void makeMachine(const QJsonObject &init = {})
    {
        m_volume = post(appPath + u"/volumes"_s, {{u"name"_s, u"data"_s}, {u"region"_s, u"ams"_s}, {u"size_gb"_s, 3}})
                       .object()[u"id"]
                       .toString();
        const QJsonObject config{
            {u"image"_s, u"codercom/code-server:latest"_s},
            {u"guest"_s, QJsonObject{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 1}, {u"memory_mb"_s, 256}}},
            {u"env"_s, QJsonObject{{u"GREETING"_s, u"hello you"_s}}},
            {u"init"_s, init},
            {u"mounts"_s, QJsonArray{QJsonObject{{u"volume"_s, m_volume}, {u"path"_s, u"/home/coder"_s}}}}};
        m_machine =
            post(appPath + u"/machines"_s, {{u"region"_s, u"ams"_s}, {u"config"_s, config}}).object()[u"id"].toString();
        QVERIFY(!m_machine.isEmpty());
        m_client->simulator.setMachineState(m_machine, u"started"_s);
        QTRY_COMPARE(get(machinePath({})).object()[u"state"].toString(), u"started"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SimulatorClient> m_client;
    QString m_volume;
    QString m_machine;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_client = std::make_unique<SimulatorClient>(Options{.timeScale = 50,
                                                             .folder = m_folder->path(),
                                                             .newAppUnsettled = std::chrono::milliseconds(0),
                                                             .rateLimits = false});
        post(u"/v1/apps"_s, {{u"name"_s, u"box"_s}, {u"org_slug"_s, u"personal"_s}, {u"network"_s, u"own"_s}});
        post(appPath + u"/secrets"_s, {{u"values"_s, QJsonObject{{u"PASSWORD"_s, u"geheim"_s}}}});
        makeMachine();
    }
    void cleanup()
    {
        m_client.reset();
        m_folder.reset();
    }

    void printsEnvironmentAndSecrets();
    void takesTheOldCommandText();
    void doesNotPassStandardInput();
    void saysNotFoundForUnknownCommands();
    void startsNothingOfTheRealSystem();
    void refusesUnlessStarted();
    void refusesOnAnUnreachableHost();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void refusesReadOnlyTokens();
    void readsAndChangesTheHome();
    void describesTheSystem();
    void hashesCountsAndEncodesFiles();
    void showsEndsOfFiles();
    void runsScripts_data();
    void runsScripts();
    void saysWhichShellSyntaxItLacks();
    void endsScriptsThatRunThemselves();
    void neverLeavesTheHome();
    void packsTheHome();
    void saysWhatTarCannotDo();
    void saysWhenTmpIsFull();
    void copiesParts_data();
    void copiesParts();
    void tellsSizesAndModes();
    void leavesWhatRunsInTheBackground();
    void waitsForTheBackgroundThatPrints();
    void killsTheBackground();
    void limitsTheBackground();
    void forgetsTmpWhenTheMachineStops();
    void limitsTheOutput();
    void sleepsOnTheSimulatedClock();
    void killsWhatOutlastsItsTimeout();
    void killsWhatRunsWhenTheMachineStops();
    void listsProcesses();
    void listsNoEditorSocketOnLoopback();
    void sortsProcesses_data();
    void sortsProcesses();
    void refusesUnknownOrders();
    void listsNoProcessesUnlessStarted();
    void assignsEgressPairs();
    void wantsARegionForEgress_data();
    void wantsARegionForEgress();
    void keepsEgressAddressesFromMakingAnAppPublic();
    void keepsNetworkAndServiceOfPrivateAddresses();
    void keepsAddressesOverASave();
};

void SimulatorExecTest::printsEnvironmentAndSecrets()
{
    const auto one = exec({u"printenv"_s, u"GREETING"_s});
    QCOMPARE(one.status, 200);
    QCOMPARE(one.object(),
             (QJsonObject{
                 {u"exit_code"_s, 0}, {u"exit_signal"_s, 0}, {u"stdout"_s, u"hello you\n"_s}, {u"stderr"_s, u""_s}}));
    QCOMPARE(exec({u"printenv"_s, u"PASSWORD"_s}).out(), u"geheim\n"_s);
    QCOMPARE(exec({u"/usr/bin/printenv"_s, u"HOME"_s}).out(), u"/home/coder\n"_s);
    QCOMPARE(exec({u"printenv"_s, u"NOTHING"_s}).exitCode(), 1);
    QVERIFY(exec({u"env"_s}).out().contains("GREETING=hello you\n"_L1));
}

void SimulatorExecTest::takesTheOldCommandText()
{
    const auto said = post(machinePath(u"/exec"_s), {{u"cmd"_s, u"echo 'a  b' \"c\" && $HOME"_s}});
    QCOMPARE(said.out(), u"a  b c && $HOME\n"_s);
}

void SimulatorExecTest::doesNotPassStandardInput()
{
    QCOMPARE(exec({u"wc"_s, u"-c"_s}, {{u"stdin"_s, u"many words"_s}}).out(), u"0\n"_s);
    QCOMPARE(exec({u"cat"_s}, {{u"stdin"_s, u"many words"_s}}).out(), QString());
}

void SimulatorExecTest::saysNotFoundForUnknownCommands()
{
    const auto said = exec({u"frobnicate"_s, u"-x"_s});
    QCOMPARE(said.status, 200);
    QCOMPARE(said.exitCode(), 127);
    QCOMPARE(said.err(), u"frobnicate: not found\n"_s);
}

void SimulatorExecTest::startsNothingOfTheRealSystem()
{
    QCOMPARE(exec({u"/bin/id"_s}).exitCode(), 127);
    QCOMPARE(exec({u"hostname"_s}).out(), m_machine + u'\n');
}

void SimulatorExecTest::refusesUnlessStarted()
{
    m_client->simulator.setMachineState(m_machine, u"stopped"_s);

    const auto refused = exec({u"true"_s});

    QCOMPARE(refused.status, 412);
    QVERIFY(refused.errorText().startsWith("failed_precondition: "_L1));
}

void SimulatorExecTest::refusesOnAnUnreachableHost()
{
    m_client->simulator.setHostReachable(m_machine, false);
    QCOMPARE(exec({u"true"_s}).status, 503);
    QCOMPARE(get(machinePath(u"/ps"_s)).status, 503);
}

void SimulatorExecTest::refusesBadRequests_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::newRow("no command") << QJsonObject{{u"timeout"_s, 1}};
    QTest::newRow("empty command") << QJsonObject{{u"command"_s, QJsonArray()}};
    QTest::newRow("command as text") << QJsonObject{{u"command"_s, u"true"_s}};
    QTest::newRow("number in command") << QJsonObject{{u"command"_s, QJsonArray{1}}};
    QTest::newRow("number as cmd") << QJsonObject{{u"cmd"_s, 1}};
    QTest::newRow("timeout as text") << QJsonObject{{u"cmd"_s, u"true"_s}, {u"timeout"_s, u"5s"_s}};
    QTest::newRow("negative timeout") << QJsonObject{{u"cmd"_s, u"true"_s}, {u"timeout"_s, -1}};
    QTest::newRow("number as stdin") << QJsonObject{{u"cmd"_s, u"true"_s}, {u"stdin"_s, 1}};
}

void SimulatorExecTest::refusesBadRequests()
{
    QFETCH(QJsonObject, body);
    QCOMPARE(post(machinePath(u"/exec"_s), body).status, 400);
}

void SimulatorExecTest::refusesReadOnlyTokens()
{
    m_client->token = "Bearer fo1_readonly"_ba;
    QCOMPARE(exec({u"true"_s}).status, 403);
    QCOMPARE(get(machinePath(u"/ps"_s)).status, 200);
}

void SimulatorExecTest::readsAndChangesTheHome()
{
    writeHome(u"notes.txt"_s, "one\ntwo\n"_ba);
    QCOMPARE(exec({u"cat"_s, u"notes.txt"_s}).out(), u"one\ntwo\n"_s);
    QCOMPARE(exec({u"cat"_s, u"/home/coder/project/../notes.txt"_s}).out(), u"one\ntwo\n"_s);
    QCOMPARE(exec({u"ls"_s}).out(), u"notes.txt\nproject\n"_s);
    QVERIFY(exec({u"ls"_s, u"-la"_s, u"/home/coder"_s}).out().contains("drwx"_L1));
    QCOMPARE(exec({u"pwd"_s}).out(), u"/home/coder\n"_s);

    QCOMPARE(exec({u"mkdir"_s, u"a/b"_s}).exitCode(), 1);
    QCOMPARE(exec({u"mkdir"_s, u"-p"_s, u"a/b"_s}).exitCode(), 0);
    QCOMPARE(exec({u"touch"_s, u"a/b/file"_s}).exitCode(), 0);
    QVERIFY(QFile::exists(home().filePath(u"a/b/file"_s)));
    QCOMPARE(exec({u"test"_s, u"-d"_s, u"a/b"_s}).exitCode(), 0);
    QCOMPARE(exec({u"test"_s, u"-f"_s, u"a/b"_s}).exitCode(), 1);
    QCOMPARE(exec({u"test"_s, u"-f"_s, u"a/b/file"_s}).exitCode(), 0);
    QCOMPARE(exec({u"rm"_s, u"a"_s}).exitCode(), 1);
    QCOMPARE(exec({u"rm"_s, u"-rf"_s, u"a"_s, u"missing"_s}).exitCode(), 0);
    QCOMPARE(exec({u"test"_s, u"-e"_s, u"a"_s}).exitCode(), 1);
    QCOMPARE(exec({u"cat"_s, u"a"_s}).err(), u"cat: a: No such file or directory\n"_s);
    QCOMPARE(exec({u"rm"_s, u"-rf"_s, u"/home/coder"_s}).exitCode(), 1);
    QVERIFY(home().exists(u"notes.txt"_s));
}

void SimulatorExecTest::describesTheSystem()
{
    QCOMPARE(exec({u"cat"_s, u"/etc/hostname"_s}).out(), m_machine + u'\n');
    QVERIFY(exec({u"cat"_s, u"/etc/os-release"_s}).out().contains("ID=debian"_L1));
    QCOMPARE(exec({u"uname"_s}).out(), u"Linux\n"_s);
    QVERIFY(exec({u"uname"_s, u"-a"_s}).out().contains(m_machine));
    QCOMPARE(exec({u"touch"_s, u"/etc/hostname"_s}).exitCode(), 1);
}

void SimulatorExecTest::hashesCountsAndEncodesFiles()
{
    const QByteArray text(100, 'x');
    writeHome(u"data"_s, text);
    const auto hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    QCOMPARE(exec({u"sha256sum"_s, u"data"_s}).out().toUtf8(), hash + "  data\n");
    QCOMPARE(exec({u"wc"_s, u"-c"_s, u"data"_s}).out(), u"100 data\n"_s);
    QCOMPARE(exec({u"base64"_s, u"-w0"_s, u"data"_s}).out().toUtf8(), text.toBase64());
    const auto lines = exec({u"base64"_s, u"data"_s}).out();
    QCOMPARE(lines.indexOf(u'\n'), 76);
    writeHome(u"encoded"_s, lines.toUtf8());
    QCOMPARE(exec({u"base64"_s, u"-d"_s, u"encoded"_s}).out().toUtf8(), text);
}

void SimulatorExecTest::showsEndsOfFiles()
{
    writeHome(u"lines"_s, "1\n2\n3\n4\n"_ba);
    QCOMPARE(exec({u"head"_s, u"-n"_s, u"2"_s, u"lines"_s}).out(), u"1\n2\n"_s);
    QCOMPARE(exec({u"head"_s, u"-c3"_s, u"lines"_s}).out(), u"1\n2"_s);
    QCOMPARE(exec({u"tail"_s, u"-c"_s, u"2"_s, u"lines"_s}).out(), u"4\n"_s);
    QCOMPARE(exec({u"tail"_s, u"-n"_s, u"2"_s, u"lines"_s}).out(), u"3\n4\n"_s);
    QCOMPARE(exec({u"tail"_s, u"-n"_s, u"4"_s, u"lines"_s}).out(), u"1\n2\n3\n4\n"_s);
    QCOMPARE(exec({u"tail"_s, u"lines"_s}).out(), u"1\n2\n3\n4\n"_s);
    QCOMPARE(exec({u"head"_s, u"-c"_s, u"x"_s, u"lines"_s}).exitCode(), 1);
}

void SimulatorExecTest::runsScripts_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("out");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("and") << u"true && echo yes"_s << u"yes\n"_s << 0;
    QTest::newRow("not and") << u"false && echo yes"_s << QString() << 1;
    QTest::newRow("or") << u"false || echo no"_s << u"no\n"_s << 0;
    QTest::newRow("sequence") << u"false; echo a; false"_s << u"a\n"_s << 1;
    QTest::newRow("skips to the next") << u"false && echo a; echo b"_s << u"b\n"_s << 0;
    QTest::newRow("lines") << u"echo a\n\necho b\n"_s << u"a\nb\n"_s << 0;
    QTest::newRow("variables") << u"echo $GREETING \"${GREETING}\" '$GREETING' \\$X $NOTHING."_s
                               << u"hello you hello you $GREETING $X .\n"_s << 0;
    QTest::newRow("file") << u"echo a > f && echo b >> f; cat f"_s << u"a\nb\n"_s << 0;
    QTest::newRow("file over file") << u"echo aaaa>f; echo b>f; cat f"_s << u"b\n"_s << 0;
    QTest::newRow("inner shell") << u"sh -c 'echo a; false' || sh -c \"echo b; echo c > f\"; cat f"_s << u"a\nb\nc\n"_s
                                 << 0;
    QTest::newRow("inner shell into a file") << u"sh -c 'echo a; echo b' > f; wc -c f"_s << u"4 f\n"_s << 0;
    QTest::newRow("bracket") << u"[ -d project ] && echo there"_s << u"there\n"_s << 0;
    QTest::newRow("file outside") << u"echo a > /etc/hostname"_s << QString() << 2;
    QTest::newRow("nothing") << QString() << QString() << 0;
    QTest::newRow("pipe") << u"echo abc | wc -c"_s << u"4\n"_s << 0;
    QTest::newRow("pipe of three") << u"cat /etc/hostname | base64 -w0 | base64 -d | sha256sum > f; cat f | wc -c"_s
                                   << u"68\n"_s << 0;
    QTest::newRow("result of a pipe") << u"false | true && echo a; true | false"_s << u"a\n"_s << 1;
    QTest::newRow("pipe over lines") << u"echo a |\n cat"_s << u"a\n"_s << 0;
    QTest::newRow("pipe from a shell") << u"sh -c 'echo a; echo b' | tail -n 1"_s << u"b\n"_s << 0;
    QTest::newRow("errors into a file") << u"cat missing 2> f || cat f"_s
                                        << u"cat: missing: No such file or directory\n"_s << 0;
    QTest::newRow("errors with output") << u"cat missing > f 2>&1; wc -c f"_s << u"40 f\n"_s << 0;
    QTest::newRow("from a file") << u"echo abc > f; wc -c < f"_s << u"4\n"_s << 0;
    QTest::newRow("to nowhere") << u"echo a > /dev/null; cat missing 2> /dev/null"_s << QString() << 1;
    QTest::newRow("last result") << u"false; echo $?; echo $?"_s << u"1\n0\n"_s << 0;
    QTest::newRow("exit") << u"echo a; exit 3; echo b"_s << u"a\n"_s << 3;
    QTest::newRow("exit of an inner shell") << u"sh -c 'exit 4; echo a' || echo $?"_s << u"4\n"_s << 0;
    QTest::newRow("exit in a pipe") << u"exit 3 | echo a; echo b"_s << u"a\nb\n"_s << 0;
    QTest::newRow("script in a file") << u"echo 'echo a; exit 3' > f; sh f || echo $?; sh missing"_s << u"a\n3\n"_s
                                      << 2;
    QTest::newRow("as root") << u"sudo -n sh -c 'echo a' && nohup setsid echo b"_s << u"a\nb\n"_s << 0;
    QTest::newRow("tmp") << u"echo a > /tmp/f && cat /tmp/f; ls /tmp"_s << u"a\nf\n"_s << 0;
}

void SimulatorExecTest::runsScripts()
{
    QFETCH(QString, script);
    QFETCH(QString, out);
    QFETCH(int, exitCode);
    const auto said = shell(script);
    QCOMPARE(said.out(), out);
    QCOMPARE(said.exitCode(), exitCode);
}

void SimulatorExecTest::saysWhichShellSyntaxItLacks()
{
    for (const auto &script :
         {u"echo $(pwd)"_s, u"echo \"`pwd`\""_s, u"(echo a)"_s, u"if true; then echo a; fi"_s, u"{ echo a; }"_s,
          u"cat << f"_s, u"echo a 3> f"_s, u"echo a |"_s, u"| cat"_s, u"echo a | | cat"_s, u"& echo a"_s,
          u"echo a &&"_s, u"&& echo a"_s, u"echo 'a"_s, u"echo a >"_s}) {
        const auto said = shell(script);
        QCOMPARE(said.exitCode(), 2);
        QCOMPARE(said.out(), QString());
        QVERIFY2(said.err().startsWith("sh: 1: "_L1), qPrintable(script));
    }
}

void SimulatorExecTest::endsScriptsThatRunThemselves()
{
    const auto script = u"sh -c \"$AGAIN\"; sh -c \"$AGAIN\"; sh -c \"$AGAIN\"; sh -c \"$AGAIN\""_s;
    post(appPath + u"/secrets"_s, {{u"values"_s, QJsonObject{{u"AGAIN"_s, script}}}});
    makeMachine();

    QCOMPARE(shell(script).exitCode(), 2);
}

void SimulatorExecTest::neverLeavesTheHome()
{
    QTemporaryDir outside;
    QFile secret(outside.filePath(u"secret"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.close();
    QVERIFY(QFile::link(outside.path(), home().filePath(u"door"_s)));
    QVERIFY(QFile::link(secret.fileName(), home().filePath(u"hatch"_s)));
    QVERIFY(QFile::link(outside.filePath(u"new"_s), home().filePath(u"nowhere"_s)));

    QCOMPARE(exec({u"cat"_s, u"/etc/passwd"_s}).exitCode(), 1);
    QCOMPARE(exec({u"cat"_s, u"../../../../etc/passwd"_s}).exitCode(), 1);
    QCOMPARE(exec({u"cat"_s, secret.fileName()}).exitCode(), 1);
    QCOMPARE(exec({u"cat"_s, u"door/secret"_s}).exitCode(), 1);
    QCOMPARE(exec({u"cat"_s, u"hatch"_s}).exitCode(), 1);
    QCOMPARE(exec({u"ls"_s, u"door"_s}).exitCode(), 2);
    QCOMPARE(exec({u"ls"_s, u"/"_s}).exitCode(), 2);
    QCOMPARE(exec({u"touch"_s, u"door/new"_s}).exitCode(), 1);
    QCOMPARE(exec({u"touch"_s, u"nowhere"_s}).exitCode(), 1);
    QCOMPARE(exec({u"mkdir"_s, u"-p"_s, u"door/a/b"_s}).exitCode(), 1);
    QCOMPARE(exec({u"mkdir"_s, u"-p"_s, u"../coder-two"_s}).exitCode(), 1);
    QCOMPARE(exec({u"rm"_s, u"-rf"_s, u"door/secret"_s}).exitCode(), 0);
    QCOMPARE(shell(u"echo a > hatch"_s).exitCode(), 2);
    QCOMPARE(exec({u"cat"_s, QString::fromUtf8("a\0b", 3)}).exitCode(), 1);
    QCOMPARE(QDir(outside.path()).entryList(QDir::Files), QStringList{u"secret"_s});
    QCOMPARE(secret.size(), 0);

    QCOMPARE(exec({u"rm"_s, u"-r"_s, u"door"_s}).exitCode(), 0);
    QVERIFY(QFile::exists(secret.fileName()));
}

void SimulatorExecTest::packsTheHome()
{
    writeHome(u"notes.txt"_s, "one\n"_ba);
    writeHome(u"-odd name ü"_s, QByteArray("\0\xff\n", 3));
    writeHome(QString(120, u'n'), QByteArray(3'000'000, 'x'));
    QVERIFY(QFile::link(u"notes.txt"_s, home().filePath(u"link"_s)));
    QVERIFY(home().mkpath(u"project/empty"_s));
    QVERIFY(QFile::setPermissions(home().filePath(u"notes.txt"_s), QFile::ReadOwner));

    QCOMPARE(shell(u"tar -C /home -czf /tmp/home.tar.gz coder"_s).exitCode(), 0);
    QCOMPARE(shell(u"tar -C /home -c -f - coder > /tmp/home.tar"_s).exitCode(), 0);

    for (const auto &archive : {u"home.tar.gz"_s, u"home.tar"_s}) {
        const QTemporaryDir there;
        QProcess tar;
        tar.start(u"tar"_s,
                  {u"xf"_s, m_folder->filePath(u"tmp/%1/%2"_s.arg(m_machine, archive)), u"-C"_s, there.path()});
        QVERIFY(tar.waitForFinished());
        QCOMPARE(tar.readAllStandardError(), QByteArray());
        QCOMPARE(tar.exitCode(), 0);
        const QDir unpacked(there.filePath(u"coder"_s));
        QCOMPARE(unpacked.entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 home().entryList(QDir::AllEntries | QDir::NoDotAndDotDot));
        QCOMPARE(contentOf(unpacked.filePath(u"-odd name ü"_s)), QByteArray("\0\xff\n", 3));
        QCOMPARE(contentOf(unpacked.filePath(QString(120, u'n'))).size(), 3'000'000);
        QVERIFY(QFileInfo(unpacked.filePath(u"link"_s)).isSymLink());
        QCOMPARE(contentOf(unpacked.filePath(u"link"_s)), "one\n"_ba);
        QVERIFY(QFileInfo(unpacked.filePath(u"project/empty"_s)).isDir());
        QVERIFY(!QFileInfo(unpacked.filePath(u"notes.txt"_s)).permissions().testFlag(QFile::WriteOwner));
        QCOMPARE(QFileInfo(unpacked.filePath(u"notes.txt"_s)).lastModified().toSecsSinceEpoch(),
                 QFileInfo(home().filePath(u"notes.txt"_s)).lastModified().toSecsSinceEpoch());
    }
}

void SimulatorExecTest::saysWhatTarCannotDo()
{
    QCOMPARE(exec({u"tar"_s, u"-xzf"_s, u"a"_s}).exitCode(), 2);
    QCOMPARE(exec({u"tar"_s, u"-czf"_s, u"/tmp/a"_s}).exitCode(), 2);
    QCOMPARE(exec({u"tar"_s, u"-czf"_s, u"/etc/a"_s, u"project"_s}).exitCode(), 2);
    const auto missing = exec({u"tar"_s, u"-czf"_s, u"/tmp/a"_s, u"missing"_s});
    QCOMPARE(missing.exitCode(), 2);
    QVERIFY(missing.err().startsWith("tar: missing: Cannot stat: No such file or directory\n"_L1));
    QCOMPARE(exec({u"tar"_s, u"-cf"_s, u"/tmp/a"_s, u"/etc/hostname"_s}).exitCode(), 2);
}

void SimulatorExecTest::saysWhenTmpIsFull()
{
    m_client->simulator.limits().tmpMb = 1;
    writeHome(u"big"_s, QByteArray(2'000'000, 'x'));

    const auto said = exec({u"tar"_s, u"-cf"_s, u"/tmp/big.tar"_s, u"big"_s});

    QCOMPARE(said.exitCode(), 2);
    QVERIFY(said.err().contains("No space left on device"_L1));
    QVERIFY(contentOf(m_folder->filePath(u"tmp/%1/big.tar"_s.arg(m_machine))).size() <= 1024 * 1024);
    QCOMPARE(shell(u"rm /tmp/big.tar; cat big > /tmp/big; stat -c %s /tmp/big"_s).out(), u"1048576\n"_s);
}

void SimulatorExecTest::copiesParts_data()
{
    QTest::addColumn<QString>("operands");
    QTest::addColumn<QString>("out");
    QTest::newRow("all") << u"if=f"_s << u"0123456789"_s;
    QTest::newRow("blocks") << u"if=f bs=3 skip=1 count=2"_s << u"345678"_s;
    QTest::newRow("bytes") << u"if=f bs=1K iflag=skip_bytes,count_bytes skip=4 count=5"_s << u"45678"_s;
    QTest::newRow("past the end") << u"if=f bs=3 skip=3 count=5"_s << u"9"_s;
    QTest::newRow("behind the end") << u"if=f bs=3 skip=9"_s << QString();
    QTest::newRow("nothing") << u"if=f count=0"_s << QString();
}

void SimulatorExecTest::copiesParts()
{
    QFETCH(QString, operands);
    QFETCH(QString, out);
    writeHome(u"f"_s, "0123456789"_ba);

    const auto said = shell(u"dd status=none "_s + operands);

    QCOMPARE(said.out(), out);
    QCOMPARE(said.err(), QString());
    QCOMPARE(said.exitCode(), 0);
    QCOMPARE(exec({u"dd"_s, u"if=missing"_s}).exitCode(), 1);
    QCOMPARE(exec({u"dd"_s, u"if=f"_s, u"bs=x"_s}).exitCode(), 1);
}

void SimulatorExecTest::tellsSizesAndModes()
{
    QCOMPARE(shell(u"mkdir -m 700 /tmp/own && echo abc > /tmp/own/f && stat -c '%n %s' /tmp/own/f"_s).out(),
             u"/tmp/own/f 4\n"_s);
    QCOMPARE(exec({u"stat"_s, u"-c"_s, u"%a"_s, u"/tmp/own"_s}).out(), u"700\n"_s);
    QCOMPARE(shell(u"mkdir -m 700 /tmp/own || exit 3"_s).exitCode(), 3);
    QCOMPARE(exec({u"stat"_s, u"-c"_s, u"%s"_s, u"/tmp/missing"_s}).exitCode(), 1);
}

void SimulatorExecTest::leavesWhatRunsInTheBackground()
{
    const auto before = m_client->simulator.now();
    const auto said = shell(u"setsid sh -c 'sleep 100; echo $$ > id' < /dev/null > /dev/null 2>&1 & echo $!"_s);

    QCOMPARE(said.exitCode(), 0);
    QVERIFY(m_client->simulator.now() - before < 100'000);
    QVERIFY(!home().exists(u"id"_s));
    QTRY_COMPARE(QString::fromUtf8(contentOf(home().filePath(u"id"_s))), said.out());
    QVERIFY(m_client->simulator.now() - before >= 100'000);
}

void SimulatorExecTest::waitsForTheBackgroundThatPrints()
{
    const auto before = m_client->simulator.now();

    const auto said = shell(u"sh -c 'sleep 20; echo late' & echo early"_s);

    QCOMPARE(said.out(), u"early\nlate\n"_s);
    QVERIFY(m_client->simulator.now() - before >= 20'000);
}

void SimulatorExecTest::killsTheBackground()
{
    const auto started = shell(u"setsid sh -c 'sleep 100; touch f' > /dev/null 2>&1 & echo $!"_s);
    const auto id = started.out().trimmed();

    const auto killed = shell(u"sudo -n sh -c 'kill -- -%1'"_s.arg(id));
    QCOMPARE(killed.err(), QString());
    QCOMPARE(killed.exitCode(), 0);

    QCOMPARE(shell(u"kill -- -%1"_s.arg(id)).exitCode(), 1);
    const auto later = exec({u"sh"_s, u"-c"_s, u"sleep 200; test -e f"_s}, {{u"timeout"_s, 300}});
    QCOMPARE(later.exitCode(), 1);
    QCOMPARE(shell(u"echo a; kill $$; echo b"_s).exitSignal(), 9);
}

void SimulatorExecTest::limitsTheBackground()
{
    const auto said = shell(u"sleep 1000 > /dev/null 2>&1 &\n"_s.repeated(20));
    QCOMPARE(said.exitCode(), 2);
    QCOMPARE(said.err(), u"sh: 0: Cannot fork\n"_s);
}

void SimulatorExecTest::forgetsTmpWhenTheMachineStops()
{
    QCOMPARE(shell(u"echo a > /tmp/f; echo a > f"_s).exitCode(), 0);
    m_client->simulator.setMachineState(m_machine, u"suspended"_s);
    m_client->simulator.setMachineState(m_machine, u"started"_s);
    QCOMPARE(exec({u"cat"_s, u"/tmp/f"_s}).out(), u"a\n"_s);

    m_client->simulator.setMachineState(m_machine, u"stopped"_s);
    m_client->simulator.setMachineState(m_machine, u"started"_s);

    QCOMPARE(exec({u"cat"_s, u"/tmp/f"_s}).exitCode(), 1);
    QCOMPARE(exec({u"cat"_s, u"f"_s}).out(), u"a\n"_s);
}

void SimulatorExecTest::limitsTheOutput()
{
    writeHome(u"big"_s, QByteArray(700'000, 'x'));
    const auto said = shell(u"cat big; cat big; echo end"_s);
    QCOMPARE(said.out().size(), 1024 * 1024);
    QCOMPARE(exec({u"wc"_s, u"-c"_s, u"big"_s}).out(), u"700000 big\n"_s);
}

void SimulatorExecTest::sleepsOnTheSimulatedClock()
{
    const auto before = m_client->simulator.now();
    const auto said = shell(u"echo a; sleep 5; echo b"_s);
    QVERIFY(m_client->simulator.now() - before >= 5000);
    QCOMPARE(said.out(), u"a\nb\n"_s);
    QCOMPARE(said.exitSignal(), 0);
    QCOMPARE(exec({u"sleep"_s, u"soon"_s}).exitCode(), 1);
}

void SimulatorExecTest::killsWhatOutlastsItsTimeout()
{
    const auto before = m_client->simulator.now();
    const auto said = exec({u"sh"_s, u"-c"_s, u"echo a; sleep 2; echo b; sleep 1000; echo c"_s}, {{u"timeout"_s, 5}});
    QVERIFY(m_client->simulator.now() - before >= 5000);
    QCOMPARE(said.status, 200);
    QCOMPARE(said.exitCode(), 0);
    QCOMPARE(said.exitSignal(), 9);
    QCOMPARE(said.out(), u"a\nb\n"_s);
}

void SimulatorExecTest::killsWhatRunsWhenTheMachineStops()
{
    const QJsonObject body{{u"command"_s, QJsonArray{u"sleep"_s, u"2000"_s}}, {u"timeout"_s, 3000}};
    auto *pending = m_client->send("POST", machinePath(u"/exec"_s), QJsonDocument(body).toJson());
    QTRY_COMPARE(m_client->simulator.calls().last().right(5), "/exec"_ba);
    m_client->simulator.setMachineState(m_machine, u"stopped"_s);
    QCOMPARE(Reply{PlainClient::wait(pending)}.exitSignal(), 9);
}

void SimulatorExecTest::listsProcesses()
{
    makeMachine({{u"entrypoint"_s, QJsonArray{u"/bin/sh"_s, u"-c"_s}},
                 {u"cmd"_s, QJsonArray{u"exec entrypoint.sh --bind-addr 0.0.0.0:8123"_s}}});
    const auto list = get(machinePath(u"/ps"_s)).array();

    QCOMPARE(list.first()[u"pid"].toInt(), 1);
    QStringList commands;
    QStringList sockets;
    qint64 kib = 0;
    for (const auto &process : list) {
        commands << process[u"command"].toString();
        kib += process[u"rss"].toInteger();
        for (const auto &socket : process[u"listen_sockets"].toArray())
            sockets << socket[u"proto"].toString() + u' ' + socket[u"address"].toString();
        QVERIFY(process[u"cpu"].toInt(-1) >= 0 && process[u"cpu"].toInt() <= 100);
        QVERIFY(process[u"rtime"].toInteger(-1) >= process[u"stime"].toInteger());
        QVERIFY(!process[u"directory"].toString().isEmpty());
    }
    QVERIFY(kib > 0 && kib < 256 * 1024);
    QVERIFY(commands.contains("/bin/sh -c exec entrypoint.sh --bind-addr 0.0.0.0:8123"_L1));
    QCOMPARE(commands.filter(u"code-server/lib/node"_s).size(), 2);
    QVERIFY(sockets.contains("tcp 0.0.0.0:8123"_L1));
}

void SimulatorExecTest::listsNoEditorSocketOnLoopback()
{
    makeMachine({{u"entrypoint"_s, QJsonArray{u"/bin/sh"_s, u"-c"_s}}, {u"cmd"_s, QJsonArray{u"exec code-server"_s}}});
    const auto list = get(machinePath(u"/ps"_s)).array();
    QVERIFY(list.last()[u"command"].toString().contains("node"_L1));
    QVERIFY(list.last()[u"listen_sockets"].toArray().isEmpty());
}

void SimulatorExecTest::sortsProcesses_data()
{
    QTest::addColumn<QString>("key");
    for (const auto *key : {"pid", "cpu", "rss", "rtime", "stime"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void SimulatorExecTest::sortsProcesses()
{
    QFETCH(QString, key);
    const auto valuesIn = [&](const QString &order) {
        QList<qint64> values;
        for (const auto &process : get(machinePath(u"/ps?sort_by=%1&order=%2"_s.arg(key, order))).array())
            values << process[key].toInteger(-1);
        return values;
    };
    const auto rising = valuesIn(u"asc"_s);
    const auto falling = valuesIn(u"desc"_s);
    QCOMPARE(rising.size(), 5);
    QVERIFY(std::is_sorted(rising.begin(), rising.end()));
    QVERIFY(std::is_sorted(falling.rbegin(), falling.rend()));
}

void SimulatorExecTest::refusesUnknownOrders()
{
    const auto refused = get(machinePath(u"/ps?sort_by=name"_s));
    QCOMPARE(refused.status, 400);
    QVERIFY(refused.errorText().startsWith("invalid sort_by "_L1));
    QCOMPARE(get(machinePath(u"/ps?sort_by=pid&order=up"_s)).status, 400);
}

void SimulatorExecTest::listsNoProcessesUnlessStarted()
{
    m_client->simulator.setMachineState(m_machine, u"suspended"_s);
    QCOMPARE(get(machinePath(u"/ps"_s)).status, 412);
}

void SimulatorExecTest::assignsEgressPairs()
{
    const auto pair = assign({{u"type"_s, u"egress_pair"_s}, {u"region"_s, u"ams"_s}});

    QCOMPARE(pair.status, 200);
    const auto v4 = pair.object()[u"ip_pair"][u"v4"].toObject();
    const auto v6 = pair.object()[u"ip_pair"][u"v6"].toObject();
    QCOMPARE(pair.object()[u"ip"], v4[u"ip"]);
    QCOMPARE(v4[u"type"].toString(), u"egress_v4"_s);
    QCOMPARE(v6[u"type"].toString(), u"egress_v6"_s);
    QCOMPARE(v6[u"region"].toString(), u"ams"_s);
    QVERIFY(v6[u"network"].isNull());
    QVERIFY(v6[u"ip"].toString().contains(u':'));

    const auto released = m_client->call("DELETE", addressesPath + u'/' + v4[u"ip"].toString());
    QCOMPARE(released.status, 204);
    QCOMPARE(addressTypes(), QStringList{u"egress_v6"_s});
}

void SimulatorExecTest::wantsARegionForEgress_data()
{
    QTest::addColumn<QString>("type");
    for (const auto *type : {"egress_v4", "egress_v6", "egress_pair"})
        QTest::newRow(type) << QString::fromLatin1(type);
}

void SimulatorExecTest::wantsARegionForEgress()
{
    QFETCH(QString, type);
    QCOMPARE(assign({{u"type"_s, type}}).status, 422);
    QCOMPARE(assign({{u"type"_s, type}, {u"region"_s, u"moon"_s}}).status, 422);
    QCOMPARE(addressTypes(), QStringList());
    QCOMPARE(assign({{u"type"_s, type}, {u"region"_s, u"ams"_s}}).status, 200);
}

void SimulatorExecTest::keepsEgressAddressesFromMakingAnAppPublic()
{
    assign({{u"type"_s, u"egress_pair"_s}, {u"region"_s, u"ams"_s}});
    QCOMPARE(m_client->visit(u"box"_s).status, 502);

    const auto asked = post(u"/graphql"_s, {{u"query"_s, u"{app(name:\"box\"){ipAddresses{nodes{type}}}}"_s}});
    QVERIFY(asked.object()[u"data"][u"app"][u"ipAddresses"][u"nodes"].toArray().isEmpty());
}

void SimulatorExecTest::keepsNetworkAndServiceOfPrivateAddresses()
{
    QCOMPARE(assign({{u"type"_s, u"private_v6"_s}}).object()[u"network"][u"name"].toString(), u"own"_s);
    const auto given = assign({{u"type"_s, u"private_v6"_s},
                               {u"network"_s, u"default"_s},
                               {u"org_slug"_s, u"personal"_s},
                               {u"service_name"_s, u"web"_s}});
    QCOMPARE(given.object()[u"network"].toObject(),
             (QJsonObject{{u"name"_s, u"default"_s}, {u"org_slug"_s, u"personal"_s}}));
    QCOMPARE(given.object()[u"service_name"].toString(), u"web"_s);

    const auto refused = assign({{u"type"_s, u"private_v6"_s}, {u"network"_s, u"elsewhere"_s}});
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.errorText(), u"network not found"_s);
    QVERIFY(assign({{u"type"_s, u"v6"_s}}).object()[u"network"].isNull());
}

void SimulatorExecTest::keepsAddressesOverASave()
{
    assign({{u"type"_s, u"private_v6"_s}, {u"network"_s, u"default"_s}, {u"service_name"_s, u"web"_s}});
    const auto before = get(addressesPath).body;
    QString error;
    QVERIFY2(m_client->simulator.load(m_client->simulator.state(), &error), qPrintable(error));
    QCOMPARE(get(addressesPath).body, before);
}

QTEST_GUILESS_MAIN(SimulatorExecTest)
#include "tst_simulator_exec.moc"
