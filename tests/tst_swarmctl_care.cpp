// The verbs of swarmctl that look after a swarm: money, leftovers, addresses, health, and what was cut off.
#include "tests/plainclient.h"
#include "tests/swarmfixture.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

class SwarmctlCareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_swarm.reset(); }
    void takesARegionWithRoom();
    void saysWhatItCosts();
    void takesPricesFromAFile();
    void findsAndRemovesAnOrphan();
    void removesNothingUnasked();
    void adoptsAnEditorOfSomebodyElse();
    void addsAndRemovesAddresses();
    void opensPorts();
    void saysWhichRecordsToSet();
    void saysHowItIs();
    void copiesTheHomeFolder();
    void takesUpWhatWasCutOff();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void keepsSecretsOutOfItsFiles();

private:
    [[nodiscard]] QJsonObject create(const QString &name)
    {
        return m_swarm->ctl({u"create"_s, name, u"--json"_s}).json()["instance"_L1].toObject();
    }

    std::unique_ptr<SwarmFixture> m_swarm;
    std::unique_ptr<PlainClient> m_fly;
};

void SwarmctlCareTest::init()
{
    m_swarm = std::make_unique<SwarmFixture>();
    QVERIFY(m_swarm->start());
    m_swarm->environment().insert(u"FLY_API_TOKEN"_s, u"fo1_test"_s);
    m_swarm->environment().insert(u"SWARM_PASSWORD"_s, u"correct horse"_s);
    m_fly = std::make_unique<PlainClient>(m_swarm->api());
}

void SwarmctlCareTest::takesARegionWithRoom()
{
    m_fly->post(u"/_sim/region"_s, {{u"region"_s, u"ams"_s}, {u"room"_s, false}});

    const auto refused = m_swarm->ctl({u"create"_s, u"box"_s, u"--json"_s});
    QCOMPARE(refused.exitCode, 6);
    QVERIFY(refused.json()["error"_L1].toObject()["remedy"_L1].toString().contains("nearest region"_L1));
    const auto made = m_swarm->ctl({u"create"_s, u"box"_s, u"--any-region"_s, u"--json"_s});

    QCOMPARE(made.exitCode, 0);
    QVERIFY(made.json()["instance"_L1]["region"_L1].toString() != "ams"_L1);
}

void SwarmctlCareTest::saysWhatItCosts()
{
    QVERIFY(!create(u"box"_s).isEmpty());

    const QJsonObject one = m_swarm->ctl({u"cost"_s, u"box"_s, u"--json"_s}).json()["cost"_L1].toObject();
    const QJsonObject all = m_swarm->ctl({u"cost"_s, u"--json"_s}).json();

    QVERIFY(one["per_hour"_L1]["compute"_L1].toDouble() > 0);
    QCOMPARE(one["per_month"_L1]["disk"_L1].toDouble(), 1.5);
    QCOMPARE(one["when_stopped"_L1]["compute"_L1].toDouble(), 0.0);
    QCOMPARE(all["instances"_L1].toArray().size(), 1);
    QCOMPARE(all["whole"_L1]["per_month"_L1]["disk"_L1].toDouble(), 1.5);
    const auto words = m_swarm->ctl({u"cost"_s, u"box"_s}).out;
    QVERIFY(words.contains("about"));
}

void SwarmctlCareTest::takesPricesFromAFile()
{
    QVERIFY(!create(u"box"_s).isEmpty());
    QFile file(m_swarm->home() + u"/prices.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"schema":1,"disk_per_gb_month":1.0})");
    file.close();

    const QJsonObject dear = m_swarm->ctl({u"cost"_s, u"box"_s, u"--prices"_s, file.fileName(), u"--json"_s}).json();

    QCOMPARE(dear["cost"_L1]["per_month"_L1]["disk"_L1].toDouble(), 10.0);
}

