#include "fly/machineconfig.h"
#include "fly/serviceconfig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swarm;

namespace {

using Ports = std::vector<ServicePort>;

const ServicePort postgres{.port = 5432, .internalPort = 5432};
const ServicePort preview{.port = 8443, .internalPort = 3000, .handlers = {u"tls"_s, u"http"_s}};
const ServicePort game{.protocol = u"udp"_s, .port = 27015, .internalPort = 27015};

//! As a machine of ours has it, with members that we do not know at every level.
QJsonObject config()
{
    const auto made = machineBody({.id = u"i"_s, .name = u"box"_s}, u"vol_1"_s, 0);
    auto config = made["config"_L1].toObject();
    auto services = config["services"_L1].toArray();
    auto editors = services.at(0).toObject();
    editors.insert(u"force_instance_key"_s, u"k"_s);
    editors.insert(u"concurrency"_s, QJsonObject{{u"type"_s, u"connections"_s}, {u"new_member"_s, 1}});
    services.replace(0, editors);
    config.insert(u"services"_s, services);
    config.insert(u"future"_s, QJsonObject{{u"a"_s, QJsonArray{1, 2}}});
    return config;
}

QJsonObject without(QJsonObject object, const QString &member)
{
    object.remove(member);
    return object;
}

QJsonObject parsed(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class ServiceConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatWasOpened_data();
    void readsBackWhatWasOpened();
    void leavesTheEditorsServiceAndAllElseAlone();
    void readsWhatOthersMade_data();
    void readsWhatOthersMade();
    void opensASecondPortIntoTheSameService();
    void keepsUnknownMembersOfServices();
    void closesPorts_data();
    void closesPorts();
    void refuses_data();
    void refuses();
    void opensAllOrNone();
    void neverClosesTheEditor();
    void tellsPortsThatASharedAddressDoesNotCarry_data();
    void tellsPortsThatASharedAddressDoesNotCarry();
};

void ServiceConfigTest::readsBackWhatWasOpened_data()
{
    QTest::addColumn<Ports>("ports");
    QTest::newRow("none") << Ports{};
    QTest::newRow("raw tcp") << Ports{postgres};
    QTest::newRow("with handlers") << Ports{preview};
    QTest::newRow("udp") << Ports{game};
    QTest::newRow("all") << Ports{postgres, preview, game};
    QTest::newRow("tcp and udp on one number")
        << Ports{{.port = 53, .internalPort = 5353}, {.protocol = u"udp"_s, .port = 53, .internalPort = 5353}};
    QTest::newRow("smallest and largest")
        << Ports{{.port = 1, .internalPort = 65535}, {.port = 65535, .internalPort = 1}};
}

void ServiceConfigTest::readsBackWhatWasOpened()
{
    QFETCH(Ports, ports);

    const auto opened = withPorts(config(), ports);

    QVERIFY(opened);
    QCOMPARE(extraPorts(*opened), ports);
    const auto closed = withoutPorts(*opened, ports);
    QVERIFY(closed);
    QCOMPARE(*closed, config());
}

void ServiceConfigTest::leavesTheEditorsServiceAndAllElseAlone()
{
    const auto opened = withPorts(config(), {postgres, preview, game});

    QVERIFY(opened);
    QCOMPARE((*opened)["services"_L1][0], config()["services"_L1][0]);
    QCOMPARE(without(*opened, u"services"_s), without(config(), u"services"_s));
    QCOMPARE((*opened)["services"_L1].toArray().size(), 4);
    // As the machine that is created with them has them.
    const auto made = machineBody({.services = {preview}}, u"vol_1"_s, 0)["config"_L1]["services"_L1][1];
    QCOMPARE((*opened)["services"_L1][2], made);
}

void ServiceConfigTest::readsWhatOthersMade_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Ports>("ports");
    QTest::newRow("no services") << "{}"_ba << Ports{};
    QTest::newRow("null") << R"({"services":null})"_ba << Ports{};
    QTest::newRow("only the editor")
        << R"({"services":[{"internal_port":8080,"protocol":"tcp","ports":[{"port":443},{"port":80}]}]})"_ba << Ports{};
    QTest::newRow("before the editor")
        << R"({"services":[{"internal_port":22,"ports":[{"port":2222}]},{"internal_port":8080,"ports":[{"port":443}]}]})"_ba
        << Ports{{.port = 2222, .internalPort = 22}};
    QTest::newRow("several ports")
        << R"({"services":[{"internal_port":25,"protocol":"tcp","ports":[{"port":25},{"port":587,"handlers":["tls"]}]}]})"_ba
        << Ports{{.port = 25, .internalPort = 25}, {.port = 587, .internalPort = 25, .handlers = {u"tls"_s}}};
    QTest::newRow("a range")
        << R"({"services":[{"internal_port":25,"protocol":"udp","ports":[{"start_port":100,"end_port":200}]}]})"_ba
        << Ports{};
    QTest::newRow("of wrong types") << R"({"services":[1,"a",{"ports":3},{"ports":[{"port":"x"},5]}]})"_ba << Ports{};
}

