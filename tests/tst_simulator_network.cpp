// The private networks of the simulator, as commands inside its machines see them.
#include "tests/simulatorclient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace swarm::simulator;

namespace {

struct Reply : PlainReply {
    QString out() const { return object()[u"stdout"].toString(); }
    QString err() const { return object()[u"stderr"].toString(); }
    int exitCode() const { return object()[u"exit_code"].toInt(-1); }
    int exitSignal() const { return object()[u"exit_signal"].toInt(-1); }
};

} // namespace

class SimulatorNetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_client.reset(); }

    void reachesItsOwnEditor();
    void reachesEveryEditorOnTheDefaultNetwork_data();
    void reachesEveryEditorOnTheDefaultNetwork();
    void reachesNobodyOnAnotherNetwork_data();
    void reachesNobodyOnAnotherNetwork();
    void refusesPortsThatNobodyListensOn();
    void doesNotReachWhatIsAsleep();
    void namesOnlyWhatIsOnTheNetwork();
    void knowsNoOtherNames();
    void waitsAsLongAsItWasTold();
    void isEndedWithItsCommand();
    void readsTheOptionsOfCurl_data();
    void readsTheOptionsOfCurl();
    void logsInFromInside();
    void leadsPrivateAddressesToTheServices();
    void leadsPrivateAddressesOnlyFromTheirNetwork();

private:
    //! An app on that network, the default one when empty. Gives its machine.
    QString makeApp(const QString &name, const QString &network);
    QString privateIp(const QString &app, const QString &machine);
    Reply exec(const QString &app, const QStringList &command, int timeout = 60);
    //! Visits from the machine of an app.
    Reply curl(const QString &app, const QString &url, const QStringList &more = {});
    QString privateAddress(const QString &app, const QString &network = {});

    std::unique_ptr<SimulatorClient> m_client;
    QMap<QString, QString> m_machines; //!< by app
};

void SimulatorNetworkTest::init()
{
    m_client = std::make_unique<SimulatorClient>(SimulatorClient::quick(100));
    makeApp(u"one"_s, {});
    makeApp(u"two"_s, {});
    makeApp(u"alone"_s, u"own"_s);
    makeApp(u"beside"_s, u"own"_s);
    for (const auto &app : {u"one"_s, u"two"_s, u"alone"_s, u"beside"_s})
        QTRY_COMPARE(curl(app, u"http://localhost:8080/healthz"_s).exitCode(), 0);
}

QString SimulatorNetworkTest::makeApp(const QString &name, const QString &network)
{
    const auto path = u"/v1/apps/"_s + name;
    m_client->post(u"/v1/apps"_s, {{u"name"_s, name}, {u"org_slug"_s, u"personal"_s}, {u"network"_s, network}});
    m_client->post(path + u"/secrets"_s, {{u"values"_s, QJsonObject{{u"PASSWORD"_s, u"geheim"_s}}}});
    const QJsonArray ports{
        QJsonObject{{u"port"_s, 443}, {u"handlers"_s, QJsonArray{u"tls"_s, u"http"_s}}},
        QJsonObject{{u"port"_s, 80}, {u"handlers"_s, QJsonArray{u"http"_s}}},
        QJsonObject{{u"port"_s, 8000}, {u"handlers"_s, QJsonArray{u"http"_s}}, {u"force_https"_s, true}}};
    const QJsonObject config{{u"image"_s, u"codercom/code-server:latest"_s},
                             {u"guest"_s, QJsonObject{{u"cpus"_s, 1}, {u"memory_mb"_s, 1024}}},
                             {u"services"_s, QJsonArray{QJsonObject{{u"internal_port"_s, 8080}, {u"ports"_s, ports}}}}};
    m_machines[name] =
        m_client->post(path + u"/machines"_s, {{u"region"_s, u"ams"_s}, {u"config"_s, config}}).text(u"id"_s);
    m_client->reach(name, m_machines[name], u"started"_s);
    return m_machines[name];
}

