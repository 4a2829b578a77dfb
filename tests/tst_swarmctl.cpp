// swarmctl as scripts and people use it: in its own process, against a simulator in its own.
#include "tests/editorvisitor.h"
#include "tests/plainclient.h"
#include "tests/swarmfixture.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swarm;

class SwarmctlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_swarm.reset(); }
    void doesTheWholeMainJob();
    void answersInJson();
    void findsAnInstanceByAnyOfItsNames();
    void saysWhenThereIsNothingToDo();
    void exitsWithItsCodes_data();
    void exitsWithItsCodes();
    void takesTheRegionFromTheNearestPlace();
    void refusesSettingsThatCannotBeUsed_data();
    void refusesSettingsThatCannotBeUsed();
    void goesOnWithoutABadSettingInTheFile();
    void repeatsCallsAsOftenAsConfigured();
    void logsAsMuchAsConfigured();
    void signsInByBrowser();
    void saysThatNobodyIsSignedIn();
    void cannotReachWhatIsNotThere();
    void takesBackWhatItMadeWhenInterrupted();
    void namesWhatIsLeftBehind();
    void refusesToDeleteUnasked();
    void takesThePasswordFromStandardInput();
    void saysThatAPasswordWasNotKept();
    void waitsForAState();
    void opensTheBrowserLoggedIn();
    void walksTheDemo();
    void saysThatARecordWasDamaged();
    void explainsItself();

private:
    Clock m_clock;
    std::unique_ptr<SwarmFixture> m_swarm;
    std::unique_ptr<EditorVisitor> m_visitor;
};

void SwarmctlTest::init()
{
    m_swarm = std::make_unique<SwarmFixture>();
    m_visitor = std::make_unique<EditorVisitor>(m_clock);
    QVERIFY(m_swarm->start());
    m_swarm->environment().insert(u"FLY_API_TOKEN"_s, u"fo1_test"_s);
    m_swarm->environment().insert(u"SWARM_PASSWORD"_s, u"correct horse"_s);
}

void SwarmctlTest::doesTheWholeMainJob()
{
    const auto made = m_swarm->ctl({u"create"_s, u"thesis"_s, u"--json"_s});
    QVERIFY2(made.exitCode == 0, made.err.constData());
    const auto instance = made.json()["instance"_L1].toObject();
    QCOMPARE(instance["status"_L1].toString(), u"running"_s);
    const QUrl editor(instance["url"_L1].toString());

    QCOMPARE(m_visitor->get(editor.resolved(QUrl(u"/healthz"_s))).status, 200);
    QCOMPARE(m_visitor->logIn(editor, u"correct horse"_s), 302);
    const auto page = m_visitor->get(editor);
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("thesis"));
    const auto file = editor.resolved(QUrl(u"/files/chapter-1.md"_s));
    QVERIFY(m_visitor->put(file, "It was a dark and stormy night.\n") / 100 == 2);

    QVERIFY2(m_swarm->ctl({u"stop"_s, u"thesis"_s}).exitCode == 0, "stop");
    const auto list = m_swarm->ctl({u"list"_s, u"--json"_s}).json()["instances"_L1].toArray();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0]["status"_L1].toString(), u"stopped"_s);
    QVERIFY2(m_swarm->ctl({u"start"_s, u"thesis"_s}).exitCode == 0, "start");
    QVERIFY2(m_swarm->ctl({u"wait"_s, u"thesis"_s}).exitCode == 0, "wait until the editor answers");
    QCOMPARE(m_visitor->get(file).body, "It was a dark and stormy night.\n"_ba);

    const auto deleted = m_swarm->ctl({u"delete"_s, u"thesis"_s, u"--yes"_s, u"--json"_s});
    QVERIFY2(deleted.exitCode == 0, deleted.err.constData());
    QCOMPARE(deleted.json()["removed"_L1].toArray().size(), 5);
    QVERIFY(m_visitor->isEmpty(m_swarm->api()));
    QVERIFY(m_swarm->ctl({u"list"_s, u"--json"_s}).json()["instances"_L1].toArray().isEmpty());
}