void SwarmctlCareTest::findsAndRemovesAnOrphan()
{
    QVERIFY(!create(u"box"_s).isEmpty());
    const auto volume = m_fly->post(u"/v1/apps/box/volumes"_s,
                                    {{u"name"_s, u"box_data"_s}, {u"region"_s, u"ams"_s}, {u"size_gb"_s, 3}});
    const auto id = volume.object()["id"_L1].toString();
    QVERIFY(!id.isEmpty());
    QVERIFY(!m_swarm->ctl({u"orphans"_s}).out.contains(id.toUtf8())); // younger than 15 minutes

    QTest::qWait(1000 * 15 * 60 / 50 + 1000); // of the simulator's time
    const auto found = m_swarm->ctl({u"orphans"_s, u"--json"_s}).json()["orphans"_L1].toArray();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0]["id"_L1].toString(), id);
    QCOMPARE(found[0]["per_month"_L1].toDouble(), 0.45);
    const auto removed = m_swarm->ctl({u"orphans"_s, u"--remove"_s, id, u"--yes"_s});

    QVERIFY2(removed.exitCode == 0, removed.err.constData());
    QCOMPARE(m_swarm->ctl({u"orphans"_s, u"--json"_s}).json()["orphans"_L1].toArray().size(), 0);
    QCOMPARE(m_swarm->ctl({u"list"_s, u"--json"_s}).json()["instances"_L1].toArray().size(), 1);
}

void SwarmctlCareTest::removesNothingUnasked()
{
    QVERIFY(!create(u"box"_s).isEmpty());
    QCOMPARE(m_swarm->ctl({u"orphans"_s, u"--remove"_s, u"vol_nothing"_s, u"--yes"_s}).exitCode, 4);
    QCOMPARE(m_swarm->ctl({u"list"_s, u"--json"_s}).json()["instances"_L1].toArray().size(), 1);
}

void SwarmctlCareTest::adoptsAnEditorOfSomebodyElse()
{
    m_fly->post(u"/v1/apps"_s, {{u"name"_s, u"theirs"_s}, {u"org_slug"_s, u"personal"_s}});
    QTRY_COMPARE(m_fly->get(u"/v1/apps/theirs"_s).status, 200);
    const QJsonObject config{
        {u"image"_s, u"codercom/code-server:latest"_s},
        {u"guest"_s, QJsonObject{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 1}, {u"memory_mb"_s, 1024}}}};
    QCOMPARE(m_fly->post(u"/v1/apps/theirs/machines"_s, {{u"region"_s, u"ams"_s}, {u"config"_s, config}}).status, 200);
    QTest::qWait(200); // the organization's lists lag
    QCOMPARE(m_swarm->ctl({u"list"_s, u"--json"_s}).json()["instances"_L1].toArray().size(), 0);
    QVERIFY(m_swarm->ctl({u"adopt"_s}).out.contains("theirs"));

    const auto adopted = m_swarm->ctl({u"adopt"_s, u"theirs"_s, u"--as"_s, u"ours"_s, u"--json"_s});

    QVERIFY2(adopted.exitCode == 0, adopted.err.constData());
    const auto id = adopted.json()["instance"_L1]["id"_L1].toString();
    QTest::qWait(200);
    const auto list = m_swarm->ctl({u"list"_s, u"--json"_s}).json()["instances"_L1].toArray();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0]["name"_L1].toString(), u"ours"_s);
    QCOMPARE(list[0]["id"_L1].toString(), id);
    QCOMPARE(m_swarm->ctl({u"stop"_s, u"ours"_s}).exitCode, 0);
}

void SwarmctlCareTest::addsAndRemovesAddresses()
{
    QVERIFY(!create(u"box"_s).isEmpty());

    const QJsonObject added = m_swarm->ctl({u"address"_s, u"box"_s, u"--add"_s, u"v4"_s, u"--json"_s}).json();
    const auto ip = added["addresses"_L1][0]["ip"_L1].toString();
    QVERIFY(!ip.isEmpty());
    QCOMPARE(added["addresses"_L1][0]["per_month"_L1].toDouble(), 2.0);
    const QJsonObject again = m_swarm->ctl({u"address"_s, u"box"_s, u"--add"_s, u"v4"_s, u"--json"_s}).json();
    QVERIFY(again["already"_L1].toBool()); // a second one would cost, too
    QCOMPARE(m_swarm->ctl({u"address"_s, u"box"_s, u"--json"_s}).json()["addresses"_L1].toArray().size(), 3);
    QCOMPARE(m_swarm->ctl({u"address"_s, u"box"_s, u"--remove"_s, ip}).exitCode, 0);
    QCOMPARE(m_swarm->ctl({u"address"_s, u"box"_s, u"--json"_s}).json()["addresses"_L1].toArray().size(), 2);
}