void ServiceConfigTest::readsWhatOthersMade()
{
    QFETCH(QByteArray, json);
    QFETCH(Ports, ports);
    QCOMPARE(extraPorts(parsed(json.constData())), ports);
}

void ServiceConfigTest::opensASecondPortIntoTheSameService()
{
    const auto opened = withPorts(config(), {postgres, {.port = 6432, .internalPort = 5432}});

    QVERIFY(opened);
    QCOMPARE((*opened)["services"_L1].toArray().size(), 2);
    QCOMPARE((*opened)["services"_L1][1]["ports"_L1].toArray().size(), 2);
    const auto closed = withoutPorts(*opened, {postgres});
    QVERIFY(closed);
    QCOMPARE(extraPorts(*closed), (Ports{{.port = 6432, .internalPort = 5432}}));
}

void ServiceConfigTest::keepsUnknownMembersOfServices()
{
    const auto before = parsed(
        R"({"services":[{"internal_port":8080,"ports":[{"port":443}]},
            {"internal_port":25,"protocol":"tcp","checks":[{"type":"tcp"}],"new":true,
             "ports":[{"port":25,"tls_options":{"alpn":["h2"]}},{"port":26},{"start_port":30,"end_port":40}]}]})");

    const auto closed = withoutPorts(before, {{.port = 26}});
    const auto opened = closed ? withPorts(*closed, {{.port = 27, .internalPort = 25}}) : closed;

    QVERIFY(opened);
    QCOMPARE(*opened, parsed(R"({"services":[{"internal_port":8080,"ports":[{"port":443}]},
            {"internal_port":25,"protocol":"tcp","checks":[{"type":"tcp"}],"new":true,
             "ports":[{"port":25,"tls_options":{"alpn":["h2"]}},{"start_port":30,"end_port":40},{"port":27}]}]})"));
}

void ServiceConfigTest::closesPorts_data()
{
    QTest::addColumn<Ports>("removed");
    QTest::addColumn<Ports>("left");
    QTest::newRow("one") << Ports{postgres} << Ports{preview, game};
    QTest::newRow("by protocol and number alone") << Ports{{.port = 8443}} << Ports{postgres, game};
    QTest::newRow("another protocol") << Ports{{.port = 27015}} << Ports{postgres, preview, game};
    QTest::newRow("gone already") << Ports{{.port = 1}} << Ports{postgres, preview, game};
    QTest::newRow("all") << Ports{game, preview, postgres} << Ports{};
    QTest::newRow("none") << Ports{} << Ports{postgres, preview, game};
}

void ServiceConfigTest::closesPorts()
{
    QFETCH(Ports, removed);
    QFETCH(Ports, left);
    const auto opened = withPorts(config(), {postgres, preview, game});
    QVERIFY(opened);

    const auto closed = withoutPorts(*opened, removed);

    QVERIFY(closed);
    QCOMPARE(extraPorts(*closed), left);
    QCOMPARE((*closed)["services"_L1][0], config()["services"_L1][0]);
}