void SwarmctlTest::answersInJson()
{
    QCOMPARE(m_swarm->ctl({u"create"_s, u"box"_s, u"--quiet"_s}).exitCode, 0);
    const auto shown = m_swarm->ctl({u"show"_s, u"box"_s, u"--json"_s});
    QCOMPARE(shown.json()["schema"_L1].toInt(), 1);
    const auto instance = shown.json()["instance"_L1].toObject();
    for (const auto *member : {"id", "name", "app", "machine", "state", "status", "region", "url"})
        QVERIFY2(!instance[QLatin1StringView(member)].toString().isEmpty(), member);
    QVERIFY(shown.err.isEmpty());

    const auto failed = m_swarm->ctl({u"show"_s, u"nothing"_s, u"--json"_s});
    const auto error = failed.json()["error"_L1].toObject();
    QCOMPARE(failed.json()["schema"_L1].toInt(), 1);
    QCOMPARE(error["code"_L1].toString(), u"RESOURCE_NOT_FOUND"_s);
    QCOMPARE(error["category"_L1].toString(), u"RESOURCE"_s);
    for (const auto *member : {"message", "remedy", "request_id"})
        QVERIFY2(error.contains(QLatin1StringView(member)), member);
    QVERIFY(failed.err.contains("nothing"));

    const auto misused = m_swarm->ctl({u"create"_s, u"box"_s, u"--disk"_s, u"many"_s, u"--json"_s});
    QCOMPARE(misused.exitCode, 2);
    QVERIFY(misused.json().contains("error"_L1));
}

void SwarmctlTest::findsAnInstanceByAnyOfItsNames()
{
    const auto made = m_swarm->ctl({u"create"_s, u"box"_s, u"--json"_s}).json()["instance"_L1].toObject();
    for (const auto *name : {"name", "id", "app", "machine"}) {
        const auto shown = m_swarm->ctl({u"status"_s, made[QLatin1StringView(name)].toString(), u"--json"_s});
        QCOMPARE(shown.json()["instance"_L1]["id"_L1], made["id"_L1]);
    }
}

void SwarmctlTest::saysWhenThereIsNothingToDo()
{
    QCOMPARE(m_swarm->ctl({u"create"_s, u"box"_s}).exitCode, 0);
    const auto started = m_swarm->ctl({u"start"_s, u"box"_s, u"--json"_s});
    QCOMPARE(started.exitCode, 0);
    QCOMPARE(started.json()["already"_L1].toBool(), true);
    QCOMPARE(m_swarm->ctl({u"stop"_s, u"box"_s}).exitCode, 0);
    const auto stopped = m_swarm->ctl({u"stop"_s, u"box"_s});
    QCOMPARE(stopped.exitCode, 0);
    QVERIFY2(stopped.out.toLower().contains("already"), stopped.out.constData());
}

void SwarmctlTest::exitsWithItsCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("exitCode");
    const QStringList create{u"create"_s, u"box"_s};
    QTest::newRow("usage") << QStringList{u"create"_s, u"Not A Name"_s} << QString() << 2;
    QTest::newRow("unknown verb") << QStringList{u"explode"_s} << QString() << 2;
    QTest::newRow("reserved variable") << QStringList{u"create"_s, u"box"_s, u"--env"_s, u"PASSWORD=x"_s} << QString()
                                       << 2;
    QTest::newRow("sign-in") << QStringList{u"list"_s} << u"GET /v1/orgs/{slug}/machines status:401 x9"_s << 3;
    QTest::newRow("rights") << create << u"POST /v1/apps status:403 x9"_s << 3;
    QTest::newRow("not found") << QStringList{u"stop"_s, u"nothing"_s} << QString() << 4;
    QTest::newRow("no room") << create << u"POST /v1/apps/{app}/machines status:409 x9"_s << 5;
    QTest::newRow("refused and undone") << create << u"POST /v1/apps/{app}/machines status:422 x9"_s << 1;
    QTest::newRow("left behind") << create << u"POST /v1/apps/{app}/volumes status:422 x9,DELETE * status:503 x99"_s
                                 << 8;
}