QString SimulatorNetworkTest::privateIp(const QString &app, const QString &machine)
{
    return m_client->get(u"/v1/apps/%1/machines/%2"_s.arg(app, machine)).text(u"private_ip"_s);
}

Reply SimulatorNetworkTest::exec(const QString &app, const QStringList &command, int timeout)
{
    const auto path = u"/v1/apps/%1/machines/%2/exec"_s.arg(app, m_machines[app]);
    return {m_client->post(path, {{u"command"_s, QJsonArray::fromStringList(command)}, {u"timeout"_s, timeout}})};
}

Reply SimulatorNetworkTest::curl(const QString &app, const QString &url, const QStringList &more)
{
    return exec(app, QStringList{u"curl"_s, u"-s"_s, u"-m"_s, u"5"_s} + more + QStringList{url});
}

QString SimulatorNetworkTest::privateAddress(const QString &app, const QString &network)
{
    return m_client
        ->post(u"/v1/apps/%1/ip_assignments"_s.arg(app), {{u"type"_s, u"private_v6"_s}, {u"network"_s, network}})
        .text(u"ip"_s);
}

void SimulatorNetworkTest::reachesItsOwnEditor()
{
    for (const auto &host : {u"localhost"_s, u"127.0.0.1"_s, u"[::1]"_s, u"alone.internal"_s}) {
        const auto reply = curl(u"alone"_s, u"http://%1:8080/healthz"_s.arg(host));
        QCOMPARE(reply.exitCode(), 0);
        QCOMPARE(QJsonDocument::fromJson(reply.out().toUtf8())[u"status"].toString(), u"expired"_s);
    }
}

void SimulatorNetworkTest::reachesEveryEditorOnTheDefaultNetwork_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("one to two") << u"one"_s << u"two"_s;
    QTest::newRow("two to one") << u"two"_s << u"one"_s;
    QTest::newRow("another network of two") << u"alone"_s << u"beside"_s;
}

void SimulatorNetworkTest::reachesEveryEditorOnTheDefaultNetwork()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const auto ip = privateIp(to, m_machines[to]);
    QVERIFY(ip.startsWith("fdaa:"_L1));

    for (const auto &host : {to + u".internal"_s, u'[' + ip + u']'}) {
        const auto reply = curl(from, u"http://%1:8080/login"_s.arg(host));
        QCOMPARE(reply.exitCode(), 0);
        QVERIFY(reply.out().contains("password"_L1));
    }
    QCOMPARE(exec(from, {u"getent"_s, u"hosts"_s, to + u".internal"_s}).out(), ip + u' ' + to + u".internal\n"_s);
}

void SimulatorNetworkTest::reachesNobodyOnAnotherNetwork_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("into its own") << u"one"_s << u"alone"_s;
    QTest::newRow("out of its own") << u"alone"_s << u"one"_s;
}

void SimulatorNetworkTest::reachesNobodyOnAnotherNetwork()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const auto ip = privateIp(to, m_machines[to]);

    const auto named = curl(from, u"http://%1.internal:8080/healthz"_s.arg(to), {u"-w"_s, u"%{http_code}"_s});
    QCOMPARE(named.exitCode(), 6);
    QCOMPARE(named.out(), u"000"_s);
    const auto numbered = curl(from, u"http://[%1]:8080/healthz"_s.arg(ip), {u"-w"_s, u"%{http_code}"_s});
    QCOMPARE(numbered.exitCode(), 28);
    QCOMPARE(numbered.out(), u"000"_s);
    const auto found = exec(from, {u"getent"_s, u"hosts"_s, to + u".internal"_s});
    QCOMPARE(found.exitCode(), 2);
    QCOMPARE(found.out(), QString());
}

void SimulatorNetworkTest::refusesPortsThatNobodyListensOn()
{
    const auto reply = curl(u"one"_s, u"http://two.internal:5432/"_s, {u"-S"_s});
    QCOMPARE(reply.exitCode(), 7);
    QVERIFY(reply.err().contains("Connection refused"_L1));
    QCOMPARE(curl(u"one"_s, u"http://two.internal/"_s).exitCode(), 7); // 80 is the proxy's, not the machine's
}