void SwarmctlCareTest::opensPorts()
{
    const auto made = create(u"box"_s);
    const auto path = u"/v1/apps/box/machines/"_s + made["machine"_L1].toString();
    QCOMPARE(m_swarm->ctl({u"address"_s, u"box"_s, u"--open"_s, u"3000:3000:tls,http"_s}).exitCode, 0);
    const auto services = m_fly->get(path).object()["config"_L1]["services"_L1].toArray();
    QCOMPARE(services.size(), 2);
    QCOMPARE(services[1]["internal_port"_L1].toInt(), 3000);
    QCOMPARE(m_swarm->ctl({u"address"_s, u"box"_s, u"--open"_s, u"443:9000"_s}).exitCode, 1); // the editor's
    QCOMPARE(m_swarm->ctl({u"address"_s, u"box"_s, u"--close"_s, u"3000:3000"_s}).exitCode, 0);
    QCOMPARE(m_fly->get(path).object()["config"_L1]["services"_L1].toArray().size(), 1);
}

void SwarmctlCareTest::saysWhichRecordsToSet()
{
    QVERIFY(!create(u"box"_s).isEmpty());

    const auto added = m_swarm->ctl({u"domain"_s, u"box"_s, u"--add"_s, u"code.example.org"_s, u"--json"_s});

    QCOMPARE(added.exitCode, 0);
    QVERIFY(!added.json()["domain"_L1]["records"_L1].toArray().isEmpty());
    m_fly->post(u"/_sim/dns"_s, {{u"hostname"_s, u"code.example.org"_s}, {u"points_here"_s, true}});
    const auto checked = m_swarm->ctl({u"domain"_s, u"box"_s, u"--check"_s, u"code.example.org"_s, u"--json"_s});
    QCOMPARE(checked.json()["domain"_L1]["state"_L1].toString(), u"ready"_s);
    QCOMPARE(m_swarm->ctl({u"domain"_s, u"box"_s, u"--remove"_s, u"code.example.org"_s}).exitCode, 0);
    QCOMPARE(m_swarm->ctl({u"domain"_s, u"box"_s, u"--json"_s}).json()["domains"_L1].toArray().size(), 0);
}

void SwarmctlCareTest::saysHowItIs()
{
    const auto made = create(u"box"_s);
    const auto health = [this] {
        return m_swarm->ctl({u"health"_s, u"box"_s, u"--json"_s}).json()["health"_L1].toObject();
    };
    QCOMPARE(health()["health"_L1].toString(), u"healthy"_s);
    m_fly->post(u"/_sim/machines/%1/exit"_s.arg(made["machine"_L1].toString()),
                {{u"exit_code"_s, 0}, {u"oom_killed"_s, true}});
    QCOMPARE(health()["reason"_L1].toString(), u"out_of_memory"_s);
    QVERIFY(m_swarm->ctl({u"health"_s, u"box"_s}).out.contains("resize"));
}

void SwarmctlCareTest::copiesTheHomeFolder()
{
    QVERIFY(!create(u"box"_s).isEmpty());
    const auto file = m_swarm->home() + u"/box.tar.gz"_s;

    const auto copied = m_swarm->ctl({u"backup"_s, u"box"_s, u"--to"_s, file, u"--json"_s});

    QVERIFY2(copied.exitCode == 0, copied.err.constData());
    QCOMPARE(copied.json()["backup"_L1]["bytes"_L1].toInteger(), QFile(file).size());
    QCOMPARE(m_swarm->ctl({u"backup"_s, u"box"_s, u"--to"_s, file}).exitCode, 5); // nothing is overwritten
    QCOMPARE(m_swarm->ctl({u"backup"_s, u"box"_s, u"--to"_s, file, u"--overwrite"_s}).exitCode, 0);
}