void SwarmctlTest::exitsWithItsCodes()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, fault);
    QFETCH(int, exitCode);
    QStringList faults;
    for (const auto &one : fault.split(u',', Qt::SkipEmptyParts))
        faults << u"--fault"_s << one;
    m_swarm->stopSimulator();
    QVERIFY(m_swarm->start(faults));
    const auto ran = m_swarm->ctl(arguments);
    QVERIFY2(ran.exitCode == exitCode, (QByteArray::number(ran.exitCode) + ' ' + ran.err).constData());
    QVERIFY(!ran.err.isEmpty());
    if (exitCode != 8)
        QVERIFY(m_visitor->isEmpty(m_swarm->api()));
}

void SwarmctlTest::takesTheRegionFromTheNearestPlace()
{
    const auto regionOf = [this](const QStringList &create) {
        const auto made = m_swarm->ctl(QStringList{u"create"_s} + create + QStringList{u"--json"_s});
        return made.json()["instance"_L1]["region"_L1].toString();
    };
    QCOMPARE(regionOf({u"usual"_s}), u"ams"_s);
    m_swarm->configure("[create]\nregion=fra\n");
    QCOMPARE(regionOf({u"file"_s}), u"fra"_s);
    m_swarm->environment().insert(u"SWARM_REGION"_s, u"nrt"_s);
    QCOMPARE(regionOf({u"variable"_s}), u"nrt"_s);
    QCOMPARE(regionOf({u"option"_s, u"--region"_s, u"syd"_s}), u"syd"_s);
}

void SwarmctlTest::refusesSettingsThatCannotBeUsed_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const QString &variable, const QString &value, const QStringList &arguments,
                        const QByteArray &said) { QTest::newRow(name) << variable << value << arguments << said; };
    row("variable", u"SWARM_RETRIES"_s, u"many"_s, {}, "SWARM_RETRIES is \"many\": use a number from 0 to 20"_ba);
    row("level", u"SWARM_LOG_LEVEL"_s, u"loud"_s, {}, "use debug, info, warning or error"_ba);
    row("option", {}, {}, {u"--retries"_s, u"99"_s}, "--retries 99: use a number from 0 to 20"_ba);
    row("image", {}, {}, {u"--image"_s, u"my image"_s}, "--image my image: use REPOSITORY"_ba);
    row("region", {}, {}, {u"--region"_s, u"Amsterdam"_s}, "--region Amsterdam: use a region code"_ba);
    row("region not allowed", u"SWARM_REGIONS"_s, u"ams,fra"_s, {u"--region"_s, u"syd"_s},
        "--region syd: use one of the regions that are set: ams, fra"_ba);
}

void SwarmctlTest::refusesSettingsThatCannotBeUsed()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    if (!variable.isEmpty())
        m_swarm->environment().insert(variable, value);

    const auto ran = m_swarm->ctl(QStringList{u"create"_s, u"box"_s} + arguments);

    QCOMPARE(ran.exitCode, 2);
    QVERIFY2(ran.err.contains(said), ran.err.constData());
    QVERIFY(m_visitor->isEmpty(m_swarm->api()));
}

void SwarmctlTest::goesOnWithoutABadSettingInTheFile()
{
    m_swarm->configure("[retry]\nretries=many\n");

    const auto list = m_swarm->ctl({u"list"_s, u"--json"_s});

    QCOMPARE(list.exitCode, 0);
    QVERIFY2(list.err.contains("retries below [retry] in "), list.err.constData());
    QVERIFY(list.err.contains("use a number from 0 to 20"));
}

void SwarmctlTest::repeatsCallsAsOftenAsConfigured()
{
    const auto listsAfterOneFault = [this](const QStringList &arguments) {
        m_swarm->stopSimulator();
        if (!m_swarm->start({u"--fault"_s, u"GET /v1/orgs/{slug}/machines status:503 x1"_s}))
            return -1;
        return m_swarm->ctl(QStringList{u"list"_s} + arguments).exitCode;
    };
    QCOMPARE(listsAfterOneFault({}), 0);
    QCOMPARE(listsAfterOneFault({u"--retries"_s, u"0"_s}), 1);
    m_swarm->environment().insert(u"SWARM_RETRIES"_s, u"0"_s);
    QCOMPARE(listsAfterOneFault({}), 1);
    QCOMPARE(listsAfterOneFault({u"--retries"_s, u"1"_s}), 0);
}