void ServiceConfigTest::refuses_data()
{
    QTest::addColumn<ServicePort>("port");
    QTest::addColumn<PortProblem>("problem");
    const auto row = [](const char *name, const ServicePort &port, PortProblem problem) {
        QTest::newRow(name) << port << problem;
    };
    row("no port", {.port = 0, .internalPort = 1}, PortProblem::PortRange);
    row("below", {.port = -1, .internalPort = 1}, PortProblem::PortRange);
    row("above", {.port = 65536, .internalPort = 1}, PortProblem::PortRange);
    row("no port inside", {.port = 5000}, PortProblem::InternalPortRange);
    row("above inside", {.port = 5000, .internalPort = 65536}, PortProblem::InternalPortRange);
    row("another protocol", {.protocol = u"sctp"_s, .port = 5000, .internalPort = 1}, PortProblem::Protocol);
    row("http", {.port = 80, .internalPort = 3000, .handlers = {u"http"_s}}, PortProblem::EditorsPort);
    row("https", {.port = 443, .internalPort = 3000, .handlers = {u"tls"_s}}, PortProblem::EditorsPort);
    row("past the editor's https", {.port = 9000, .internalPort = 8080}, PortProblem::EditorInside);
    row("an unknown handler", {.port = 5000, .internalPort = 1, .handlers = {u"ftp"_s}}, PortProblem::Handler);
    row("udp with handlers", {.protocol = u"udp"_s, .port = 5000, .internalPort = 1, .handlers = {u"tls"_s}},
        PortProblem::UdpHandlers);
    row("the same", postgres, PortProblem::Duplicate);
    row("the same outside", {.port = 5432, .internalPort = 1}, PortProblem::Duplicate);
    row("within a range", {.port = 150, .internalPort = 1}, PortProblem::Duplicate);
    row("the end of a range", {.port = 200, .internalPort = 1}, PortProblem::Duplicate);
    row("one that another tool gave the editor", {.port = 8081, .internalPort = 1}, PortProblem::Duplicate);
}

void ServiceConfigTest::refuses()
{
    QFETCH(ServicePort, port);
    QFETCH(PortProblem, problem);
    const auto before = parsed(
        R"({"services":[{"internal_port":8080,"ports":[{"port":443},{"port":8081}]},
            {"internal_port":5432,"protocol":"tcp","ports":[{"port":5432},{"start_port":100,"end_port":200}]}]})");

    const auto opened = withPorts(before, {port});

    QVERIFY(!opened);
    QCOMPARE(opened.error(), (PortRefusal{.problem = problem, .port = port}));
}

void ServiceConfigTest::opensAllOrNone()
{
    const auto opened = withPorts(config(), {postgres, preview, postgres});
    QVERIFY(!opened);
    QCOMPARE(opened.error(), (PortRefusal{.problem = PortProblem::Duplicate, .port = postgres}));
}

void ServiceConfigTest::neverClosesTheEditor()
{
    for (const int port : {80, 443}) {
        const auto closed = withoutPorts(config(), {{.port = port, .internalPort = 8080}});
        QVERIFY(!closed);
        QCOMPARE(closed.error().problem, PortProblem::EditorsPort);
    }
    const auto before = parsed(R"({"services":[{"internal_port":8080,"ports":[{"port":443},{"port":8081}]}]})");
    const auto closed = withoutPorts(before, {{.port = 8081}});
    QVERIFY(closed);
    QCOMPARE(*closed, before);
}

void ServiceConfigTest::tellsPortsThatASharedAddressDoesNotCarry_data()
{
    using Kind = Address::Kind;
    using Kinds = std::vector<Address::Kind>;
    QTest::addColumn<Kinds>("kinds");
    QTest::addColumn<Ports>("unheard");
    QTest::newRow("shared") << Kinds{Kind::SharedV4} << Ports{postgres, game};
    QTest::newRow("shared and v6") << Kinds{Kind::SharedV4, Kind::V6} << Ports{postgres, game};
    QTest::newRow("dedicated") << Kinds{Kind::V4, Kind::V6} << Ports{};
    QTest::newRow("both") << Kinds{Kind::SharedV4, Kind::V4} << Ports{};
    QTest::newRow("private") << Kinds{Kind::Private} << Ports{};
}

void ServiceConfigTest::tellsPortsThatASharedAddressDoesNotCarry()
{
    QFETCH(std::vector<Address::Kind>, kinds);
    QFETCH(Ports, unheard);
    std::vector<Address> addresses;
    for (const auto kind : kinds)
        addresses.push_back({.kind = kind});
    QCOMPARE(portsUnheard({postgres, preview, game}, addresses), unheard);
}

QTEST_GUILESS_MAIN(ServiceConfigTest)
#include "tst_serviceconfig.moc"