void SwarmctlCareTest::takesUpWhatWasCutOff()
{
    m_fly->post(u"/_sim/faults"_s,
                {{u"kind"_s, u"silence"_s}, {u"method"_s, u"POST"_s}, {u"route"_s, u"/v1/apps/{app}/machines"_s}});
    QProcess cutOff;
    cutOff.setProcessEnvironment(m_swarm->environment());
    cutOff.start(QStringLiteral(SWARM_BIN "/swarmctl"),
                 QStringList{u"create"_s, u"box"_s} + m_swarm->addressArguments());
    const auto hasCome = [this] { return m_fly->get(u"/_sim/requests"_s).body.contains("/apps/box/machines"); };
    QTRY_VERIFY_WITH_TIMEOUT(hasCome(), 10'000);
    cutOff.kill();
    QVERIFY(cutOff.waitForFinished());
    m_fly->call("DELETE", u"/_sim/faults"_s);

    const auto recovered = m_swarm->ctl({u"recover"_s, u"--json"_s});

    QCOMPARE(recovered.exitCode, 0);
    QCOMPARE(recovered.json()["recovered"_L1][0]["end"_L1].toString(), u"undone"_s);
    QVERIFY(m_fly->get(u"/_sim/empty"_s).object()["empty"_L1].toBool());
    QVERIFY(m_swarm->ctl({u"recover"_s, u"--json"_s}).json()["recovered"_L1].toArray().isEmpty());
    QCOMPARE(m_swarm->ctl({u"list"_s, u"--json"_s}).json()["instances"_L1].toArray().size(), 0);
}

void SwarmctlCareTest::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const auto row = [](const char *name, const QString &words, int exitCode) {
        QTest::newRow(name) << words.split(u' ') << exitCode;
    };
    row("unknown verb", u"dance box"_s, 2);
    row("no size", u"resize box"_s, 2);
    row("bad size", u"resize box --size enormous"_s, 2);
    row("bad disk", u"extend box --disk 501"_s, 2);
    row("smaller disk", u"extend box --disk 1"_s, 1);
    row("bad days", u"delete box --keep 99d --yes"_s, 2);
    row("bad name", u"rename box Box!"_s, 2);
    row("reserved variable", u"env box --set PASSWORD=x"_s, 2);
    row("bad idle rule", u"idle box sometimes"_s, 2);
    row("no snapshot", u"rollback box --snapshot vs_nothing"_s, 4);
    row("no earlier version", u"rollback box --to 9.9.9"_s, 4);
    row("no copy", u"move box --back"_s, 4);
    row("unknown region", u"move box --region xyz"_s, 1);
    row("nothing to restore", u"restore other"_s, 4);
    row("bad host name", u"domain box --add http://x"_s, 2);
    row("two wishes", u"address box --add v4 --remove 1.2.3.4"_s, 2);
    row("drop unasked", u"move box --confirm"_s, 2);
    row("alive", u"forget box"_s, 5);
}

void SwarmctlCareTest::refusesWhatMakesNoSense()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    const auto made = create(u"box"_s);

    const auto refused = m_swarm->ctl(arguments);

    QVERIFY2(refused.exitCode == exitCode,
             qPrintable(QString::number(refused.exitCode) + u' ' + QString::fromUtf8(refused.err)));
    QVERIFY(!refused.err.isEmpty());
    const auto now = m_swarm->ctl({u"show"_s, u"box"_s, u"--json"_s}).json()["instance"_L1].toObject();
    for (const auto *member : {"id", "name", "machine", "volume", "status", "region", "disk_gb"})
        QCOMPARE(now[QLatin1StringView(member)], made[QLatin1StringView(member)]);
}

void SwarmctlCareTest::keepsSecretsOutOfItsFiles()
{
    QVERIFY(!create(u"box"_s).isEmpty());
    QCOMPARE(m_swarm->ctl({u"env"_s, u"box"_s, u"--set"_s, u"GITHUB_TOKEN=ghp_hushhush"_s}).exitCode, 0);
    QCOMPARE(m_swarm->ctl({u"delete"_s, u"box"_s, u"--keep"_s, u"5d"_s, u"--yes"_s}).exitCode, 0);
    QDirIterator files(m_swarm->home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int read = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.readAll();
        QVERIFY2(!text.contains("hushhush") && !text.contains("correct horse") && !text.contains("fo1_test"),
                 qPrintable(file.fileName()));
        ++read;
    }
    QVERIFY(read > 2); // a receipt, a ledger, a log
}

QTEST_GUILESS_MAIN(SwarmctlCareTest)
#include "tst_swarmctl_care.moc"