void SwarmctlTest::logsAsMuchAsConfigured()
{
    const auto logged = [this](const QString &level) {
        const auto made = m_swarm->ctl({u"create"_s, u"box-"_s + level, u"--log-level"_s, level});
        QFile log(m_swarm->path("data") + u"/remote-swarm/log/swarmctl.log"_s);
        const auto text = log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
        log.remove();
        return made.exitCode == 0 ? text : made.err;
    };
    QCOMPARE(logged(u"error"_s), QByteArray());
    QVERIFY(logged(u"info"_s).contains("info remoteswarm.app: operation"));
}

void SwarmctlTest::signsInByBrowser()
{
    QFile browser(m_swarm->path("bin") + u"/xdg-open"_s);
    QVERIFY(browser.open(QIODevice::WriteOnly));
    browser.write("#!/bin/sh\nprintf %s \"$1\" >" + m_swarm->path("run").toUtf8() + "/page\n");
    browser.close();
    browser.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QProcess process;
    process.setProcessEnvironment(m_swarm->environment());
    process.start(QStringLiteral(SWARM_BIN "/swarmctl"),
                  QStringList{u"login"_s, u"--browser"_s} + m_swarm->addressArguments());
    const auto page = [this] {
        QFile file(m_swarm->path("run") + u"/page"_s);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    QTRY_VERIFY(!page().isEmpty());

    const QUrl url(page());
    PlainClient person(url.adjusted(QUrl::RemovePath));
    person.token.clear();
    QVERIFY(person.get(url.path()).body.contains("Allow"));
    const auto allowed =
        person.call("POST", url.path(), "decision=allow", {{"Content-Type", "application/x-www-form-urlencoded"}});
    const QUrl back(QString::fromUtf8(allowed.header("Location")));
    QCOMPARE(back.host(), u"127.0.0.1"_s);
    const auto closing = PlainClient(back.adjusted(QUrl::RemovePath | QUrl::RemoveQuery))
                             .get(back.path() + u'?' + back.query(QUrl::FullyEncoded));

    QVERIFY(closing.body.contains("go back to Remote Swarm"));
    QVERIFY(process.waitForFinished(10'000));
    const auto err = process.readAllStandardError();
    QVERIFY2(err.contains(url.toString().toUtf8()), err.constData());
    // The token is good; there is no keychain here to put it into.
    QVERIFY2(process.exitCode() == 3 && err.contains("keychain"), err.constData());
    QVERIFY(!err.contains("fo1_"));
}

void SwarmctlTest::saysThatNobodyIsSignedIn()
{
    m_swarm->environment().remove(u"FLY_API_TOKEN"_s);
    const auto ran = m_swarm->ctl({u"list"_s});
    QCOMPARE(ran.exitCode, 3);
    QVERIFY(ran.err.contains("swarmctl login"));
    m_swarm->environment().insert(u"FLY_API_TOKEN"_s, u"nonsense"_s);
    QCOMPARE(m_swarm->ctl({u"list"_s}).exitCode, 3);
}

void SwarmctlTest::cannotReachWhatIsNotThere()
{
    m_swarm->stopSimulator();
    const auto ran = m_swarm->ctl({u"list"_s, u"--json"_s});
    QCOMPARE(ran.exitCode, 7);
    QCOMPARE(ran.json()["error"_L1]["category"_L1].toString(), u"NETWORK"_s);
}

void SwarmctlTest::takesBackWhatItMadeWhenInterrupted()
{
    m_swarm->stopSimulator();
    QVERIFY(m_swarm->start({u"--time-scale"_s, u"3"_s})); // slow enough to be caught in the middle
    QProcess create;
    create.setProcessEnvironment(m_swarm->environment());
    create.setProcessChannelMode(QProcess::MergedChannels);
    create.start(QStringLiteral(SWARM_BIN "/swarmctl"),
                 QStringList{u"create"_s, u"box"_s} + m_swarm->addressArguments());
    QByteArray said;
    QElapsedTimer timer;
    timer.start();
    while (!said.contains("machine") && timer.elapsed() < 30'000 && create.waitForReadyRead(30'000))
        said += create.readAll();
    QVERIFY2(create.state() == QProcess::Running, said.constData()); // kill(0, …) would be everybody here
    kill(static_cast<pid_t>(create.processId()), SIGINT);
    QVERIFY(create.waitForFinished(60'000));
    QCOMPARE(create.exitCode(), 130);
    QVERIFY(m_visitor->isEmpty(m_swarm->api()));
}

void SwarmctlTest::namesWhatIsLeftBehind()
{
    m_swarm->stopSimulator();
    QVERIFY(m_swarm->start({u"--fault"_s, u"POST /v1/apps/{app}/volumes status:422 x9"_s, u"--fault"_s,
                            u"DELETE /v1/apps/{app} status:503 x99"_s}));
    const auto ran = m_swarm->ctl({u"create"_s, u"box"_s, u"--json"_s});
    QCOMPARE(ran.exitCode, 8);
    const auto left = ran.json()["error"_L1]["left_behind"_L1].toArray();
    QCOMPARE(left.size(), 1);
    QVERIFY(left[0].toString().contains("box"_L1));
    QVERIFY(ran.err.contains("box"));
}

void SwarmctlTest::refusesToDeleteUnasked()
{
    QCOMPARE(m_swarm->ctl({u"create"_s, u"box"_s}).exitCode, 0);
    const auto ran = m_swarm->ctl({u"delete"_s, u"box"_s}, "box\n");
    QCOMPARE(ran.exitCode, 2);
    QVERIFY(ran.err.contains("--yes"));
    QCOMPARE(m_swarm->ctl({u"show"_s, u"box"_s}).exitCode, 0);
}

void SwarmctlTest::takesThePasswordFromStandardInput()
{
    m_swarm->environment().remove(u"SWARM_PASSWORD"_s);
    const auto made = m_swarm->ctl({u"create"_s, u"box"_s, u"--password-stdin"_s, u"--json"_s}, "open sesame\n");
    QVERIFY2(made.exitCode == 0, made.err.constData());
    QCOMPARE(m_visitor->logIn(QUrl(made.json()["instance"_L1]["url"_L1].toString()), u"open sesame"_s), 302);
    QVERIFY(!made.out.contains("open sesame") && !made.err.contains("open sesame"));
}

void SwarmctlTest::saysThatAPasswordWasNotKept()
{
    m_swarm->environment().remove(u"SWARM_PASSWORD"_s);
    m_swarm->environment().insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    const auto quiet = m_swarm->ctl({u"create"_s, u"one"_s, u"--json"_s});
    QCOMPARE(quiet.exitCode, 0);
    QVERIFY2(quiet.err.contains("not kept"), quiet.err.constData());
    QVERIFY(!quiet.json().contains("password"_L1));
    const auto open = m_swarm->ctl({u"create"_s, u"two"_s, u"--json"_s, u"--print-password"_s});
    const auto password = open.json()["password"_L1].toString();
    QCOMPARE(password.size(), 24);
    QCOMPARE(m_visitor->logIn(QUrl(open.json()["instance"_L1]["url"_L1].toString()), password), 302);
}

void SwarmctlTest::waitsForAState()
{
    QCOMPARE(m_swarm->ctl({u"create"_s, u"box"_s}).exitCode, 0);
    QCOMPARE(m_swarm->ctl({u"wait"_s, u"box"_s, u"--for"_s, u"running"_s}).exitCode, 0);
    const auto never = m_swarm->ctl({u"wait"_s, u"box"_s, u"--for"_s, u"stopped"_s, u"--timeout"_s, u"20"_s});
    QCOMPARE(never.exitCode, 1);
}

void SwarmctlTest::opensTheBrowserLoggedIn()
{
    // In place of the system's URL opener: a browser that notes what it was given and follows the page's form.
    QFile opener(m_swarm->path("bin") + u"/xdg-open"_s);
    QVERIFY(opener.open(QIODevice::WriteOnly));
    opener.write("#!/bin/sh\n{ printf '%s\\n' \"$1\"; tr '\\0' '\\n' </proc/$$/environ; } >\"$HOME/opened\"\n");
    opener.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    opener.close();
    m_swarm->environment().insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    QCOMPARE(m_swarm->ctl({u"create"_s, u"box"_s}).exitCode, 0);
    // Without a keychain the password is unknown to this second process: the browser gets the plain address.
    const auto opened = m_swarm->ctl({u"open"_s, u"box"_s, u"--json"_s});
    QVERIFY2(opened.exitCode == 0, opened.err.constData());
    QFile note(m_swarm->path("home") + u"/opened"_s);
    QTRY_VERIFY(note.exists() && note.size() > 0);
    QVERIFY(note.open(QIODevice::ReadOnly));
    const auto noted = note.readAll();
    QVERIFY(noted.startsWith(opened.json()["instance"_L1]["url"_L1].toString().toUtf8()));
    QVERIFY2(!noted.contains("fo1_test"), "the token must not reach the browser's process");
    QVERIFY2(!noted.contains("correct horse"), "nor the password");
}

void SwarmctlTest::walksTheDemo()
{
    m_swarm->environment().remove(u"FLY_API_TOKEN"_s);
    QProcess walk;
    walk.setProcessEnvironment(m_swarm->environment());
    walk.start(QStringLiteral(SWARM_BIN "/swarmctl"), {u"--demo"_s, u"--time-scale"_s, u"50"_s});
    QVERIFY(walk.waitForFinished(60'000));
    const auto steps = walk.readAllStandardError();
    QVERIFY2(walk.exitCode() == 0, steps.constData());
    for (const auto *word : {"Create", "notes.md is still there", "Delete", "empty again"})
        QVERIFY2(steps.contains(word), word);
    QVERIFY(QDir(m_swarm->path("data")).isEmpty()); // a demo leaves nothing
    QVERIFY(QDir(m_swarm->path("config")).isEmpty());

    const auto list = m_swarm->ctl({u"list"_s, u"--demo"_s, u"--json"_s});
    QCOMPARE(list.json()["instances"_L1].toArray().size(), 7);
}

void SwarmctlTest::saysThatARecordWasDamaged()
{
    QCOMPARE(m_swarm->ctl({u"create"_s, u"box"_s}).exitCode, 0);
    QDirIterator records(m_swarm->path("data"), {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (records.hasNext()) { // and the list of them: neither is trusted
        QFile record(records.next());
        QVERIFY(record.resize(record.size() / 2));
    }

    const auto list = m_swarm->ctl({u"list"_s, u"--json"_s});

    QCOMPARE(list.exitCode, 0);
    QCOMPARE(list.json()["instances"_L1].toArray().size(), 1); // Fly.io still knows it
    QVERIFY2(list.err.contains("set aside"), list.err.constData());
    QVERIFY(m_swarm->ctl({u"list"_s}).err.isEmpty()); // said once: the record is whole again
}

void SwarmctlTest::explainsItself()
{
    const auto version = m_swarm->ctl({u"--version"_s}).out;
    QVERIFY2(version.startsWith("swarmctl " SWARM_VERSION), version.constData());
    QVERIFY(version.contains("Qt 6."));
    const auto help = m_swarm->ctl({u"--help"_s}).out;
    for (const auto *verb : {"list", "show", "create", "open", "start", "stop", "suspend", "restart", "delete", "wait",
                             "login", "logout", "--regions", "SWARM_RETRIES", "SWARM_IMAGE", "SWARM_LOG_LEVEL"})
        QVERIFY2(help.contains(verb), verb);
}

QTEST_GUILESS_MAIN(SwarmctlTest)
#include "tst_swarmctl.moc"