void SimulatorNetworkTest::doesNotReachWhatIsAsleep()
{
    const auto ip = privateIp(u"two"_s, m_machines[u"two"_s]);
    m_client->post(u"/v1/apps/two/machines/%1/stop"_s.arg(m_machines[u"two"_s]));
    m_client->reach(u"two"_s, m_machines[u"two"_s], u"stopped"_s);

    QCOMPARE(curl(u"one"_s, u"http://two.internal:8080/healthz"_s).exitCode(), 6);
    QCOMPARE(curl(u"one"_s, u"http://[%1]:8080/healthz"_s.arg(ip)).exitCode(), 28);
    const auto state = m_client->get(u"/v1/apps/two/machines/"_s + m_machines[u"two"_s]).text(u"state"_s);
    QCOMPARE(state, u"stopped"_s); // nothing inside wakes it
}

void SimulatorNetworkTest::namesOnlyWhatIsOnTheNetwork()
{
    const auto first = m_machines[u"two"_s];
    const auto second = makeApp(u"two"_s, {}); // one more machine
    const auto found = exec(u"one"_s, {u"getent"_s, u"hosts"_s, u"TWO.internal"_s}).out();
    QCOMPARE(found.count(u'\n'), 2);
    QVERIFY(found.contains(privateIp(u"two"_s, first)));
    QVERIFY(found.contains(privateIp(u"two"_s, second)));
}

void SimulatorNetworkTest::knowsNoOtherNames()
{
    for (const auto &name :
         {u"example.com"_s, u"missing.internal"_s, u"internal"_s, u"one"_s, u"a.one.internal"_s, u"one.fly.dev"_s})
        QCOMPARE(exec(u"one"_s, {u"getent"_s, u"hosts"_s, name}).exitCode(), 2);
    QCOMPARE(exec(u"one"_s, {u"getent"_s, u"passwd"_s}).exitCode(), 1);
}

void SimulatorNetworkTest::waitsAsLongAsItWasTold()
{
    const auto url = u"http://[%1]:8080/"_s.arg(privateIp(u"alone"_s, m_machines[u"alone"_s]));
    const auto before = m_client->simulator.now();
    QCOMPARE(exec(u"one"_s, {u"curl"_s, u"--connect-timeout"_s, u"20"_s, url}).exitCode(), 28);
    QVERIFY(m_client->simulator.now() - before >= 20'000);

    const auto script = u"curl -s -m 3 %1 || echo closed"_s.arg(url);
    QCOMPARE(exec(u"one"_s, {u"sh"_s, u"-c"_s, script}).out(), u"closed\n"_s);
}

void SimulatorNetworkTest::isEndedWithItsCommand()
{
    const auto url = u"http://[%1]:8080/"_s.arg(privateIp(u"alone"_s, m_machines[u"alone"_s]));
    QCOMPARE(exec(u"one"_s, {u"curl"_s, u"-s"_s, url}, 10).exitSignal(), 9); // by itself it would wait for 127 s
}

void SimulatorNetworkTest::readsTheOptionsOfCurl_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("out");
    QTest::addColumn<int>("exitCode");
    const auto page = u"http://localhost:8080"_s;
    QTest::newRow("status") << u"curl -s -o /dev/null -w '%{http_code}' "_s + page << u"302"_s << 0;
    QTest::newRow("together") << u"curl -sSo /dev/null -w'%{http_code}\\n' -m5 "_s + page << u"302\n"_s << 0;
    QTest::newRow("long") << u"curl --silent --output /dev/null --write-out %{http_code} --max-time 5 "_s + page
                          << u"302"_s << 0;
    QTest::newRow("into a file") << u"curl -s -o f %1/files/x && cat f"_s.arg(page) << u"{\"error\":\"Unauthorized\"}"_s
                                 << 0;
    QTest::newRow("file outside") << u"curl -s -o /etc/passwd "_s + page << QString() << 23;
    QTest::newRow("fails on a status") << u"curl -sf %1/files/x"_s.arg(page) << QString() << 22;
    QTest::newRow("without http") << u"curl -s -o /dev/null -w %{http_code} localhost:8080/healthz"_s << u"200"_s << 0;
    QTest::newRow("another method") << u"curl -s -X PUT -o /dev/null -w %{http_code} %1/files/x"_s.arg(page) << u"401"_s
                                    << 0;
    QTest::newRow("https") << u"curl -s https://localhost:8080/"_s << QString() << 1;
    QTest::newRow("no address") << u"curl -s"_s << QString() << 3;
    QTest::newRow("unknown option") << u"curl --proxy x "_s + page << QString() << 2;
    QTest::newRow("no number") << u"curl -m soon "_s + page << QString() << 2;
    QTest::newRow("Fly's own port") << u"curl -s http://localhost:22/"_s << QString() << 1;
}

void SimulatorNetworkTest::readsTheOptionsOfCurl()
{
    QFETCH(QString, script);
    QFETCH(QString, out);
    QFETCH(int, exitCode);

    const auto reply = exec(u"one"_s, {u"sh"_s, u"-c"_s, script});

    QCOMPARE(reply.out(), out);
    QCOMPARE(reply.exitCode(), exitCode);
}

void SimulatorNetworkTest::logsInFromInside()
{
    // What makes a shared network dangerous: the editor's login, without TLS.
    const auto wrong = curl(u"one"_s, u"http://two.internal:8080/login"_s, {u"-d"_s, u"password=wrong"_s});
    QVERIFY(wrong.out().contains("Incorrect password"_L1));
    const auto right = curl(u"one"_s, u"http://two.internal:8080/login"_s,
                            {u"-d"_s, u"password=geheim"_s, u"-w"_s, u"%{http_code}"_s});
    QCOMPARE(right.out(), u"302"_s);
}

void SimulatorNetworkTest::leadsPrivateAddressesToTheServices()
{
    const auto ip = privateAddress(u"two"_s);
    QCOMPARE(exec(u"one"_s, {u"getent"_s, u"hosts"_s, u"two.flycast"_s}).out(), ip + u" two.flycast\n"_s);
    for (const auto &host : {u"two.flycast"_s, u'[' + ip + u']'}) {
        QCOMPARE(curl(u"one"_s, u"http://%1/healthz"_s.arg(host), {u"-f"_s}).exitCode(), 0);
        QCOMPARE(curl(u"one"_s, u"http://%1:8000/"_s.arg(host), {u"-w"_s, u"%{http_code}"_s}).out(), u"301"_s);
        QCOMPARE(curl(u"one"_s, u"http://%1:443/"_s.arg(host)).exitCode(), 52);
        QCOMPARE(curl(u"one"_s, u"http://%1:8080/"_s.arg(host)).exitCode(), 7); // no service of that port
    }
}

void SimulatorNetworkTest::leadsPrivateAddressesOnlyFromTheirNetwork()
{
    const auto own = privateAddress(u"alone"_s);
    const auto given = privateAddress(u"alone"_s, u"default"_s);
    const auto reaches = [&](const QString &from, const QString &ip) {
        return curl(from, u"http://[%1]/healthz"_s.arg(ip)).exitCode() == 0;
    };
    QVERIFY(reaches(u"beside"_s, own));
    QVERIFY(!reaches(u"one"_s, own));
    QVERIFY(reaches(u"one"_s, given));
    QVERIFY(!reaches(u"beside"_s, given));
    // What was let in by that address is not let in anywhere else.
    QCOMPARE(curl(u"one"_s, u"http://alone.internal:8080/"_s).exitCode(), 6);
}

QTEST_GUILESS_MAIN(SimulatorNetworkTest)
#include "tst_simulator_network.moc"
